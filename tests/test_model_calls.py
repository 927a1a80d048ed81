"""Calls of a language model against a real HTTP server that does everything wrong."""

from __future__ import annotations

import stat
import threading
import time
from pathlib import Path

import pytest
from model_server import (
    MODEL,
    ModelServer,
    Script,
    breaks_off,
    drips,
    model_server,
    refuses,
    says,
    sends,
    waits,
)

from index import model_calls
from index.errors import UsageError
from index.model_cache import Kept, ModelCache
from index.model_calls import Model, Usage, load_model, read_usage
from index.model_spec import open_model, read_key, read_spec
from index.model_task import Message, ModelFault, Task

ASKED = [Message(role="system", content="Be brief."), Message(role="user", content="Who?")]
KEY = "sk-do-not-tell-4711"


@pytest.fixture(autouse=True)
def cache_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("DATELINE_LLM_KEY", KEY)
    monkeypatch.setattr(model_calls, "LONGEST_WAIT", 0.05)
    return tmp_path


def uncached(server: ModelServer, seconds: float = 5.0) -> Model:
    return load_model(open_model(server.url, seconds), seconds)


def fault_of(script: Script, seconds: float = 5.0) -> str:
    with model_server(script) as server, pytest.raises(ModelFault) as caught:
        uncached(server, seconds).reply(ASKED, Task(seconds))
    return str(caught.value)


def test_a_reply_comes_in_pieces_with_its_tokens() -> None:
    with model_server(says("Ber", "g and ", "Holm.")) as server:
        model, task = uncached(server), Task(5)
        assert list(model.stream(ASKED, task)) == ["Ber", "g and ", "Holm."]
        assert model.name == MODEL
        assert (task.spent.prompt_tokens, task.spent.completion_tokens) == (7, 5)
        assert task.spent.counted and not task.spent.cached and task.spent.seconds > 0
        assert server.asked[0].key == f"Bearer {KEY}"
        assert server.asked[0].body["temperature"] == 0


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (refuses(401), "it refuses the key"),
        (refuses(400, f"bad key {KEY}"), "it answers with status 400"),
        (sends(b"data: {not json}\n\n"), "cannot be read"),
        (sends(b'data: {"choices": 4}\n\n'), "cannot be read"),
        (breaks_off("[1] Ber"), "cannot be read"),
    ],
)
def test_what_is_wrong_is_said_in_a_line_without_the_key(script: Script, said: str) -> None:
    fault = fault_of(script)
    assert said in fault and KEY not in fault and "\n" not in fault


def test_bytes_in_another_encoding_are_no_words_of_ours() -> None:
    chunk = '{"id":"1","object":"c","created":0,"model":"m","choices":[{"index":0,"delta":'
    data = f'data: {chunk}{{"content":"Zaręba"}}}}]}}\n\ndata: [DONE]\n\n'.encode("iso-8859-2")
    with model_server(sends(data)) as server:
        try:
            said = uncached(server).reply(ASKED, Task(5))
        except ModelFault as fault:
            said = str(fault)
    assert "Zaręba" not in said


def test_the_deadline_holds_whatever_the_model_does() -> None:
    for script in (waits(30), drips("word ", 0.05)):
        started = time.monotonic()
        assert "within 0.6 seconds" in fault_of(script, 0.6)
        assert time.monotonic() - started < 3


def test_a_model_that_talks_without_end_is_cut() -> None:
    assert "without end" in fault_of(drips("many words " * 50, 0), 20)


def test_a_server_that_is_away_is_named_as_such() -> None:
    with model_server(says("x")) as server:
        url = server.url
    with pytest.raises(ModelFault, match="cannot be reached"):
        load_model(open_model(url, 2), 2).reply(ASKED, Task(5))


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_may_pass_is_tried_again(status: int) -> None:
    with model_server(refuses(status), refuses(status), says("Berg.")) as server:
        assert uncached(server).reply(ASKED, Task(5)) == "Berg."
        assert len(server.asked) == 3


def test_what_does_not_pass_is_tried_so_often_and_no_more() -> None:
    with model_server(refuses(500)) as server:
        with pytest.raises(ModelFault, match="status 500"):
            uncached(server).reply(ASKED, Task(5))
        assert len(server.asked) == model_calls.TRIES


