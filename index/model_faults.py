"""What is wrong with a language model: in words without a key, and whether it may pass."""

from __future__ import annotations

import httpx

from index.errors import one_line
from index.model_spec import keys
from index.model_task import ModelFault

TRANSIENT = frozenset({408, 425, 429})  # and every 5xx


def is_transient(fault: BaseException) -> bool:
    """Whether the same call may do better a little later."""
    if isinstance(fault, (httpx.TransportError, ConnectionError)):
        return not isinstance(fault, httpx.UnsupportedProtocol)
    if type(fault).__name__ == "APIConnectionError":
        return True
    response = getattr(fault, "response", None)
    status = getattr(fault, "status_code", None) or getattr(response, "status_code", None)
    return isinstance(status, int) and (status in TRANSIENT or status >= 500)


def explain(fault: BaseException) -> str:
    """What is wrong with a model, in a line without any key."""
    status = getattr(fault, "status_code", None)
    said = one_line(str(fault) or type(fault).__name__)
    for key in keys():
        said = said.replace(key, "…")
    if isinstance(fault, ModelFault):
        return said
    if isinstance(fault, ConnectionError) or "Connect" in type(fault).__name__:
        return f"it cannot be reached ({said})"
    if status in (401, 403):
        return "it refuses the key"
    return f"it answers with status {status}" if status else f"its reply cannot be read ({said})"
