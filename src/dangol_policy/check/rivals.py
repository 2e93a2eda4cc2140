"""Promotions against each other: codes, groups, offers that a better one always beats, prices that disagree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from dangol_policy.check.subject import Subject, percent
from dangol_policy.model.conditions import SpendNeed
from dangol_policy.model.gives import Amount, Percent, Price
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
                yield subject.problem("code-used-twice", message, ("promotions", index, "code", number))
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
            yield subject.problem("contradiction", message, ("promotions", index, "combine", "choose"))


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
                yield subject.problem("unreachable-promotion", message, ("promotions", index, "gives"))


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
    """Two clauses do not name different fixed prices for the same goods at the same time."""
    for (_, one), (index, two) in _alike(subject, "who", "when", "where", "code", "payment", "needs"):
        first, second = one.gives, two.gives
        if not isinstance(first, Price) or not isinstance(second, Price) or not overlap(one.runs, two.runs):
            continue
        together = one.combine.group is not None and one.combine.group == two.combine.group
        if not together and first.of == second.of and first.price != second.price:
            message = f"one unit costs {_price(subject, first)} by `{one.id}` and {_price(subject, second)} here"
            path: Path = ("promotions", index, "gives", "price")
            yield subject.problem("contradiction", message, path)


def _price(subject: Subject, price: Price) -> str:
    return subject.money(price.price) if isinstance(price.price, int) else "another price by tier"
