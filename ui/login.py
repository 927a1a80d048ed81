"""The page to sign in on: a form and nothing else, no script and nothing from anywhere."""

from __future__ import annotations

from html import escape

WRONG = "The name or the password is wrong."
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Dateline: sign in</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>
:root {{ --ink: #1c2530; --paper: #faf9f7; --line: #757d87; --go: #1f4f7a; --on: #fff; --bad: #9b1c1c; }}
@media (prefers-color-scheme: dark) {{
:root {{ --ink: #e6e8eb; --paper: #15191e; --line: #7d8794; --go: #9cc4ec; --on: #10151a; --bad: #f2a3a3; }} }}
body {{ margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--paper);
color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }}
main {{ width: min(20rem, calc(100vw - 3rem)); }}
h1 {{ font: 650 1.5rem/1.2 Georgia, "Times New Roman", serif; margin: 0 0 1rem; }}
label {{ display: block; margin-top: .9rem; }}
input, button {{ box-sizing: border-box; width: 100%; font: inherit; padding: .6rem .7rem; border-radius: .4rem; }}
input {{ border: 1px solid var(--line); background: transparent; color: inherit; margin-top: .25rem; }}
button {{ border: 0; background: var(--go); color: var(--on); margin-top: 1.3rem; cursor: pointer; }}
:focus-visible {{ outline: 2px solid var(--go); outline-offset: 2px; }}
.wrong {{ color: var(--bad); margin: 0; }}
</style></head><body><main><h1>Dateline</h1>{said}
<form method="post" action="login">
<label for="username">Name</label><input id="username" name="username" autocomplete="username" required autofocus value="{user}">
<label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button>Sign in</button></form></main></body></html>"""  # noqa: E501


def show_login(said: str = "", user: str = "") -> str:
    """The page, with what was wrong about the last try and the name that was given."""
    told = f"<p class='wrong' role='alert'>{escape(said)}</p>" if said else ""
    return PAGE.format(said=told, user=escape(user, quote=True))


def explain_wait(seconds: int) -> str:
    """Why nothing was tried, and when one may try again."""
    return f"Too many tries; wait {seconds} seconds and try again."
