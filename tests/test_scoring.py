"""What a reply scores: a question, a reply, and the values worked out by hand."""

from collections.abc import Sequence
from datetime import date

import pytest

from eval.cases import Case, Gold, Period, Place
from eval.reply import Cited, Claim, Reply
from eval.scoring import Looked, Question, score_reply
from eval.suite import Score
from index.records import Outcome

RIBBON = "Anna Berg opened the bridge in Cork on 3 May 2019."
CASE = Case(
    id="bridge",
    question="Who opened the bridge?",
    outcome=Outcome.ANSWERED,
    must=(("Berg",),),
    evidence=(Gold(path="bridge.txt", quote=RIBBON),),
)
PLACE = Place(article_id="a", start=100, end=150)


def asked(**change: object) -> Question:
    case = CASE.model_copy(update=change)
    if case.outcome is not Outcome.ANSWERED:
        return Question(case=case, places=(), articles=())
    return Question(case=case, places=(PLACE,), articles=("a",))


def reply(text: str = RIBBON, *spans: tuple[str, int, int], **change: object) -> Reply:
    """A claim for each span that it cites; one claim without a citation where there is none."""
    cited = tuple(Cited(article_id=a, start=s, end=e, quote="…") for a, s, e in spans)
    claims = tuple(Claim(text=text, citations=(at,)) for at in range(len(cited)))
    made = Reply(
        outcome=Outcome.ANSWERED, claims=claims or (Claim(text=text, citations=()),), text=text,
        cited=cited, seconds=0.1,
    )  # fmt: skip
    return made.model_copy(update=change)


def declined(outcome: Outcome = Outcome.NOT_IN_ARCHIVE) -> Reply:
    text = "The archive does not say."
    return Reply(outcome=outcome, claims=(), text=text, cited=(), seconds=0.1)


def value(score: Score) -> float | str:
    if score.ineligible:
        return "ineligible"
    return score.part / score.whole if score.whole else "nothing"


def scores(question: Question, told: Reply) -> dict[str, float | str]:
    looked = Looked(ranked=("b", "a"), verbatim=(True,) * len(told.cited))
    return {score.measure: value(score) for score in score_reply(question, told, looked)}


GOLD, NEAR, FAR = ("a", 120, 130), ("a", 150, 160), ("b", 100, 150)


@pytest.mark.parametrize(
    ("told", "accuracy", "first", "recall", "precision", "article"),
    [
        (reply(RIBBON, GOLD), 1.0, 1.0, 1.0, 1.0, 1.0),
        (reply("Stone did.", GOLD), 0.0, 1.0, 1.0, 1.0, 1.0),
        (reply(RIBBON, NEAR), 1.0, 0.0, 0.0, 0.0, 1.0),  # it touches the gold and shares nothing
        (reply(RIBBON, FAR), 1.0, 0.0, 0.0, 0.0, 0.0),
        (reply(RIBBON, FAR, GOLD), 1.0, 0.0, 1 / 2, 1 / 2, 1.0),
        (reply(RIBBON), 1.0, 0.0, 0.0, 0.0, 0.0),
        (declined(), 0.0, 0.0, 0.0, 0.0, 0.0),
    ],
    ids=["right", "wrong words", "beside", "elsewhere", "one of two", "uncited", "declined"],
)
def test_answers_and_citations(
    told: Reply, accuracy: float, first: float, recall: float, precision: float, article: float
) -> None:
    found = scores(asked(), told)
    assert found["answer accuracy"] == accuracy
    assert found["answering sentence first"] == first
    assert (found["citation recall"], found["citation precision"]) == (recall, precision)
    assert found["right article cited"] == article


@pytest.mark.parametrize(
    ("right", "told", "accuracy", "exactly"),
    [
        (Outcome.NOT_IN_ARCHIVE, declined(), 1.0, 1.0),
        (Outcome.NOT_IN_ARCHIVE, declined(Outcome.AMBIGUOUS), 1.0, 0.0),  # it declines all the same
        (Outcome.NOT_IN_ARCHIVE, reply("Stone did.", FAR), 0.0, 0.0),
        (Outcome.ONLY_PLANNED, reply(RIBBON, GOLD, outcome=Outcome.ONLY_PLANNED), 1.0, 1.0),
        (Outcome.ONLY_PLANNED, reply(RIBBON, GOLD), 0.0, 0.0),
        (Outcome.CONFLICTING, reply(RIBBON, GOLD), 1.0, 0.0),  # both sides may stand in an answer
    ],
)
def test_outcomes(right: Outcome, told: Reply, accuracy: float, exactly: float) -> None:
    case = CASE.model_copy(update={"outcome": right, "must": ()})
    question = Question(case=case, places=(PLACE,), articles=("a",))
    found = scores(question, told)
    assert (found["answer accuracy"], found["outcome right"]) == (accuracy, exactly)


