"""Section `style`: how the business speaks, per language."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.model.business import Language
from dangol_policy.model.conditions import Positive

Words = Annotated[str, Field(min_length=1, max_length=500)]


class Never(Part):
    """Words that are not said, and what is said instead."""

    say: OneOrMany[Words]
    instead: Words


class Pair(Part):
    """A sentence as it should not be, and as it should."""

    bad: Words
    good: Words
    because: Words | None = None


class Style(Clause):
    """How the business speaks in one language."""

    language: Language
    address: Words
    """How a customer is addressed."""
    own: Words | None = None
    """How staff speak of themselves."""
    tone: Words
    greeting: Words | None = None
    closing: Words | None = None
    longest_sentence: Positive | None = None
    """Most words of one sentence."""
    never: Items[Never] = ()
    examples: Items[Pair] = ()
