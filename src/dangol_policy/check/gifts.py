"""What promotions give: more than nothing, less than the price, and within the budget."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.subject import Subject
from dangol_policy.model.conditions import AboveNeed, SpendNeed
from dangol_policy.model.gives import Amount, PerSpend
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
            yield subject.problem("defeats-threshold", message, (*path, "gives", "amount"))


def steps_leave_something(subject: Subject) -> Iterator[Problem]:
    """Stepped amounts are smaller than the step."""
    for path, steps in subject.parts(PerSpend):
        most = max(steps.amount.values(), default=0) if isinstance(steps.amount, dict) else steps.amount
        if most >= steps.per_spend > 0:
            message = f"{subject.money(most)} off for each {subject.money(steps.per_spend)} leaves nothing to pay"
            yield subject.problem("defeats-threshold", message, (*path, "amount"))
