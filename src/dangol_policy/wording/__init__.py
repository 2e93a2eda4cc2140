"""Looks texts over for what readers understand differently and for what customers take badly. Pure and quick.

Source: requirements S4-19 and S4-26; what each kind means is in docs/policy/wording.md.
"""

from __future__ import annotations

from functools import lru_cache

from dangol_policy.model.style import Style
from dangol_policy.wording.ambiguity import ambiguity
from dangol_policy.wording.finding import Ask, Checker, Finding, Kind
from dangol_policy.wording.style import manner, never_said
from dangol_policy.wording.text import composed, sentences

__all__ = ["LANGUAGES", "Ask", "Checker", "Finding", "Kind", "look"]

_KEPT = 8192
"""Texts whose findings are kept: a policy is looked over again at every change of one of its texts."""
LANGUAGES = ("ko", "en", "vi", "be")
"""The languages whose wording can be looked over; of a text in another nothing is said."""


@lru_cache(maxsize=_KEPT)
def look(
    text: str, language: str, *, style: Style | None = None, checkers: tuple[Checker, ...] = tuple(Checker)
) -> tuple[Finding, ...]:
    """Everything that is found in a text of one language, in the order of the text.

    With the policy's style for that language, its own list of what is never said comes on top, and its longest sentence
    and form of address count.
    """
    if language not in LANGUAGES:
        return ()
    whole = composed(text)
    read = list(sentences(whole))
    found: list[Finding] = []
    if Checker.AMBIGUITY in checkers:
        found += (one for sentence in read for one in ambiguity(sentence, language))
    if Checker.STYLE in checkers:
        never = tuple(never_said(whole, style)) if style else ()
        found += never
        found += (one for one in manner(read, language, style) if not any(_overlap(one, own) for own in never))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _overlap(one: Finding, own: Finding) -> bool:
    return one.kind is not Kind.LONG and one.start < own.end and own.start < one.end
