"""A matter of a sort that no article names: "What did they agree on winter fishing?" is not told by
what they agreed on summer fishing.
"""

from __future__ import annotations

import re

from index.archive import Archive
from index.parse import PREMODIFIERS, parse
from index.words import stem, stems
from qa.passages.alike import with_alike
from qa.passages.decide import Decision, Doubt
from qa.passages.terms import Term, coverage, weigh_terms
from qa.question.asked import Asked

ASKS = re.compile(
    r"^\W*(?i:and |but |so )?(?i:what|which|why|how|who|whom)\b[^?]*\b(?:say|said|tell|told|"
    r"agreed?|discuss(?:ed)?|decided?|promised?|offer(?:ed)?|proposed?|talk(?:ed)?|speak|spoke|demand(?:ed)?|"
    r"settled?|think|thought|warn(?:ed)?)\b[^?]*?\b(?:about|on|of|regarding|concerning|over|as to) "
    r"(?:the |any |their |his |her )?(?P<sort>[a-z]{4,}) (?P<noun>[a-z]{3,})"
    r"(?: (?:in|at|by|with|during|when|after|before) [^?]*)?\?*$",
)
FIGURES = re.compile(  # "What were the catch figures for May?", "catch figures for Riga"
    r"^\W*(?:(?i:what|which|how high|how many) (?:was|were|is|are) )?(?:(?:the|any|official|total|"
    r"exact|latest|civilian) )*(?P<sort>[a-z]{4,}) (?P<noun>figures?|numbers?|statistics|toll|"
    r"counts?|totals?|rates?) (?:for|of|in|from|at|among|given|reported)\b[^?]*\?*$",
)
LOOKED_AT = 3  # of the best sentences
NOT_TOLD = "The archive does not say: it tells nothing of {matter}."


def lacks_sort(archive: Archive, asked: Asked, decision: Decision) -> Decision:
    """The decision, or one that declines where no article has the word for the sort that is asked
    about, and the best sentences tell of another sort or of nothing of the kind.
    """
    figures = FIGURES.match(asked.text)
    match = ASKS.match(asked.text) or figures
    if decision.doubt is not None or match is None:
        return decision
    sort, noun = weigh_terms([match["sort"], match["noun"]], (), archive.catalog)
    texts = [one.sentence.text for one in decision.ranked[:LOOKED_AT]]
    named = [text for text in texts if coverage([noun], frozenset(stems(text)))]
    held = any(_holds(archive, sort, text) for text in texts) if figures else None
    if (
        sort.known
        or held
        or (held is None and any(_tells(archive, sort, noun, text) for text in named or texts[:1]))
    ):
        return decision
    lead = NOT_TOLD.format(matter=f"{match['sort']} {match['noun']}")
    return decision.model_copy(update={"doubt": Doubt(lead=lead, ambiguous=False)})


def _tells(archive: Archive, sort: Term, noun: Term, text: str) -> bool:
    """Whether a sentence may tell of the sort in another word, or of the kind and of no sort."""
    if not coverage([noun], frozenset(stems(text))):
        return _holds(archive, noun, text)
    kinds = [token for token in parse([text], without=["ner"])[0] if stem(token.text) in noun.forms]
    sorts = [" ".join(c.text for c in kind.children if c.dep_ in PREMODIFIERS) for kind in kinds]
    return any(not said or _holds(archive, sort, said) for said in sorts)


def _holds(archive: Archive, term: Term, text: str) -> bool:
    """Whether a text holds a word, or one that means nearly the same."""
    return bool(coverage(with_alike(archive, [term], [text]), frozenset(stems(text))))
