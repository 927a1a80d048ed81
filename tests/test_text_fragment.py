"""Links to a passage: what stands in them, and that only the web is linked."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from answers_told import cite
from hypothesis import given
from hypothesis import strategies as st

from index.records import Citation
from ui.text_fragment import link_passage, write_fragment

PAGE = "https://courier.example/1"


def quote(text: str, prefix: str = "", suffix: str = "") -> Citation:
    fields = {"quote": text, "start": 0, "end": len(text), "prefix": prefix, "suffix": suffix}
    return cite(url=PAGE).model_copy(update=fields)


@pytest.mark.parametrize(
    ("citation", "fragment"),
    [
        (quote("Berg came."), "Berg%20came."),
        (quote("Berg-Stone, Lee & Co."), "Berg%2DStone%2C%20Lee%20%26%20Co."),
        (quote("Zaręba\n came."), "Zar%C4%99ba%20came."),
        (quote("Berg came.", "ed. Then in Oslo ", " It rained all da"),
         "Then%20in%20Oslo-,Berg%20came.,-It%20rained%20all"),
        (quote("Berg came.", "ended.\n\n", "\n\nIt rained"), "Berg%20came."),
        (quote("Berg came.", "“", "”"), "Berg%20came."),
        (quote("One two three four five six seven eight nine ten eleven twelve thirteen."),
         "One%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen."),
    ],
)  # fmt: skip
def test_fragment(citation: Citation, fragment: str) -> None:
    assert write_fragment(citation) == fragment
    assert link_passage(citation) == f"{PAGE}#:~:text={fragment}"


def test_fragment_of_the_address_stays() -> None:
    assert (
        link_passage(cite(url=f"{PAGE}#top"))
        == f"{PAGE}#top:~:text=Berg%20met%20Stone%20on%20Monday."
    )


@given(st.text(min_size=1), st.text(max_size=32), st.text(max_size=32))
def test_every_part_is_encoded(text: str, prefix: str, suffix: str) -> None:
    try:
        f"{text}{prefix}{suffix}".encode()
    except UnicodeEncodeError:
        return
    fragment = write_fragment(quote(text, prefix, suffix))
    assert re.fullmatch(r"[A-Za-z0-9%._~,-]*", fragment)
    parts = [unquote(part) for part in re.sub(r"^[^,]*-,|,-[^,]*$", "", fragment).split(",")]
    flat = " ".join(text.split())
    assert flat.startswith(parts[0]) and flat.endswith(parts[-1])


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        (PAGE, True),
        ("HTTP://courier.example/1", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("http://[", False),
        ("http:///nowhere", False),
        ("", False),
        (None, False),
    ],
)
def test_only_the_web_is_linked(url: str | None, linked: bool) -> None:
    assert bool(link_passage(cite(url=url))) == linked
