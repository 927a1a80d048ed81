"""Invented stories for the lists of the app: sources that differ, an undated one, a hostile one."""

from __future__ import annotations

LIVE = "<script>window.ran=1</script><img src=http://evil.example/a.png onerror=window.ran=1>"
STORIES = {
    "plan.txt": "Stone to see Berg\n\nOSLO, March 12, 2019. Norwegian Foreign Minister Anna Stone "
    "will meet Latvian President Karl Berg in Riga on Friday to discuss the herring quota, her "
    "ministry said.\n",
    "held.txt": "Berg and Stone talk\n\nRIGA, March 16, 2019. Latvian President Karl Berg met "
    "Norwegian Foreign Minister Anna Stone in Riga on Friday for three hours.\n",
    "denied.txt": "Palace denies talks\n\nRIGA, March 18, 2019. The palace denied that Latvian "
    "President Karl Berg met Norwegian Foreign Minister Anna Stone in Riga on Friday.\n",
    "ferry.txt": "A ferry\n\nTALLINN, May 3, 2019. Estonian Prime Minister Tove Lund met Latvian "
    "President Karl Berg in Tallinn on Thursday to discuss the ferry line.\n",
    "undated.txt": "Hats\n\nEstonian Prime Minister Tove Lund met Norwegian Foreign Minister Anna "
    "Stone in Tartu on Thursday.\n",
}
HOSTILE = {
    "id": f"hostile {LIVE}",
    "title": f"Zebulon Quark {LIVE}",
    "source": f"Evil Gazette {LIVE}",
    "published": "2024-03-11",
    "text": f"Zebulon Quark met Anna Stone in Port Alder on Monday to discuss {LIVE}.",
}
