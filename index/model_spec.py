"""Which language model is meant by a SPEC, and where its key comes from.

Every model comes through llama-index's own integrations, each an extra of the package that is asked
for by name where it is missing. A key is read from the environment or from a file that the
environment names, and from nowhere else; nothing here stores, shows or logs one.
"""

from __future__ import annotations

import importlib
import json
import os
import threading
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from index.errors import UsageError
from index.records import Record

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

SPELLINGS = (
    "write http://127.0.0.1:8080/v1 (#NAME for one of several models there), ollama/NAME, "
    "openai/NAME or anthropic/NAME"
)
LONGEST_REPLY = 512  # tokens
WITH_TOKENS_COUNTED = {"stream_options": {"include_usage": True}}  # the tokens, with the last piece
SECONDS_TO_LIST = 5.0  # for a server to say which models it has


class Maker(Record):
    """A kind of model: the module and class of its integration, its extra, its key's variable."""

    module: str
    name: str
    extra: str
    key: str


MAKERS: Mapping[str, Maker] = {
    "server": Maker(
        module="llama_index.llms.openai_like", name="OpenAILike", extra="llm",
        key="DATELINE_LLM_KEY",
    ),
    "ollama": Maker(
        module="llama_index.llms.ollama", name="Ollama", extra="ollama", key="",
    ),
    "openai": Maker(
        module="llama_index.llms.openai", name="OpenAI", extra="openai", key="OPENAI_API_KEY",
    ),
    "anthropic": Maker(
        module="llama_index.llms.anthropic", name="Anthropic", extra="anthropic",
        key="ANTHROPIC_API_KEY",
    ),
}  # fmt: skip


def open_model(spec: str, seconds: float) -> LLM:
    """The model that a SPEC names, at temperature 0, its replies bounded in length and time.

    `seconds` bounds one call. Raises UsageError for what is no SPEC, a missing package (named with
    the extra that brings it) and a missing key.
    """
    kind, name = read_spec(spec)
    maker = MAKERS[kind]
    make = getattr(need(maker.module, maker.extra), maker.name)
    return MAKING[kind](make, name, read_key(maker.key), seconds)


def read_spec(spec: str) -> tuple[str, str]:
    """The kind of a SPEC (a key of MAKERS) and what is left to name: a model, or the server."""
    if spec.startswith(("http://", "https://")):
        parts = urlsplit(spec)
        if parts.username or parts.password or parts.query:
            raise UsageError(
                "a key has no place in the address of a language model; put it into the "
                f"environment as {MAKERS['server'].key}, or its file's path as "
                f"{MAKERS['server'].key}_FILE"
            )
        return "server", spec
    kind, _, name = spec.partition("/")
    if kind not in MAKERS or kind == "server" or not name.strip():
        raise UsageError(f"{spec} is no language model; {SPELLINGS}")
    return kind, name.strip()


def read_key(variable: str) -> str:
    """The key in a variable of the environment, or in the file that VARIABLE_FILE names."""
    path = os.environ.get(f"{variable}_FILE") if variable else None
    if path is None:
        return os.environ.get(variable, "").strip()
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"{variable}_FILE names {path}, which cannot be read") from fault


def keys() -> set[str]:
    """Every key that is set, so that what is told to a reader can be looked through for them."""
    found = set()
    for maker in MAKERS.values():
        try:
            found.add(read_key(maker.key))
        except UsageError:
            continue
    return {key for key in found if key}


def need(module: str, extra: str) -> ModuleType:
    """A module of an extra; raises UsageError that names what to install where it is missing."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as fault:
        raise UsageError(
            f"this needs the package of {fault.name}; pip install 'dateline[{extra}]'"
        ) from fault


def _make_server(make: Callable[..., LLM], spec: str, key: str, seconds: float) -> LLM:
    url, _, name = spec.partition("#")
    url = url.rstrip("/")
    return make(
        model=name or first_model(url, key), api_base=url, api_key=key or "none",
        is_chat_model=True, temperature=0.0, max_tokens=LONGEST_REPLY, timeout=seconds,
        max_retries=0, http_client=_client(seconds), additional_kwargs=WITH_TOKENS_COUNTED,
    )  # fmt: skip


def _make_ollama(make: Callable[..., LLM], name: str, key: str, seconds: float) -> LLM:
    base = os.environ.get("OLLAMA_HOST", "http://127.0.0.1:11434")
    base = base if "://" in base else f"http://{base}"
    return make(
        model=name, base_url=base, temperature=0.0, request_timeout=seconds,
        additional_kwargs={"num_predict": LONGEST_REPLY},
    )  # fmt: skip


def _make_openai(make: Callable[..., LLM], name: str, key: str, seconds: float) -> LLM:
    _check_key(key, "openai")
    return make(
        model=name, api_key=key, temperature=0.0, max_tokens=LONGEST_REPLY, timeout=seconds,
        max_retries=0, http_client=_client(seconds), additional_kwargs=WITH_TOKENS_COUNTED,
    )  # fmt: skip


def _make_anthropic(make: Callable[..., LLM], name: str, key: str, seconds: float) -> LLM:
    _check_key(key, "anthropic")
    return make(
        model=name, api_key=key, temperature=0.0, max_tokens=LONGEST_REPLY, timeout=seconds,
        max_retries=0,
    )  # fmt: skip


MAKING: Mapping[str, Callable[[Callable[..., LLM], str, str, float], LLM]] = {
    "server": _make_server, "ollama": _make_ollama, "openai": _make_openai,
    "anthropic": _make_anthropic,
}  # fmt: skip


_OPENED = threading.local()  # the responses that calls of this thread have opened


def _client(seconds: float) -> httpx.Client:
    """A client that remembers what it opened: the integrations leave a stream that nobody reads to
    its end open, and the model at the other end goes on.
    """

    def remember(response: httpx.Response) -> None:
        _OPENED.responses = [*getattr(_OPENED, "responses", ()), response]

    return httpx.Client(timeout=seconds, event_hooks={"response": [remember]})


def close_responses() -> None:
    """Closes what calls of this thread have opened and left open."""
    for response in getattr(_OPENED, "responses", ()):
        response.close()
    _OPENED.responses = []


def _check_key(key: str, kind: str) -> None:
    if not key:
        variable = MAKERS[kind].key
        raise UsageError(
            f"{kind} needs a key: set {variable}, or {variable}_FILE to the path of a file with it"
        )


def first_model(url: str, key: str = "") -> str:
    """The first model that an OpenAI-compatible server lists; "default" where it lists none.

    A server that does not answer here may answer later: what it lacks is told when it is asked.
    """
    asked = urllib.request.Request(f"{url}/models")
    if key:
        asked.add_header("Authorization", f"Bearer {key}")
    try:
        with urllib.request.urlopen(asked, timeout=SECONDS_TO_LIST) as reply:
            return str(json.load(reply)["data"][0]["id"])
    except (OSError, ValueError, KeyError, IndexError, TypeError):
        return "default"
