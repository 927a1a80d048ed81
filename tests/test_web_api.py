"""The app as programs have it: the Gradio API, MCP with a real client, passwords before both."""

from __future__ import annotations

import asyncio
import gc
import json
import warnings
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from browser import CHROMIUM, find_free_port, open_browser
from gradio_client import Client
from mcp import ClientSession
from mcp.client.streamable_http import streamablehttp_client
from mcp.types import CallToolResult, TextContent, Tool

from qa import Answer, Archive, Meeting
from ui import web
from ui.conversations import Conversations
from ui.login import WRONG
from ui.passwords import hash_line

# Gradio's MCP server and its client leave sockets and loops open.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
ASKED = "When did Solhaug and Tammsalu talk in Tallinn?"
SECRET = "herring quota"


@pytest.fixture(scope="module", autouse=True)
def _leave_nothing_open() -> Iterator[None]:
    """Gradio's client leaves sockets and a loop open: found here, and not in the test after."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture(scope="module")
def address(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample archive, served with a password and MCP."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "users").write_text(f"{hash_line('anna', SECRET)}\n")
    kept = Conversations(archive.folder, folder / "kept.sqlite3")
    how = web.Served(port=find_free_port(), auth=folder / "users", mcp=True)
    app = web.launch(archive, how, kept)
    yield str(app.local_url)
    app.close()


def call_mcp(
    address: str, calls: dict[str, dict[str, Any]]
) -> tuple[list[Tool], list[CallToolResult]]:
    """The tools, and what each call gives."""

    async def talk() -> tuple[list[Tool], list[CallToolResult]]:
        place = f"{address}gradio_api/mcp/"
        auth = httpx.BasicAuth("anna", SECRET)
        async with (
            streamablehttp_client(place, auth=auth, timeout=timedelta(seconds=60)) as (
                read,
                write,
                _,
            ),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            return tools, [await session.call_tool(name, told) for name, told in calls.items()]

    return asyncio.run(talk())


def read(result: CallToolResult) -> Any:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return json.loads(content.text)


def test_mcp(archive: Archive, address: str) -> None:
    tools, results = call_mcp(
        address,
        {
            "ask": {"question": ASKED, "asked_on": "2020-01-01"},
            "meetings": {"who": ["Solhaug", "Tammsalu"], "since": "2019", "status": "held"},
            "article": {"name": "articles/a-clip-01.txt"},
        },
    )
    assert {tool.name for tool in tools} == {"ask", "meetings", "article"}
    for tool in tools:
        assert len(tool.description or "") > 40
        told = tool.inputSchema["properties"]
        assert all(one["description"] and {"type", "oneOf"} & set(one) for one in told.values())
    required = {tool.name: tool.inputSchema.get("required") for tool in tools}
    assert required == {"ask": ["question"], "meetings": None, "article": ["name"]}

    answer = Answer.model_validate(read(results[0]))
    assert answer.outcome == "answered" and str(answer.asked_on) == "2020-01-01"
    meetings = [Meeting.model_validate(one) for one in read(results[1])]
    held = archive.meetings(who=["Solhaug", "Tammsalu"], since="2019", status="held")
    assert meetings == held and held
    assert read(results[2]) == archive.find("articles/a-clip-01.txt").model_dump(mode="json")


def test_mcp_tells_faults_as_sentences(address: str) -> None:
    calls: dict[str, dict[str, Any]] = {
        "ask": {"question": " "},
        "meetings": {"since": "Monday"},
        "article": {"name": "nowhere.txt"},
    }
    _, results = call_mcp(address, calls)
    assert all(result.isError for result in results)
    said = [
        content.text for r in results for content in r.content if isinstance(content, TextContent)
    ]
    assert "the question is empty" in said[0]
    assert "Monday" in said[1]
    assert "no article has the id or path nowhere.txt" in said[2]


def test_gradio_api(archive: Archive, address: str) -> None:
    client = Client(address, auth=("anna", SECRET), verbose=False, analytics_enabled=False)
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]  # type: ignore[index,call-overload]
    assert set(named) == {"/ask", "/meetings", "/article"}
    answer = client.predict(question=ASKED, asked_on="2020-01-01", api_name="/ask")
    assert Answer.model_validate_json(answer).citations
    article = json.loads(client.predict("articles/a-clip-01.txt", api_name="/article"))
    assert article["path"] == "articles/a-clip-01.txt"
    meetings = json.loads(client.predict(who=["Solhaug"], api_name="/meetings"))
    assert len(meetings) == len(archive.meetings(["Solhaug"]))
    client.close()


@pytest.mark.parametrize(
    "path", ["gradio_api/mcp/", "gradio_api/info", "config", "dateline/feedback.jsonl"]
)
def test_nothing_without_a_password(address: str, path: str) -> None:
    assert httpx.get(f"{address}{path}").status_code == 401
    assert httpx.post(f"{address}{path}", json={}).status_code == 401


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
def test_signing_in_and_out_in_a_browser(address: str) -> None:
    with open_browser() as browser:
        page = browser.new_page()
        page.goto(address)
        page.get_by_label("Name").fill("anna")
        page.get_by_label("Password").fill("wrong password")
        page.get_by_role("button", name="Sign in").click()
        assert page.get_by_role("alert").inner_text() == WRONG
        page.get_by_label("Password").fill(SECRET)
        page.keyboard.press("Enter")
        page.locator("button.example").first.click(timeout=30_000)
        page.locator("#chat .answer").wait_for(timeout=30_000)
        assert page.locator("#passage").inner_text()
        page.get_by_role("link", name="Sign out").click()
        page.get_by_label("Password").wait_for()
        page.close()


def test_other_host_without_a_password_warns(
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(web, "launch", _fail)
    for host, warned in (("0.0.0.0", True), ("127.0.0.1", False)):
        with pytest.raises(KeyboardInterrupt):
            web.serve(archive, web.Served(host=host))
        assert ("--auth FILE asks for a password" in capsys.readouterr().err) == warned


def _fail(*_: object) -> None:
    raise KeyboardInterrupt
