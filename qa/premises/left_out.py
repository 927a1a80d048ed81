"""Why somebody was not at a meeting at which reports have him: the premise is put right.

"Why was Lund left out of the talks?" is put right by "Lund took part in the talks", or before them
by "Lund will also attend", unless some report says that he was away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.archive import Archive
from index.catalog import Filter
from index.meeting_records import TOOK_PLACE, Meeting
from index.records import SUPPORTING, Outcome
from index.words import stems
from qa.meetings.absence_cues import ABSENT
from qa.meetings.finding import find_meetings_for
from qa.meetings.fits import takes_part
from qa.passages.matched import Matched
from qa.passages.naming import names_all, surnames_of
from qa.passages.outcome import is_told_soon
from qa.passages.retrieve import rank_articles
from qa.premises.cues import LEFT_OUT
from qa.question.asked import About, Asked, Kind, Party
from qa.telling.reply import MOST_NEAR, Reply, make_reply, tell_each
from qa.telling.teller import Teller

THERE = re.compile(  # behind a name: "took part", "would also be at the meeting", "was present"
    r"\b(?:took part|takes part|participated|attended|joined|sat in|watched|witnessed|looked on|"
    r"(?:was|were) (?:also )?(?:present|there|at the|among)|"
    r"(?:(?:will|would|shall) (?:also )?|also (?:will|would) |(?:is|was) (?:also )?(?:due|"
    r"expected|set) to )(?:be (?:at|there|present|among)|attend|join|take part|participate|"
    r"sit in))\b"
)
AHEAD = re.compile(  # he may yet have stayed away
    r"\b(?:will|would|shall|(?:due|expected|set) to)\b", re.IGNORECASE
)
SAYING_SO = re.compile(  # words that only say that he was away
    r"(?:wasn|weren|didn)(?:.?t)?|left|out|absent|missing|excluded|present|included|invited|miss|"
    r"skip|attend|join|part|away|boycott",
    re.IGNORECASE,
)
NOT_SURE = re.compile(  # "instead of Stone, her deputy attended", "attended only the first day"
    r"\b(?:not|never|if|whether|may|might|could|without|instead|only|first|second|last|opening|who|"
    r"deputy|lunch|dinner|breakfast|concert|afterwards?|after the|then|part of)\b|n['’]t\b",
    re.IGNORECASE,
)
SEARCHED = 30  # chunks
MOST_TOLD = 2
LEAST_WORDS = 0.6  # of what else a question says of the meeting, that must stand near
THERE_AFTER_ALL = "The archive does not report that {name} was not there; it reports:"
TO_BE_THERE = "The archive does not report that {name} was not to be there; it reports:"


def put_right_left_out(archive: Archive, asked: Asked) -> Reply | None:
    """The sentences, or the meeting, that put somebody there who is asked about as missing; None
    where a report says that he was away, or another meeting may be meant.
    """
    match = LEFT_OUT.search(asked.text)
    who = (match["who"] or match["away"] or match["stayed"]) if match else ""
    people = [p for p in (*asked.about.parties, *asked.speakers) if p.kind == "person"]
    missing = next((p for p in people if p.words in who), None)
    if match is None or missing is None or asked.outlet or asked.article:
        return None
    others = [p for p in asked.about.parties if p.kind == "person" and p is not missing]
    near = list(_near(archive, asked, missing, others))
    if any(ABSENT.search(one.sentence.text) for one in near):
        return None
    teller, planned = Teller(archive), match["ahead"] or match["never"]
    told = [one for one in near if _is_there(one.sentence.text, missing)]
    ahead = [one for one in told if AHEAD.search(one.sentence.text)]
    told = (ahead or told) if planned else [one for one in told if one not in ahead]
    quotes = [teller.quote(one.article, one.sentence) for one in told[:MOST_TOLD]]
    met = [] if quotes or planned else _held_with(archive, asked, missing)
    meetings = tell_each(teller, met[:MOST_NEAR])
    more = [quote for one in meetings for quote in teller.quotes(one.statement)]
    if not quotes and not meetings:
        return None
    lead = (TO_BE_THERE if planned else THERE_AFTER_ALL).format(name=missing.called)
    return make_reply(
        teller, Outcome.PREMISE_CORRECTED, meetings, lead=lead, first=quotes, more=more
    )


def _is_there(text: str, missing: Party) -> bool:
    """Whether somebody is the one who is told of as there: "Lund and her aides took part"."""
    surname = re.escape(missing.called.split()[-1])
    for match in THERE.finditer(text):
        clause = re.split(r"[;:“”\"]|, (?:and|but|while) ", text[: match.start()])[-1]
        behind = re.split(r"[.;:]", text[match.end() :])[0]
        if re.search(rf"\b{surname}\b(?!['’]s)", clause):
            return NOT_SURE.search(f"{clause} {match[0]} {behind}") is None
    return False


def _near(
    archive: Archive, asked: Asked, missing: Party, others: Sequence[Party]
) -> Iterator[Matched]:
    """The sentences that name the one missing where all else that a question says is told."""
    hits = archive.search(asked.text, SEARCHED, Filter(as_of=asked.as_of))
    names, rest = [surnames_of(archive, missing)], [surnames_of(archive, p) for p in others]
    for id in rank_articles(hits):
        article = archive.article(id)
        if not names_all(rest, article.text) or not _is_of(asked.about, article.text):
            continue
        for sentence in archive.sentences(article):
            one = Matched(article=article, sentence=sentence, hits=(), share=0.0)
            named = sentence.zone in SUPPORTING and names_all(names, sentence.text)
            if named and is_told_soon(archive, asked.about.period, one):
                yield one


def _is_of(about: About, text: str) -> bool:
    """Whether a text tells of the place and of the most of what a question calls the meeting."""
    held, words = set(stems(text)), [w for w in about.words if not SAYING_SO.fullmatch(w)]
    told = [word for word in words if set(stems(word)) <= held]
    return set(stems(about.place or "")) <= held and len(told) >= LEAST_WORDS * len(words)


def _held_with(archive: Archive, asked: Asked, missing: Party) -> list[Meeting]:
    """The meetings held that fit with the one missing; none where one fits that is without him."""
    about = asked.about
    parties = (missing, *(p for p in about.parties if p.called != missing.called))
    others = about.model_copy(update={"parties": parties[1:], "words": (), "forms": ("meeting",)})
    if len(parties) < 2 and not (about.period and about.place):
        return []
    meant = asked.model_copy(update={"kind": Kind.TOPICS, "about": others})
    fits = find_meetings_for(archive, meant)
    held = [fit.meeting for fit in (*fits.exact, *fits.looser) if fit.meeting.status in TOOK_PLACE]
    return held if all(takes_part(one, missing) for one in held) else []
