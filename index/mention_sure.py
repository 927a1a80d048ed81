"""Which reports are surely of a meeting: what tells neither a day nor who met is left out.

"Her visit", told without a day in a story of something else, says of nobody when and whom they met;
"he met her at law school" tells how two came to know each other.
"""

from __future__ import annotations

import re

from index.gazetteer import country_of
from index.meeting_records import OVERTURNED, Attendant, Mention, Status
from index.mention_when import NEWS
from index.people_cues import BODIES, GROUP_NOUNS, PEOPLE

ANYBODY = frozenset(["leaders", "members", "representatives", "officials", "delegates"])
STRANGERS = frozenset(["people"])  # "met people there" tells of no meeting
ACQUAINTED = re.compile(  # how two came to know each other, with an invented example each
    r"\bfirst met\b|"  # "The two first met at a regatta"
    # "met Stone when she sang"
    r"\bmet (?:[\w’'.-]+ ){1,5}(?:when|while) (?:he|she|they|both)\b|"
    # "They met at law school"
    r"\bmet (?:[\w’'.-]+ ){0,5}(?:at|in|through) (?:an? |the )?(?:\w+ )?"
    r"(?:school|college|university|church|friends?|party)\b|"
    # "stayed home until she met Stone"
    r"\b(?:until|since|where) (?:he|she|they) met\b|"
    # "Berg met her husband in Oslo"
    r"\bme(?:et|t) (?:his|her|their) (?:\w+[ -]){0,2}"
    r"(?:wife|husband|spouse|partner|(?:girl|boy)friend)\b"
)

EXPLICIT = "explicit"  # the basis of a date with its year
SOON = 6  # words behind a visit among which those visited are told
# "a state visit", "a visit to the country"
ABROAD = re.compile(
    r"\b(?:state|official|bilateral|working) (?:visit|trip|tour)\b|\btour of\b|"
    r"\b(?:Middle East|Gulf|Balkans|Baltics|Africa|Asia|Europe|Latin America)\b|"
    r"\bto the (?:[\w-]+ ){0,5}(?:country|nation|region|capital|town|city)\b"
)

# "Berg, who has never visited Oslo"
NEVER = re.compile(r"\b(?:has|have|had|'s|’s|'d|’d) never\b|\bnever (?:been|visited|went|came)\b")


def is_sure(mention: Mention, sentence: str) -> bool:
    """Whether a report tells of a meeting: on a day, or of two who met, or of a plan.

    `sentence` is the one that reports. Nobody at all is enough only with a day and a place, mere
    "leaders" never.
    """
    if not mention.participants:
        return mention.when is not None and mention.place is not None
    if all(who.name.lower() in ANYBODY for who in mention.participants):
        return False
    if any(who.name.lower() in STRANGERS for who in mention.participants):
        return False
    if _is_which(mention) or _was_never_there(mention, sentence) or _is_outing(mention, sentence):
        return False
    if mention.when is not None or mention.status in OVERTURNED:
        return True
    if ACQUAINTED.search(sentence):
        return False
    known = [who for who in mention.participants if _is_somebody(who)]
    if mention.form == "visit":
        return bool(known) and mention.place is not None and mention.status is not Status.HELD
    if mention.form == "summit" and mention.status is Status.ANNOUNCED and mention.place:
        return any(
            who.resolved != "pronoun" for who in known
        )  # "Berg arrived in Riga for a summit"
    if len(mention.participants) > 1 or mention.status is Status.UNCONFIRMED:
        return bool(known)
    return any(_is_body(who) for who in known)


def _is_which(mention: Mention) -> bool:
    """Whether one alone is told by a bare noun and nothing says which: "the committee met"."""
    alone = len(mention.participants) == 1 and mention.place is None
    name = mention.participants[0].name if alone else ""
    return name in GROUP_NOUNS | BODIES  # no "Congress"


def _is_outing(mention: Mention, sentence: str) -> bool:
    """Whether one alone is told to go about and to meet nobody: "Berg's visit to the clinic"; or,
    as news without a day, to a place that is no country: "said on a visit to the flooded valley".
    """
    alone = mention.form == "visit" and len(mention.participants) == 1
    if not alone or mention.country or mention.status in OVERTURNED:
        return False
    at = mention.trigger.start - next(e.start for e in mention.evidence if e.field == "mention")
    visited = [word.strip(",.’'") for word in sentence[at:].lower().split()[1:SOON]]
    if any(word in GROUP_NOUNS | PEOPLE or country_of(word.title()) for word in visited):
        return False  # "visited the troops"
    dated = mention.when is not None and mention.when.basis != NEWS
    land = any(country_of(word) for word in (mention.place or "").split())
    if dated and mention.when and mention.when.basis == EXPLICIT:
        return False  # "May 3, 1978, during Berg's visit": told in a history or under a picture
    return not (land or ABROAD.search(sentence) or (dated and mention.place))


def _was_never_there(mention: Mention, sentence: str) -> bool:
    """Whether a visit is only told to be one that nobody ever made."""
    denied = mention.form == "visit" and mention.status is Status.DENIED
    return denied and NEVER.search(sentence) is not None


def _is_somebody(who: Attendant) -> bool:
    """Whether somebody is told apart: by name, by office, or as a body by its name."""
    return who.resolved != "group" or who.role is not None or who.name[:1].isupper()


def _is_body(who: Attendant) -> bool:
    """Whether one alone may have met: "a meeting of the Harbour Board", "the ministers met"."""
    told = who.name[:1].isupper() or who.role is not None
    return who.resolved == "group" and told and who.country is None
