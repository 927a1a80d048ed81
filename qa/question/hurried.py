"""A question typed in a hurry, written out: shorthand in full, names with their capitals.

"pls list all berg mtgs w/ stone, dec 2019" is read as "list all Berg meetings with Stone, December
2019". One that is typed with care, with a capital at its head and a mark at its end, stays as it is
but for shorthand that can be nothing else ("w/") and names all in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.archive import Archive
from index.records import Turn
from qa.meetings.holdings import holdings_of
from qa.question.capitals import is_small, restore_capitals
from qa.question.hurried_cues import (
    CUT,
    ENDINGS,
    FORM_FIRST,
    HEADING,
    IN_FULL,
    LOOSE,
    NO_ARTICLE,
    NO_PREPOSITION,
    OF_TWO,
    OPENINGS,
    SHORT,
    WHOLE,
)
from qa.question.kind_cues import AUX, FORM
from qa.question.known import Known
from qa.question.looked_for import find_period

RUN = re.compile(  # "the Berg Stone meeting"
    rf"(?P<run>(?:[A-Z][\w.’'-]*[ ]){{1,5}})(?P<form>(?:(?:tele)?phone )?{FORM})\b(?! of\b)"
)
IN_A_ROW = re.compile(r"\b(?P<one>[A-Z][\w’'-]+) (?P<two>[A-Z][\w’'-]+)(?= and [A-Z])")
MONTH_ALONE = re.compile(r"(?:early |late |mid)?[A-Z]\w+ \d{4}", re.IGNORECASE)
A_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
OWNED = re.compile(r"(?i:the|a|an|his|her)\b|.*['’]s\b")  # "Berg's visit"
ASKS = re.compile(
    rf"(?:(?:in|on|at|with|to|from|by|until|since) )?"
    rf"(?:who|whom|what|when|where|why|how|which|whose)\b|according to\b|{AUX.pattern}",
    re.IGNORECASE,
)


def write_out(archive: Archive, text: str) -> str:
    """The question in full; the same text where nothing of it is cut short."""
    told = text.strip()
    told = told.lower() if told.isupper() and " " in told else told
    careful = told[:1].isupper() and told.endswith(("?", ".", "!"))
    full = _in_full(told, careful=careful)
    hurried = not careful and (is_small(told) or full != told)
    if hurried:
        full = _in_full(_without_courtesies(told), careful=False)
        full = _in_pairs(restore_capitals(archive, full), holdings_of(archive).known)
    elif careful:
        full = restore_capitals(archive, full)
    if not (careful and ASKS.match(full)):
        full = _in_a_sentence(full)
    if hurried:
        full = NO_ARTICLE.sub(_with_article, full)
        full = NO_PREPOSITION.sub(r"\g<before> in \g<time>", full)
    return _ended(full) if hurried or full != told else text


def _ended(text: str) -> str:
    """A question with the capital and the mark that it begins and ends with."""
    text = text if text.endswith(("?", ".", "!")) else f"{text}{'.' if '?' in text else '?'}"
    return text[:1].upper() + text[1:] if ASKS.match(text) else text


def write_out_turn(archive: Archive, turn: Turn) -> Turn:
    """A turn of a conversation, the reader's written out."""
    if turn.role != "user":
        return turn
    return turn.model_copy(update={"content": write_out(archive, turn.content)})


def _without_courtesies(text: str) -> str:
    """A question without what is only said to whoever is asked; as it is where little is left."""
    trimmed = ENDINGS.sub("", OPENINGS.sub("", text, count=1)).strip(" ,;:-")
    return trimmed if len(trimmed.split()) > 1 else text


def _in_full(text: str, *, careful: bool) -> str:
    """A question with its shorthand written in full; of a careful one what can be nothing else."""
    for pattern, put in SHORT if careful else (*SHORT, *LOOSE):
        text = pattern.sub(put, text)
    if careful:
        return text
    small = is_small(text)

    def put_in_full(match: re.Match[str]) -> str:
        full = IN_FULL[match[match.lastgroup or 0].lower()]
        return full.lower() if small else full

    return CUT.sub(put_in_full, text)


def _in_pairs(text: str, known: Known) -> str:
    """A question with those who stand side by side in it set apart: "topics Berg Stone"."""
    match = OF_TWO.match(text)
    pair = _pair(match["run"].split(), known) if match else None
    if match and pair:
        return f"{match['form']} of the {'-'.join(pair)} talks{text[match.end() :]}"
    text = _pair_up(text, known)
    for match in IN_A_ROW.finditer(text):  # "with Berg Stone and Lund"
        if _pair([match["one"], match["two"]], known):
            return f"{text[: match.end('one')]},{text[match.end('one') :]}"
    return text


def _pair_up(text: str, known: Known) -> str:
    """The same with two people named beside a meeting as its parties: "the talks of A and B"."""
    for match in FORM_FIRST.finditer(text):
        if text[match.end("run") :].lstrip()[:1].isdigit():  # "talks Riga May 2019"
            continue
        if pair := _pair(match["run"].split(), known):
            return f"{text[: match.start('run')]}of {' and '.join(pair)}{text[match.end('run') :]}"
    for match in RUN.finditer(text):
        if pair := _pair(match["run"].replace("-", " ").split(), known):
            strange = not all(known.find_person(one.split()) for one in pair)
            told = f"{match['form']} of {' and '.join(pair)}" if strange else (
                f"{'-'.join(pair)} {match['form']}"
            )  # fmt: skip
            return f"{text[: match.start()]}{told}{text[match.end() :]}"
    return text


def _pair(words: Sequence[str], known: Known) -> tuple[str, str] | None:
    """Two people of whom the archive knows one at least; None for one alone."""
    if known.find_person(words):
        return None
    for at in range(1, len(words)):
        one, two = known.find_person(words[:at]), known.find_person(words[at:])
        if (one and (two or at == 1)) or (two and at == len(words) - 1):
            return " ".join(words[:at]), " ".join(words[at:])
    return None


def _with_article(match: re.Match[str]) -> str:
    if OWNED.match(match["name"] or ""):
        return match[0]
    name = f"{match['name']} " if match["name"] else ""
    return f"{match['lead']}the {name}{match['form']}"


def _in_a_sentence(text: str) -> str:
    """What is asked in a cut short sentence, as a whole one."""
    text = _with_heading(text)
    for pattern, put in WHOLE:
        match = pattern.match(text.rstrip(" ?"))
        told = match.groupdict() if match else {}
        if match and not ASKS.match(told.get("one") or told.get("what") or ""):
            return match.expand(put)
    return text


def _with_heading(text: str) -> str:
    """A question with what stands before its colon behind it: "May 2019: who came?"."""
    match = HEADING.match(text)
    if match is None or not ASKS.match(match["asks"]):
        return text
    parts = [part.strip() for part in match["head"].split(",")]
    told = [_placed(part) for part in parts]
    if not all(told):
        return text
    return f"{match['asks'].rstrip(' ?.')} {' '.join(one for one in told if one)}?"


def _placed(part: str) -> str | None:
    """A part of a heading as it stands behind a question; None where it is not plain."""
    if re.search(rf"\b{FORM}\b", part):
        return f"at {part}" if OWNED.match(part) else f"at the {part}"
    if find_period(part) or MONTH_ALONE.fullmatch(part):
        return f"{'on' if A_DAY.search(part) else 'in'} {part}"
    return None
