"""What customers did, as it is played again: the events of a story, and what is needed to read them under other rules.

Customers who depend on one another (who brought whom) are one history; everybody else is one alone. A guest's purchase
is a history without customers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dangol_policy.model.events import StoryEvent


@dataclass(frozen=True, slots=True)
class Gift:
    """A voucher or gift that was used: whose it was, and the clause that had given it."""

    customer: str
    clause: str


@dataclass(frozen=True, slots=True)
class Stored:
    """What was really booked for a customer in the period, to hold the replay against."""

    points: int = 0
    """Issued, smallest parts."""
    discount: int = 0
    """On goods of purchases that stand, minor units."""
    purchases: int = 0
    otherwise: int = 0
    """Of these, decided by another version than the one in force now."""


@dataclass(frozen=True, slots=True)
class History:
    """Customers and what they did, in order of time; every event names its instant."""

    customers: tuple[str, ...]
    events: tuple[StoryEvent, ...]
    gifts: Mapping[str, Gift] = field(default_factory=dict)
    """Vouchers and gifts that the events name, by the id they have there."""
    stored: Mapping[str, Stored] = field(default_factory=dict)
    """By customer; a guest is the empty text."""
