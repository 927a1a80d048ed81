"""Questions that have undone what was done, or give an invitation, a joke or a talk to another: put
right, or let stand. Every story is invented.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from diary import build_diary

from index.archive import Archive
from qa import ask

STORIES = {
    "walk.txt": (
        "Stone on the pier\n\n"
        "RIGA, May 4, 2019. Norwegian Foreign Minister Anna Stone took a stroll along the pier in "
        "Riga on Friday. Latvian Mayor Olav Moe waited in the harbour office.\n"
    ),
    "canal.txt": (
        "Canal pact signed\n\n"
        "TURKU, June 8, 2019. The canal treaty was signed in Turku on Friday in green ink. Mayor "
        "Tove Lund passed the pen.\n"
    ),
    "canal-first.txt": (
        "Canal pact put off\n\n"
        "TURKU, June 1, 2019. The canal treaty will not be signed in Turku this week, the mayor's "
        "office said.\n"
    ),
    "organ.txt": (
        "The organ\n\n"
        "VIK, July 3, 2019. Pastor Ines Falk sold the church organ in Vik on Monday. The choir of "
        "Vik did not repair the belfry. Rut Holm may buy the old ferry.\n"
    ),
    "raft.txt": (
        "Two on a raft\n\n"
        "CORK, July 9, 2019. Karl Wolf painted the long raft in Cork after Dora Krag had left. "
        "The launch of the tug was postponed on Monday.\n"
    ),
    "trip.txt": (
        "Stone comes to Oslo\n\n"
        "NARVA, August 3, 2019. Estonian Foreign Minister Rein Saar is coming to Vilnius on the "
        "invitation of the Lithuanian Ministry of Foreign Affairs to talk of eels, spokesman Jan "
        "Tusk said.\n"
    ),
    "loan.txt": (
        "A loan\n\n"
        "BERN, August 9, 2019. The quay in Thun was closed at the request of Mayor Urs Amsel, the "
        "port said. The mill was bought by Beat Koch in May.\n"
    ),
    "meetings.txt": (
        "Meetings\n\n"
        "BERN, March 9, 2019. Swiss Mayor Urs Amsel met Councillor Reto Frei in Thun on Friday, "
        "March 8. Swiss banker Beat Koch met Reto Frei in Chur on March 7. Lithuanian President "
        "Aldona Ruk met Swiss President Lea Blum in Bern on March 6.\n"
    ),
    "umbrella.txt": (
        "A red umbrella\n\n"
        "GDANSK, September 5, 2019. Polish President Jan Zych, who met Danish Premier Karen Friis "
        "in the castle, said, laughing, that he was sorry that Friis had come with a torn "
        "umbrella.\n\n"
        "Polish Foreign Minister Piotr Wrona said that the fish talks had gone well.\n"
    ),
    "nets.txt": (
        "Nets\n\n"
        "PORI, September 9, 2019. “Talks go on, but we cannot say that the prices are falling,” "
        "palace spokesman Eino Salo told reporters on Monday. On Tuesday Salo said that the nets "
        "were cheaper.\n"
    ),
    "fourth.txt": (
        "Dala in Genoa\n\n"
        "GENOA, October 4, 2019. Greek Trade Minister Nikos Dala arrived in Genoa on Friday, met "
        "by a brass band. This is Dala's fourth visit to Genoa since May 2018.\n"
    ),
    "call.txt": (
        "A call\n\n"
        "DUBLIN, November 7, 2019. Irish Premier Finn Daly praised the cod pact. It came up in a "
        "telephone conversation between Irish President Nora Quin and Maltese President Rosa "
        "Grech, held on November 5. Daly flew home.\n"
    ),
    "fair.txt": (
        "Fair\n\n"
        "BONN, July 30, 2019. Swiss Minister Otto Egli signed for Zug at the Bonn summit on July "
        "29. He had been invited to a summit in Bonn in July 2018.\n"
    ),
}


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with build_diary(tmp_path_factory.mktemp("done"), STORIES) as archive:
        yield archive


@pytest.mark.parametrize(
    ("question", "words"),
    [
        # done all the same, in the same words or in others
        ("Why was the canal treaty in Turku never signed?", "was signed in Turku"),
        ("Why did Falk never sell the church organ?", "sold the church organ"),
        ("Why did Wolf not paint the long raft?", "painted the long raft"),
        ("Why didn't Wolf paint the long raft?", "painted the long raft"),
        # by another's invitation or request
        ("When did Ruk invite Saar to Vilnius to talk of eels?", "invitation of the Lithuanian"),
        ("Why did Frei buy the mill in May 2019?", "bought by Beat Koch"),
        # words of another, or the opposite of his
        ("What did Wrona joke about Friis's torn umbrella?", "President Jan Zych"),
        ("On what day did Salo announce that the prices were falling?", "cannot say"),
        # for the first time
        ("How was Dala greeted when in October 2019 he came to Genoa for the first time?",
         "fourth visit"),
        # between two, of whom he is none
        ("What did Daly tell Grech in their conversation of 5 November 2019?", "Nora Quin"),
    ],
)  # fmt: skip
def test_put_right(diary: Archive, question: str, words: str) -> None:
    answer = ask(diary, question)
    assert answer.outcome == "premise_corrected" and words in answer.text, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Why did the choir of Vik not repair the belfry?",
        "Why did Krag not paint the long raft?",  # another did
        "Why did Moe call off his walk along the pier?",  # another walked
        "Why did Stone call off her walk along the pier?",  # what was begun may be ended
        "Why did Frei request that the quay in Thun be closed?",  # others may have asked, too
        "Why was the canal treaty in Turku not signed?",  # it was not, at first
        "Why was the launch of the tug called off?",
        "Why did Holm never buy the old ferry?",  # he still may
        "Why did Falk not sell the church organ earlier?",
        "Why did Wolf not paint the long raft in Vik?",  # elsewhere
        "When did Amsel request that the quay in Thun be closed?",
        "When was Saar invited to Vilnius?",
        "What did Zych joke about Friis's torn umbrella?",
        "What did Wrona say about the fish talks?",
        "On what day did Salo say that the nets were cheaper?",
        "How was Dala greeted when in October 2019 he came to Genoa?",
        "What did Quin tell Grech in their conversation of 5 November 2019?",
        "What did Daly tell Grech on 7 November 2019?",
        "Who represented Zug at the Bonn summit of July 2019?",
    ],
)
def test_lets_stand(diary: Archive, question: str) -> None:
    answer = ask(diary, question)
    assert answer.outcome != "premise_corrected", answer.text
