"""The words that time expressions are made of, each with its class and what it stands for.

Rules as data: the lexer looks a word up here, the grammar (index/date_rules*.py) knows only the
classes. English; the months of other languages are in index/date_languages.py.
"""

from __future__ import annotations

from index.cues import MONTHS
from index.date_records import Unit

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu",
         "friday fri", "saturday sat", "sunday sun"), start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

SMALL_NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = {
    name: 10 * n
    for n, name in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
SCALES = {"hundred": 100, "thousand": 1000}
NUMBERS = {name: n for n, name in enumerate(SMALL_NUMBERS)} | TENS | SCALES | {"dozen": 12}
ORDINALS = {
    name: n
    for n, name in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30}

UNITS = {
    "second": Unit.SECOND, "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY,
    "week": Unit.WEEK, "weekend": Unit.WEEKEND, "fortnight": Unit.FORTNIGHT,
    "month": Unit.MONTH, "quarter": Unit.QUARTER, "year": Unit.YEAR, "decade": Unit.DECADE,
    "century": Unit.CENTURY, "millennium": Unit.MILLENNIUM,
    "hr": Unit.HOUR, "min": Unit.MINUTE, "sec": Unit.SECOND, "wk": Unit.WEEK, "yr": Unit.YEAR,
}  # fmt: skip
MANY_UNITS = {name + "s": unit for name, unit in UNITS.items()} | {
    "centuries": Unit.CENTURY, "millennia": Unit.MILLENNIUM,
}  # fmt: skip

PARTS = {  # TIMEX3's parts of the day
    "dawn": "DA", "daybreak": "DA", "sunrise": "DA", "morning": "MO", "noon": "MI", "midday": "MI",
    "noontime": "MI", "lunchtime": "MI", "afternoon": "AF", "evening": "EV", "dusk": "EV",
    "sunset": "EV", "nightfall": "EV", "night": "NI", "overnight": "NI", "midnight": "MN",
    "daytime": "DT",
}  # fmt: skip
SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA",
           "fall": "FA", "winter": "WI", "wintertime": "WI"}  # fmt: skip
HOLIDAYS = (  # a pattern and the feast that it names; its days are in index/date_holidays.py
    (r"christmas eve", "christmas_eve"), (r"(?:christmas|xmas)(?: day)?", "christmas"),
    (r"new year['’]?s? eve", "new_years_eve"), (r"new year['’]?s? day", "new_year"),
    (r"easter monday", "easter_monday"), (r"easter(?: sunday)?(?= (?!week))", "easter"),
    (r"good friday", "good_friday"), (r"palm sunday", "palm_sunday"),
    (r"ash wednesday", "ash_wednesday"), (r"maundy thursday", "maundy"),
    (r"ascension day", "ascension"), (r"pentecost", "pentecost"), (r"halloween", "halloween"),
    (r"thanksgiving(?: day)?", "thanksgiving"), (r"independence day", "independence"),
    (r"labou?r day", "labor"), (r"memorial day", "memorial"), (r"columbus day", "columbus"),
    (r"veterans['’]? day", "veterans"), (r"armistice day", "armistice"),
    (r"martin luther king(?: jr\.?)? day", "martin_luther_king"), (r"juneteenth", "juneteenth"),
    (r"president['’]?s['’]? day", "presidents"), (r"mother['’]?s['’]? day", "mothers"),
    (r"father['’]?s['’]? day", "fathers"), (r"valentine['’]?s day", "valentine"),
    (r"st\.? patrick['’]?s day", "patrick"), (r"boxing day", "boxing"), (r"may day", "may_day"),
    (r"international workers['’]? day", "may_day"), (r"bastille day", "bastille"),
    (r"black friday", "black_friday"),
    (r"cyber monday", "cyber_monday"),
    (r"groundhog day", "groundhog"),
    (r"flag day", "flag"),
    (r"earth day", "earth"),
    (r"(?:international )?women['’]?s day", "women"),
    (r"guy fawkes (?:day|night)", "guy_fawkes"),
    (r"inauguration day", "inauguration"),
    (r"april fools?['’]?(?: day)?", "april_fools"), (r"all saints['’]? day", "all_saints"),
    (r"(?:st\.?|saint) nicholas(?:['’]s?)? day", "nicholas"),
    (r"(?:st\.?|saint) stephen['’]?s day", "boxing"),
    (r"(?:st\.?|saint) lucy['’]?s day", "lucy"), (r"all souls['’]? day", "all_souls"),
)  # fmt: skip

