"""What the press calls an office, and which offices differ from country to country: data only.

The roles are those of `offices.tsv`. Every line of `TITLES` has an example sentence, invented.
"""

from __future__ import annotations

TITLES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("president", ("head of state",), "The president, Anna Stone, flew home."),
    ("monarch", ("king", "queen", "emir", "emperor", "empress", "sultan", "head of state"),
     "King Osric received the guests."),
    ("head of state", ("military ruler",), "General Brand, the head of state, spoke."),
    ("prime minister", ("premier", "pm", "taoiseach", "head of government", "chief minister"),
     "Premier Lena Holt agreed."),
    ("chancellor", ("federal chancellor", "head of government", "prime minister"),
     "Chancellor Holt agreed."),
    ("foreign minister",
     ("fm", "minister of foreign affairs", "minister for foreign affairs", "foreign secretary",
      "minister of external affairs", "external affairs minister", "secretary of foreign affairs",
      "foreign affairs minister", "minister of external relations", "top diplomat",
      "chief diplomat", "foreign affairs secretary"),
     "Berg's top diplomat, Ivo Marsh, was not told."),
    ("secretary of state",
     ("foreign minister", "fm", "minister of foreign affairs", "top diplomat", "chief diplomat"),
     "Secretary of State Ivo Marsh left for Oslo."),
    ("defence minister",
     ("defense minister", "minister of defence", "minister of defense", "defence secretary",
      "defense secretary", "secretary of defence", "secretary of defense", "defence chief",
      "defense chief", "pentagon chief", "minister of national defence",
      "minister of national defense", "minister of the armed forces"),
     "Defense Secretary Ruth Vane disagreed."),
    ("vice president", ("vice-president",), "Vice-President Finch attended."),
    ("national security adviser", ("national security advisor",),
     "National Security Advisor Cole briefed them."),
    ("press secretary", ("spokesman", "spokeswoman", "spokesperson"),
     "Press secretary Dora Quill declined to comment."),
    ("spokesperson", ("spokesman", "spokeswoman"), "Spokeswoman Dora Quill declined to comment."),
    ("secretary-general", ("secretary general", "sec-gen", "chief", "head"),
     "Secretary General Amos Reed is in Geneva."),
    ("director general", ("director-general", "chief", "head"),
     "The agency's chief, Amos Reed, is in Geneva."),
    ("managing director", ("chief", "head"), "The fund's chief, Amos Reed, is in Geneva."),
    ("high representative", ("top diplomat", "chief diplomat", "foreign policy chief"),
     "Foreign policy chief Ada Lorne said so."),
    ("general secretary", ("party chief", "party leader", "party secretary"),
     "Party chief Orlov was absent."),
    ("supreme leader", (), "The supreme leader spoke on Friday."),
    ("chair", ("chairman", "chairwoman", "chairperson"), "Chairman Finch spoke on Friday."),
    ("pope", ("pontiff",), "The pontiff spoke on Sunday."),
    ("prosecutor", ("chief prosecutor",), "The chief prosecutor spoke on Friday."),
    ("high commissioner for refugees", ("refugee chief",), "The refugee chief warned of winter."),
    ("high commissioner for human rights", ("human rights chief", "rights chief"),
     "The rights chief warned of winter."),
)  # fmt: skip
"""A role of the table, what else news calls it, and an example."""

ONLY_IN: dict[str, frozenset[str]] = {
    "chancellor": frozenset({"DEU", "AUT"}),
    "secretary of state": frozenset({"USA", "VAT"}),
    "high representative": frozenset({"EU", "BIH"}),
}
"""Roles that stand for an office in these areas alone: a British chancellor is another."""

NOT_IN: dict[str, frozenset[str]] = {
    "AUT": frozenset({"prime minister"}),
    "DEU": frozenset({"prime minister"}),
    "USA": frozenset({"foreign minister", "prime minister"}),
}
"""Roles that are none there, since an office of another name does their work."""

FORMER_STATES: dict[str, str] = {
    "SCG": "Federal Republic of Yugoslavia, later Serbia and Montenegro",
}
"""States that are no more, by their withdrawn ISO 3166-1 codes (ISO 3166-3), and whose name stands
for no single country in the news: "Serbia and Montenegro" are mostly two. The others are in
countries.tsv.
"""

ORGANIZATIONS: dict[str, str] = {
    "ARAB LEAGUE": "League of Arab States",
    "ASEAN": "Association of Southeast Asian Nations",
    "AU": "African Union",
    "COMMONWEALTH": "Commonwealth of Nations",
    "COUNCIL OF EUROPE": "Council of Europe",
    "ECB": "European Central Bank",
    "EU": "European Union",
    "GCC": "Gulf Cooperation Council",
    "IAEA": "International Atomic Energy Agency",
    "ICC": "International Criminal Court",
    "ICRC": "International Committee of the Red Cross",
    "IMF": "International Monetary Fund",
    "NATO": "North Atlantic Treaty Organization",
    "OAS": "Organization of American States",
    "OPCW": "Organisation for the Prohibition of Chemical Weapons",
    "OPEC": "Organization of the Petroleum Exporting Countries",
    "OSCE": "Organization for Security and Co-operation in Europe",
    "UN": "United Nations",
    "WB": "World Bank",
    "WHO": "World Health Organization",
    "WTO": "World Trade Organization",
}
"""The short names that stand in the column `area` for organisations."""

# "The Polish leader" is whoever holds one of these
LEADING_ROLES = frozenset(
    ["president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "monarch",
     "sultan", "taoiseach", "ruler", "supreme leader"]
)  # fmt: skip
# Whom those are that a title, a name and a word later in the text call differently: "King Stone …
# the Norwegian monarch"; "leader" only beside a country
RULERS = frozenset(["king", "queen", "emperor", "empress", "sultan", "emir", "pope"])
PREMIERS = frozenset(["prime minister", "premier", "taoiseach", "pm"])
CALLED = {
    "leader": LEADING_ROLES, "monarch": RULERS, "ruler": RULERS | {"monarch"}, "sovereign": RULERS,
    "head of state": RULERS | {"president", "monarch"},
    **dict.fromkeys(PREMIERS, PREMIERS),
}  # fmt: skip
# Who has one of these goes by a given name: "King Stone" is not Karl Stone, who has none of them
BY_GIVEN_NAME = RULERS | {"prince", "princess"}
ROYAL = BY_GIVEN_NAME | {"monarch", "ruler", "regent", "sovereign", "royal"}
# And whoever is called so is none of them: "President Stone"
ELECTED = frozenset(["president", "chancellor", "senator", "congressman", "governor", "mayor"])
