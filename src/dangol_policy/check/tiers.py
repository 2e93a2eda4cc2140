"""Tiers: in order, reachable, and never worse than the tier below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from dangol_policy.check.baskets import Data, given_for, instant, line, usual_price
from dangol_policy.check.days import at_most_days
from dangol_policy.check.points import rate_of
from dangol_policy.check.subject import Subject, Table, percent
from dangol_policy.model.base import Part
from dangol_policy.model.conditions import EVERYTHING, Selector, When
from dangol_policy.model.gives import Bundle, Price, Prices
from dangol_policy.model.loyalty import BirthdayBenefit, DiscountBenefit, EarnRule, Level, Rolling, WarrantyBenefit
from dangol_policy.model.promotions import Promotion
from dangol_policy.problems import Path, Problem
from dangol_policy.values import exponent

_LEVELS: Path = ("loyalty", "tiers", "levels")


def thresholds_rise(subject: Subject) -> Iterator[Problem]:
    """Each tier starts higher than the one before it, the first at zero."""
    if subject.levels and subject.levels[0].threshold > 0:
        message = f"the first tier, `{subject.levels[0].id}`, does not start at 0"
        yield subject.problem("no-first-tier", message, (*_LEVELS, 0, "from"))
    for index, (lower, higher) in enumerate(zip(subject.levels, subject.levels[1:], strict=False), 1):
        at = (*_LEVELS, index, "from")
        if higher.threshold == lower.threshold:
            message = f"`{higher.id}` and `{lower.id}` start at the same amount"
            yield subject.problem("duplicate-tier-threshold", message, at)
        elif higher.threshold < lower.threshold:
            message = f"`{higher.id}` starts lower than `{lower.id}`, which stands before it"
            yield subject.problem("unordered-tiers", message, at)


def tiers_can_be_reached(subject: Subject) -> Iterator[Problem]:
    """The measure can reach the threshold inside its window."""
    tiers = subject.policy.loyalty.tiers
    if tiers is None:
        return
    points = subject.policy.loyalty.points
    days = at_most_days(tiers.window.rolling) if isinstance(tiers.window, Rolling) else None
    for index, level in enumerate(tiers.levels):
        if level.threshold == 0:
            continue
        at = (*_LEVELS, index, "from")
        if tiers.measure == "points earned" and (points is None or not points.earn):
            message = f"`{level.id}` counts points earned, and no rule lets anybody earn points"
            yield subject.problem("unreachable-tier", message, at)
        elif days is not None and days == 0:
            yield subject.problem("unreachable-tier", f"`{level.id}` counts over a window of no time", at)
        elif tiers.measure == "visits" and days is not None and level.threshold > days + 1:
            message = f"`{level.id}` needs {level.threshold:,} visits on {int(days):,} days, and one a day counts"
            yield subject.problem("unreachable-tier", message, at)


def higher_tiers_earn_more(subject: Subject) -> Iterator[Problem]:
    """Over all rules for the same goods, a higher tier earns at least as many points as a lower one."""
    points = subject.policy.loyalty.points
    groups: dict[object, list[tuple[int, EarnRule]]] = {}
    for index, rule in enumerate(points.earn if points else ()):
        measure = "units" if rule.per == "unit" else "amount"
        groups.setdefault((repr(rule.on), repr(rule.when), repr(rule.where), measure), []).append((index, rule))
    for rules in groups.values():
        yield from _inverted_earning(subject, rules)


def _inverted_earning(subject: Subject, rules: list[tuple[int, EarnRule]]) -> Iterator[Problem]:
    decimals = exponent(subject.policy.business.currency)
    basket = 10_000 * 10**decimals
    before: tuple[Level, Fraction] | None = None
    for level in subject.levels:
        earned = sum((_earned(rule, level.id, basket, decimals) for _, rule in rules), Fraction())
        if before and earned < before[1]:
            bought = "one unit" if rules[0][1].per == "unit" else f"a basket of {subject.money(basket)}"
            message = f"{bought} earns {_plain(before[1])} points as {before[0].id}, but {_plain(earned)} as {level.id}"
            index, rule = rules[0]
            path = ("loyalty", "points", "earn", index, "rate" if rule.rate is not None else "points")
            given = _buying(subject, rule.on, basket, rule.when)
            example = subject.bench.inverted(given, before[0].id, level.id)
            yield subject.problem("worse-tier", message, path, example=example)
        before = (level, earned)


def _earned(rule: EarnRule, tier: str, basket: int, decimals: int) -> Fraction:
    if rule.per != "unit":
        return basket * rate_of(rule, tier, decimals)
    if rule.points is None or (rule.who is not None and rule.who.tier and tier not in rule.who.tier):
        return Fraction()
    return Fraction(rule.points.get(tier, 0) if isinstance(rule.points, dict) else rule.points)


def _buying(subject: Subject, of: Selector, price: int, when: When | None = None) -> Data | None:
    """A customer who buys one unit of these goods."""
    at, bought = instant((), (when,)), line(of, price, subject.bench.currency)
    return None if at is None or bought is None else {"at": at, "customer": {}, "basket": [bought]}


def _plain(number: Fraction) -> str:
    return f"{number.numerator:,}" if number.denominator == 1 else f"{float(number):,.2f}"


def tables_rise(subject: Subject) -> Iterator[Problem]:
    """In a table by tier the higher tier gets at least what the lower one does (or pays at most as much)."""
    for path, part, table in subject.tables():
        if not isinstance(part, EarnRule):
            yield from _inverted_table(subject, path, table, _pays(part, path), _admitted(subject, path))


def _pays(part: Part, path: Path) -> bool:
    """Whether the figure is what the customer pays, so that less is better."""
    return (isinstance(part, Price | Bundle) and path[-1] == "price") or isinstance(part, Prices)


def _admitted(subject: Subject, path: Path) -> set[str]:
    """Tiers that the promotion around a path is for; all of them where nothing is said."""
    everyone = set(subject.ranks())
    if len(path) >= 2 and path[0] == "promotions" and isinstance(path[1], int):
        promotion: Promotion = subject.policy.promotions[path[1]]
        if promotion.who is not None and promotion.who.tier:
            return set(promotion.who.tier)
    return everyone


def _inverted_table(subject: Subject, path: Path, table: Table, pays: bool, admitted: set[str]) -> Iterator[Problem]:
    before: tuple[str, int | Decimal] | None = None
    for level in subject.levels:
        if level.id not in admitted:
            continue
        value: int | Decimal | None = table.get(level.id)
        if before and value is None:
            message = (
                f"{before[0]} gets {_worth(subject, before[1], path[-1])} here and {level.id}, the higher tier, nothing"
            )
            example = _shown(subject, path, before[0], level.id)
            yield subject.problem("worse-tier", message, path, example=example)
        elif before and value is not None and type(value) is type(before[1]):
            worse = value > before[1] if pays else value < before[1]
            verb = "pays" if pays else "gets"
            if worse:
                message = (
                    f"{before[0]} {verb} {_worth(subject, before[1], path[-1])} here and {level.id}, the higher tier, "
                    f"{_worth(subject, value, path[-1])}"
                )
                example = _shown(subject, path, before[0], level.id)
                yield subject.problem("worse-tier", message, (*path, level.id), example=example)
        before = (level.id, value) if value is not None else before


def _shown(subject: Subject, path: Path, low: str, high: str) -> Mapping[str, Any] | None:
    """A basket on which a table of a promotion is worse to the higher tier."""
    if path[0] != "promotions" or not isinstance(path[1], int):
        return None
    promotion = subject.policy.promotions[path[1]]
    return subject.bench.inverted(given_for(promotion, currency=subject.bench.currency), low, high)


def _worth(subject: Subject, value: int | Decimal, key: object) -> str:
    if isinstance(value, Decimal):
        return percent(value)
    return f"{value:,}" if key == "points" else subject.money(value)


def higher_tiers_keep_benefits(subject: Subject) -> Iterator[Problem]:
    """Benefits of the same kind are at least as good at the higher tier; one that is missing is worth a second look."""
    for index, (lower, higher) in enumerate(zip(subject.levels, subject.levels[1:], strict=False), 1):
        at = (*_LEVELS, index, "benefits")
        mine = {_kind(benefit): benefit for benefit in higher.benefits}
        for benefit in lower.benefits:
            kind = _kind(benefit)
            better = mine.get(kind)
            if better is None:
                message = f"`{lower.id}` has {kind[0]} and `{higher.id}`, the higher tier, has not"
                path = at if higher.benefits else at[:-1]
                yield subject.problem("lost-benefit", message, path, clause=higher.id)
            elif _value(better) < _value(benefit):
                message = f"{kind[0]} is worth less to `{higher.id}` than to `{lower.id}`, the lower tier"
                of = benefit.of if isinstance(benefit, DiscountBenefit) else EVERYTHING
                given = _buying(subject, of, usual_price(subject.bench.currency))
                example = subject.bench.inverted(given, lower.id, higher.id)
                path = (*at, higher.benefits.index(better))
                yield subject.problem("worse-tier", message, path, clause=higher.id, example=example)


_NAMES = {"birthday": "a birthday gift", "discount": "a standing discount", "warranty": "a longer warranty"}


def _kind(benefit: Part) -> tuple[str, str]:
    key = str(getattr(type(benefit), "key", ""))
    given = getattr(benefit, "free", None) or getattr(benefit, "priority", None)
    name = f"free {given}" if key == "free" else f"priority ({given})" if key == "priority" else _NAMES.get(key, key)
    about = getattr(benefit, "of", None) or (benefit.birthday if isinstance(benefit, BirthdayBenefit) else None)
    return name.replace("_", " "), repr(about) if key in ("discount", "warranty") else type(about).__name__


def _value(benefit: Part) -> Fraction:
    """What a benefit is worth, comparable only within its kind; 0 for kinds without a figure."""
    if isinstance(benefit, DiscountBenefit):
        return Fraction(benefit.discount)
    if isinstance(benefit, WarrantyBenefit):
        return at_most_days(benefit.warranty)
    gift = benefit.birthday if isinstance(benefit, BirthdayBenefit) else None
    for key in ("voucher", "points", "percent", "amount"):
        value = getattr(gift, key, None)
        if value is not None and not isinstance(value, dict):
            return Fraction(value)
    return Fraction()


def promotions_leave_no_higher_tier_out(subject: Subject) -> Iterator[Problem]:
    """What a middle tier gets on a basket, the higher ones get too, by this promotion or by another.

    Offers for the first tier alone are left alone: they win people for the programme. In a policy of very many offers
    the first ones are looked at, as far as the bench's work goes.
    """
    ids = [level.id for level in subject.levels]
    for path, promotion in subject.parts(Promotion):
        named = [tier for tier in ids if promotion.who is not None and tier in promotion.who.tier]
        above = ids[ids.index(named[-1]) + 1 :] if named[1:] or (named and named != ids[:1]) else []
        given = given_for(promotion, currency=subject.bench.currency) if above and subject.bench.left > 0 else None
        for tier in above:
            example = subject.bench.inverted(given, named[-1], tier)
            if example is not None:
                message = f"`{promotion.id}` is for {', '.join(named)}, and {tier}, the higher tier, is left out"
                yield subject.problem("lost-benefit", message, (*path, "who", "tier"), example=example)
