"""Promotions against each other: codes, groups, offers that a better one always beats, prices that disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from typing import Any

from dangol_policy.check.baskets import given_for
from dangol_policy.check.subject import Subject, percent
from dangol_policy.model.conditions import SpendNeed
from dangol_policy.model.gives import Amount, Bundle, Percent, Price, Prices, Shipping
from dangol_policy.model.promotions import Promotion
from dangol_policy.problems import Path, Problem
from dangol_policy.values import DayRange

_CONDITIONS = ("runs", "when", "who", "where", "code", "payment", "points", "on_return")


def _alike(subject: Subject, *keys: str) -> Iterator[tuple[tuple[int, Promotion], tuple[int, Promotion]]]:
    """Pairs of promotions that say the same under these keys, each with its index."""
    alike: dict[str, list[tuple[int, Promotion]]] = {}
    for index, promotion in enumerate(subject.policy.promotions):
        alike.setdefault(repr([getattr(promotion, key) for key in keys]), []).append((index, promotion))
    for promotions in alike.values():
        yield from combinations(promotions, 2)


def codes_are_unique(subject: Subject) -> Iterator[Problem]:
    """A code stands for one promotion at a time; small and capital letters are the same."""
    first: dict[str, list[Promotion]] = {}
    for index, promotion in enumerate(subject.policy.promotions):
        for number, code in enumerate(promotion.code):
            holders = first.setdefault(code.casefold(), [])
            rival = next((one for one in holders if overlap(one.runs, promotion.runs)), None)
            if rival is not None:
                message = f"the code `{code}` is the code of `{rival.id}` already"
                path: Path = ("promotions", index, "code", number)
                yield subject.problem("code-used-twice", message, path, example=_apart(subject, rival, promotion))
            holders.append(promotion)


def overlap(one: DayRange | None, two: DayRange | None) -> bool:
    """Whether two ranges of days share a day; no range means always."""
    if one is None or two is None:
        return True
    starts_after = one.last is not None and two.first is not None and two.first > one.last
    return not starts_after and not (two.last is not None and one.first is not None and one.first > two.last)


def groups_choose_one_way(subject: Subject) -> Iterator[Problem]:
    """All promotions of a group choose in the same way."""
    first: dict[str, Promotion] = {}
    for index, promotion in enumerate(subject.policy.promotions):
        group = promotion.combine.group
        other = first.setdefault(group, promotion) if group else promotion
        if other.combine.choose != promotion.combine.choose:
            message = (
                f"in the group `{group}` the {_words(other)} (`{other.id}`), here the {_words(promotion)}: "
                "a basket that both fit would get two different answers"
            )
            path: Path = ("promotions", index, "combine", "choose")
            yield subject.problem("contradiction", message, path, example=_chosen(subject, other, promotion))


def _apart(subject: Subject, one: Promotion, two: Promotion) -> Mapping[str, Any] | None:
    """A basket that two promotions fit, with what each of them alone makes of it."""
    given = given_for(one, two, currency=subject.bench.currency)
    return subject.bench.apart(given, {f"by `{promotion.id}`": (promotion,) for promotion in (one, two)})


def _chosen(subject: Subject, one: Promotion, two: Promotion) -> Mapping[str, Any] | None:
    """A basket on which the best offer and the one of highest priority are not the same."""
    ways = {}
    for choose, words in (("best", "where the best wins"), ("priority", "where the highest priority wins")):
        alike = [p.model_copy(update={"combine": p.combine.model_copy(update={"choose": choose})}) for p in (one, two)]
        ways[words] = tuple(alike)
    return subject.bench.apart(given_for(one, two, currency=subject.bench.currency), ways)


def _words(promotion: Promotion) -> str:
    return "best for the customer wins" if promotion.combine.choose == "best" else "highest priority wins"


def nothing_is_always_beaten(subject: Subject) -> Iterator[Problem]:
    """Inside a group no promotion is always beaten by another that asks for no more and gives more."""
    for (one_at, one), (two_at, two) in _alike(subject, "combine", "limit", *_CONDITIONS):
        if one.combine.group is None or one.combine.choose != "best":
            continue
        for index, weaker, stronger in ((one_at, one, two), (two_at, two, one)):
            if _always_beats(stronger, weaker):
                basket = _basket(subject, weaker)
                message = (
                    f"`{stronger.id}` asks for no more and gives more: {basket} gets {_given(subject, stronger)}, "
                    f"never {_given(subject, weaker)}"
                )
                example = _beaten(subject, weaker, stronger)
                path: Path = ("promotions", index, "gives")
                yield subject.problem("unreachable-promotion", message, path, example=example)


def _beaten(subject: Subject, weaker: Promotion, stronger: Promotion) -> Mapping[str, Any] | None:
    """A basket that both promotions fit, on which the stronger applies."""
    given = given_for(weaker, stronger, currency=subject.bench.currency)
    both = subject.bench.decide(given, (weaker, stronger))
    if both is None or [one.clause for one in both.applied] != [stronger.id]:
        return None
    return subject.bench.shown(given, lambda _: f"`{stronger.id}` applies, and `{weaker.id}` does not")


def _always_beats(stronger: Promotion, weaker: Promotion) -> bool:
    more, less = _flat(stronger.gives), _flat(weaker.gives)
    if more is None or less is None or more[1] <= less[1] or more[0] != less[0]:
        return False
    return stronger.needs is None or _lower(stronger.needs, weaker.needs) or stronger.needs == weaker.needs


def _flat(gives: object) -> tuple[tuple[object, ...], Decimal] | None:
    """What a discount is off, and how much, when it is the same for everybody."""
    if isinstance(gives, Percent) and isinstance(gives.percent, Decimal):
        return ("percent", gives.off, gives.of, gives.at_most), gives.percent
    if isinstance(gives, Amount) and isinstance(gives.amount, int):
        return ("amount", gives.off, gives.of), Decimal(gives.amount)
    return None


def _lower(one: object, two: object) -> bool:
    if not isinstance(one, SpendNeed) or not isinstance(two, SpendNeed):
        return False
    open_ended = one.at_most is None or (two.at_most is not None and two.at_most <= one.at_most)
    return one.spend <= two.spend and open_ended and one.measure == two.measure and one.of == two.of


def _basket(subject: Subject, promotion: Promotion) -> str:
    need = promotion.needs
    return f"a basket of {subject.money(need.spend)}" if isinstance(need, SpendNeed) else "every basket"


def _given(subject: Subject, promotion: Promotion) -> str:
    flat = _flat(promotion.gives)
    if flat is None:
        return "less"
    return f"{percent(flat[1])} off" if flat[0][0] == "percent" else f"{subject.money(flat[1])} off"


def prices_agree(subject: Subject) -> Iterator[Problem]:
    """Two clauses do not name different fixed prices for the same goods, sets or shipping at the same time."""
    for (_, one), (index, two) in _alike(subject, "who", "when", "where", "code", "payment", "needs"):
        together = one.combine.group is not None and one.combine.group == two.combine.group
        if together or not overlap(one.runs, two.runs):
            continue
        for what, (key, first, second) in _priced(one.gives, two.gives):
            if first == second:
                continue
            message = f"{what} costs {_price(subject, first)} by `{one.id}` and {_price(subject, second)} here"
            path: Path = ("promotions", index, "gives", *key)
            yield subject.problem("contradiction", message, path, example=_apart(subject, one, two))


_Fixed = tuple[tuple[str, ...], object, object]
"""Where a price is written, and the two prices."""


def _priced(first: object, second: object) -> Iterator[tuple[str, _Fixed]]:
    """What both gifts put a fixed price on, in words."""
    if isinstance(first, Price) and isinstance(second, Price) and first.of == second.of:
        yield "one unit", (("price",), first.price, second.price)
    if isinstance(first, Prices) and isinstance(second, Prices):
        for product in first.prices.keys() & second.prices.keys():
            yield f"`{product}`", (("prices", product), first.prices[product], second.prices[product])
    if isinstance(first, Bundle) and isinstance(second, Bundle) and first.bundle == second.bundle:
        both = first.price is not None and second.price is not None
        yield from [("one set", (("price",), first.price, second.price))] if both else []
    if isinstance(first, Shipping) and isinstance(second, Shipping):
        yield "shipping", (("shipping",), first.shipping, second.shipping)


def _price(subject: Subject, price: object) -> str:
    if price == "free":
        return "nothing"
    return subject.money(price) if isinstance(price, int) else "another price by tier"
