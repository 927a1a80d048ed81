"""What a question leaves open, and what no archive of news in English can be asked."""

from __future__ import annotations

import pytest
from asked_rows import ASKED_ON

from qa.question.understand import understand


@pytest.mark.parametrize(
    ("question", "pronoun"),
    [
        ("When did he meet Stone?", "he"),
        ("What did she say about the ferry?", "she"),
        ("Where in Oslo did she meet Stone?", "she"),
        ("And what did they say about it?", "they"),
        ("Whom did he see on 3 May 2019?", "he"),
        ("Which minister said that he would come to Oslo?", None),
        ("Who said that she would resign?", None),
        ("Did Berg say whom she met?", None),
        ("Did the skipper say what he saw?", None),
        ("In her speech, what did Berg promise?", None),
        ("What was the Sea Gull carrying when she sank?", None),
        ("Why did they sign the ferry protocol in Oslo?", None),
    ],
)
def test_a_pronoun_before_anybody_is_named_is_open(question: str, pronoun: str | None) -> None:
    assert understand(question, asked_on=ASKED_ON).open_pronoun == pronoun


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        ("Wann hat Berg die Ministerin getroffen und wo?", True),
        ("Quand est-ce que Berg a rencontré Stone ?", True),
        ("¿Cuándo se reunió Berg con Stone?", True),
        ("Когда Берг встретился со Стоуном?", True),
        ("Gdzie spotkał się Berg z Stone?", True),
        ("When did Berg meet Stone?", False),
        ("Berg Stone Oslo", False),
        ("When did Luis de la Peña y Ortiz meet Stone?", False),
        ("when did Łukasz Żuraw meet Jiří Dvořák", False),
    ],
)
def test_another_language_is_told(question: str, foreign: bool) -> None:
    assert understand(question, asked_on=ASKED_ON).foreign is foreign


@pytest.mark.parametrize(
    ("question", "outside"),
    [
        ("What is the capital of France?", True),
        ("Write me a poem", True),
        ("hello", True),
        ("Who invented the telephone?", True),
        ("Where in the capital did Berg meet Stone?", False),
        ("How did the divers cross?", False),
        ("Write down whom Berg met", False),
    ],
)
def test_what_no_archive_of_news_tells(question: str, outside: bool) -> None:
    assert understand(question, asked_on=ASKED_ON).outside is outside
