"""The door before the app: every request is let in, sent to sign in, or told why not.

Gradio's own sign-in leaves the MCP server open and its tokens never end, so ours stands before all
of it (ASGI, pure). It also gives each reader a name, without `--auth` a random one in a cookie, so
that nobody sees another's conversations.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from index.records import Record
from ui.login import WRONG, explain_wait, show_login
from ui.passwords import Users
from ui.sessions import SESSION, Limit, Sessions

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
USER = "dateline.user"  # where a request's scope holds who asks
OWN = "/dateline/"  # our own routes; all others are Gradio's
STARTUP = "/gradio_api/startup-events"  # Gradio asks itself at the start; it tells nothing
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
YEAR = 365 * 24 * 3600  # seconds
TRIES = 5  # wrong passwords in a minute, for a name from an address
REQUESTS = 240  # a minute and user; a question takes two or three
TOO_MANY = "Too many requests within a minute; wait {} seconds and try again."

# Gradio's page needs scripts and styles in place; nothing may come from or go to another host.
HEADERS = {
    "Content-Security-Policy": "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Rules(Record):
    """Whom the door lets in: `hosts` are the names the app answers to, None for any."""

    hosts: frozenset[str] | None = None
    requests: int = REQUESTS
    session: float = SESSION


class Door:
    """The middleware; `users` None lets everybody in."""

    def __init__(self, app: ASGIApp, routes: Router, users: Users | None, rules: Rules) -> None:
        self._app = app
        self._routes = routes
        self._users = users
        self._hosts = rules.hosts
        self._sessions = Sessions(rules.session)
        self._requests = Limit(rules.requests)
        self._tries = Limit(TRIES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        send = _add_headers(send)
        answer = self._refuse(request) or await self._sign(request)
        if answer is None:
            answer, send = await self._admit(request, send)
        if answer is not None:
            await answer(scope, receive, send)
        elif request.url.path.startswith(OWN):
            await self._routes(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _refuse(self, request: Request) -> Response | None:
        """What to say to a request under a strange name, or sent by another site's page."""
        if self._hosts is not None and _host(request) not in self._hosts:
            return _say(403, "this app answers to its own address only; name it with --host")
        if request.method not in SAFE and _is_foreign(request):
            return _say(403, "this request comes from the page of another site")
        return None

    async def _sign(self, request: Request) -> Response | None:
        """Signing in and out."""
        path = request.url.path.rstrip("/")
        if self._users is None or path not in ("/login", "/logout"):
            return None
        if path == "/logout":
            self._sessions.end(request.cookies.get(_cookie(request)))
            left = RedirectResponse("login", status_code=303)
            left.delete_cookie(_cookie(request))
            return left
        return await self._sign_in(request) if request.method == "POST" else _show_login()

    async def _sign_in(self, request: Request) -> Response:
        """To the app with a token, or the form again; a program gets JSON."""
        form = await request.form()
        user, password = str(form.get("username", "")), str(form.get("password", ""))
        said = await self._try(request, user, password)
        page = "text/html" in request.headers.get("accept", "")
        if said:
            return _show_login(said, user) if page else _say(401, said)
        entered = (
            RedirectResponse("./", status_code=303) if page else JSONResponse({"success": True})
        )
        _set_cookie(entered, request, self._sessions.begin(user), int(SESSION))
        return entered

    async def _try(self, request: Request, user: str, password: str) -> str:
        """Nothing where the password is the user's; else what to say."""
        assert self._users is not None
        key = f"{_address(request)} {user}"
        if seconds := self._tries.wait(key):
            return explain_wait(seconds)
        if await run_in_threadpool(self._users.check, user, password):
            return ""
        self._tries.count(key)
        return WRONG

    async def _admit(self, request: Request, send: Send) -> tuple[Response | None, Send]:
        """Gives the request its user; or what to say instead of serving it."""
        if self._users is None:
            user, send = _name_reader(request, send)
        else:
            found = await self._find_user(request)
            if found is None:
                return _ask_to_sign_in(request), send
            user = found
        request.scope[USER] = user
        key = _address(request) if self._users is None else user
        if request.method not in SAFE and (seconds := self._requests.take(key)):
            return _say(429, TOO_MANY.format(seconds), seconds), send
        return None, send

    async def _find_user(self, request: Request) -> str | None:
        """Whom the cookie or the Authorization header names."""
        assert self._users is not None
        if request.url.path.rstrip("/") == STARTUP and request.method in SAFE:
            return "startup"
        told = request.headers.get("authorization")
        known = self._sessions.find(request.cookies.get(_cookie(request)) or told)
        for user, password in _read_basic(told) if known is None else ():
            if not await self._try(request, user, password):
                self._sessions.keep(str(told), user)  # the next request need not be reckoned
                return user
        return known


