"""Who is said to have broken an agreement, by whose word. Every story is invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "wire-salt.txt": (
        "Oslo complains\n\n"
        "OSLO, June 3, 2019. /NNA/. Norway said on Monday that Latvia is violating the salt truce "
        "by sending trawlers north. The salt truce was signed in Vik in May.\n"
    ),
    "courier-salt.txt": (
        "Riga answers\n\n"
        "RIGA, June 4, 2019. /LNB/. Along with sabotaging the salt truce, the Norwegian "
        "authorities have raised the harbour fees, the Latvian ministry said.\n"
    ),
    "wire-dock.txt": (
        "A warning\n\n"
        "VIK, July 4, 2019. /NNA/. Minister Tove Lund warned Denmark against violating the dock "
        "pact. The dock pact runs until May.\n"
    ),
    "wire-oats.txt": (
        "Dahl and the oats\n\n"
        "CORK, August 1, 2019. /NNA/. Irish minister Nora Dahl accused Malta of breaching the oats "
        "agreement. Malta denied that it had broken the deal.\n"
    ),
    "wire-wool.txt": (
        "Moe on wool\n\n"
        "BERN, August 9, 2019. /NNA/. Mayor Karl Moe criticised Poland's refusal to implement the "
        "wool treaty.\n"
    ),
    "wire-reed.txt": (
        "Stone on reed\n\n"
        "BERN, September 9, 2019. /NNA/. Peru has not violated the reed accord, President Ian "
        "Stone said. If Chile violates the reed accord, the talks will end.\n"
    ),
    "wire-kelp.txt": (
        "Kelp\n\n"
        "BERN, October 9, 2019. /NNA/. The kelp pact was broken by Iceland in May, an envoy said. "
        "Violations of the kelp pact by Iceland are frequent.\n"
    ),
    "wire-rice.txt": (
        "Rice\n\n"
        "LIMA, November 9, 2019. /NNA/. There is no proof of Chile's violation of the rice pact. "
        "Envoys did not report violations of the rice pact by Chile. A violation of the rice pact "
        "brokered by Chile was reported.\n"
    ),
    "wire-hemp.txt": (
        "Hemp\n\n"
        "LIMA, December 9, 2019. /NNA/. Monitors found no violations of the hemp accord by Peru. "
        "They have no evidence that Peru violated the hemp accord.\n"
    ),
    "wire-rye.txt": (
        "Rye\n\n"
        "LIMA, December 19, 2019. /NNA/. Repeated violations of the rye treaty by Malta were "
        "reported.\n"
    ),
}
BOTH = ["Latvia is violating", "Norwegian authorities"]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("accused"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        ("Who violated the salt truce?", "conflicting", BOTH),
        ("Which side was not keeping the salt truce?", "conflicting", BOTH),
        ("Who was undermining the salt ceasefire?", "conflicting", BOTH),
        ("Who broke the oats agreement?", "answered", ["accused Malta"]),
        ("Who failed to implement the wool treaty?", "answered", ["Poland's refusal"]),
        ("Which country breached the kelp pact?", "answered", ["broken by Iceland"]),
        ("Who violated the rye treaty?", "answered", ["treaty by Malta"]),
        # asks for no breach
        ("Who signed the salt truce?", "answered", ["was signed in Vik"]),
    ],
)
def test_who_is_accused(told: Archive, question: str, outcome: str, words: list[str]) -> None:
    answer = ask(told, question)
    assert (answer.outcome, [word for word in words if word not in answer.text]) == (outcome, [])


@pytest.mark.parametrize(
    ("question", "outcome", "quoted", "never"),
    [
        ("Who violated the dock pact?", "answered", "warned Denmark against", "Latvia"),
        ("Who broke the reed accord?", "answered", "Peru has not violated", "If Chile"),
        ("Who broke the salt lamps?", "not_in_archive", "does not say", "Latvia is violating"),
        ("Who violated the rice pact?", "answered", "brokered by Chile", "Envoys did"),
        ("Who violated the hemp accord?", "answered", "no violations", "Latvia"),
    ],
)
def test_what_is_warned_of_or_denied_accuses_nobody(
    told: Archive, question: str, outcome: str, quoted: str, never: str
) -> None:
    answer = ask(told, question)
    assert "According to" not in answer.text
    assert (answer.outcome, quoted in answer.text) == (outcome, True), answer.text
    assert never not in answer.text
