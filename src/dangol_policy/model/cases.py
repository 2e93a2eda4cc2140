"""Section `cases`: kinds of case, what must be known before one is resolved, how grave it can be, and its steps."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.values import DurationField, Id, TextField

Sort = Literal[
    "question",
    "advice",
    "order-help",
    "complaint",
    "return",
    "exchange",
    "warranty",
    "privacy",
    "feedback",
    "praise",
    "incident",
]
CaseField = Literal[
    "own words", "wish", "cause", "remedy", "product", "order", "harm", "prevention", "customer's confirmation"
]
Assurance = Literal["no charge", "no disadvantage", "helper"]
"""Complaining costs nothing; it never brings a disadvantage; somebody the customer trusts may speak."""
Raiser = Literal["customer", "employee", "partner"]


class Severity(Clause):
    """How grave a case is. Written from the gravest to the lightest."""

    name: TextField | None = None
    when: TextField
    """How to tell that a case is of this severity."""
    first: bool = False
    """Whether such a case goes before all others."""


class CaseKind(Clause):
    """A kind of case."""

    name: TextField | None = None
    sort: Sort = Field(alias="is")
    """What it is to the law, the clocks and the figures, whatever it is called."""
    fields: OneOrMany[CaseField] = ()
    """What must be written down before it is resolved."""
    severities: OneOrMany[Id] = ()
    """Severities it can have; all when absent."""
    process: Id | None = None
    raised_by: OneOrMany[Raiser] = ("customer",)


class Step(Clause):
    """One step of a process."""

    name: TextField | None = None
    does: TextField
    """What is done."""
    accountable: OneOrMany[Id] = ()
    """The one role that answers for it."""
    helps: OneOrMany[Id] = ()
    within: DurationField | None = None
    next: OneOrMany[Id] = ()
    """Steps that may follow; none when the process ends here."""


class Process(Part):
    """The way a case goes; it begins with the first step."""

    id: Id
    steps: Items[Step]


class Cases(Part):
    """What customers come with, and how it is handled."""

    severities: Items[Severity] = ()
    kinds: Items[CaseKind] = ()
    processes: Items[Process] = ()
    assurances: OneOrMany[Assurance] = ()
    """What customers who complain are told on the public page."""
