"""What a language model proposed, as far as the store bears it out.

A model's word is taken for which people of a sentence a word joins, and for nothing else: who they
are is read by the archive's own names, place and day by its own readings of that sentence, and the
status by its own rules. A line with a name that its sentence does not print is no reading of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from index.attendants import Found, persons_of
from index.date_records import TimeExpression
from index.meeting_records import Form, Mention, Status
from index.mention_cues import PHONE
from index.mention_days import as_news, as_under_way, coming_of, framed
from index.mention_frames import frame_of
from index.mention_reports import Report
from index.mention_sure import is_sure
from index.mention_when_other import clause_verb
from index.mentions import coded, describe, without_person
from index.name_lists import Unit
from index.parse import FINITE
from index.proposal_cues import CUE, form_of
from index.proposal_store import Proposal, Proposed
from index.proposals import OpenArticle, is_barred, open_article
from index.records import Article, Sentence
from index.status import judge
from index.status_now import is_told_as_past
from index.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

TAKEN = frozenset({Status.HELD, Status.UNDER_WAY, Status.ANNOUNCED, Status.CONFIRMED})
WORDS = ("VERB", "NOUN", "PROPN")
# Calls beside a word for the telephone
SPOKEN = frozenset(["meeting", "talks", "conversation", "reception"])


def confirm(
    article: Article,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    proposed: Proposed,
) -> list[Mention]:
    """What the article bears out of what was proposed; `mentions` are those of the rules.

    `times` are the article's time expressions, resolved. A sentence in which the rules find a
    meeting is theirs, whatever was proposed of it.
    """
    said = {proposal.start: proposal for proposal in proposed.proposals}
    opened = open_article(article, sentences, mentions, said.keys()) if said else None
    if opened is None:
        return []
    found = (_confirm(opened[0], n, said[opened[0].told[n].start], times) for n in opened[1])
    return [m.model_copy(update={"proposed_by": proposed.model}) for m in found if m]


def _confirm(
    opened: OpenArticle, n: int, said: Proposal, times: Sequence[TimeExpression]
) -> Mention | None:
    report = _report(opened, n, said)
    if report is None:
        return None
    article, sentence, doc = opened.article, opened.told[n], opened.docs[n]
    inside = [t for t in times if sentence.start <= t.start and t.end <= sentence.end]
    mention = without_person(describe(article, sentence, doc, report, inside))
    past = is_told_as_past(doc[report.verdict.told_by], sentence.zone)
    mention = coded(_dated(opened, n, mention, times, past=past))
    return mention if is_sure(mention, sentence.text) else None


def _report(opened: OpenArticle, n: int, said: Proposal) -> Report | None:
    """The report that a proposal comes to; None for what its sentence does not bear out."""
    doc, people = opened.docs[n], _people(opened, n, said.names)
    for trigger, form in _triggers(opened, n, said.word):
        joined = [one for one in people if _is_joined(trigger, doc[one.first : one.last + 1].root)]
        verdict = judge(doc, trigger) if len(joined) > 1 else None
        if verdict and verdict.status in TAKEN and not verdict.aside:
            return Report(trigger=trigger.i, form=form, people=tuple(joined), verdict=verdict)
    return None


def _people(opened: OpenArticle, n: int, names: Sequence[str]) -> list[Found]:
    """Who is meant by names that all stand in the sentence; nobody where one of them does not."""
    spans = [_place(opened.told[n].text, name) for name in names]
    if not all(spans):
        return []
    found = [
        one
        for unit in opened.parties(n)
        if any(span and _covers(opened, n, unit, span) for span in spans)
        for one in persons_of(opened.phrases.who(n, opened.docs[n][unit.head]))
        if unit.first <= one.first and one.last <= unit.last
    ]
    return list({one.who.name: one for one in reversed(found)}.values())[::-1]


def _place(text: str, words: str) -> tuple[int, int] | None:
    """Where words stand in a text as whole words, however its blanks are written."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    match = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
    return match.span() if match else None


def _covers(opened: OpenArticle, n: int, unit: Unit, span: tuple[int, int]) -> bool:
    """Whether words that were named hold the head of somebody's name."""
    head = opened.docs[n][unit.head]
    return span[0] <= head.idx and head.idx + len(head) <= span[1]


def _triggers(opened: OpenArticle, n: int, word: str) -> Iterator[tuple[Token, Form]]:
    """The words of coming together in what was said to report, each a verb or a noun, its form."""
    doc, text = opened.docs[n], opened.told[n].text
    spans = (_place(text, match[0]) for match in CUE.finditer(word))
    for start, end in filter(None, spans):
        form = form_of(text[start:end])
        token = next((t for t in doc if t.idx >= start), None)
        own = token if token is not None and token.pos_ in WORDS else token and clause_verb(token)
        if form and own is not None and not is_barred(text, start) and not _is_ordered(own):
            called = form in SPOKEN and PHONE.search(text)
            yield own, "call" if called else form


def _is_joined(trigger: Token, person: Token) -> bool:
    """Whether a word is told of somebody, and not of another in a clause beside: "Berg stood first,
    but Stone gained".
    """
    if person.dep_ == "poss" and person.head != trigger:
        return False  # "Berg's deputy sat with Stone"
    own, verb = clause_verb(trigger), clause_verb(person)
    if own is None or verb is None or own == verb:
        return True
    shared = own.dep_ == "conj" and own.head == verb and not _has(own, SUBJECTS)
    loose = own.tag_ not in FINITE and verb in own.ancestors  # "seated with him are …"
    return shared or loose or (verb.tag_ not in FINITE and own in verb.ancestors)


def _is_ordered(trigger: Token) -> bool:
    """Whether a clause is what a sentence tells its reader to do or say: "Write that they met"."""
    verbs = [t for t in (trigger, *trigger.ancestors) if t.tag_ == "VB"]
    return any(v.dep_ != "conj" and not _has(v, (*SUBJECTS, "aux")) for v in verbs)


def _has(verb: Token, kinds: Collection[str]) -> bool:
    return any(child.dep_ in kinds for child in verb.children)


def _dated(
    opened: OpenArticle, n: int, mention: Mention, times: Sequence[TimeExpression], *, past: bool
) -> Mention:
    """A mention with the day that the sentences about it tell, where its own tells none."""
    told, written = opened.told, opened.article.dated
    mention = framed(mention, frame_of(told, n, times))
    if past:
        mention = framed(mention, coming_of(mention, told, opened.docs, times))
        mention = as_news(mention, told, times, written)
    return as_under_way(mention, written)