def test_a_fault_of_the_request_is_not_tried_again() -> None:
    with model_server(refuses(400)) as server:
        with pytest.raises(ModelFault):
            uncached(server).reply(ASKED, Task(5))
        assert len(server.asked) == 1


def test_a_stop_ends_a_call_at_once() -> None:
    with model_server(drips("word ", 0.05)) as server:
        task = Task(30)
        pieces = uncached(server, 30).stream(ASKED, task)
        next(pieces)
        task.stop()
        started = time.monotonic()
        with pytest.raises(ModelFault, match="stopped"):
            list(pieces)
        assert time.monotonic() - started < 1


def test_a_long_queue_is_told_so_at_once() -> None:
    with model_server(drips("word ", 0.05)) as server:
        model = uncached(server, 30)
        tasks = [Task(30) for _ in range(model_calls.AT_ONCE + model_calls.MOST_WAITING)]
        threads = [threading.Thread(target=_drain, args=(model, task)) for task in tasks]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        with pytest.raises(ModelFault, match="busy"):
            model.reply(ASKED, Task(30))
        for task in tasks:
            task.stop()
        for thread in threads:
            thread.join(5)
            assert not thread.is_alive()
        assert len(server.asked) == model_calls.AT_ONCE  # the others never came through


def _drain(model: Model, task: Task) -> None:
    with pytest.raises(ModelFault):
        model.reply(ASKED, task)


def test_a_reply_is_kept_by_model_and_prompt(cache_apart: Path) -> None:
    with model_server(says("Berg."), says("Holm.")) as server:
        model = load_model(server.url, 5)
        assert model.reply(ASKED, Task(5)) == "Berg."
        task = Task(5)
        assert model.reply(ASKED, task) == "Berg."
        assert task.spent.cached and task.spent.completion_tokens == 5
        assert len(server.asked) == 1
        other = [*ASKED[:1], Message(role="user", content="When?")]
        assert model.reply(other, Task(5)) == "Holm."
    path = cache_apart / "dateline" / "models.sqlite3"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert KEY.encode() not in path.read_bytes()


def test_a_broken_reply_is_not_kept() -> None:
    with model_server(breaks_off("Ber"), says("Berg.")) as server:
        model = load_model(server.url, 5)
        with pytest.raises(ModelFault):
            model.reply(ASKED, Task(5))
        assert model.reply(ASKED, Task(5)) == "Berg."


def test_a_cache_that_cannot_be_read_costs_nothing_but_itself(tmp_path: Path) -> None:
    (tmp_path / "broken").write_text("no database")
    cache = ModelCache(tmp_path / "broken", "spec")
    cache.keep("key", Kept(text="x", prompt_tokens=1, completion_tokens=1, counted=True))
    assert cache.find("key") is None


def test_a_spec_names_a_model_or_says_how_to(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_spec("ollama/qwen2.5:1.5b") == ("ollama", "qwen2.5:1.5b")
    assert read_spec("http://127.0.0.1:8080/v1#a") == ("server", "http://127.0.0.1:8080/v1#a")
    for wrong in ("", "gpt", "server/x", "openai/", "ftp://x"):
        with pytest.raises(UsageError, match="is no language model"):
            read_spec(wrong)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(UsageError, match="OPENAI_API_KEY"):
        open_model("openai/some", 5)


def test_tokens_are_read_by_whatever_name_a_server_gives_them() -> None:
    assert read_usage({"prompt_tokens": 7, "completion_tokens": 5}) == Usage(asked=7, said=5)
    assert read_usage({"input_tokens": 7, "output_tokens": 5}) == Usage(asked=7, said=5)
    for told in (None, {}, {"prompt_tokens": "many", "completion_tokens": 5}, 7):
        assert read_usage(told) is None


def test_a_key_has_no_place_in_an_address() -> None:
    for spec in (f"http://me:{KEY}@host/v1", f"http://host/v1?key={KEY}"):
        with pytest.raises(UsageError) as caught:
            read_spec(spec)
        assert KEY not in str(caught.value)


def test_a_key_comes_from_the_environment_or_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "key").write_text(f"{KEY}\n")
    monkeypatch.setenv("OPENAI_API_KEY_FILE", str(tmp_path / "key"))
    assert read_key("OPENAI_API_KEY") == KEY
    monkeypatch.setenv("OPENAI_API_KEY_FILE", str(tmp_path / "none"))
    with pytest.raises(UsageError, match="cannot be read"):
        read_key("OPENAI_API_KEY")
