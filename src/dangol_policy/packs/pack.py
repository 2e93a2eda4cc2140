"""One jurisdiction pack: its rules, typed, read once."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from dangol_policy.model.base import Items, OneOrMany, Part
from dangol_policy.model.contact import ContactRules
from dangol_policy.model.privacy import DataClass, RequestKind
from dangol_policy.model.returns import Reason
from dangol_policy.source import read_text
from dangol_policy.values import Day, DurationField, Id, Rate, ValuesContext


class LegalRule(Part):
    """One legal figure. `kind` says what it bounds; the other keys are its figure and where it comes from."""

    id: Id
    kind: Literal[
        "most price discount",
        "reference price",
        "contact",
        "keep at least",
        "answer requests",
        "tell of leaks",
        "return window",
        "refund within",
        "answer complaints",
        "guardian under",
    ]
    rate: Rate | None = None
    """For `most price discount`: the largest share of the price just before the promotion."""
    period: DurationField | None = None
    """For `reference price`: the time before a reduction whose lowest price it is measured against.

    For `keep at least` and `return window`: how long at least; for `answer requests`, `tell of leaks`,
    `refund within` and `answer complaints`: the longest it may take.
    """
    reasons: OneOrMany[Reason] = ("change of mind",)
    """For `return window`: of which returns."""
    sale: Literal["at a distance"] | None = None
    """For `return window` and `refund within`: binds these sales only."""
    goods: Literal["other than food"] | None = None
    """For `return window`: binds these goods only; a policy does not tell what food is."""
    age: Annotated[int, Field(ge=1, le=21)] | None = None
    """For `guardian under`: the age."""
    about: DataClass | None = None
    """For `keep at least`: the data."""
    requests: OneOrMany[RequestKind] = ()
    """For `answer requests`: which."""
    tell: Literal["people", "authority"] | None = None
    """For `tell of leaks`: whom."""
    contact: ContactRules | None = None
    """For `contact`: rules of messages in the shape in which policies write them; the gate asks them too."""
    except_programmes: Items[Literal["concentrated"]] = ()
    """Programmes of the state that the rule does not bind."""
    valid_from: Day
    valid_to: Day | None = None
    source: Annotated[str, Field(min_length=10)]
    checked: Day
    """When the source was last looked up."""

    def holds_on(self, day: dt.date | None) -> bool:
        """Whether the rule binds on a day; without a day, whether it binds without end."""
        if day is None:
            return self.valid_to is None
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


_RULES = TypeAdapter(tuple[LegalRule, ...])


@lru_cache(maxsize=64)
def pack_of(jurisdiction: str) -> tuple[LegalRule, ...]:
    """The rules of a jurisdiction such as VN or EU; none when there is no pack for it."""
    file = files(__package__) / f"{jurisdiction}.yaml"
    if not jurisdiction.replace("-", "").isalpha() or not file.is_file():
        return ()
    document = read_text(file.read_text("utf-8"), f"{jurisdiction}.yaml")
    return _RULES.validate_python(document.data, context=ValuesContext("XXX"), strict=False)


def rule_named(jurisdictions: tuple[str, ...], name: str) -> LegalRule | None:
    """The rule with this id, or with a rule of messages of this id in it: what an answer that names it rests on."""
    for one in jurisdictions:
        for rule in pack_of(one):
            inside = {} if rule.contact is None else dict(rule.contact)
            if rule.id == name or any(part.id == name for parts in inside.values() for part in parts):
                return rule
    return None


def rules_of(jurisdictions: tuple[str, ...], kind: str, day: dt.date | None) -> tuple[LegalRule, ...]:
    """The rules of a kind that bind in any of the jurisdictions on a day."""
    return tuple(rule for one in jurisdictions for rule in pack_of(one) if rule.kind == kind and rule.holds_on(day))