# Single words, by class.
CLASSES: dict[str, tuple[str, ...]] = {
    "the": ("the",),
    "a": ("a", "an"),
    "this": ("this", "these"),
    "current": ("current",),
    "future": ("future",),
    "more": ("more", "less", "fewer", "longer"),
    "than": ("than",),
    "least": ("least", "most"),
    "up": ("up",),
    "fiscal": ("fiscal", "financial"),
    "that": ("that", "those", "same"),
    "last": ("last", "past"),
    "next": ("next", "coming", "upcoming", "forthcoming"),
    "previous": ("previous", "preceding", "prior"),
    "following": ("following", "subsequent", "ensuing"),
    "latest": ("latest",),
    "recent": ("recent",),
    "ago": ("ago",),
    "earlier": ("earlier", "beforehand"),
    "later": ("later", "afterward", "afterwards", "thereafter", "hence"),
    "of": ("of",),
    "in": ("in",),
    "within": ("within",),
    "no": ("no",),
    "starting": ("starting", "commencing", "effective"),
    "on": ("on",),
    "at": ("at",),
    "for": ("for", "during", "throughout", "over"),
    "and": ("and", "&", "plus"),
    "or": ("or",),
    "to": ("to", "through", "thru"),
    "from": ("from",),
    "between": ("between",),
    "since": ("since",),
    "after": ("after", "following"),
    "before": ("before",),
    "until": ("until", "till"),
    "by": ("by",),
    "half": ("half",),
    "each": ("each", "every", "per"),
    "other": ("other",),
    "ahead": ("ahead",),
    "now_": ("now",),
    "time": ("time", "times", "moment", "period", "point", "date", "juncture"),
    "end": ("end", "close"),
    "trading": ("trading", "business", "working", "consecutive", "straight", "full", "calendar",
                "additional", "long", "whole", "solid", "successive"),
    "few": ("few",),
    "old": ("old", "olds"),
    "eve": ("eve",),
    "ever": ("ever",),
    "even": ("even", "just", "only", "almost"),
}  # fmt: skip
EDGES = {
    "early": "START", "beginning": "START", "start": "START", "opening": "START", "mid": "MID",
    "middle": "MID", "midway": "MID", "late": "END", "end": "END", "close": "END", "latter": "END",
}  # fmt: skip
QUANTITIES = {"several": None, "some": None, "many": None, "few": None, "numerous": None,
              "couple": 2, "countless": None, "various": None, "dozens": None, "hundreds": None,
              "thousands": None, "number": None}  # fmt: skip
APPROXIMATE = ("about", "around", "approximately", "nearly", "almost", "roughly", "some", "over",
               "barely", "under", "just", "exactly", "circa", "only")  # fmt: skip
DECADES = {name[:-1] + "ies": n // 10 for name, n in TENS.items()}  # "the nineties"
DEICTIC = {  # days counted from the day of writing
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tonight": 0,
}
ADVERBS_OF_SETS = {  # "the boats sail daily"
    "hourly": Unit.HOUR, "daily": Unit.DAY, "weekly": Unit.WEEK, "fortnightly": Unit.FORTNIGHT,
    "monthly": Unit.MONTH, "yearly": Unit.YEAR, "annually": Unit.YEAR,
}  # fmt: skip
REFERENCES = {  # vague: never a date
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF",
    "nowadays": "PRESENT_REF", "recently": "PAST_REF", "lately": "PAST_REF",
}  # fmt: skip
ZONES = ("est", "edt", "gmt", "utc", "cet", "cest", "pst", "pdt", "cst", "cdt", "msk", "bst",
         "mst", "mdt", "et")  # fmt: skip
MONTHS_THAT_ARE_WORDS = frozenset({"may", "march", "mar"})
NAMES_THAT_ARE_MONTHS = frozenset(
    {"may", "march", "april", "june", "august", "jan", "mar", "jun", "sep"}
)
MANY_WEEKDAYS = {name + "s": n for name, n in WEEKDAYS.items() if name.endswith("day")}
ABBREVIATED_WEEKDAYS = frozenset(name for name in WEEKDAYS if not name.endswith("day"))


def _lexicon() -> dict[str, tuple[str, object]]:
    words: dict[str, tuple[str, object]] = {}
    for kind, members in CLASSES.items():
        words |= {word: (kind, word) for word in members}
    for kind, table in (
        ("decadeword", DECADES), ("approximate", dict.fromkeys(APPROXIMATE)), ("numword", NUMBERS),
        ("ordinal", ORDINALS),
        ("bc", dict.fromkeys(("bc", "b.c", "bce"))), ("ad", {"a.d": 1}),
        ("unit", UNITS), ("units", MANY_UNITS), ("season", SEASONS),
        ("part", PARTS), ("parts", {name + "s": part for name, part in PARTS.items()}),
        ("edge", EDGES), ("quantity", QUANTITIES), ("deictic", DEICTIC), ("set", ADVERBS_OF_SETS),
        ("reference", REFERENCES), ("zone", dict.fromkeys(ZONES)), ("month", MONTHS),
        ("weekday", WEEKDAYS), ("weekdays", MANY_WEEKDAYS),
    ):  # fmt: skip
        words |= {word: (kind, value) for word, value in table.items()}
    # the words that stand in two tables: which of them the grammar starts from
    words["second"] = ("ordinal", 2)
    words["early"] = ("edge", "START")
    words["tonight"] = ("tonight", 0)
    words["overnight"] = ("overnight", "NI")
    words["some"] = ("approximate", None)
    words["over"] = ("approximate", None)
    words["following"] = ("following", "following")
    words["past"] = ("last", "past")
    words["following"] = ("following", "following")
    words["half"] = ("half", 0.5)
    return words


LEXICON = _lexicon()
