"""Conditions that nobody, and no basket, can meet."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.days import at_least_days
from dangol_policy.check.subject import Subject
from dangol_policy.model.conditions import AboveNeed, AllNeed, Need, NthOrder, Selector, SpendNeed, UnitsNeed, Who
from dangol_policy.problems import Path, Problem


def customers_can_meet_them(subject: Subject) -> Iterator[Problem]:
    """Conditions on the customer do not exclude each other."""
    for path, who in subject.parts(Who):
        for key, message in _impossible_who(who):
            yield subject.problem("unreachable-promotion", message, (*path, key))


def _impossible_who(who: Who) -> Iterator[tuple[str, str]]:
    known = who.tier or who.segment or who.membership or who.birthday or who.order or who.no_order_for
    if who.member is False and known:
        yield "member", "a guest has no tier, group, membership, birthday or earlier orders"
    if who.none_of is not None and who.tier and set(who.tier) <= set(who.none_of.tier):
        yield "not", f"every tier that is meant ({', '.join(who.tier)}) is taken out again"
    least, most = who.member_for_at_least, who.member_for_at_most
    if least and most and at_least_days(least) > at_least_days(most):
        yield "member_for_at_most", f"nobody is a member for at least {least} and at most {most}"
    order = who.order if isinstance(who.order, NthOrder) else NthOrder()
    if order.at_least and order.at_most and order.at_least > order.at_most:
        yield "order", f"no order has a number of at least {order.at_least} and at most {order.at_most}"


def goods_can_meet_them(subject: Subject) -> Iterator[Problem]:
    """Selectors leave something to select."""
    for path, goods in subject.parts(Selector):
        low, high = goods.price_at_least, goods.price_at_most
        if low is not None and high is not None and low > high:
            message = f"no price is at least {subject.money(low)} and at most {subject.money(high)}"
            yield subject.problem("unreachable-promotion", message, (*path, "price_at_most"))
        for key in ("product", "category", "tag"):
            named = set(getattr(goods, key))
            if named and goods.none_of is not None and named <= _just(goods.none_of, key):
                message = f"every {key} that is meant ({', '.join(sorted(named))}) is taken out again"
                yield subject.problem("unreachable-promotion", message, (*path, "not"))


def _just(goods: Selector, key: str) -> set[str]:
    """The products (categories, tags) of a selector that says nothing else."""
    named = getattr(goods, key)
    return set(named) if Selector.model_construct(**{**dict(Selector()), key: named}) == goods else set()


def baskets_can_meet_them(subject: Subject) -> Iterator[Problem]:
    """Bounds of a need, and of needs that must all hold, leave room between them."""
    for path, need in subject.parts(UnitsNeed):
        if need.at_most is not None and need.at_most < need.at_least:
            message = f"no basket has at least {need.at_least} and at most {need.at_most} of these"
            yield subject.problem("unreachable-promotion", message, (*path, "at_most"))
    for path, spend in subject.parts(SpendNeed):
        if spend.at_most is not None and spend.at_most < spend.spend:
            message = (
                f"no basket is worth at least {subject.money(spend.spend)} and at most {subject.money(spend.at_most)}"
            )
            yield subject.problem("unreachable-promotion", message, (*path, "at_most"))
    for path, together in subject.parts(AllNeed):
        yield from _clashing(subject, path, together)


def _clashing(subject: Subject, path: Path, together: AllNeed) -> Iterator[Problem]:
    """Two needs about the same goods whose bounds exclude each other."""
    for index, (one, two) in enumerate(zip(together.all_of, together.all_of[1:], strict=False), 1):
        if type(one) is not type(two) or getattr(one, "of", None) != getattr(two, "of", None):
            continue
        (low, high), (other_low, other_high) = _bounds(one), _bounds(two)
        if (high is not None and other_low is not None and other_low > high) or (
            other_high is not None and low is not None and low > other_high
        ):
            message = "this need and the one before it cannot both hold"
            yield subject.problem("unreachable-promotion", message, (*path, "all", index))


def _bounds(need: Need) -> tuple[int | None, int | None]:
    if isinstance(need, UnitsNeed):
        return need.at_least, need.at_most
    if isinstance(need, SpendNeed):
        return need.spend, need.at_most
    return (need.above, None) if isinstance(need, AboveNeed) else (None, None)
