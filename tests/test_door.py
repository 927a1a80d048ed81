"""Who is let in, who is sent to sign in, and what is said to the rest."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, Router
from starlette.testclient import TestClient

from ui.door import HEADERS, LOOPBACK, USER, Door, Rules, allow_hosts, find_user
from ui.login import WRONG
from ui.passwords import Users, hash_line

SECRET = "herring quota"
LINES = f"{hash_line('anna', SECRET)}\n{hash_line('karl', 'beet sugar')}\n"


def tell(request: Request) -> Response:
    return PlainTextResponse(f"{request.url.path} for {find_user(request)}")


PAGES = [Route("/{path:path}", tell, methods=["GET", "POST"])]
OWN = Router([Route("/dateline/{path:path}", tell, methods=["GET", "POST"])])


@pytest.fixture
def users(tmp_path: Path) -> Users:
    (tmp_path / "users").write_text(LINES)
    return Users.read(tmp_path / "users")


def knock(users: Users | None, **rules: object) -> TestClient:
    """A browser before a door."""
    door = Door(Starlette(routes=PAGES), OWN, users, Rules.model_validate(rules))
    return TestClient(door, base_url="http://127.0.0.1:7860", headers={"accept": "text/html"})


def sign_in(client: TestClient, user: str = "anna", password: str = SECRET) -> int:
    form = {"username": user, "password": password}
    return client.post("/login", data=form, follow_redirects=False).status_code


def test_reader_without_a_password_keeps_a_name_of_its_own() -> None:
    client = knock(None)
    first = client.get("/")
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie
    assert client.get("/").text == first.text
    assert "set-cookie" not in client.get("/").headers
    assert knock(None).get("/").text != first.text
    name = first.text.removeprefix("/ for ")
    assert len(name) == 32 and name not in cookie


def test_both_kinds_of_routes_are_served() -> None:
    client = knock(None)
    assert client.get("/dateline/x").text.startswith("/dateline/x for ")
    assert client.post("/gradio_api/queue/join").text.startswith("/gradio_api/queue/join for ")


def test_every_answer_carries_the_policy(users: Users) -> None:
    for answer in (knock(None).get("/"), knock(users).get("/login")):
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_page_leads_to_sign_in_and_programs_are_told(users: Users) -> None:
    client = knock(users)
    sent = client.get("/", follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/login")
    for path in ("/gradio_api/mcp/", "/gradio_api/info", "/dateline/feedback.jsonl", "/config"):
        refused = client.get(path, headers={"accept": "*/*"})
        assert refused.status_code == 401 and "sign in first" in refused.json()["detail"]
        assert client.post(path).status_code == 401
    assert client.get("/gradio_api/startup-events").status_code == 200
    assert client.post("/gradio_api/startup-events").status_code == 401


def test_signing_in_and_out(users: Users) -> None:
    client = knock(users)
    assert '<form method="post"' in client.get("/login").text
    assert sign_in(client) == 303
    assert client.get("/").text == "/ for anna"
    assert "HttpOnly" in knock(users).post(
        "/login", data={"username": "anna", "password": SECRET}, follow_redirects=False
    ).headers["set-cookie"]  # fmt: skip
    client.get("/logout", follow_redirects=False)
    assert client.get("/", follow_redirects=False).status_code == 303


def test_token_of_one_who_signed_out_is_worth_nothing(users: Users) -> None:
    client = knock(users)
    sign_in(client)
    token = dict(client.cookies)
    client.get("/logout", follow_redirects=False)
    client.cookies.update(token)
    assert client.get("/config", follow_redirects=False).status_code == 303


def test_session_runs_out(users: Users) -> None:
    client = knock(users, session=0.0)
    assert sign_in(client) == 303
    assert client.get("/", follow_redirects=False).status_code == 303


def test_wrong_password_is_a_sentence(users: Users) -> None:
    client = knock(users)
    form = {"username": "anna<b>", "password": "wrong"}
    said = client.post("/login", data=form)
    assert said.status_code == 401 and WRONG in said.text and "anna&lt;b&gt;" in said.text
    assert client.post("/login", data=form, headers={"accept": "*/*"}).json() == {"detail": WRONG}


def test_guessing_is_slowed_for_the_name_that_is_guessed(users: Users) -> None:
    client = knock(users)
    assert [sign_in(client, password=f"wrong {at}") for at in range(5)] == [401] * 5
    said = client.post("/login", data={"username": "anna", "password": SECRET})
    assert said.status_code == 401 and "Too many tries; wait" in said.text
    assert sign_in(client, "karl", "beet sugar") == 303


def test_program_may_send_its_password(users: Users) -> None:
    def send(told: str) -> int:
        return client.get("/config", headers={"authorization": told, "accept": "*/*"}).status_code

    def basic(told: str) -> str:
        return f"Basic {base64.b64encode(told.encode()).decode()}"

    client = knock(users)
    assert send(basic(f"anna:{SECRET}")) == 200
    assert send(basic(f"anna:{SECRET}")) == 200  # the second time without reckoning
    for told in (basic("anna:wrong"), basic("anna"), "Basic ?", "Basic", "Bearer x", ""):
        assert send(told) == 401
    program = client.post(
        "/login", data={"username": "anna", "password": SECRET}, headers={"accept": "*/*"}
    )
    assert program.json() == {"success": True}


def test_requests_are_limited_for_each_user(users: Users) -> None:
    door = Door(Starlette(routes=PAGES), OWN, users, Rules(requests=2))
    anna, karl = (TestClient(door, base_url="http://127.0.0.1:7860") for _ in range(2))
    sign_in(anna)
    sign_in(karl, "karl", "beet sugar")
    assert [anna.post("/x").status_code for _ in range(3)] == [200, 200, 429]
    assert "Too many requests within a minute; wait" in anna.post("/x").json()["detail"]
    assert int(anna.post("/x").headers["retry-after"]) <= 60
    assert anna.get("/x").status_code == karl.post("/x").status_code == 200


def test_without_passwords_the_address_is_limited() -> None:
    client = knock(None, requests=2)
    statuses = []
    for _ in range(3):
        client.cookies.clear()
        statuses.append(client.post("/x").status_code)
    assert statuses == [200, 200, 429]


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:7860", 200), ("localhost:7860", 200), ("[::1]:7860", 200),
     ("evil.example", 403), ("127.0.0.1.evil.example:7860", 403), ("", 403)],
)  # fmt: skip
def test_strange_names_are_not_answered(host: str, status: int) -> None:
    client = knock(None, hosts=LOOPBACK)
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://127.0.0.1:7860"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:7860"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_pages_of_other_sites_cannot_post(headers: dict[str, str], status: int) -> None:
    client = knock(None)
    assert client.post("/dateline/verdict/x/0", headers=headers).status_code == status
    assert client.get("/", headers=headers).status_code == 200


def test_hosts_are_checked_on_loopback_without_passwords(users: Users) -> None:
    assert allow_hosts("127.0.0.1", None) == LOOPBACK
    assert allow_hosts("0.0.0.0", None) is None
    assert allow_hosts("127.0.0.1", users) is None
    assert USER == "dateline.user"
