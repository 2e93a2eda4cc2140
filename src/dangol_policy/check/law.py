"""The law of the business's jurisdictions: figures no promotion may exceed or undercut. Data in `packs/`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from dangol_policy.check.counsel import undercut
from dangol_policy.check.days import at_most_days
from dangol_policy.check.subject import Subject, percent
from dangol_policy.model.gives import Amount, FreeUnits, Get, Nth, Percent
from dangol_policy.model.promotions import Promotion
from dangol_policy.packs import LegalRule, rules_of
from dangol_policy.problems import Path, Problem

_PRICE_OFF = ("price", "line", "unit", "cheapest", "dearest", "order")


def discounts_stay_within_the_law(subject: Subject) -> Iterator[Problem]:
    """A discount on the price of goods is at most the share of the price that the law allows."""
    for path, promotion in subject.parts(Promotion):
        rate, at = _largest_rate(promotion, path)
        for rule in _binding(subject, promotion, "most price discount"):
            excepted = promotion.programme is not None and promotion.programme in rule.except_programmes
            if rule.rate is not None and rate > rule.rate and not excepted:
                message = f"{percent(rate)} off is more than the {percent(rule.rate)} the law allows"
                hint = f"Give at most {percent(rule.rate)}."
                if rule.except_programmes:
                    hint += f" A programme of the state is marked `programme: {rule.except_programmes[0]}`."
                yield undercut(subject, rule, message, at, code="statutory-cap", hint=hint)


def _largest_rate(promotion: Promotion, path: Path) -> tuple[Decimal, Path]:
    """The largest share of a price that the promotion takes off, where it is known from the policy alone."""
    gives = promotion.gives
    priced = isinstance(gives, Percent) and gives.off in _PRICE_OFF
    if priced or isinstance(gives, Nth | Get | FreeUnits):
        value = getattr(gives, "percent", None)
        rates = value.values() if isinstance(value, dict) else (value,)
        return max((rate for rate in rates if isinstance(rate, Decimal)), default=Decimal()), (
            *path,
            "gives",
            "percent",
        )
    return Decimal(), path


def reductions_name_the_price_before(subject: Subject) -> Iterator[Problem]:
    """A general price reduction is announced against the lowest price of the time the law names."""
    for path, promotion in subject.parts(Promotion):
        for rule in _binding(subject, promotion, "reference price"):
            if rule.period is None or not _is_general_reduction(promotion):
                continue
            reference = promotion.reference
            if reference is None:
                message = f"the reduction is to be measured against the lowest price of {rule.period}"
                hint = f"Add `reference: {{lowest_of: {rule.period}}}`."
                yield undercut(subject, rule, message, path, hint=hint)
            elif at_most_days(reference.lowest_of) < at_most_days(rule.period):
                message = f"{reference.lowest_of} is shorter than the {rule.period} the law demands"
                yield undercut(subject, rule, message, (*path, "reference", "lowest_of"))


def _is_general_reduction(promotion: Promotion) -> bool:
    """A lower price for everybody, without condition: that is what an announced price reduction is."""
    conditions = (promotion.who, promotion.needs, promotion.code, promotion.payment)
    gives = promotion.gives
    return not any(conditions) and isinstance(gives, Percent | Amount) and gives.off in ("price", "line", "unit")


def _binding(subject: Subject, promotion: Promotion, kind: str) -> Iterator[LegalRule]:
    """Rules that bind on the first day of the promotion, or on its last when the rule starts in between."""
    days: list[dt.date | None] = [promotion.runs.first, promotion.runs.last] if promotion.runs else [None]
    found = {rule.id: rule for day in days for rule in rules_of(subject.policy.business.jurisdictions, kind, day)}
    yield from found.values()
