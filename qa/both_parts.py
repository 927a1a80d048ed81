"""A question in two parts: each answered in its own right, the second in the light of the first.

"Who met the crew, and how long did he stay?": one search for all of it finds the sentence that has
most of both, or one part twice. The second part, where it leans on the first, is told by the
article that tells the first, for "he" is whoever that names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from index.archive import Archive
from index.records import Outcome, Question, Statement, Turn, ZoneKind
from index.words import stems
from qa.answer import answer_asked
from qa.passages.alike import with_alike
from qa.passages.features import of_kind
from qa.passages.on_topic import LEAST_HELD, matter_of
from qa.passages.rank import Candidate, rank_sentences
from qa.passages.repeats import MUST_FIT
from qa.passages.retrieve import Findings, retrieve
from qa.passages.terms import coverage, weigh_terms
from qa.question.asked import Asked
from qa.question.looked_for import read_question
from qa.telling.compose import join_text
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller, renumber

_PREP = (
    r"(?:(?:in|on|at|by|for|with|to|of|from|under|against|until|below|above|over|through|about|"
    r"after|before|between|into|since|during|near) )?"
)
_ASKS = rf"{_PREP}(?:what|who|whom|whose|when|where|which|why|how)\b"
PARTS = re.compile(  # "Who met the crew, and by whom was he sent?", "The lunch: where was it and …"
    rf"^(?P<stem>[^:?]{{3,80}}: )?(?P<one>{_ASKS}.*?\w),? (?:and|but) (?P<two>{_ASKS}.*)$",
    re.IGNORECASE | re.DOTALL,
)
LEAST_WORDS = 4  # of the first part: "When and where did they meet?" is one
Understand = Callable[[str, Sequence[Turn]], Asked]


def with_both_parts(
    archive: Archive, text: str, asked: Asked, whole: Reply, understand: Understand
) -> Reply:
    """An answer to a question of two parts with what it lacks of either; the same where it has
    both, or nothing tells the rest.

    `text` is the question as it was put, `asked` what it asks; `understand` reads a part, alone or
    after what has been asked and answered.
    """
    parts = split_parts(text)
    if parts is None or whole.outcome not in (Outcome.ANSWERED, Outcome.NOT_IN_ARCHIVE):
        return whole
    one, two = (_read(archive, asked, part) for part in parts)
    first = _first(archive, one, whole, understand)
    if first is None:
        return whole
    if first is not whole and whole.outcome is Outcome.ANSWERED and _holds(archive, two, whole):
        return _joined(first, whole)
    own = first if two.names else _of_its_articles(archive, one, first)
    if _holds(archive, two, own):
        return first
    second = _second(archive, one, two, own, understand)
    return _joined(first, second) if second else whole


def split_parts(text: str) -> tuple[str, str] | None:
    """The two parts of a question, the first with what is said before both; None where it has but
    one.
    """
    match = PARTS.match(text.strip())
    if match is None:
        return None
    one, two = f"{match['stem'] or ''}{match['one']}?", match["two"]
    return (one, two[:1].upper() + two[1:]) if len(one.split()) >= LEAST_WORDS else None


def _read(archive: Archive, asked: Asked, part: str) -> Question:
    return read_question(
        part, asked_on=asked.asked_on, as_of=asked.as_of, sources=archive.sources()
    )


def _first(archive: Archive, one: Question, whole: Reply, understand: Understand) -> Reply | None:
    """What answers the first part: the whole answer where it does, else its own; None for none."""
    told = whole.outcome is Outcome.ANSWERED
    if told and not whole.meetings and _holds(archive, one, whole):
        return whole
    alone = answer_asked(archive, understand(one.text, ()))
    if alone.outcome is Outcome.ANSWERED and (not told or _holds(archive, one, alone)):
        return alone
    return whole if told else None


def _of_its_articles(archive: Archive, one: Question, first: Reply) -> Reply:
    """An answer without the statements from other articles than tell the first part: on what leans
    on that they tell nothing; all of it where that cannot be told.
    """
    of = {citation.number: citation.article.id for citation in first.citations}
    telling = [said for said in first.statements if _tells(archive, one, said.text)]
    its = {of[number] for said in telling for number in said.citations}
    kept = [s for s in first.statements if its.intersection(of[n] for n in s.citations)]
    statements, citations = renumber(kept or first.statements, first.citations)
    return first.model_copy(update={"statements": statements, "citations": citations})


def _second(
    archive: Archive, one: Question, two: Question, first: Reply, understand: Understand
) -> Reply | None:
    """What answers the second part, of the articles that tell the first where it leans on it."""
    said = join_text(first.lead, first.statements)
    turns = (Turn(role="user", content=one.text), Turn(role="assistant", content=said))
    own = answer_asked(archive, understand(two.text, turns))
    told = {citation.article.id for citation in first.citations}
    apart = bool(two.names) or any(c.article.id in told for c in own.citations[:1])
    more = bool(own.statements) and own.statements[0].text not in _texts(first)
    if own.outcome is Outcome.ANSWERED and apart and (more or _holds(archive, two, own)):
        return own
    best = next(_beside(archive, two, told), None)
    if best is None:
        return None
    teller = Teller(archive)
    quote = teller.quote(best.article, best.sentence)
    return make_reply(teller, Outcome.ANSWERED, (), first=[quote])


def _beside(archive: Archive, two: Question, told: set[str]) -> Iterator[Candidate]:
    """The sentences of some articles that tell what a part asks, best first."""
    found = retrieve(archive, two)
    own = Findings(
        within=tuple(hit for hit in found.within if hit.chunk.article_id in told),
        others=tuple(hit for hit in found.others if hit.chunk.article_id in told),
        worded=tuple(sorted(told)),
    )
    for one in rank_sentences(archive, two, own):
        if one.sentence.zone is ZoneKind.BODY and _tells(archive, two, one.sentence.text):
            yield one


def _holds(archive: Archive, part: Question, reply: Reply) -> bool:
    """Whether a statement of a reply tells a part of the question."""
    return any(_tells(archive, part, one.text) for one in reply.statements)


def _tells(archive: Archive, part: Question, text: str) -> bool:
    """Whether a sentence holds most of what a part says, and the kind of thing that it asks for."""
    if part.wants in MUST_FIT and not of_kind(part, text)["fits"]:
        return False
    matter = matter_of(weigh_terms(part.words, part.names, archive.catalog))
    if not matter:
        return True
    told = with_alike(archive, matter, [text])
    return coverage(told, frozenset(stems(text))) > LEAST_HELD


def _joined(first: Reply, second: Reply) -> Reply:
    """Two answers as one, what both say told once."""
    shift = len(first.citations)
    later = [_shifted(one, shift) for one in second.statements]
    said = [*first.statements, *(one for one in later if one.text not in _texts(first))]
    more = (c.model_copy(update={"number": c.number + shift}) for c in second.citations)
    statements, citations = renumber(said, [*first.citations, *more])
    return first.model_copy(update={
        "statements": statements, "citations": citations, "ranked": (),
        "meetings": tuple({m.id: m for m in (*first.meetings, *second.meetings)}.values()),
    })  # fmt: skip


def _shifted(one: Statement, by: int) -> Statement:
    return one.model_copy(update={"citations": tuple(n + by for n in one.citations)})


def _texts(reply: Reply) -> set[str]:
    return {one.text for one in reply.statements}
