"""The fourteen parts of a policy that customers read, and where clauses and questions belong.

Source: what good published policies have in common; the order is that in which customers read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from dangol_policy.start.phrases import find

Part = Literal[
    "summary",
    "reach",
    "standards",
    "complaints",
    "returns",
    "loyalty",
    "promotions",
    "privacy",
    "failure",
    "conduct",
    "voice",
    "access",
    "bodies",
    "about",
]
PARTS: tuple[Part, ...] = (
    *("summary", "reach", "standards", "complaints", "returns", "loyalty", "promotions", "privacy"),
    *("failure", "conduct", "voice", "access", "bodies", "about"),
)
"""All of them, in the order in which customers read them."""

BY_ITSELF: frozenset[Part] = frozenset(("summary", "access", "about"))
"""Parts the program writes from the rest of the policy."""

OF_SECTION: Mapping[str, Part] = {
    "channels": "reach",
    "service": "standards",
    "cases": "complaints",
    "responsibility": "complaints",
    "returns": "returns",
    "aftercare": "returns",
    "loyalty": "loyalty",
    "promotions": "promotions",
    "privacy": "privacy",
    "contact": "privacy",
    "voice": "voice",
    "memberships": "bodies",
}
"""Which part a section of the language is read in."""

OF_STEP: Mapping[str, Part] = {
    "business": "about",
    "regulars": "loyalty",
    "returns": "returns",
    "complaints": "complaints",
    "reach": "reach",
    "bodies": "bodies",
    "privacy": "privacy",
}
OF_QUESTION: Mapping[str, Part] = {"complaints.missed": "failure", "reach.answer": "standards"}
"""Questions that are read elsewhere than the rest of their page of the interview."""


def part_of_question(question: str, step: str) -> Part:
    """Where the answer to a question is read."""
    return OF_QUESTION.get(question) or OF_STEP[step]


def title(part: Part, language: str) -> str:
    """Heading of a part."""
    return find("parts", part)[language]
