"""Rules as data for people: what offices are called, what stands before them and for several.

A newsroom adds a word here; the code that reads these tables knows none of them.
"""

from __future__ import annotations

import re

from index.words import word_set

# Nouns that name an office or a function: "the Polish foreign minister", "envoy Karl Stone"
OFFICE_NOUNS = word_set(
    "president minister premier chancellor king queen emperor empress prince princess",
    "sultan emir taoiseach secretary undersecretary secretary-general commissioner",
    "representative ambassador envoy consul legate nuncio negotiator mediator go-between",
    "arbitrator spokesman spokeswoman spokesperson adviser advisor aide chief director",
    "director-general head leader chairman chairwoman chairperson chair speaker governor",
    "mayor senator congressman congresswoman deputy lawmaker mp judge justice prosecutor",
    "general admiral commodore colonel major captain commander marshal brigadier",
    "lieutenant sergeant bishop archbishop cardinal patriarch pope monsignor imam lady",
    "ayatollah rabbi regent viceroy monarch ruler dictator warlord chargé delegate",
    "observer inspector rapporteur harbourmaster harbormaster boss counterpart colleague",
    "successor predecessor vice-president ceo executive superintendent provost rector dean",
)
IRREGULAR = ("man", "woman", "y", "chief")  # ends that take no plain "s"
# The same for several: "the foreign ministers of Poland and Latvia"
PLURALS = {
    **{f"{noun}s": noun for noun in OFFICE_NOUNS if not noun.endswith(IRREGULAR)},
    "secretaries": "secretary", "deputies": "deputy", "chiefs": "chief", "spokesmen": "spokesman",
    "chairmen": "chairman", "lawmakers": "lawmaker", "queens": "queen", "heads": "head",
    "emissaries": "envoy", "plenipotentiaries": "envoy", "sheikhs": "ruler", "royals": "monarch",
}  # fmt: skip
# Offices that say only whose equal or heir their holder is: "her Latvian counterpart"
RELATIVE_OFFICES = frozenset({"counterpart", "colleague", "successor", "predecessor"})

# Whose equal abroad holds an office of another name: the counterpart of a secretary of state
ABROAD = {"secretary of state": "foreign minister", "chancellor": "prime minister"}
# Words before a name that say what somebody does and are no part of it: "Producer Anna Berg"
OCCUPATIONS = word_set(
    "producer reporter correspondent analyst actor actress author writer coach attorney",
    "lawyer activist businessman businesswoman singer economist historian journalist editor",
    "host presenter photographer owner founder commander officer tycoon billionaire lead",
    "incumbent candidate nominee sheriff pastor surgeon doctor nurse detective agent",
)
# Nouns of offices that are surnames, too: "Anna King"
SURNAMES = word_set(
    "king pope bishop major judge justice prince head marshal captain boss queen deputy",
    "chair mayor general cardinal regent chief abbot speaker",
)

# What may stand inside the name of an office, before its noun; other lower-case nouns may too.
OFFICE_MODIFIERS = word_set(
    "prime foreign deputy vice first acting interim caretaker former ex outgoing incoming",
    "new then newly elected opposite chief special senior top joint permanent assistant",
    "regional national federal state defence defense interior finance economy economic",
    "energy trade agriculture fisheries transport infrastructure environment health",
    "justice education culture labour labor home external internal security opposition",
    "party press military army navy naval air force supreme crown high general lead late",
    "designate veteran union parliamentary presidential",
)
# What a holder is for a while, and no part of the office: "the visiting envoy".
PASSING = frozenset(
    [
        "visiting",
        "friendly",
        "touring",
        "ailing",
        "embattled",
        "current",
        "incumbent",
        "present",
        "sitting",
    ]
)
FORMER = frozenset({"former", "ex", "ex-", "late", "then"})

# Titles that say no office: "Ms Lund". Those of one sex tell who "he" and "she" may be.
HE = word_set(
    "mr king prince emperor sultan emir spokesman chairman congressman pope sir lord",
    "monsignor",
)
SHE = word_set(
    "mrs ms miss queen princess empress spokeswoman chairwoman congresswoman dame lady",
    "madame",
)
COURTESY = word_set(
    "mr mrs ms miss dr prof professor sir dame lord lady madame monsieur herr frau señor",
    "señora",
)

