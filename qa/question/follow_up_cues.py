"""Rules as data for questions that lean on those before: an invented one beside each."""

from __future__ import annotations

import re

from index.words import word_set

HE_OR_SHE = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
OWNING = frozenset(["his", "their", "hers", "theirs"])
PERSONAL_PRONOUN = re.compile(
    r"\b(?:he|she|him|her|his|hers|himself|herself|they|them|their|theirs)\b", re.IGNORECASE
)
# "And where was that?" "What about Riga?"
LEADS = re.compile(
    r"^\s*(?:(?:and|but|so|ok(?:ay)?),? )?(?:what|how) about\b[ ,]*|"
    r"^\s*(?:and|but|so|then|also|ok(?:ay)?|or|plus|well)\b[ ,]*",
    re.IGNORECASE,
)
# "And the week before?" "And the following month?"
SHIFT = re.compile(
    r"\b(?:the|a) (?P<unit>day|evening|night|morning|afternoon|week|weekend|"
    r"month|year) (?P<word>before|after|earlier|later|"
    r"following)\b|"
    r"\bthe (?P<word2>previous|preceding|following|next) (?P<unit2>day|week|weekend|month|year)\b",
    re.IGNORECASE,
)
BACK = frozenset(["before", "earlier", "previous", "preceding"])
# "And before that?" "Did they meet again afterwards?"
BEFORE_THAT = re.compile(
    r"\b(?:before (?:that|then|this|it)|previously|earlier than that|the time before|prior to that|"
    r"beforehand)\b|^(?:and |but )?(?:earlier|before)$",
    re.IGNORECASE,
)
AFTER_THAT = re.compile(
    r"\b(?:after (?:that|then|this|it)|afterwards?|since then|later on|the time after|next time|"
    r"thereafter|subsequently)\b|^(?:and |but )?(?:later|next|after|then)$",
    re.IGNORECASE,
)
THAT_DAY = re.compile(
    r"\b(?:(?:on |in )?(?:that|the same|this same) (?:very )?(?:day|date|week|month|year|"
    r"afternoon|evening|"
    r"morning)|at the time|at that time|back then|then(?=[?.]?$))",
    re.IGNORECASE,
)
# "How many days later was it?" "How long before the talks was that?": one end is the last answer's
FROM_THAT = re.compile(
    r"\bhow (?:many \w+|long|much) (?:later|earlier|afterwards?|beforehand)\b|"
    r"\bhow (?:many \w+|long|much time)\b.*\b(?:(?:was|is|lies?|lay) (?:that|this)|(?:before|after|"
    r"since|from) (?:that|this|then)|(?:that|this) (?:was|is|lies?|lay))\b|"
    r"\b(?:before or after|(?:earlier|later) or (?:later|earlier) than) (?:that|this|it|then)\b",
    re.IGNORECASE,
)
THERE = re.compile(
    r"(?<!^is )(?<!^are )(?<!^was )(?<!^were )(?<!^is )\bthere\b(?! (?:is|are|was|were|any|a|an|"
    r"been|ever|"
    r"to be|talks|meetings?)\b)|\b(?:in|at) (?:that|the same) (?:place|city|town|country|venue)\b",
    re.IGNORECASE,
)
# "Was it confirmed?" "Who announced that?" "How long did the talks last?"
IT = re.compile(
    r"\b(?:it|that|this)\b(?! (?:day|date|week|month|year|time|the|he|she|they|there|[A-Z])\b)|"
    r"\b(?:the|that|this|these|those) (?:meetings?|talks|visit|summit|call|trip|encounter|"
    r"negotiations|"
    r"consultations|conversation|reception|audience|dinner|lunch|event)\b|"
    # "What was its outcome?", not "What did Riga do with its money?": that is Riga's
    r"^\W*(?:(?:and|but|so|what|when|where|who|why|how|which|was|were|is|are|on|in|about|of|for|"
    r"with|to|by|from|at) )+its\b",
)
# "When was that meeting?" "Where was it?" ask after one, and say nothing of which: not "the last of
# them", "the meeting with Stone". Over the question in lower case (qa/question/kind.py `plain`)
ONE_MEETING = re.compile(
    r"(?:when|where|how long|(?:on |at |in )?(?:what|which) (?:day|date|month|year|town|city|place|"
    r"country)) (?:exactly )?(?:was|is|did|will|does) (?:it|that|this|(?:that|this|the) (?:one|"
    r"meeting|visit|trip|summit|call|encounter|conversation|reception|audience|dinner|lunch|"
    r"breakfast))(?: (?:be|held|being held|to be(?: held)?|take place|happen|last|due|planned))?"
)
# "Who explained what those talks were for?" is told by no report of the talks, but by their words
WHO_TOLD_OF_THOSE = re.compile(
    r"^\W*(?:who|which (?:[\w-]+ ){1,4}?)\s*(?:explained|described|said|told \w+|announced|"
    r"disclosed|revealed|outlined|stated|set out|made (?:clear|known))\b[^?]*?\b"
    r"(?P<those>(?:those|these|that|this) (?P<noun>talks|meeting|negotiations|consultations|"
    r"discussions|summit|conference|visit|trip|agreement|deal|plan|proposal|list|vote))\b",
    re.IGNORECASE,
)
# "What did the court say about that?": what was asked last, not only what all were about
THE_LAST = re.compile(
    r"\b(?:that|this|so)\b(?! (?:day|date|week|month|year|time)\b)", re.IGNORECASE
)
THAT_CLAUSE = re.compile(
    r"\b(?:said|say|says|told|tell|claim(?:ed)?|confirmed|announced|report|reports|reported|"
    r"deny|denied|so|the \w+) that\b",
    re.IGNORECASE,
)
ELSE = re.compile(r"\b(?:else|other|others|besides|more)\b", re.IGNORECASE)
# another meeting than that of the answer: "When did they meet again?"
ANOTHER = re.compile(
    r"\b(?:again|next|ever|how (?:many|often)|other|another|before|after|since|previous)\b",
    re.IGNORECASE,
)
# Nouns after "the" that are no person for a pronoun to stand for
NOT_PERSONS = word_set(
    "meeting meetings talks visit summit call trip day date week month year time city town",
    "country",
    "place building report reports article articles archive story news agenda topic topics",
    "status",
    "ferry ship press end beginning start first last same other result outcome deal",
    "agreement",
)
NAME = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'\-]*(?:\s(?:(?:de|da|del|van|von|der|al|el|bin|"
    r"ya)\s)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'\-]*)*"
)
