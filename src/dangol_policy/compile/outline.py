"""What a decision comes to, in plain tuples: totals, what applied, and for everything else the first reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Refused = tuple[str, str, int]
"""Clause, code of the first reason that stands against it, what it had (0 where the reason has no figure)."""


class Outline(NamedTuple):
    """Amounts in minor units, points in smallest parts."""

    list_total: int
    subtotal: int
    shipping: int
    total: int
    points: int
    tier: str | None
    applied: Sequence[tuple[str, int]]
    """Clause and minor units, in the order they acted."""
    refused: Sequence[Refused]
    """Clauses that the situation leaves open, and that did not act on this basket."""
    closed: tuple[tuple[str, str], ...] = ()
    """Clauses that the situation closes, with the first reason: one object for all situations alike in this."""