def find_user(request: Request) -> str | None:
    """Who asks, as the door found it; what Gradio calls `auth_dependency`."""
    return request.scope.get(USER)


def allow_hosts(host: str, users: Users | None) -> frozenset[str] | None:
    """The names an app on this host answers to.

    On loopback without passwords the Host header is all that keeps a page that has its own name
    point at 127.0.0.1 (DNS rebinding) from reading the archive.
    """
    return LOOPBACK if host in LOOPBACK and users is None else None


def _name_reader(request: Request, send: Send) -> tuple[str, Send]:
    """A reader without a password by the random key in a cookie, which a first visit brings."""
    key = request.cookies.get(_cookie(request))
    if key:
        return _digest(key), send
    key = secrets.token_urlsafe(32)
    carrier = Response()
    _set_cookie(carrier, request, key, YEAR)
    return _digest(key), _add_headers(send, {"Set-Cookie": carrier.headers["set-cookie"]})


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def _cookie(request: Request) -> str:
    """Cookies are shared between ports, so each port has its own."""
    return f"dateline-{request.url.port or 'web'}"


def _set_cookie(response: Response, request: Request, value: str, seconds: int) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(
        _cookie(request), value, max_age=seconds, httponly=True, samesite="lax", secure=secure
    )


def _host(request: Request) -> str | None:
    return urlsplit(f"//{request.headers.get('host', '')}").hostname


def _address(request: Request) -> str:
    return request.client.host if request.client else "unknown"


def _is_foreign(request: Request) -> bool:
    """Whether a browser sends this for a page that is not the app's own."""
    site = request.headers.get("sec-fetch-site")
    if site:
        return site not in ("same-origin", "none")
    origin = request.headers.get("origin")
    return bool(origin) and urlsplit(str(origin)).netloc != request.headers.get("host")


def _read_basic(header: str | None) -> Iterator[tuple[str, str]]:
    """The user and the password of an Authorization header (RFC 7617)."""
    kind, _, told = (header or "").partition(" ")
    if kind.lower() != "basic":
        return
    try:
        user, colon, password = base64.b64decode(told).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return
    if colon:
        yield user, password


def _ask_to_sign_in(request: Request) -> Response:
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse(f"{request.scope.get('root_path', '')}/login", status_code=303)
    refusal = _say(401, "sign in first, or send a user and a password (HTTP Basic)")
    if "sec-fetch-mode" not in request.headers:  # a browser would put its own window before ours
        refusal.headers["WWW-Authenticate"] = 'Basic realm="Dateline", charset="UTF-8"'
    return refusal


def _show_login(said: str = "", user: str = "") -> Response:
    return HTMLResponse(show_login(said, user), status_code=401 if said else 200)


def _say(status: int, sentence: str, seconds: int = 0) -> Response:
    headers = {"Retry-After": str(seconds)} if seconds else None
    return JSONResponse({"detail": sentence}, status_code=status, headers=headers)


def _add_headers(send: Send, headers: dict[str, str] | None = None) -> Send:
    """Sends on, each response with the headers beside its own."""
    told = HEADERS if headers is None else headers

    async def send_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = MutableHeaders(scope=message)
            for name, value in told.items():
                kept.append(name, value) if name == "Set-Cookie" else kept.setdefault(name, value)
        await send(message)

    return send_on
