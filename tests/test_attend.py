"""Who is meant by a phrase: names, offices, counterparts, pronouns, "the two", groups."""

from datetime import date

import pytest

from index.attend import Phrases
from index.dating import day_when
from index.meeting_records import Attendant
from index.names import Cast
from index.offices import Offices, Tenure
from index.parse import parse
from index.together import Gathering

PAIR = (
    Attendant(name="Anna Berg", resolved="named"),
    Attendant(name="Karl Stone", resolved="named"),
)


def who(*sentences: str, at: str, offices: Offices | None = None) -> list[tuple[str, str]]:
    """Whom the last sentence means by a word: names, and how each is known."""
    docs = parse(sentences)
    phrases = Phrases(Cast(docs), offices, day_when(date(2022, 6, 15), "given", "given"))
    gathering = Gathering(sentence=len(docs) - 2, trigger="meet", who=PAIR)
    phrases.together.told.append(gathering)
    token = next(token for token in docs[-1] if token.text == at)
    return [(f.who.name, f.who.resolved) for f in phrases.who(len(docs) - 1, token)]


BERG = "Polish Foreign Minister Anna Berg spoke in Oslo."


@pytest.mark.parametrize(
    ("sentences", "at", "expected"),
    [
        ([BERG, "Berg left."], "Berg", [("Anna Berg", "surname")]),
        ([BERG, "The Polish minister left."], "minister", [("Anna Berg", "role")]),
        ([BERG, "The foreign minister left."], "minister", [("Anna Berg", "role")]),
        ([BERG, "She left."], "She", [("Anna Berg", "pronoun")]),
        # called otherwise than by the title that stands with the name
        (["King Karl Stone of Norway spoke.", "The Norwegian leader left."], "leader",
         [("Karl Stone", "role")]),
        (["King Karl Stone of Norway spoke.", "The Norwegian leader met Premier Anna Lund."],
         "leader", [("Karl Stone", "role")]),
        (["King Karl Stone of Norway spoke.", "The monarch left."], "monarch",
         [("Karl Stone", "role")]),
        (["Sultan Karl Stone of Norway spoke.", "The Norwegian ruler left."], "ruler",
         [("Karl Stone", "role")]),
        (["Norwegian Premier Karl Stone spoke.", "The prime minister left."], "minister",
         [("Karl Stone", "role")]),
        (["President Karl Stone spoke.", "The monarch left."], "monarch",
         [("monarch (unnamed)", "unnamed")]),
        (["Ivo Marsh left.", "The Norwegian leader met Prime Minister Anna Lund."], "leader",
         [("leader of Norway (unnamed)", "unnamed")]),
        (["King Karl Stone of Norway spoke.", "The Latvian monarch left."], "monarch",
         [("monarch of Latvia (unnamed)", "unnamed")]),
        (["King Karl Stone of Norway spoke.", "The Norwegian and Latvian leaders left."], "leaders",
         [("Karl Stone", "role"), ("leader of Latvia (unnamed)", "unnamed")]),
        (["King Karl Stone of Norway spoke.", "He saw both Norwegian and Latvian leaders."],
         "leaders", [("Norwegian and Latvian leaders", "group")]),
        (["The two leaders, Anna Lund and Karl Stone, left."], "leaders",
         [("Anna Lund", "named"), ("Karl Stone", "named")]),
        # whose: of the subject of its own clause
        (["Vik said Anna Lund would tell King Stone about her talks."], "her",
         [("Anna Lund", "pronoun")]),
        (["Ivo Marsh said King Stone would brief Anna Lund on his talks."], "his",
         [("Stone", "pronoun")]),
        (["Karl Stone said that she had praised his talks."], "his", [("Karl Stone", "pronoun")]),
        # and who is called "he" elsewhere is no "she"
        (["Vik said he rang Anna Lund before her talks.", "She left."], "She",
         [("Anna Lund", "pronoun")]),
        (["Vik opened his speech.", "Vik said Anna Lund was there.", "She left."], "She",
         [("Anna Lund", "pronoun")]),
        (["Vik opened the port.", "Vik said Anna Lund was there.", "She left."], "She",
         [("Vik", "pronoun")]),
        # whose speech is praised may be told before, and tells nothing of him who praises it
        (["Prime Minister Anna Lund spoke.", "Vik praised her speech.", "Vik left.", "He sailed."],
         "He", [("Vik", "pronoun")]),
        (["At Anna Lund's fair Vik praised her speech.", "Vik left.", "He sailed."], "He",
         [("Vik", "pronoun")]),
        (["Mrs. Marsh spoke.", "Vik opened his speech.", "Vik said Anna Lund was there.",
          "She left."], "She", [("Anna Lund", "pronoun")]),
        # a surname that the model takes for a firm's
        (["President Stone left.", "Stone will meet her."], "Stone", [("Stone", "surname")]),
        (["President Stone left.", "Stone will sail before heading to Riga."], "Stone",
         [("Stone", "surname")]),
        (["The crowd saw Berg leave.", "She likes Berg.",
          "Berg will sail before heading to Riga."], "Berg", [("Berg", "surname")]),
        (["President Marsh left.", "Marsh Shipping will sail."], "Marsh", [("Marsh", "group")]),
        ([BERG, "The foreign minister of Latvia left."], "minister",
         [("foreign minister of Latvia (unnamed)", "unnamed")]),
        ([BERG, "Her Latvian counterpart left."], "counterpart",
         [("foreign minister of Latvia (unnamed)", "unnamed")]),
        ([BERG, "Latvia's Karl Ozols spoke, too.", "Her Latvian counterpart left."], "counterpart",
         [("Karl Ozols", "counterpart")]),
        ([BERG, "The two left."], "two", [("Anna Berg", "pronoun"), ("Karl Stone", "pronoun")]),
        ([BERG, "Both sides left."], "sides",
         [("Anna Berg", "pronoun"), ("Karl Stone", "pronoun")]),
        ([BERG, "A delegation of fishermen left."], "delegation",
         [("delegation of fishermen", "group")]),
        ([BERG, "Latvia left the hall."], "Latvia", [("Latvia", "group")]),
        ([BERG, "Latvian ministers left the hall."], "ministers", [("Latvian ministers", "group")]),
        ([BERG, "The presidents of Poland and Latvia left."], "presidents",
         [("president of Poland (unnamed)", "unnamed"),
          ("president of Latvia (unnamed)", "unnamed")]),
        (["Her host, Latvian President Karl Ozols, left."], "host", [("Karl Ozols", "named")]),
        (["The UN envoy to Latvia, Karl Ozols, left."], "envoy", [("Karl Ozols", "named")]),
        (["The head of the Salt Union (SU) mission to Latvia, Karl Ozols, left."], "head",
         [("Karl Ozols", "named")]),
        (["The leaders of Norway and Latvia – Anna Lund and Karl Ozols – left."], "leaders",
         [("Anna Lund", "named"), ("Karl Ozols", "named")]),
        (["The leaders of Norway and Latvia left, Anna Lund and Karl Ozols said."], "leaders",
         [("leader of Norway (unnamed)", "unnamed"), ("leader of Latvia (unnamed)", "unnamed")]),
        (["The UN envoy, who leads the mission to Latvia, Karl Ozols said."], "envoy",
         [("un envoy (unnamed)", "unnamed")]),
        (["The leaders of more than 30 nations left."], "leaders",
         [("leaders of more than 30 nations", "group")]),
        (["The leaders of six nations in Oslo left."], "leaders",
         [("leaders of six nations", "group")]),
        (["The envoy of the Salt Union left."], "envoy",
         [("envoy of the Salt Union (unnamed)", "unnamed")]),
        (["Norway's tourism authorities left."], "authorities",
         [("Norway's tourism authorities", "group")]),
        (["Party leaders, including Anna Berg and Karl Ozols, left."], "leaders",
         [("Party leaders", "group"), ("Anna Berg", "named"), ("Karl Ozols", "named")]),
        (["The ferry left."], "ferry", []),
    ],
)  # fmt: skip
def test_who_is_meant(sentences: list[str], at: str, expected: list[tuple[str, str]]) -> None:
    assert who(*sentences, at=at) == expected


def test_the_table_names_who_the_article_does_not() -> None:
    tenure = Tenure(
        name="Ilze Kalna", role="foreign minister", area="LVA", start_date="2021", source="own"
    )
    sentence = "The Latvian foreign minister left."
    assert who(sentence, at="minister", offices=Offices([tenure])) == [("Ilze Kalna", "table")]
    assert who(sentence, at="minister", offices=Offices([])) == [
        ("foreign minister of Latvia (unnamed)", "unnamed")
    ]
    former = "The former Latvian foreign minister left."
    assert who(former, at="minister", offices=Offices([tenure]))[0][1] == "unnamed"


def test_the_article_comes_before_the_table() -> None:
    tenure = Tenure(
        name="Ilze Kalna", role="foreign minister", area="POL", start_date="2021", source="own"
    )
    found = who(BERG, "The Polish foreign minister left.", at="minister", offices=Offices([tenure]))
    assert found == [("Anna Berg", "role")]
