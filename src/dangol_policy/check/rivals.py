"""Promotions against each other: codes, groups, offers that a better one always beats, prices that disagree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dangol_policy.check.subject import Subject, percent
from dangol_policy.model.conditions import SpendNeed
from dangol_policy.model.gives import Amount, Percent, Price
from dangol_policy.model.promotions import Promotion
from dangol_policy.problems import Path, Problem
from dangol_policy.values import DayRange

_CONDITIONS = ("runs", "when", "who", "where", "code", "payment", "needs", "points", "on_return")


def _pairs(subject: Subject) -> Iterator[tuple[tuple[int, Promotion], tuple[int, Promotion]]]:
    yield from combinations(enumerate(subject.policy.promotions), 2)


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
    for (one_at, one), (two_at, two) in _pairs(subject):
        if one.combine.group is None or one.combine != two.combine or one.combine.choose != "best":
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
    if stronger.limit != weaker.limit or not _asks_no_more(stronger, weaker):
        return False
    more, less = stronger.gives, weaker.gives
    if isinstance(more, Percent) and isinstance(less, Percent):
        same = more.off == less.off and more.of == less.of and more.at_most == less.at_most
        return (
            same
            and not isinstance(more.percent, dict)
            and not isinstance(less.percent, dict)
            and more.percent > less.percent
        )
    if isinstance(more, Amount) and isinstance(less, Amount):
        same = more.off == less.off and more.of == less.of
        return same and isinstance(more.amount, int) and isinstance(less.amount, int) and more.amount > less.amount
    return False


def _asks_no_more(stronger: Promotion, weaker: Promotion) -> bool:
    same = all(getattr(stronger, key) == getattr(weaker, key) for key in _CONDITIONS if key != "needs")
    return same and (stronger.needs == weaker.needs or stronger.needs is None or _lower(stronger.needs, weaker.needs))


def _lower(one: object, two: object) -> bool:
    if not isinstance(one, SpendNeed) or not isinstance(two, SpendNeed):
        return False
    open_ended = one.at_most is None or (two.at_most is not None and two.at_most <= one.at_most)
    return open_ended and one.of == two.of and one.measure == two.measure and one.spend <= two.spend


def _basket(subject: Subject, promotion: Promotion) -> str:
    need = promotion.needs
    return f"a basket of {subject.money(need.spend)}" if isinstance(need, SpendNeed) else "every basket"


def _given(subject: Subject, promotion: Promotion) -> str:
    gives = promotion.gives
    if isinstance(gives, Percent) and not isinstance(gives.percent, dict):
        return f"{percent(gives.percent)} off"
    return (
        f"{subject.money(gives.amount)} off" if isinstance(gives, Amount) and isinstance(gives.amount, int) else "less"
    )


def prices_agree(subject: Subject) -> Iterator[Problem]:
    """Two clauses do not name different fixed prices for the same goods at the same time."""
    for (_, one), (index, two) in _pairs(subject):
        first, second = one.gives, two.gives
        if not isinstance(first, Price) or not isinstance(second, Price) or first.of != second.of:
            continue
        together = one.combine.group is not None and one.combine.group == two.combine.group
        same = all(
            getattr(one, key) == getattr(two, key) for key in ("who", "when", "where", "code", "payment", "needs")
        )
        if same and not together and first.price != second.price and overlap(one.runs, two.runs):
            message = f"one unit costs {_price(subject, first)} by `{one.id}` and {_price(subject, second)} here"
            path: Path = ("promotions", index, "gives", "price")
            yield subject.problem("contradiction", message, path)


def _price(subject: Subject, price: Price) -> str:
    return subject.money(price.price) if isinstance(price.price, int) else "another price by tier"
