"""Words for a composed sentence: what says the same passes, what says more, less or other does not.

The people are invented.
"""

from __future__ import annotations

import pytest

from qa.telling.phrase_prompt import EXAMPLE_FACTS, EXAMPLES
from qa.telling.wording import can_be_worded, find_fault_of_wording
from qa.telling.wording_words import LANGUAGES

MET = "Inga Sorel met Peter Marsh in Leiden on 14 March 2024."
RECEIVED = "Inga Sorel received Peter Marsh in Leiden (Stone House) on 14 March 2024."
VISITED = "Peter Marsh visited Inga Sorel in Leiden in March 2024."
SPOKE = "Inga Sorel spoke with Karl Brook on 14 March 2024."
TALKS = "Inga Sorel, Peter Marsh and Ute Brandt held talks in Dublin between 3 and 5 May 2024."
CALL = "Inga Sorel held a call with Karl Brook on 9 July 2024."
ANNOUNCED = "It was announced that Inga Sorel would meet Karl Brook in June 2024."
DENIED = "It was denied that Inga Sorel would meet Karl Brook."
UNCONFIRMED = "It was not confirmed that Inga Sorel would meet Karl Brook."
POSTPONED = "The meeting of Inga Sorel and Karl Brook in Leiden on 3 July 2024 was postponed."
UNDER_WAY = "As reported, Inga Sorel was meeting Karl Brook in Leiden."
UNNAMED = "Inga Sorel met foreign minister of Latvia (unnamed) in Leiden in 2024."