# Offices and ranks cut short before a name: "Sen. Anna Berg"
SHORT_TITLES = word_set(
    "sen rep gov gen lt col maj capt sgt adm cmdr brig rev fr msgr amb sec pres supt hon",
    "atty del insp sens reps govs gens profs drs revs",
)

# "Foreign Affairs" of "minister of Foreign Affairs": part of the office, not of a place
_FIELD = (
    r"(?:the )?(?:foreign affairs|external affairs|external relations|state|"
    r"(?:national )?defen[cs]e|(?:the )?interior|finance|economy|energy|"
    r"trade|industry|agriculture|fisheries|transport|"
    r"infrastructure|(?:the )?environment|health|justice|education|culture|labou?r|home affairs|"
    r"security|staff|mission|(?:the )?parliament|(?:the )?government|protocol|tourism|water|mines|"
    r"mining|oil|science|technology|development|planning|commerce|fishing|shipping|ports)"
)
PORTFOLIO = re.compile(rf"{_FIELD}(?:,? (?:and )?{_FIELD})*\b", re.IGNORECASE)
# A word of it before a name is no given name: "Minister of Trade Jan Nowak"
PORTFOLIO_WORDS = word_set(
    "affairs state defence defense interior finance economy energy trade industry agriculture",
    "fisheries transport infrastructure environment health justice education culture labour",
    "labor security staff tourism commerce water irrigation electricity",
)
# Small words inside a name: "Tove van der Berg", "Ali bin Saleh"
PARTICLES = word_set("de da di del della van von der den al el bin ibn ben abu la le du dos arap")
# What stands between a name and the office told after it: "Anna Berg, then the Polish envoy"
APPOSED = frozenset(
    [",", ", the", ", a", ", an", ", who is", ", its", ", his", ", her", ", then", ", now"]
)
# Since when it is held: "Anna Berg, the current chair of the board"
TENURE = frozenset(["current", "present", "sitting", "acting", "new", "newly", "elected",
                    "appointed", "incoming", "outgoing", "longtime", "long-time"])  # fmt: skip

# A country at the head of a pair: "Franco-Polish talks"
COMBINING = {
    "sino": "CHN", "russo": "RUS", "franco": "FRA", "anglo": "GBR", "indo": "IND", "italo": "ITA",
    "austro": "AUT", "greco": "GRC", "turco": "TUR", "luso": "PRT", "american": "USA",
}  # fmt: skip

# Words for several people who have just been named.
PAIRS = frozenset(["two", "pair", "duo", "both"])
SEVERAL = frozenset(["they", "them", "both", "their"])
HOW_MANY = {
    "two": 2, "both": 2, "pair": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8,
}  # fmt: skip
# Whoever is meant by "leaders" or "officials" may hold any office
ANY_OFFICE = frozenset(["leader", "envoy", "chief", "delegate", "representative", "negotiator"])
# Only those who were reported to meet are called so
PARTIES = frozenset(["sides", "parties", "delegations", "teams", "negotiators"])
LANDS = frozenset(["countries", "neighbours", "neighbors", "governments", "nations", "states"])
# The one of two who is not the one before: "Berg thanked her host"
OTHERS = frozenset(["host", "hostess", "guest", "visitor", "interlocutor"])
SIDES = word_set(
    "sides parties leaders men women ministers presidents officials diplomats statesmen",
    "negotiators delegations teams heads",
)
HE_WORDS = frozenset(["he", "him", "himself", "his"])
SHE_WORDS = frozenset(["she", "her", "herself"])

