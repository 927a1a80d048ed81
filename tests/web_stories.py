"""What the tests of the app ask, and an article that tries to do more than be read."""

from __future__ import annotations

POSTPONED = "Why was the Gdańsk summit postponed?"
UNKNOWN = "What did Sherzod Yuldoshev say?"
LIVE = (
    "<script>window.ran=1</script><img src=http://evil.example/a.png onerror=window.ran=1>"
    "[here](javascript:window.ran=1) **bold** $$x^2$$ ${window.ran=1} {{value}}"
)
HOSTILE = {
    "id": "hostile",
    "title": f"Zebulon Quark in Port Alder {LIVE}",
    "source": f"Evil Gazette {LIVE}",
    "url": "javascript:window.ran=1",
    "published": "2024-03-11",
    "text": f"Zebulon Quark met Anna Stone in Port Alder over the herring quota, as {LIVE} says.",
}
QUARK = "Whom did Zebulon Quark meet in Port Alder over the herring quota?"