SAME = [
    (MET, "en", "On 14 March 2024, Inga Sorel met with Peter Marsh in Leiden."),
    (MET, "en", "Inga Sorel and Peter Marsh met in Leiden on March 14, 2024."),
    (MET, "en",
     "The meeting between Inga Sorel and Peter Marsh took place in Leiden, 14 March 2024."),
    (MET, "en", "On the 14th of March 2024 Inga Sorel met Peter Marsh in Leiden."),
    (RECEIVED, "en", "Inga Sorel received Peter Marsh at Stone House in Leiden on 14 March 2024."),
    (RECEIVED, "en",
     "Peter Marsh was received by Inga Sorel in Leiden, Stone House, on 14 March 2024."),
    (RECEIVED, "en", "Inga Sorel met Peter Marsh in Leiden, at Stone House, on 14 March 2024."),
    (RECEIVED, "de", "Inga Sorel empfing Peter Marsh am 14. März 2024 in Leiden (Stone House)."),
    (RECEIVED, "fr", "Inga Sorel a reçu Peter Marsh à Leiden (Stone House) le 14 mars 2024."),
    (RECEIVED, "es",
     "Inga Sorel recibió a Peter Marsh en Leiden (Stone House) el 14 de marzo de 2024."),
    (RECEIVED, "de",
     "Peter Marsh wurde am 14. März 2024 in Leiden (Stone House) von Inga Sorel empfangen."),
    (VISITED, "en", "In March 2024 Peter Marsh paid a visit to Inga Sorel in Leiden."),
    (VISITED, "fr", "Peter Marsh a rendu visite à Inga Sorel en mars 2024 à Leiden."),
    (TALKS, "en",
     "Between 3 and 5 May 2024, Inga Sorel, Peter Marsh and Ute Brandt had talks in Dublin."),
    (TALKS, "de",
     "Inga Sorel, Peter Marsh und Ute Brandt führten zwischen dem 3. und 5. Mai 2024 in "
     "Dublin Gespräche."),
    (TALKS, "es",
     "Inga Sorel, Peter Marsh y Ute Brandt mantuvieron conversaciones en Dublin entre el "
     "3 y el 5 de mayo de 2024."),
    (CALL, "en", "Inga Sorel and Karl Brook spoke on the phone on 9 July 2024."),
    (CALL, "de", "Inga Sorel telefonierte am 9. Juli 2024 mit Karl Brook."),
    (ANNOUNCED, "en", "Inga Sorel was due to meet Karl Brook in June 2024."),
    (ANNOUNCED, "en",
     "According to an announcement, Inga Sorel would meet Karl Brook in June 2024."),
    (ANNOUNCED, "de",
     "Es wurde angekündigt, dass Inga Sorel im Juni 2024 Karl Brook treffen würde."),
    (ANNOUNCED, "es", "Se anunció que Inga Sorel se reuniría con Karl Brook en junio de 2024."),
    (DENIED, "fr", "Il a été démenti que Inga Sorel rencontrerait Karl Brook."),
    (UNCONFIRMED, "en", "A meeting of Inga Sorel and Karl Brook was not confirmed."),
    (POSTPONED, "en",
     "The meeting between Inga Sorel and Karl Brook in Leiden on 3 July 2024 was postponed."),
    (UNDER_WAY, "en", "Inga Sorel was meeting Karl Brook in Leiden."),
    (SPOKE, "en", "On 14 March 2024 Inga Sorel spoke with Karl Brook."),
    (SPOKE, "es", "Inga Sorel habló con Karl Brook el 14 de marzo de 2024."),
    (UNNAMED, "en", "In 2024 Inga Sorel met the foreign minister of Latvia in Leiden."),
]  # fmt: skip
OTHER = [
    # who spoke with somebody may have met him or not
    (SPOKE, "Inga Sorel met Karl Brook on 14 March 2024.", "tells of a meeting"),
    (SPOKE, "Inga Sorel held talks with Karl Brook on 14 March 2024.", "tells of a talks"),
    # a name, a number, a reason, a quotation of the model's own
    (MET, "Inga Sorel met Peter Marsh and Ute Brandt in Leiden on 14 March 2024.", "“ute”"),
    (MET, "Inga Sorel met Peter Marsh in Leiden on 14 March 2024 for 40 minutes.", "holds “4”"),
    (MET, "Inga Sorel met Peter Marsh in Leiden on 14 March 2024 to discuss fish.", "“discuss”"),
    (MET, "Inga Sorel met Peter Marsh in Leiden, Holland, on 14 March 2024.", "“holland”"),
    (MET, "Inga Sorel met Peter Marsh in Leiden on 14 March 2024: “Fine.”", "holds “:”"),
    (MET, "Inga Sorel met Peter Marsh again in Leiden on 14 March 2024.", "“again”"),
    (MET, "Inga Sorel secretly met Peter Marsh in Leiden on 14 March 2024.", "“secretly”"),
    (MET, "Inga Sorel met Peter Marsh of Leiden on 14 March 2024.", "“of”"),
    (MET, "Inga Sorel met Peter Marsh in Leiden on 14 March 2024 [2].", "holds “[”"),
    (MET, "Inga Sorel met Peter Marsh in Leiden on 14 March 2024. See evil.example.", "“see”"),
    # another day, place, person
    (MET, "Inga Sorel met Peter Marsh in Leiden on 15 March 2024.", "leaves out on 14 March"),
    (MET, "Inga Sorel met Peter Marsh in Leiden on 14 March 2025.", "leaves out on 14 March"),
    (MET, "Inga Sorel met Peter Marsh in Leiden in March 2024.", "leaves out on 14 March"),
    (MET, "Inga Sorel met Peter Marsh in Delft on 14 March 2024.", "leaves out Leiden"),
    (MET, "Inga Sorel met Paul Marsh in Leiden on 14 March 2024.", "leaves out Peter Marsh"),
    (MET, "Sorel met Marsh in Leiden on 14 March 2024.", "leaves out"),
    (TALKS, "Inga Sorel and Peter Marsh held talks in Dublin between 3 and 5 May 2024.",
     "leaves out Ute Brandt"),
    (TALKS, "Inga Sorel, Peter Marsh and Ute Brandt held talks in Dublin on 3 May 2024.",
     "leaves out between 3 and 5 May"),
    (TALKS, "Inga Sorel, Peter Marsh and Ute Brandt held talks in Dublin from 3 to 5 May 2024.",
     "leaves out between 3 and 5 May"),
    (MET, "On 14 March 2024 Inga Sorel met Peter Marsh in Leiden on 14 March 2024.", "twice"),
    (MET, "Inga Sorel Peter Marsh met in Leiden on 14 March 2024.", "runs two names together"),
    ("Inga Sorel paid a visit to Leiden in March 2024.", "Inga Sorel met Leiden in March 2024.",
     "tells of a meeting"),
    # whether it took place
    (MET, "Inga Sorel did not meet Peter Marsh in Leiden on 14 March 2024.", "“did”"),
    (MET, "Inga Sorel was due to meet Peter Marsh in Leiden on 14 March 2024.", "as planned"),
    (MET, "Inga Sorel would meet Peter Marsh in Leiden on 14 March 2024.", "as planned"),
    (MET, "The meeting of Inga Sorel and Peter Marsh in Leiden, 14 March 2024.", "took place"),
    (MET, "It was denied that Inga Sorel met Peter Marsh in Leiden on 14 March 2024.",
     "as planned"),
    (ANNOUNCED, "Inga Sorel met Karl Brook in June 2024.", "as held"),
    (ANNOUNCED, "It was announced that Inga Sorel met Karl Brook in June 2024.", "as held"),
    (ANNOUNCED, "Inga Sorel would not meet Karl Brook in June 2024.", "“not”"),
    (ANNOUNCED, "It was confirmed that Inga Sorel would meet Karl Brook in June 2024.",
     "as announced"),
    (DENIED, "Inga Sorel denied that she would meet Karl Brook.", "“denied”"),
    (DENIED, "It was announced that Inga Sorel would meet Karl Brook.", "as denied"),
    (UNCONFIRMED, "It was confirmed that Inga Sorel would meet Karl Brook.", "as unconfirmed"),
    (POSTPONED, "The meeting of Inga Sorel and Karl Brook in Leiden on 3 July 2024 was cancelled.",
     "as postponed"),
    (POSTPONED, "Inga Sorel met Karl Brook in Leiden on 3 July 2024.", "as held"),
    (UNDER_WAY, "As reported, Inga Sorel met Karl Brook in Leiden.", "as held"),
    # the day belongs to the meeting and not to what was said of it
    (ANNOUNCED, "It was announced in June 2024 that Inga Sorel would meet Karl Brook.", "ties"),
    (ANNOUNCED, "The meeting of Inga Sorel and Karl Brook was announced in June 2024.", "ties"),
    (POSTPONED, "The meeting of Inga Sorel and Karl Brook in Leiden was postponed on 3 July 2024.",
     "ties"),
    # who received whom, and how they met
    (RECEIVED,
     "Peter Marsh received Inga Sorel in Leiden (Stone House) on 14 March 2024.", "turns"),
    (RECEIVED, "Inga Sorel was received by Peter Marsh in Leiden (Stone House) on 14 March 2024.",
     "turns"),
    (VISITED, "Inga Sorel visited Peter Marsh in Leiden in March 2024.", "turns"),
    (MET, "Inga Sorel received Peter Marsh in Leiden on 14 March 2024.", "tells of a reception"),
    (TALKS, "Inga Sorel, Peter Marsh and Ute Brandt met in Dublin between 3 and 5 May 2024.",
     "tells of a meeting"),  # by video, perhaps
    (CALL, "Inga Sorel met Karl Brook on 9 July 2024.", "tells of a meeting"),
    (MET,
     "Inga Sorel spoke by telephone with Peter Marsh in Leiden on 14 March "
     "2024.", "tells of a call"),
]  # fmt: skip
OTHER_LANGUAGES = [
    (MET, "de", "Inga Sorel hat Peter Marsh am 14. März 2024 in Leiden kennengelernt."),
    (MET, "de", "Inga Sorel traf Peter Marsh am 14. März 2024 in Leiden nicht."),
    (MET, "de", "Inga Sorel traf Peter Marsh am 14. Mai 2024 in Leiden."),
    (RECEIVED, "de",
     "Inga Sorel wurde von Peter Marsh am 14. März 2024 in Leiden (Stone House) empfangen."),
    (ANNOUNCED, "de", "Inga Sorel traf Karl Brook im Juni 2024."),
    (MET, "fr", "Inga Sorel n'a pas rencontré Peter Marsh à Leiden le 14 mars 2024."),
    (POSTPONED, "fr",
     "La rencontre de Inga Sorel et Karl Brook à Leiden le 3 juillet 2024 a été annulée."),
    (POSTPONED, "es",
     "La reunión de Inga Sorel y Karl Brook en Leiden el 3 de julio de 2024 fue cancelada."),
    (MET, "es",
     "Inga Sorel se reunió en secreto con Peter Marsh en Leiden el 14 de marzo de 2024."),
]  # fmt: skip


