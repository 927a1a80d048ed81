"""Who took the picture beside a story: its printed credit, and none where no credit names anybody.

"Who took the photo of the ferry?" is told by no sentence; "The ferry in port Anna Berg/NNA" under
it tells it, and so does a line "© Anna Berg/NNA", which sets her apart from what is shown. Of the
ferry on fire, or the first photo of it, that credit tells nothing; a sentence may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from index.archive import Archive
from index.records import (
    SUPPORTING,
    Article,
    Outcome,
    Question,
    Sentence,
    Statement,
    When,
    ZoneKind,
)
from index.words import stems
from qa.cues import TITLES
from qa.passages.rank import rank_sentences
from qa.passages.retrieve import retrieve
from qa.passages.terms import Term, coverage, weigh_terms
from qa.question.asked import Asked
from qa.question.slot_cues import ASKING_WORDS
from qa.question.when import may_be_in
from qa.question.when_cues import OPEN_YEAR
from qa.telling.of_itself import credited_name, tell_picture
from qa.telling.reply import Reply, make_reply
from qa.telling.teller import Teller

_PICTURE = r"(?:pictures?|photos?|photographs?|snapshots?|images?)"
ASKS = re.compile(  # "Who took the photo?", "Whose picture is it?", "Who is the photographer?"
    rf"\b(?:who|by whom|which (?:photographer|agency))\b[^?]*?\b(?:took|taken?|shot|made|snapped|"
    rf"supplied|provided|credited)\b[^?]*?\b{_PICTURE}\b|\bwhose {_PICTURE}\b|"
    rf"\bwho (?:is|was|gets|got) (?:the photographer|(?:credit|named)[^?]*\b{_PICTURE})\b|"
    rf"\b(?:photo|picture) credits?\b|\b{_PICTURE} (?:\w+ )?credited to\b|"
    rf"\bto (?:whom|which (?:photographer|agency))\b[^?]*\b{_PICTURE}\b[^?]*\bcredited\b",
    re.IGNORECASE,
)
OF_THE_PAGE = re.compile(  # words that say only that a picture stands beside a story
    rf"{_PICTURE}|took|taken?|shot|made|snapped|supplied|provided|credit\w*|photographer|agency|"
    r"goes?|stands?|piece|story|article|report|beside|page|shown?|shows|accompan\w+|illustrat\w+|"
    r"print\w*|publish\w*|headlined?|news|announcement|account|dispatch|item|wire",
    re.IGNORECASE,
)
CREDITED = re.compile(  # "Ferry in port Anna Berg/NNA", "The ferry in port. (Photo: Anna Berg)"
    rf"\w/[A-Z]{{2,8}}$|©|\b{_PICTURE}(?: by|:)", re.IGNORECASE
)
SHOWN = re.compile(  # what is in it, to where the story is meant: "the photo of the ferry on fire"
    rf"\b{_PICTURE} (?:of|showing|that shows?) (?P<shown>[^?]+?)"
    r"(?=\?|$|,| \b(?:beside|in|from|accompanying|illustrating|(?:that |which )?(?:goes|stands|was|"
    r"is)|published|printed|with|above|next) \b[^?]*\b(?:story|article|report|piece|page|paper|"
    r"announcement|news)\b)",
    re.IGNORECASE,
)
OTHER = re.compile(  # one that is known by more than the story beside it: "the leaked photo"
    r"\b(?P<which>first|second|last|latest|earliest|only|original|leaked|stolen|secret|viral|amateur|"
    rf"famous|fake[d]?|earlier|private|new|old) (?:\w+ )?{_PICTURE}\b",
    re.IGNORECASE,
)
CAPTIONED = re.compile(rf"\b(?!{_PICTURE})[a-z]{{3,}}\b")  # more than whose picture it is
TAKEN = re.compile(  # "A passenger took the photo", "The photo was taken by a passenger"
    r"\b(?:took|taken|shot|made|snapped|captured)\b (?:an?|the|this|that|these|both|his|her)\b"
    rf"[^.;]*\b{_PICTURE}\b|"
    rf"\b{_PICTURE}\b[^.;]*\b(?:taken|shot|made|snapped|captured)\b",
    re.IGNORECASE,
)
BESIDE = frozenset({ZoneKind.CAPTION, ZoneKind.CREDIT})
ABOVE = frozenset({ZoneKind.HEADLINE, ZoneKind.SUBHEAD, *BESIDE})
SOON = timedelta(days=7)  # after which a story of a day is no longer written
LEAST_TOLD = 0.7  # of the words that say which picture, in headline and captions
NO_CREDIT = "The archive does not say who took the picture."


def answer_picture(archive: Archive, asked: Asked, read: Question) -> Reply | None:
    """The credits of the pictures beside the story that a question describes, else that there is
    none; before them what tells of its taking. None where no picture's maker is asked for.
    """
    if not ASKS.search(asked.text):
        return None
    teller = Teller(archive)
    words = [word for word in read.words if not OF_THE_PAGE.fullmatch(word)]
    terms = [term for term in weigh_terms(words, read.names, archive.catalog)
             if term.word.lower() not in ASKING_WORDS]  # fmt: skip
    said = list(_tell_taking(archive, teller, asked, read, terms))
    article = _described(archive, asked, read, terms)
    if article:
        said += _tell_credits(archive, teller, article, asked, terms)
    if not said:
        return Reply(outcome=Outcome.NOT_IN_ARCHIVE, lead=NO_CREDIT)
    return make_reply(teller, Outcome.ANSWERED, (), first=said)


def _tell_credits(
    archive: Archive, teller: Teller, article: Article, asked: Asked, terms: Sequence[Term]
) -> Iterator[Statement]:
    """Whose the pictures beside a story are that may be meant, and the lines that say so."""
    all_ = archive.sentences(article)
    lines = [one for one in _credits(archive, article)
             if _shows(_beside(all_, one), asked, terms)]  # fmt: skip
    yield from _named(teller, article, _of_picture(archive, article, lines, terms))
    for line in _nearest(archive, article, lines, terms):
        yield teller.quote(article, line)


def _shows(text: str, asked: Asked, terms: Sequence[Term]) -> bool:
    """Whether a credit, with the caption before it, may be that of the picture which is asked for:
    its caption tells what is to be seen, whoever that is, and it is no other one of the same.
    """
    if OTHER.search(asked.text):
        return OTHER.search(text) is not None
    shown = SHOWN.search(asked.text)
    seen = frozenset(stems(shown["shown"])) if shown else frozenset()
    matter = [t for t in terms if t.forms & seen and not t.name and t.word.lower() not in TITLES]
    told = not CAPTIONED.search(text) or coverage(matter, frozenset(stems(text))) >= LEAST_TOLD
    return not matter or told


def _tell_taking(
    archive: Archive, teller: Teller, asked: Asked, read: Question, terms: Sequence[Term]
) -> Iterator[Statement]:
    """The best sentence that tells of the taking of the picture, if one does."""
    other = OTHER.search(asked.text)
    for one in rank_sentences(archive, read, retrieve(archive, read)):
        text = one.sentence.text
        told = OTHER.search(text)
        same = other and told and other["which"].lower() == told["which"].lower()
        near = one.around if same else frozenset(stems(text))
        if TAKEN.search(text) and coverage(terms, near) >= LEAST_TOLD and (same or not other):
            yield teller.quote(one.article, one.sentence)
            return


def _described(
    archive: Archive, asked: Asked, read: Question, terms: Sequence[Term]
) -> Article | None:
    """The one article with a picture whose headline and captions tell most of the words; of two
    that tell as much that whose caption names whom the picture shows, else it is open.
    """
    period = read.period or asked.about.period
    found = [(_told(archive, article, terms), article) for article in archive.articles()
             if _is_of(article, period) and _has_picture(archive, article)]  # fmt: skip
    best = max((told for told, _ in found), default=0.0)
    meant = [article for told, article in found if told == best >= LEAST_TOLD]
    if len(meant) > 1:
        meant = [one for one in meant if _captioned(archive, one, asked, terms)]
    return meant[0] if len(meant) == 1 else None


def _captioned(archive: Archive, article: Article, asked: Asked, terms: Sequence[Term]) -> bool:
    """Whether the captions of an article name all that a picture is said to show."""
    shown = SHOWN.search(asked.text)
    seen = frozenset(stems(shown["shown"])) if shown else frozenset()
    lines = " ".join(one.text for one in archive.sentences(article) if one.zone in BESIDE)
    told = frozenset(stems(lines))
    return bool(seen) and all(t.forms & told for t in terms if t.forms & seen)


def _credits(archive: Archive, article: Article) -> list[Sentence]:
    """The lines that give the credit of a picture, in a caption or alone."""
    return [one for one in archive.sentences(article)
            if one.zone in BESIDE and CREDITED.search(one.text)]  # fmt: skip


def _of_picture(
    archive: Archive, article: Article, lines: Sequence[Sentence], terms: Sequence[Term]
) -> dict[str, list[Sentence]]:
    """Each name that a line sets apart, with all lines that give it; of several names those beside
    whose picture most of the words stand.
    """
    names = dict.fromkeys(name for one in lines if (name := credited_name(one.text)))
    giving = {name: [one for one in lines if name in " ".join(one.text.split())] for name in names}
    all_ = archive.sentences(article)
    shown = {
        name: coverage(terms, frozenset(stems(" ".join(_beside(all_, one) for one in some))))
        for name, some in giving.items()
    }
    return {name: some for name, some in giving.items() if shown[name] == max(shown.values())}


def _nearest(
    archive: Archive, article: Article, lines: Sequence[Sentence], terms: Sequence[Term]
) -> list[Sentence]:
    """The lines that may support an answer, those with most of the words."""
    own = [one for one in lines if one.zone in SUPPORTING]
    all_ = archive.sentences(article)
    told = [coverage(terms, frozenset(stems(_beside(all_, one)))) for one in own]
    return [one for one, share in zip(own, told, strict=True) if share == max(told)]


def _beside(sentences: Sequence[Sentence], line: Sentence) -> str:
    """A line with the caption right before it."""
    before = [] if CAPTIONED.search(line.text) else [s for s in sentences if s.end <= line.start]
    captions = [one.text for one in before[-1:] if one.zone is ZoneKind.CAPTION]
    return " ".join([*captions, line.text])


def _named(
    teller: Teller, article: Article, giving: Mapping[str, Sequence[Sentence]]
) -> Iterator[Statement]:
    """Who has the credit."""
    for name, lines in giving.items():
        yield tell_picture(name, [teller.citer.cite(article, one) for one in lines])


def _has_picture(archive: Archive, article: Article) -> bool:
    """Whether an article credits a picture, be it in a line of its own."""
    return bool(_credits(archive, article))


def _is_of(article: Article, period: When | None) -> bool:
    """Whether an article may be of the period that a question names, be it of no year."""
    written = article.dated
    if period and OPEN_YEAR.match(period.edtf) and written and written.latest:
        return may_be_in(written, period)
    if not period or not period.earliest or not written or not written.latest:
        return True
    return period.earliest <= written.latest and (
        not (period.latest and written.earliest) or written.earliest - SOON <= period.latest
    )


def _told(archive: Archive, article: Article, terms: Sequence[Term]) -> float:
    above = (one.text for one in archive.sentences(article) if one.zone in ABOVE)
    return coverage(terms, frozenset(stems(" ".join(above)))) if terms else 0.0