# Nouns that with "the" point at somebody named before: "the cleric was due to meet Stone"
SOMEBODY = word_set(
    "cleric diplomat politician statesman stateswoman lawmaker strongman guerrilla monk banker",
    "businessman businesswoman billionaire tycoon dissident activist economist lawyer pastor",
    "academic veteran candidate nominee envoy technocrat reformer hardliner visitor guest",
    "frontrunner front-runner incumbent challenger democrat republican conservative liberal",
    "newcomer laureate exile tsar czar monarch royal",
)
# Nouns that name a group and stay as they are: "a delegation of fishermen"
GROUP_NOUNS = word_set(
    "delegation delegations official officials leader leaders diplomat diplomats envoys",
    "negotiator negotiators representative representatives group team side sides party",
    "parties member members council committee commission board union unions alliance bloc",
    "coalition ministry government governments administration parliament lawmakers",
    "senators deputies mps experts businessmen executives bankers investors activists",
    "dissidents rebels commanders generals officers villagers elders clerics bishops",
    "fishermen workers farmers students families relatives",
    "survivors troops soldiers ambassadors mediators ministers presidents heads chiefs",
    "demonstrators protesters protestors supporters residents citizens delegates authorities",
    "groups unionists legislators congressmen congresswomen scientists teachers veterans",
    "monarchs counterparts colleagues allies advisers advisors aides mayors governors",
    "faction factions militias clans tribes delegates donors creditors lenders rivals",
    "captains owners dockers engineers observers inspectors refugees victims prisoners",
    "participants partners politicians nations states countries firms companies",
    "organisations organizations management leadership staff cabinet",
)

# What only says how many of those behind "of" it is: "a number of Latvian officials"
QUANTITIES = frozenset(
    ["number", "couple", "handful", "dozens", "scores", "hundreds", "several", "some", "many",
     "most", "one", "two", "three", "four", "five"]
)  # fmt: skip
# Nouns that end a body's name, and by which it is called later: "the Harbour Board … the board"
BODIES = word_set(
    "council committee commission board agency union ministry parliament assembly association",
    "federation league court authority cabinet bank fund organisation organization alliance",
    "coalition society foundation chamber panel senate congress institute party front movement",
    "group administration",
)
# Who may be met by whatever words tell them: "the parents of two boys", "three finalists"
PEOPLE = word_set(
    "parents students residents agents patients clients tenants children kids women men people",
    "wives husbands sons daughters brothers sisters widows friends neighbours neighbors",
    "monks nuns priests chefs guards doctors lawyers",
)
PEOPLE_ENDS = ("ists", "ees", "ians", "women", "men", "workers", "makers", "holders", "goers")

# Who is told what happened takes no part in it: "Berg spoke to reporters"
PRESS = word_set(
    "reporter reporters journalist journalists press media correspondent correspondents",
    "newsmen newspaper newspapers magazine broadcaster editors audience crowd audiences",
    "crowds viewers listeners",
)

# Words in capitals that a model of names takes for persons.
# Somebody told only by whose he is: "met Karl Stone's lawyer".
CLOSE_TO = frozenset(
    ["lawyer", "attorney", "wife", "husband", "widow", "brother", "sister", "son", "daughter",
     "mother", "father", "family", "doctor", "driver"]
)  # fmt: skip
# What opens a sentence before a name and is no given name: "Greeting Berg at the airport were …"
OPENERS = word_set(
    "greeting citing quoting praising meeting addressing calling flanking following including",
    "thanking joining hosting welcoming blaming accusing criticizing criticising defending",
    "urging asking telling facing beating defeating succeeding replacing introducing seeing",
    "interviewing supporting backing attacking mocking warning awaiting visiting accompanying",
    "representing reaching echoing lambasting slamming hailing congratulating briefing",
)
CONTINENTS = frozenset(["africa", "europe", "america", "antarctica", "oceania", "eurasia"])
NO_PERSON = word_set(
    "monday tuesday wednesday thursday friday saturday sunday parliament cabinet ministry",
    "kremlin embassy congress senate duma house palace castle hotel airport foreign state",
    "summit talks united nations photo file images ap afp reuters getty board college",
    "council committee commission union party bank group federation association assembly",
    "court agency department institute university corp inc ltd company organization",
    "organisation league alliance coalition front army navy force forces news times post",
    "center centre school club church airlines street avenue square ministers presidents",
    "office press mosque cathedral republicans democrats leaders lawmakers officials scouts",
    "security trade energy video feedback caption photos updated caucus",
    "university authority",
)
