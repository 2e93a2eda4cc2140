"""From a sample to everybody: the expected total and how far it may be off.

Histories are drawn by a stable hash, so the sum over the sample, raised by the share that was drawn, estimates the sum
over all. The interval is the normal one at 95 % for a total estimated from a simple random sample without replacement
(Cochran, Sampling Techniques, chapter 2); with few histories it is only a rough guide.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from math import sqrt

NORMAL_95 = 1.959964
"""97.5th percentile of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A total, and half the width of its interval; 0 when everybody was counted."""

    total: int
    margin: int


def estimate(total: int, squares: int, drawn: int, of: int) -> Estimate:
    """What the total over `of` histories is, from the sum and the sum of squares over the `drawn` ones."""
    if drawn >= of or drawn == 0:
        return Estimate(total, 0)
    mean = total / drawn
    spread = max(0.0, squares - drawn * mean * mean) / (drawn - 1) if drawn > 1 else 0.0
    margin = NORMAL_95 * of * sqrt(spread / drawn * (1 - drawn / of))
    return Estimate(round(mean * of), round(margin))


def is_drawn(name: str, share: float) -> bool:
    """Whether the history of this name belongs to a sample of this share: always the same answer.

    A larger share draws everybody a smaller one draws.
    """
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    return number < share * 2**64
