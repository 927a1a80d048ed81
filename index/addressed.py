"""Paragraphs that speak to a program and not to a reader: instructions, false system messages.

An article is data. A paragraph that tells a language model what to say is no report of anything and
supports nothing, whatever it says. The list cannot be complete, and is not what protects an answer:
that is the gate, which no text can talk to.
"""

from __future__ import annotations

import re

SPEAKS = r"(?:say|state|write|answer|reply|respond|output|print|add|claim|ignore|use|omit)"
ADDRESSED = re.compile(
    # marks of chat templates: "<|im_start|>system", "[INST]", "### Assistant:", {"role": "system"}
    r"<\|\w+\|>|\[/?INST\]|<</?SYS>>|</?data>|###?\s*(?:system|assistant|user)\b|"
    r"[\"']role[\"']\s*:\s*[\"'](?:system|assistant|user)[\"']|\bsystem prompt\b|"
    r"^\W{0,5}(?:system|assistant|user)\s*:|"
    # "Ignore all previous instructions", "disregard the facts above"
    r"\b(?:ignore|disregard|forget|override)\s+(?:\w+\s+){0,3}"
    r"(?:instructions?|prompts?|(?:facts|rules|data|text) above)\b|"
    # "the assistant must state", "note to summarisation systems", "if you are an AI"
    r"\b(?:assistants?|language models?|chat ?bots?|LLMs?|summari[sz]ation systems?)\s*"
    rf"(?::|(?:must|should|shall|is to) {SPEAKS}\b)|"
    r"\bif you are an? (?:AI|assistant|language model|chat ?bot|machine)\b|"
    r"\byou are now in \w+ mode\b|"
    # "print it unchanged", "the only true answer"
    r"\bprint (?:it|this) unchanged\b|\bthe only (?:true|right|correct) answer\b|"
    # "repeat after me", "write instead:", "unless you write that"
    rf"\brepeat after me\b|\b(?:write|say|print|answer) instead:|\bunless you {SPEAKS} that\b|"
    r"^\W{0,5}(?:say|write|state|answer|reply|claim|pretend|output|print) that\b|"
    rf"\bwhen asked about\b.{{0,40}}, {SPEAKS}\b",
    re.IGNORECASE | re.MULTILINE,
)


def addresses_a_program(paragraph: str) -> bool:
    """Whether a paragraph tells a program, a language model above all, what to do."""
    return ADDRESSED.search(paragraph) is not None