def test_what_must_not_be_said() -> None:
    question = asked(must_not=("3 May",))
    assert scores(question, reply(RIBBON, GOLD))["answer accuracy"] == 0.0


@pytest.mark.parametrize(
    ("told", "exact", "within", "overlap"),
    [
        ("It was on 3 May 2019.", 1.0, 1.0, 1.0),
        ("It was in May 2019.", 0.0, 0.0, 1 / 31),
        ("It was on Friday.", 0.0, 0.0, 0.0),
        ("On 1 May 2019, not 3 May 2019.", 0.0, 0.0, 0.0),  # the first that is told counts
    ],
)
def test_dates(told: str, exact: float, within: float, overlap: float) -> None:
    day = date(2019, 5, 3)
    found = scores(asked(when=(Period(earliest=day, latest=day),)), reply(told, GOLD))
    assert (found["date exact"], found["date within"]) == (exact, within)
    assert found["date overlap"] == pytest.approx(overlap)


def test_participants_of_a_record_and_of_words() -> None:
    question = asked(participants=("Anna Berg", "Karl Stone"), met_too=("Ivo Lund",))
    of_record = scores(question, reply(RIBBON, GOLD, people=("A. Berg", "Ivo Lund", "Eva Moen")))
    assert of_record["participants precision"] == 1 / 2  # Lund was there too, Moen was not
    assert of_record["participants recall"] == 1 / 2
    assert of_record["participants F1"] == 1 / 2
    of_words = scores(question, reply(RIBBON, GOLD))
    assert of_words["participants recall"] == 1 / 2
    assert of_words["participants precision"] == "ineligible"


@pytest.mark.parametrize(
    ("told", "named"),
    [("In Cork.", 1.0), ("Somewhere in Ireland.", 0.5), ("In Irelandia.", 0.0)],
)
def test_a_country_is_half_a_place(told: str, named: float) -> None:
    question = asked(places=("Cork",), countries=("Ireland",), must=())
    found = scores(question, reply(told, GOLD))
    assert found["place named"] == named == found["answer accuracy"]


def test_a_reply_that_declines_tells_nothing_whatever_it_suggests() -> None:
    nearest = declined().model_copy(update={"text": "Not said. The nearest: Berg was in Cork."})
    found = scores(asked(places=("Cork",), participants=("Anna Berg",)), nearest)
    assert found["place named"] == found["participants recall"] == 0.0


def test_status_is_told_by_the_outcome() -> None:
    held, planned = asked(status="held"), reply(RIBBON, GOLD, outcome=Outcome.ONLY_PLANNED)
    assert scores(held, reply(RIBBON, GOLD))["status accuracy"] == 1.0
    assert scores(held, planned)["status accuracy"] == 0.0
    assert scores(held, declined())["status accuracy"] == 0.0


def test_every_question_has_every_measure_or_the_reason_why_not() -> None:
    questions = [asked(), asked(outcome=Outcome.NOT_IN_ARCHIVE, must=()), asked(status="held")]
    looked = Looked(ranked=(), verbatim=())
    listed = [score_reply(question, declined(), looked) for question in questions]
    assert len({tuple(score.measure for score in some) for some in listed}) == 1
    assert all(score.ineligible != "" for some in listed for score in some)


def test_a_judge_is_named_apart() -> None:
    told = reply(RIBBON, GOLD, FAR)
    judged: list[tuple[str, list[str]]] = []

    def says_yes_once(statement: str, passages: Sequence[str]) -> bool:
        judged.append((statement, list(passages)))
        return len(judged) <= 2

    looked = Looked(ranked=(), verbatim=(True, True))
    found = {s.measure: value(s) for s in score_reply(asked(), told, looked, says_yes_once)}
    assert found["citation recall"] == 1 / 2
    assert found["citation recall by the judge"] == 1.0
    assert judged[0] == (RIBBON, ["…"])
