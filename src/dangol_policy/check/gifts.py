"""What promotions give: more than nothing, less than the price, and within the budget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dangol_policy.check.baskets import USUAL_DAY, given_for, line, money
from dangol_policy.check.subject import Subject
from dangol_policy.model.conditions import AboveNeed, AllNeed, SpendNeed
from dangol_policy.model.gives import Amount, Percent, PerSpend, Price, Prices, Voucher
from dangol_policy.model.promotions import Promotion
from dangol_policy.problems import Problem


def they_give_something(subject: Subject) -> Iterator[Problem]:
    """A discount is more than 0, for somebody who may get it."""
    for path, promotion in subject.parts(Promotion):
        for key in ("percent", "amount"):
            value = getattr(promotion.gives, key, None)
            at = (*path, "gives", key)
            if value == 0 or (isinstance(value, dict) and value and not any(value.values())):
                yield subject.problem("unreachable-promotion", "a discount of 0 gives nothing", at)
            who = promotion.who.tier if promotion.who is not None else ()
            if isinstance(value, dict) and who and not set(value) & set(who):
                message = f"it is for {', '.join(who)}, and the table names only {', '.join(value)}"
                yield subject.problem("unreachable-promotion", message, at)


def budgets_cover_a_use(subject: Subject) -> Iterator[Problem]:
    """A budget is enough for one use: a use that does not fit is refused as a whole."""
    for path, promotion in subject.parts(Promotion):
        least, budget = _least_discount(promotion), promotion.limit.budget
        if least is not None and budget is not None and budget < least:
            message = f"one use costs {subject.money(least)}, the budget is {subject.money(budget)}"
            yield subject.problem("unreachable-promotion", message, (*path, "limit", "budget"))


def _least_discount(promotion: Promotion) -> int | None:
    """The least a use costs, when the discount is a fixed amount off something that can hold it."""
    gives = promotion.gives
    if isinstance(gives, Amount) and isinstance(gives.amount, int) and gives.off == "order":
        need = promotion.needs
        spent = need.spend if isinstance(need, SpendNeed) else need.above if isinstance(need, AboveNeed) else 0
        return min(gives.amount, spent)
    return None


def thresholds_survive_discounts(subject: Subject) -> Iterator[Problem]:
    """The amount that earns a discount is more than the discount, so that something is left to pay."""
    for path, promotion in subject.parts(Promotion):
        gives, need = promotion.gives, promotion.needs
        if not isinstance(need, SpendNeed | AboveNeed) or not isinstance(gives, Amount) or gives.off != "order":
            continue
        least = need.spend if isinstance(need, SpendNeed) else need.above
        most = max(gives.amount.values(), default=0) if isinstance(gives.amount, dict) else gives.amount
        if most >= least > 0:
            message = f"a basket of {subject.money(least)} gets {subject.money(most)} off and costs nothing"
            example = _shown(subject, promotion)
            yield subject.problem("defeats-threshold", message, (*path, "gives", "amount"), example=example)


def _shown(subject: Subject, promotion: Promotion) -> Mapping[str, Any] | None:
    """A basket that reaches what a promotion asks for, with what the promotion alone leaves of it."""
    given = given_for(promotion, currency=subject.bench.currency)
    alone = subject.bench.decide(given, (promotion,))
    if alone is None or not alone.applied:
        return None
    words = f"`{promotion.id}` takes it from {subject.money(alone.list_total)} to {subject.money(alone.subtotal)}"
    return subject.bench.shown(given, lambda _: words)


def steps_leave_something(subject: Subject) -> Iterator[Problem]:
    """Stepped amounts are smaller than the step."""
    for path, steps in subject.parts(PerSpend):
        most = max(steps.amount.values(), default=0) if isinstance(steps.amount, dict) else steps.amount
        if most >= steps.per_spend > 0:
            message = f"{subject.money(most)} off for each {subject.money(steps.per_spend)} leaves nothing to pay"
            offer = subject.policy.promotions[path[1]] if path[0] == "promotions" and isinstance(path[1], int) else None
            example = _shown(subject, offer) if offer is not None else None
            yield subject.problem("defeats-threshold", message, (*path, "amount"), example=example)


def vouchers_are_less_than_they_ask_for(subject: Subject) -> Iterator[Problem]:
    """A voucher is worth less than the least order it may be used on."""
    for path, gift in subject.parts(Voucher):
        worths = gift.voucher.values() if isinstance(gift.voucher, dict) else (gift.voucher,)
        most = max((worth for worth in worths if isinstance(worth, int)), default=0)
        if gift.minimum is not None and most >= gift.minimum > 0:
            message = f"an order of {subject.money(gift.minimum)} gets {subject.money(most)} off and costs nothing"
            yield subject.problem("defeats-threshold", message, (*path, "minimum"), example=_paid(subject, gift, most))


def _paid(subject: Subject, gift: Voucher, most: int) -> Mapping[str, Any] | None:
    """The least order a voucher may be used on, paid with it."""
    currency = subject.bench.currency
    assert gift.minimum is not None
    bought = line(gift.of, gift.minimum, currency)
    if bought is None:
        return None
    held = {"code": "voucher", "amount": money(most, currency), "minimum": money(gift.minimum, currency)}
    given = {"at": f"{USUAL_DAY}T12:00", "customer": {}, "basket": [bought], "vouchers": [held]}
    return subject.bench.shown(given, lambda made: f"with the voucher {subject.money(made.total)} are to pay")


def discounts_cost_nobody(subject: Subject) -> Iterator[Problem]:
    """No discount takes a basket below what another offer asks for, so that the customer pays more because of it.

    Only offers that measure what is left (`measure: now`) can be lost in this way. Each is tried with the discounts
    that act before it on a basket that just reaches its threshold, as far as the bench's work goes.
    """
    offers = [(number, one) for number, one in enumerate(subject.policy.promotions) if _measures_what_is_left(one)]
    lowering = [one for one in subject.policy.promotions if _lowers(one)] if offers else []
    for number, offer in offers:
        for other in lowering:
            example = _costly(subject, offer, other) if other is not offer and subject.bench.left > 0 else None
            if example is not None:
                message = f"`{other.id}` takes a basket below what `{offer.id}` asks for, and the customer pays more"
                yield subject.problem("costs-more", message, ("promotions", number, "needs"), example=example)
                break


def _measures_what_is_left(offer: Promotion) -> bool:
    needs = offer.needs.all_of if isinstance(offer.needs, AllNeed) else (offer.needs,)
    return any(isinstance(need, SpendNeed | AboveNeed) and need.measure == "now" for need in needs)


def _lowers(offer: Promotion) -> bool:
    return isinstance(offer.gives, Percent | Amount | PerSpend | Price | Prices) and offer.needs is None


def _costly(subject: Subject, offer: Promotion, other: Promotion) -> Mapping[str, Any] | None:
    """A basket on which both promotions together cost more than the one without the other."""
    given = given_for(offer, currency=subject.bench.currency)
    fits = given_for(offer, other, currency=subject.bench.currency)
    if given is None or fits is None:
        return None
    given = {**fits, "basket": given["basket"]}
    both, alone = subject.bench.decide(given, (offer, other)), subject.bench.decide(given, (offer,))
    if both is None or alone is None or both.total <= alone.total:
        return None
    words = (
        f"with `{other.id}` {subject.money(both.total)} are to pay, as `{offer.id}` is lost; "
        f"without it {subject.money(alone.total)}"
    )
    return subject.bench.shown(given, lambda _: words)