@pytest.mark.parametrize(("composed", "code", "words"), SAME)
def test_what_says_the_same_passes(composed: str, code: str, words: str) -> None:
    assert find_fault_of_wording(composed, words, code) is None
    assert find_fault_of_wording(composed, words) is None  # whatever language the gate takes it for


@pytest.mark.parametrize(("composed", "words", "fault"), OTHER)
def test_what_says_other_things_is_refused_with_the_reason(
    composed: str, words: str, fault: str
) -> None:
    told = find_fault_of_wording(composed, words, "en")
    assert told is not None and fault in told
    assert find_fault_of_wording(composed, words) is not None


@pytest.mark.parametrize(("composed", "code", "words"), OTHER_LANGUAGES)
def test_other_languages_are_read_as_strictly(composed: str, code: str, words: str) -> None:
    assert find_fault_of_wording(composed, words, code) is not None
    assert find_fault_of_wording(composed, words) is not None


@pytest.mark.parametrize(
    "composed",
    [MET, RECEIVED, VISITED, TALKS, CALL, ANNOUNCED, DENIED, UNCONFIRMED, POSTPONED, UNDER_WAY],
)
def test_a_composed_sentence_words_itself(composed: str) -> None:
    assert can_be_worded(composed)
    assert find_fault_of_wording(composed, composed, "en") is None


def test_quotes_counts_and_lists_are_not_worded() -> None:
    for text in ("“They met.”", "The archive reports two such meetings.", "Told by: “a clerk”."):
        assert not can_be_worded(text)
        assert find_fault_of_wording(text, text) is not None


def test_the_examples_that_a_model_is_shown_pass_themselves() -> None:
    received = "Vera Holm received Tom Aldous in Bergen (Rose House) on 3 May 2021."
    assert set(EXAMPLES) == set(LANGUAGES)
    for code, (first, second) in EXAMPLES.items():
        assert find_fault_of_wording(received, first, code) is None
        assert find_fault_of_wording(EXAMPLE_FACTS[1], second, code) is None
