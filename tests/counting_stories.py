"""Invented reports of visits, plans and calls, for tests of counts, days between and what was still
ahead; every person and day is made up.
"""

from __future__ import annotations

STORIES: dict[str, str] = {
    "wire-lands.txt": (
        "Stone arrives in Riga\n\n"
        "RIGA, June 11, 2019. Norwegian Foreign Minister Anna Stone has landed at Spilve "
        "airfield. Latvian President Karl Berg will receive her later on Tuesday, the palace "
        "said. Stone and Latvian Foreign Minister Ilze Vanaga are to hold talks on Wednesday. "
        "It is Stone's third visit to the Latvian capital since April 2018. The delay of a "
        "second round of herring consultations in Cork has vexed both sides, the palace said.\n"
    ),
    "gazette-plan.txt": (
        "Berg to receive Stone\n\n"
        "RIGA, June 10, 2019. Latvian President Karl Berg will receive Norwegian Foreign "
        "Minister Anna Stone on Tuesday, palace spokesman Uldis Krams said. The possibility "
        "of a meeting of Berg and Stone was first mentioned in a conversation of Berg and "
        "Norwegian Prime Minister Nils Holm on June 3, he added.\n"
    ),
    "tribune-march.txt": (
        "Berg and Stone on herring\n\n"
        "RIGA, March 15, 2019. Latvian President Karl Berg met Norwegian Foreign Minister "
        "Anna Stone in Riga on Thursday. They spoke of the herring quota.\n"
    ),
    "gazette-cork.txt": (
        "Orm and Falk in Cork\n\n"
        "CORK, August 2, 2019. Danish Fisheries Minister Pavel Orm and Icelandic Fisheries "
        "Minister Ines Falk met in Cork on Thursday. It was their fourth meeting this year. "
        "They have also spoken by telephone twice since May.\n"
    ),
    "gazette-eels.txt": (
        "Eels in Cork\n\n"
        "CORK, August 20, 2019. Estonian Fisheries Minister Olav Moe has come to Cork twice since "
        "February, the port authority said. It was the fifth meeting of Moe and Irish Harbour "
        "Minister Sean Lynch since January 2018. They met on Monday.\n"
    ),
    "wire-bergen.txt": (
        "Bergen next\n\n"
        "COPENHAGEN, September 3, 2019. Danish Fisheries Minister Pavel Orm announced on "
        "Monday that he would meet Icelandic Fisheries Minister Ines Falk in Bergen on "
        "September 20. The Icelandic ministry has not confirmed the meeting.\n"
    ),
    "wire-bergen-held.txt": (
        "Nets agreed\n\n"
        "BERGEN, September 21, 2019. Danish Fisheries Minister Pavel Orm met Icelandic "
        "Fisheries Minister Ines Falk in Bergen on Friday. They agreed on nets.\n"
    ),
    "tribune-october.txt": (
        "October in Oslo\n\n"
        "OSLO, October 1, 2019. Norwegian Foreign Minister Anna Stone will meet Danish "
        "Fisheries Minister Pavel Orm in Oslo on October 9. Stone is also to visit Tallinn on "
        "October 14 to see Estonian Prime Minister Tove Lund. Orm and Lund spoke by telephone "
        "on September 27.\n"
    ),
    "gazette-nets.txt": (
        "Nets again\n\n"
        "CORK, November 4, 2019. The ministry in Dublin said that the herring accords signed in "
        "Hofn on October 9 and October 28 would be laid before the parliament on November 20.\n"
    ),
}
