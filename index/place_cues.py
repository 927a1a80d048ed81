"""Rules as data for places: where rulers receive, and what a place's name cannot be.

Each seat of government is a fact of the world, one row; whoever finds one missing adds it here.
"""

from __future__ import annotations

# A seat of government, a parliament or a ruler's house, and the town that it stands in.
SEATS: dict[str, tuple[str, str]] = {  # as news calls it: the town, its country
    "kremlin": ("Moscow", "RUS"), "white house": ("Washington", "USA"),
    "oval office": ("Washington", "USA"), "rose garden": ("Washington", "USA"),
    "blair house": ("Washington", "USA"), "state department": ("Washington", "USA"),
    "pentagon": ("Washington", "USA"), "capitol hill": ("Washington", "USA"),
    "élysée": ("Paris", "FRA"), "elysee": ("Paris", "FRA"), "quai d'orsay": ("Paris", "FRA"),
    "hotel matignon": ("Paris", "FRA"), "downing street": ("London", "GBR"),
    "buckingham palace": ("London", "GBR"), "whitehall": ("London", "GBR"),
    "lancaster house": ("London", "GBR"), "windsor castle": ("Windsor", "GBR"),
    "bellevue palace": ("Berlin", "DEU"), "schloss bellevue": ("Berlin", "DEU"),
    "hofburg": ("Vienna", "AUT"), "quirinale": ("Rome", "ITA"), "palazzo chigi": ("Rome", "ITA"),
    "chigi palace": ("Rome", "ITA"), "farnesina": ("Rome", "ITA"),
    "apostolic palace": ("Vatican", "VAT"), "moncloa": ("Madrid", "ESP"),
    "zarzuela": ("Madrid", "ESP"), "great hall of the people": ("Beijing", "CHN"),
    "zhongnanhai": ("Beijing", "CHN"), "diaoyutai": ("Beijing", "CHN"),
    "blue house": ("Seoul", "KOR"), "akasaka palace": ("Tokyo", "JPN"),
    "imperial palace": ("Tokyo", "JPN"), "hyderabad house": ("New Delhi", "IND"),
    "rashtrapati bhavan": ("New Delhi", "IND"), "knesset": ("Jerusalem", "ISR"),
    "muqata": ("Ramallah", "PSE"), "heliopolis palace": ("Cairo", "EGY"),
    "ittihadiya": ("Cairo", "EGY"), "rideau hall": ("Ottawa", "CAN"),
    "planalto": ("Brasília", "BRA"), "casa rosada": ("Buenos Aires", "ARG"),
    "la moneda": ("Santiago", "CHL"), "miraflores": ("Caracas", "VEN"),
    "los pinos": ("Mexico City", "MEX"), "malacañang": ("Manila", "PHL"),
    "malacanang": ("Manila", "PHL"), "union buildings": ("Pretoria", "ZAF"),
    "aso rock": ("Abuja", "NGA"), "bankova": ("Kyiv", "UKR"), "mariinsky palace": ("Kyiv", "UKR"),
    "un headquarters": ("New York", "USA"), "u.n. headquarters": ("New York", "USA"),
    "united nations headquarters": ("New York", "USA"),
    "palais des nations": ("Geneva", "CHE"), "berlaymont": ("Brussels", "BEL"),
    "nato headquarters": ("Brussels", "BEL"),
}  # fmt: skip

# "Augusta, Georgia": states that news names behind a town, and countries are called so too
COUNTRY_OR_STATE = frozenset({"Georgia"})
# Verbs that a place hangs on which are no going there: what happens in it is the topic
TOPICAL = frozenset(["end", "resolve", "settle", "stop", "solve"])
# Being somewhere: "on the sidelines of a forum in Oslo", "ending a stay in Oslo"
STAYS = frozenset(["stay", "stop", "stopover", "visit", "tour", "trip", "sideline", "margin"])
# What people gather at: "at a dinner in Oslo", "at the Fjord Security Conference"
GATHERINGS = frozenset(
    ["summit", "conference", "forum", "assembly", "congress", "convention", "dinner", "lunch",
     "breakfast"]
)  # fmt: skip
# Kinds of places that stand before the name: "the port of Bergen"
TOWNS = frozenset(["town", "city", "port", "resort", "village", "capital", "suburb", "island"])
# Plain nouns for where somebody may visit whom: "a visit to the country"
DESTINATIONS = TOWNS | frozenset(
    ["country", "countries", "nation", "nations", "region", "area", "state", "states", "province",
     "archipelago", "sultanate", "emirate", "territory", "district", "county",
     "neighbour", "neighbor", "republic", "kingdom", "continent", "bloc", "east", "west"]
)  # fmt: skip
# Meetings that are told by the seat that they are held in: "a White House dinner"
SEATED = frozenset(["meeting", "breakfast", "lunch", "dinner", "luncheon", "reception", "summit"])
# Where such are held as a rule is not where this one was: "traditionally in Riga"
AS_A_RULE = frozenset(
    ["traditionally", "usually", "normally", "typically", "customarily", "ordinarily"]
)
# By others: "was whisked to Riga for talks"
CARRIED = frozenset(["whisk", "drive", "escort", "airlift", "ferry"])
