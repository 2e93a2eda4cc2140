"""The policy as meant: the root of the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from dangol_policy.model.aftercare import Plan
from dangol_policy.model.base import Clause, Items, Part
from dangol_policy.model.business import Business, Calendar
from dangol_policy.model.cases import Cases
from dangol_policy.model.channels import Channel
from dangol_policy.model.conditions import Name
from dangol_policy.model.contact import ContactRules
from dangol_policy.model.examples import Example
from dangol_policy.model.goals import Goal, Measure
from dangol_policy.model.loyalty import Loyalty
from dangol_policy.model.partners import Partner
from dangol_policy.model.privacy import Privacy
from dangol_policy.model.promotions import Promotion, PromotionDefaults
from dangol_policy.model.responsibility import Responsibility
from dangol_policy.model.returns import Returns
from dangol_policy.model.scripts import Scripts
from dangol_policy.model.segments import Persona, Segment
from dangol_policy.model.staff import Staff
from dangol_policy.model.standards import Service
from dangol_policy.model.style import Style
from dangol_policy.model.voice import Voice
from dangol_policy.values import TextField

OTHER_SECTIONS = (
    *("service", "cases", "channels", "contact", "responsibility", "aftercare", "voice", "privacy"),
    *("style", "scripts", "segments", "personas", "staff", "partners", "goals", "figures"),
)
"""Sections with clauses beside loyalty, promotions and returns, in the order customers read them."""


class Names(Part):
    """What products and groups of them are called in sentences, by the keys that baskets hold.

    A key without a name is said as it is written.
    """

    products: dict[Name, TextField] = {}
    categories: dict[Name, TextField] = {}
    tags: dict[Name, TextField] = {}
    segments: dict[Name, TextField] = {}
    fields: dict[Name, TextField] = {}
    """Fields of `privacy`."""


class Policy(Part):
    """One customer-care policy."""

    dangol: Literal[1]
    """Version of the language."""
    business: Business
    calendars: Items[Calendar] = ()
    names: Names = Names()
    loyalty: Loyalty = Loyalty()
    promotions: Items[Promotion] = ()
    promotion_rules: PromotionDefaults = PromotionDefaults()
    returns: Returns | None = None
    service: Service = Service()
    cases: Cases = Cases()
    channels: Items[Channel] = ()
    contact: ContactRules = ContactRules()
    responsibility: Responsibility = Responsibility()
    aftercare: Items[Plan] = ()
    voice: Voice = Voice()
    privacy: Privacy = Privacy()
    style: Items[Style] = ()
    scripts: Scripts = Scripts()
    segments: Items[Segment] = ()
    personas: Items[Persona] = ()
    staff: Staff = Staff()
    partners: Items[Partner] = ()
    goals: Items[Goal] = ()
    figures: Items[Measure] = ()
    examples: Items[Example] = Field(default=())

    def clauses(self) -> Iterator[tuple[tuple[str | int, ...], Clause]]:
        """Every clause with its path in the document, in the document's order."""
        yield from _clauses(self, ())

    def clauses_of(self, section: str) -> Iterator[tuple[tuple[str | int, ...], Clause]]:
        """The clauses of one section with their paths."""
        yield from _clauses(getattr(self, section), (section,))


def _clauses(part: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Clause]]:
    if isinstance(part, Clause):
        yield path, part
    if isinstance(part, Part):
        for name, field in type(part).model_fields.items():
            yield from _clauses(getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, tuple):
        for index, inner in enumerate(part):
            yield from _clauses(inner, (*path, index))
