"""Three versions of a text put together line by line: what one changed and the other left is taken from the one."""

from collections.abc import Iterator
from difflib import SequenceMatcher

MOST_LINES = 20_000
"""Comparing longer texts could take long; they are not merged."""

_Stretch = tuple[int, int, int, int]
"""A stretch of lines all three share: where it begins in the base, its length, where in one, where in the other."""


def merged(base: str, one: str, other: str) -> str | None:
    """Both changes of `base` in one text; None where both changed the same lines, or lines side by side, differently.

    The order of `one` and `other` does not matter.
    """
    if one == other or other == base:
        return one
    if one == base:
        return other
    lines = tuple(text.split("\n") for text in (base, one, other))
    if max(map(len, lines)) > MOST_LINES:
        return None
    taken = _taken(*lines)
    return None if taken is None else "\n".join(taken)


def _taken(base: list[str], one: list[str], other: list[str]) -> list[str] | None:
    """The lines of the merged text, going from one shared stretch to the next."""
    lines: list[str] = []
    at_base = at_one = at_other = 0
    for start, length, in_one, in_other in _shared(base, one, other):
        gap = _chosen(base[at_base:start], one[at_one:in_one], other[at_other:in_other])
        if gap is None:
            return None
        lines += gap
        lines += base[start : start + length]
        at_base, at_one, at_other = start + length, in_one + length, in_other + length
    return lines


def _chosen(base: list[str], one: list[str], other: list[str]) -> list[str] | None:
    if other in (one, base):
        return one
    return other if one == base else None


def _shared(base: list[str], one: list[str], other: list[str]) -> Iterator[_Stretch]:
    """Stretches of lines that all three have in the same order; at last an empty one at the ends."""
    ours, theirs = (_matching(base, text) for text in (one, other))
    i = j = 0
    while i < len(ours) and j < len(theirs):
        (start_one, in_one, long_one), (start_other, in_other, long_other) = ours[i], theirs[j]
        first, last = max(start_one, start_other), min(start_one + long_one, start_other + long_other)
        if first < last:
            yield first, last - first, in_one + first - start_one, in_other + first - start_other
        if start_one + long_one < start_other + long_other:
            i += 1
        else:
            j += 1
    yield len(base), 0, len(one), len(other)


def _matching(base: list[str], text: list[str]) -> list[tuple[int, int, int]]:
    return [(block.a, block.b, block.size) for block in SequenceMatcher(None, base, text).get_matching_blocks()]
