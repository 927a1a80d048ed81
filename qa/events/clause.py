"""Which of the times in a sentence belongs to what a question asks: the one whose clause tells it.

The clause of a time is the verb that governs it with all that no other verb governs: "Berg, who had
left on Monday, opened the port on Friday" tells of two days. A verb joined to it, or told as of the
same time ("as she landed"), shares its time where it has none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from index.date_records import TimeExpression
from index.mention_when_other import clause_verb
from index.parse import parse
from index.records import Record, Sentence
from index.words import stem
from qa.events.time_told import are_coupled, is_denied, is_rough, relation_of
from qa.question.kind_cues import NEGATIVE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NOT_THEN = re.compile(r"\b(?:not|never|no longer|nor)\s+(?:on |in |until )?$", re.IGNORECASE)
SINCE_WHEN = re.compile(
    r"\b(?:since|from|starting|counted from) (?:when|what|which)\b", re.IGNORECASE
)
BY_WHEN = re.compile(r"\b(?:by|until|till|before) (?:when|what|which)\b", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|since|starting|beginning|as of)(?: on)? $", re.IGNORECASE)
OF_THE_DAY = re.compile(r"(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
LINKS = frozenset(["NOUN", "PROPN", "ADP", "PRON"])  # from a noun to the one that it stands with
BESIDE = 0.4  # what a word counts that a clause is only about: "the cable, laid in 2011"
DEED = 2.0  # what a verb counts
CLIMBED = frozenset(["xcomp", "conj", "advcl"])  # clauses that tell of what the one above does
WITHIN = frozenset(["at", "in", "during", "after", "since", "before"])
PART_OF = frozenset(  # "the evening of 3 May", "the end of May"
    ["morning", "afternoon", "evening", "night", "day", "end", "start", "beginning", "middle",
     "eve", "week", "weekend", "month", "half", "dawn"]
)  # fmt: skip
SAME_TIME = frozenset(["as", "when", "while"])
LEAST = 0.3  # of what a sentence holds of the question, that the clause of the time must hold
CLEAR = 1.2  # times what the clause of the next time holds
REACH = 8.0  # words from a time at which a word of its clause counts half


class Sought(Record):
    """What a time is sought for: the stems that tell it with what each counts, and the question.

    With `telling` it is the day on which something was said: its "today".
    """

    weights: Mapping[str, float]
    question: str
    telling: bool = False


def choose_times(
    sentence: Sentence, times: Sequence[TimeExpression], sought: Sought
) -> list[TimeExpression]:
    """The time whose clause tells what is sought, with those coupled to it ("on 3 and 9 May"); none
    where no clause does, or it is not clear which.
    """
    kept = [one for one in times if may_be_meant(sentence, one, sought.question)]
    if not kept:
        return []
    doc = parse([sentence.text], without=["ner"])[0]
    spans = {one: span for one in times if (span := _span(doc, sentence, one))}
    held = {one: _share(doc, spans, one, sought.weights) for one in kept if one in spans}
    ranked = sorted(held, key=lambda one: -held[one])
    if not ranked or held[ranked[0]] < LEAST:
        said = [one for one in kept if sought.telling and OF_THE_DAY.match(one.text)]
        return said[:1]
    group = _coupled(sentence, ranked[0], kept)
    rest = [one for one in ranked if one not in group and one.value != ranked[0].value]
    clear = not rest or held[ranked[0]] >= CLEAR * held[rest[0]]
    return group if clear else []


def may_be_meant(sentence: Sentence, time: TimeExpression, question: str) -> bool:
    """Whether a time can be the answer: none denied or rough, no day for "since when"."""
    if NOT_THEN.search(sentence.text[: time.start - sentence.start]):
        return False
    since = relation_of(time) == "since" and NEGATIVE.search(question)  # "not since May": so not
    if is_rough(sentence.text, sentence.start, time):
        return False
    if is_denied(sentence.text, sentence.start, time) and not since:
        return False
    if SINCE_WHEN.search(question):
        from_then = FROM.search(sentence.text[: time.start - sentence.start])
        told = from_then or time.text.lower().startswith("from")
        return bool(told) or relation_of(time) in ("since", "after")
    if BY_WHEN.search(question):
        return time.tense != "past" or relation_of(time) in ("by", "until", "before")
    return True


def _span(doc: Doc, sentence: Sentence, time: TimeExpression) -> Span | None:
    return doc.char_span(
        time.start - sentence.start, time.end - sentence.start, alignment_mode="expand"
    )


def _share(
    doc: Doc,
    spans: Mapping[TimeExpression, Span],
    time: TimeExpression,
    weights: Mapping[str, float],
) -> float:
    """How much of what the sentence holds of the question the clause of a time holds, the nearer
    words more.
    """
    whole: dict[str, float] = {}
    for token in doc:
        if (known := _stem(token.text)) in weights:
            whole[known] = max(whole.get(known, 0.0), weights[known] * _worth(token))
    dated = {token.i for span in spans.values() for token in span}
    verbs = {v.i for one, span in spans.items() if one != time and (v := clause_verb(span.root))}
    root, noun = spans[time].root, _noun_of(spans[time].root)
    if noun and any(_is_name_of(noun, child) and _stem(child.text) not in weights
                    for child in noun.children):  # fmt: skip
        return 0.0  # "the Vik pact of 3 May" is not the pact of Oslo
    words = noun.subtree if noun else _clause(doc, root, verbs)
    own = {token.i: 1.0 for token in words}
    about = {} if noun else {token.i: BESIDE for token in _subject_matter(root)}
    span, counted = spans[time], dict[str, float]()
    for at, worth in (about | own).items():
        known = _stem(doc[at].text)
        if known in weights and at not in dated:
            steps = min(abs(at - span.start), abs(at - span.end + 1))
            near = worth * _worth(doc[at]) * (0.7 + 0.3 * REACH / (REACH + steps))
            counted[known] = max(counted.get(known, 0.0), near * weights[known])
    total = sum(whole.values())
    return sum(counted.values()) / total if total else 0.0


def _worth(token: Token) -> float:
    """What a word counts by what it is: the verb tells which of two deeds is meant."""
    return DEED if token.pos_ == "VERB" else 1.0


def _clause(doc: Doc, root: Token, others: set[int]) -> Iterator[Token]:
    """The words of the clause that a time stands in, and of those that share its time."""
    verb = clause_verb(root)
    if verb is None:
        yield from doc
        return
    verb = _main(verb)
    for one in _sharing(verb, others):
        yield from (token for token in doc if _governs(one, token))
        if one.dep_ in ("xcomp", "conj") and one.head.pos_ in ("VERB", "AUX"):
            yield from _subject_of(_main(one.head))
    if verb.lemma_ == "be":  # "the last time that she came was in May"
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        yield from (token for child in subjects for token in child.subtree) if subjects else doc


def _noun_of(root: Token) -> Token | None:
    """The noun that a time belongs to, and no clause: "the pact of 3 May"; None where the clause is
    told as of the same time: "at the talks of 3 May".
    """
    of = root.head
    if of.lower_ != "of" or of.head.pos_ not in ("NOUN", "PROPN") or of.head.lower_ in PART_OF:
        return None
    within = of.head.head
    framed = within.dep_ == "prep" and within.lower_ in WITHIN and within.head.pos_ == "VERB"
    return None if framed else of.head


def _is_name_of(noun: Token, word: Token) -> bool:
    return word.pos_ == "PROPN" and word.i < noun.i


def _subject_of(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            yield from (token for token in child.subtree if _governs(verb, token))


def _subject_matter(root: Token) -> Iterator[Token]:
    """What a clause within a noun is about: "the talks of Berg and Stone, held in May"."""
    verb = clause_verb(root)
    while verb is not None and not _trails(verb) and _main(verb).dep_ in CLIMBED:
        verb = clause_verb(_main(verb).head)
    if verb is None:
        return
    if _trails(verb):  # what it belongs to stands right before it
        before = next((t for t in reversed(root.doc[: verb.i]) if t.is_alpha), verb)
        own = clause_verb(before)
        if own is not None and own.i < verb.i:
            yield from (token for token in root.doc if _governs(_main(own), token))
    if _main(verb).dep_ not in ("relcl", "acl"):
        return
    noun = _main(verb).head
    while noun.head.pos_ in LINKS and noun.head != noun:
        noun = noun.head
    yield from (token for token in noun.subtree if _governs_noun(noun, token))


def _trails(verb: Token) -> bool:
    """Whether a participle follows a comma without a subject: "the talks, held on 3 May"."""
    prior = verb.i > 0 and verb.nbor(-1).is_punct
    return bool(prior) and verb.tag_ == "VBN" and not any("subj" in c.dep_ for c in verb.children)


def _main(verb: Token) -> Token:
    """The verb that an auxiliary helps."""
    return verb.head if verb.dep_ in ("aux", "auxpass") else verb


def _sharing(verb: Token, others: set[int]) -> Iterator[Token]:
    """A verb, and those that share its time: joined to it, or told of the same time."""
    yield verb
    for child in verb.children:
        if child.pos_ not in ("VERB", "AUX") or child.i in others:
            continue
        marked = {t.lower_ for t in child.children if t.dep_ in ("mark", "advmod")}
        together = child.dep_ == "advcl" and (marked & SAME_TIME or child.tag_ == "VBG")
        if child.dep_ == "conj" or together:
            yield from _sharing(child, others)


def _governs(verb: Token, token: Token) -> bool:
    """Whether a verb is the nearest one above a word, or is it."""
    found = clause_verb(token)
    return found is not None and _main(found) == verb


def _governs_noun(noun: Token, token: Token) -> bool:
    """Whether a word stands with a noun and in no clause of its own."""
    while token != noun:
        if token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return True


def _coupled(
    sentence: Sentence, best: TimeExpression, times: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """A time with those that nothing but "and" or a comma joins to it, in order."""
    ordered = sorted(times, key=lambda one: one.start)
    first = last = ordered.index(best)
    while first > 0 and _joined(sentence, ordered[first - 1], ordered[first]):
        first -= 1
    while last + 1 < len(ordered) and _joined(sentence, ordered[last], ordered[last + 1]):
        last += 1
    return ordered[first : last + 1]


def _joined(sentence: Sentence, one: TimeExpression, other: TimeExpression) -> bool:
    return are_coupled(sentence.text, sentence.start, one, other)


def _stem(word: str) -> str:
    return stem(word.removesuffix("'s").removesuffix("’s"))
