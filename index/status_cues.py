"""Rules as data for what became of a meeting: words that announce, deny, postpone or doubt it."""

from __future__ import annotations

import re

# What became of a meeting, told by the verb that governs it (lemmas).
CANCELLING = frozenset(["cancel", "scrap", "abandon", "axe", "shelve", "annul"])
CANCELLING_OFF = frozenset({"call"})  # with "off"
POSTPONING = frozenset(["postpone", "delay", "defer", "reschedule", "adjourn"])
POSTPONING_BACK = frozenset({"put", "push", "move", "hold"})  # with "off" or "back"
DENYING = frozenset({"deny", "dismiss", "refute"})
CONFIRMING = frozenset({"confirm"})
DOUBTING = frozenset(
    ["consider", "mull", "contemplate", "discuss", "rumour", "rumor", "speculate", "hope"]
)
# "agreed to meet", "is due to meet", "the talks scheduled for Friday"
PLANNING = frozenset(
    word
    for words in (
        "plan agree expect schedule intend arrange prepare decide promise slate due set",
        "invite announce ready want wish aim arrive travel fly go come head return leave depart",
        "mean await anticipate pencil book seek look",
    )
    for word in words.split()
)
# Asked for, offered or refused: no report of a meeting (PLOVER codes them REQUEST and REJECT).
ASKING = frozenset(
    word
    for words in (
        "urge ask propose offer demand seek appeal suggest refuse reject decline insist press",
        "rule threaten want need try attempt fail oppose advocate favour favor support",
        "request recommend require resist avoid exclude",
    )
    for word in words.split()
)
LASTING = frozenset({"continue", "proceed", "go", "run", "be"})  # "talks are going on"
PLANNED_WORDS = frozenset(
    word
    for words in (
        "planned scheduled upcoming forthcoming expected coming future next announced due",
        "impending eventual",
    )
    for word in words.split()
)
DOUBTFUL_WORDS = frozenset(
    word
    for words in (
        "possible potential proposed rumoured rumored reported alleged supposed likely",
        "would-be suggested",
    )
    for word in words.split()
)
ENDED_WORDS = frozenset(["cancelled", "canceled", "aborted", "abandoned", "scrapped"])
POSTPONED_WORDS = frozenset(["postponed", "delayed", "deferred"])
AHEAD_OF = frozenset(["before", "until", "till"])
DOUBTFUL_MODALS = frozenset(["may", "might", "could"])
UNASSERTED_MODALS = frozenset(["should", "must", "ought", "can", "shall"])
CONDITIONS = frozenset(["if", "unless", "whether"])
UNDER_WAY = re.compile(
    r"\b(?:under ?way|in progress|still (?:meeting|talking)|are (?:now )?meeting|"
    r"ongoing|continuing)\b",
    re.IGNORECASE,
)
HEARSAY = frozenset({"reportedly", "allegedly", "apparently", "supposedly", "purportedly"})
