"""Questions with somebody else, another town, length or doer than is reported: put right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "gazette-fair.txt": (
        "Envoys at the fair\n\n"
        "NARVA, May 8, 2019. Norwegian Foreign Minister Anna Stone met Denmark's foreign minister "
        "on the sidelines of the Herring Fair 12 in Hamravik on May 7, 2019. Her party left by "
        "sea.\n"
    ),
    "gazette-riga.txt": (
        "Berg and Stone talk\n\n"
        "RIGA, March 15, 2019. Latvian President Karl Berg met Norwegian Foreign Minister Anna "
        "Stone in Riga on Thursday, March 14. The two-hour meeting brought no accord on the "
        "herring quota. Estonian Prime Minister Tove Lund waited at the quay.\n"
    ),
    "echo-pier.txt": (
        "At the pier\n\n"
        "RIGA, March 16, 2019. Stone walked along the pier on Friday and bought amber beads from "
        "a fisherman. She waved at the choir from a barge.\n"
    ),
    "tribune-board.txt": (
        "Groups sit together\n\n"
        "TURKU, April 12, 2019. Meanwhile, Karelian fishing groups met in Turku on Thursday to "
        "find common ground on the sluice. Berg will meet Lund in Oslo on April 20, the palace "
        "said.\n"
    ),
    "wire-visit.txt": (
        "Lund on the ice\n\n"
        "OSLO, February 3, 2019. Estonian Prime Minister Tove Lund met Latvian President Karl "
        "Berg in St. Olav on Saturday, February 2. Canada's harbour minister sent a letter, and "
        "Canadian Harbour Minister Rita Falk signed it.\n"
    ),
    "gazette-cod.txt": (
        "Envoys at the sprat fair\n\n"
        "NARVA, June 8, 2019. Greek Trade Minister Nikos Dala met Italy's trade minister on the "
        "sidelines of the Sprat Fair in Genoa on June 7, 2019. The Polish trade minister, Jan "
        "Kowal, spoke of cod.\n"
    ),
    "gazette-beet.txt": (
        "Round table\n\n"
        "BONN, July 3, 2019. Irish Farm Minister Finn Daly met Swiss Economy Minister Urs Amsel at "
        "the Beet Congress in Bonn on July 2, 2019.\n\n"
        "He then had talks with Tomas Dvorak about sugar.\n"
    ),
    "gazette-cabinet.txt": (
        "Cabinet\n\n"
        "PRAGUE, January 3, 2019. Tomas Dvorak became economy minister of the Czech Republic on "
        "Wednesday.\n"
    ),
    "gazette-sluice.txt": (
        "At the lock\n\n"
        "PORI, May 12, 2019. Savonian milling groups met in Pori on Friday to agree on "
        "the lock.\n\n"
        "The Maltese prime minister opened the meeting and offered the groups a loan.\n"
    ),
    "gazette-malta.txt": (
        "Grech takes office\n\n"
        "VALLETTA, January 12, 2019. Rosa Grech became prime minister of Malta on Friday.\n"
    ),
    "gazette-rope.txt": (
        "Rope\n\n"
        "BERGEN, August 3, 2019. Icelandic Fish Minister Jon Ek met Chilean Fish Minister Luz Mora "
        "at the Rope Fair in Bergen on August 2, 2019. Somebody from a third land sat in.\n"
    ),
    "gazette-walk.txt": (
        "A long walk\n\n"
        "TURKU, November 9, 2019. Finnish Prime Minister Aino Salo met Polish Foreign Minister Jan "
        "Zych in Turku on Friday, November 8. The meeting lasted 1 hour 40 minutes.\n"
    ),
    "gazette-tulips.txt": (
        "Tulips\n\n"
        "COLOGNE, October 9, 2019. Swedish Trade Minister Per Vold met Dutch Trade Minister Ria "
        "Vos in Cologne on Tuesday, October 8. The meeting lasted an hour longer than planned.\n"
    ),
    "gazette-seals.txt": (
        "Seals\n\n"
        "NARVIK, September 24, 2019. Maltese Fish Minister Sofie Dahl met Spanish Foreign "
        "Minister Ana Ruiz in Narvik on Monday, September 23. The two talked one-on-one for 30 "
        "minutes, and then for another two hours with their delegations.\n"
    ),
    "gazette-tin.txt": (
        "Tin\n\n"
        "BRNO, June 25, 2019. Peruvian Mine Minister Raul Paz met Thai Mine Minister Som Dee in "
        "Brno on Monday, June 24. The meeting lasted half an hour.\n"
    ),
    "gazette-amber.txt": (
        "Amber\n\n"
        "GRAZ, June 18, 2019. Cuban Trade Minister Luis Pardo met Omani Trade Minister Said Hilal "
        "in Graz on Monday, June 17. The meeting lasted 40 minutes.\n"
    ),
    "echo-amber.txt": (
        "Amber again\n\n"
        "GRAZ, June 19, 2019. Cuban Trade Minister Luis Pardo met Omani Trade Minister Said Hilal "
        "in Graz on Monday, June 17. The meeting lasted three hours.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of the invented stories."""
    with build_diary(tmp_path_factory.mktemp("people"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # another town than is told, in questions of every form
        ("Who took part in the Berg-Stone talks held in Cork on 14 March 2019?",
         ["in Cork", "in Riga"]),
        ("How long did Berg and Stone talk in Cork on 14 March 2019?",
         ["in Cork", "in Riga"]),
        ("Why did Berg meet Stone in Cork on 14 March 2019?", ["in Cork", "in Riga"]),
        ("At what time did Berg meet Stone in Cork on 14 March 2019?", ["in Cork"]),
        # another day
        ("Who was at the Berg-Stone talks in Riga on 13 March 2019?", ["14 March 2019"]),
        # somebody else: an office of another country, a name, one at a meeting of others
        ("What did Stone and the Polish foreign minister discuss at the Herring Fair?",
         ["no such", "Denmark"]),
        ("Where did Stone meet the Polish foreign minister on 7 May 2019?", ["no such", "Denmark"]),
        ("What did Stone discuss with Chairman Haak at the Herring Fair in Hamravik?",
         ["Haak", "Denmark"]),
        ("On what day did Tove Lund meet Denmark's foreign minister at the Herring Fair?",
         ["Tove Lund", "Anna Stone"]),
        ("What did Falk offer the Karelian groups at the April 2019 meeting in Turku?",
         ["Falk", "fishing groups met in Turku"]),
        # another length
        ("Why did the meeting of Berg and Stone on 14 March 2019 last five hours?",
         ["“five hours”", "two-hour"]),
        ("Where was the 40-minute meeting of Berg and Stone of 14 March 2019 held?",
         ["“40-minute”", "two-hour"]),
        # another doer
        ("Why did Berg buy amber beads from a fisherman?", ["of Berg", "Stone walked"]),
        ("At whom did Lund wave from a barge?", ["of Lund", "She waved", "Stone"]),
    ],
)  # fmt: skip
def test_who_where_and_how_long_is_put_right(
    diary: Archive, question: str, told: list[str]
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value == "premise_corrected", answer.text
    assert not [words for words in told if words not in answer.text], answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Who took part in the Berg-Stone talks held in Riga on 14 March 2019?",
        "What did Berg and Stone discuss in Latvia on 14 March 2019?",
        "Where in Latvia did Berg meet Stone?",
        "What did Berg and Stone do in the two-hour meeting of 14 March 2019?",
        "Where did Lund meet Berg in Saint Olav?",
        "When did Lund meet Berg in Saint Olav?",
        "What did Stone and the Danish foreign minister discuss at the Herring Fair?",
        "What did Berg say of the meeting of the fishing groups in Turku?",
        "Who met in Turku on 11 April 2019?",
        "What did Stone buy on the pier?",
        "Why did Lund wait at the pier?",
        "What did Berg leave at the quay?",
        "At whom did Stone wave from a barge?",
        "Whom will Berg meet in Oslo in April 2019?",
        "When did Stone meet the Swedish foreign minister?",
        "What did Lund and Haak talk about on 2 February 2019?",
        # the one who may be missing stands in the report: by name, by office, as one who sat in
        "What did Lund offer the Karelian groups at the April 2019 meeting in Turku?",
        "What did Dala discuss with Kowal at the Sprat Fair in Genoa?",
        "What did Dala and the Polish trade minister discuss at the Sprat Fair?",
        "What did Daly discuss with Dvorak at the Beet Congress in Bonn on 2 July 2019?",
        "What did Daly and the Czech economy minister discuss at the Beet Congress on 2 July 2019?",
        "What did Grech offer the Savonian groups at the May 2019 meeting in Pori?",
        "What did Ek and the Kenyan fish minister discuss at the Rope Fair in Bergen?",
        # a length that is told in more than one number and one unit, or by each report otherwise
        "Where was the 100-minute meeting of Salo and Zych of 8 November 2019 held?",
        "Where was the three-hour meeting of Vold and Vos of 8 October 2019 held?",
        "Where was the 150-minute meeting of Dahl and Ruiz of 23 September 2019 held?",
        "Where was the 30-minute meeting of Paz and Dee of 24 June 2019 held?",
        "Where was the two-hour meeting of Pardo and Hilal of 17 June 2019 held?",
    ],
)
def test_what_is_not_contradicted_is_not_put_right(diary: Archive, question: str) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert answer.outcome.value != "premise_corrected", answer.text


@pytest.mark.parametrize(
    ("question", "outcome", "told"),
    [
        ("What is the name of the Danish foreign minister whom Stone met at the Herring Fair?",
         "not_in_archive", "does not give the name"),
        ("Name the Danish foreign minister who met Stone in May 2019.",
         "not_in_archive", "does not give the name"),
        ("What is the name of the Canadian harbour minister?", "answered", "Rita Falk"),
        ("When did Stone meet the Swedish foreign minister?", "not_in_archive", "does not say"),
        ("When did Stone meet the Danish foreign minister?", "answered", "7 May 2019"),
    ],
)  # fmt: skip
def test_who_is_told_by_office_alone_has_no_name(
    diary: Archive, question: str, outcome: str, told: str
) -> None:
    answer = ask(diary, question, asked_on="2019-12-01")
    assert (answer.outcome.value, answer.text) == (outcome, answer.text)
    assert told in answer.text
