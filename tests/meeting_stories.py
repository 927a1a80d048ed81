"""Invented reports of a few meetings, for tests of answers; every person and day is made up."""

from __future__ import annotations

STORIES: dict[str, str] = {
    "gazette-plan.txt": (
        "Stone to see Berg in Riga\n\n"
        "OSLO, March 12, 2019. Norwegian Foreign Minister Anna Stone will meet Latvian President "
        "Karl Berg in Riga on Friday to discuss the herring quota, her ministry said. The palace "
        "in Riga has not confirmed the meeting yet.\n"
    ),
    "tribune-held.txt": (
        "Berg and Stone talk of herring for three hours\n\n"
        "RIGA, March 16, 2019. Latvian President Karl Berg met Norwegian Foreign Minister Anna "
        "Stone in Riga on Friday. Their talks on the herring quota lasted three hours. No "
        "agreement was signed.\n"
    ),
    "tribune-may.txt": (
        "Stone in Tallinn\n\n"
        "TALLINN, May 3, 2019. Norwegian Foreign Minister Anna Stone held talks with Estonian "
        "Prime Minister Tove Lund in Tallinn on Thursday. They discussed the ferry line.\n"
    ),
    "gazette-june.txt": (
        "Second round ahead\n\n"
        "RIGA, June 3, 2019. Latvian President Karl Berg will receive Norwegian Foreign Minister "
        "Anna Stone in Riga on Thursday, the palace said.\n"
    ),
    "wire-off.txt": (
        "Lund's visit is off\n\n"
        "VILNIUS, July 9, 2019. The visit of Estonian Prime Minister Tove Lund to Vilnius was "
        "cancelled on Monday because of a strike of the pilots.\n"
    ),
    "wire-call.txt": (
        "A call about the pilots\n\n"
        "VILNIUS, July 10, 2019. Estonian Prime Minister Tove Lund spoke by telephone with "
        "Latvian President Karl Berg on Wednesday about the strike.\n"
    ),
}
