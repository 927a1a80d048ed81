"""A language model as judge of citations, pinned and named apart from the system under test.

It answers one question, by yes or no: do these passages bear out this statement? The prompt stands
here and in every record, the temperature is 0, and what is neither yes nor no is a fault.
"""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any

from eval.scoring import Entails
from index.errors import UsageError
from index.records import Record

PROMPT = (
    "Passages:\n{passages}\n\nStatement: {statement}\n\n"
    "Do the passages alone bear out the whole statement? Answer with one word, yes or no."
)
SECONDS = 120  # for one reply
MOST_READ = 6000  # code points of the passages together


class Endpoint(Record):
    """An OpenAI-compatible endpoint and the model asked for there."""

    url: str
    model: str


def read_endpoint(spec: str) -> Endpoint:
    """`http://127.0.0.1:8080/v1` or `http://127.0.0.1:8080/v1#model`.

    Without a model the first that the endpoint lists. Raises UsageError where nobody answers.
    """
    url, _, model = spec.partition("#")
    if not url.startswith(("http://", "https://")):
        raise UsageError(f"{spec} is no endpoint; write it as http://127.0.0.1:8080/v1#model")
    url = url.rstrip("/")
    return Endpoint(url=url, model=model or str(_call(f"{url}/models")["data"][0]["id"]))


def open_judge(spec: str | None) -> Entails | None:
    """The judge at an endpoint; None where none is configured."""
    if spec is None:
        return None
    endpoint = read_endpoint(spec)

    def entails(statement: str, passages: Sequence[str]) -> bool:
        listed = "\n\n".join(passages)[:MOST_READ]
        said = ask_model(endpoint, PROMPT.format(passages=listed, statement=statement))
        return read_verdict(said)

    return entails


def ask_model(endpoint: Endpoint, prompt: str) -> str:
    """The endpoint's reply to one prompt, at temperature 0 and a few tokens long."""
    told = {"role": "user", "content": prompt}
    asked = {"model": endpoint.model, "messages": [told], "temperature": 0, "max_tokens": 8}
    reply = _call(f"{endpoint.url}/chat/completions", asked)
    return str(reply["choices"][0]["message"]["content"])


def read_verdict(said: str) -> bool:
    """Yes or no; raises UsageError for anything else, as a guess would be no measurement."""
    word = re.match(r"\W*(yes|no)\b", said, re.IGNORECASE)
    if word:
        return word[1].lower() == "yes"
    raise UsageError(f"the judge says “{said[:60]}”, neither yes nor no; take another model")


def _call(url: str, asked: dict[str, Any] | None = None) -> dict[str, Any]:
    body = json.dumps(asked).encode() if asked else None
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as reply:
            return dict(json.load(reply))
    except (urllib.error.URLError, TimeoutError, json.JSONDecodeError) as fault:
        raise UsageError(f"{url} gives no reply ({fault}); is a server running there?") from fault
