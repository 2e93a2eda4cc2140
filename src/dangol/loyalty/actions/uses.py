"""Uses of promotions: set aside under the budget's row lock, made final at payment, given back on cancel."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.loyalty.errors import UsedUp
from dangol.loyalty.models import Budget, PromotionUse
from dangol.loyalty.models.uses import CONFIRMED, RELEASED, RESERVED
from dangol.loyalty.queries import Used


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a clause, with the limits its policy sets for all customers together.

    `cancelled_count`: uses of cancelled orders still count towards `total` (the policy says `on_cancel: keep`).
    """

    clause: str
    amount: int = 0
    times: int = 1
    total: int | None = None
    budget: int | None = None
    cancelled_count: bool = False

    @property
    def limited(self) -> bool:
        return self.total is not None or self.budget is not None


def lock_budgets(*, act: Act, clauses: Collection[str]) -> Mapping[str, Used]:
    """What all customers together have used, under the row locks: nobody else takes any until this act ends."""
    return act.open_once(("budgets", *sorted(clauses)), lambda: _locked(clauses))


def _locked(clauses: Collection[str]) -> dict[str, Used]:
    known = set(Budget.objects.filter(clause__in=clauses).values_list("clause", flat=True))
    for clause in sorted(set(clauses) - known):
        _open_budget(clause)
    rows = Budget.objects.select_for_update(no_key=True).filter(clause__in=clauses).order_by("clause")
    return {row.clause: Used(row.uses, row.cancelled, row.amount) for row in rows}


def reserve_uses(
    *,
    act: Act,
    uses: Iterable[Use],
    version: int | None,
    customer: UUID | None,
    order: UUID | None = None,
    final: bool = True,
    at: datetime | None = None,
) -> None:
    """Takes the uses: `final` at once when the order is paid, else set aside. Raises UsedUp when one is not left.

    Limits per customer are the caller's to check while it holds the customer's account (queries.uses_of).
    """
    at = at or act.at
    for use in sorted(uses, key=lambda use: use.clause):
        if use.limited and not _take(use):
            raise UsedUp(use.clause)
        id_ = act.new_id()
        act.rows.insert(
            PromotionUse,
            {
                "id": id_,
                "clause": use.clause,
                "policy_version": version,
                "customer_id": customer,
                "order_id": order,
                "times": use.times,
                "amount": use.amount,
                "limited": use.limited,
                "state": CONFIRMED if final else RESERVED,
                "at": at,
                "settled_at": at if final else None,
                "by": act.by,
                "request": act.request,
            },
        )
        taken = PromotionUse(
            id=id_,
            clause=use.clause,
            policy_version=version,
            customer_id=customer,
            order_id=order,
            times=use.times,
            amount=use.amount,
        )
        _tell(act, "promotion.confirmed" if final else "promotion.reserved", taken, at)


def _take(use: Use) -> bool:
    """One statement that takes the use if there is one: the row lock makes the next buyer see the new figures."""
    taken = _take_if_left(use)
    if not taken and not Budget.objects.filter(clause=use.clause).exists():
        _open_budget(use.clause)
        taken = _take_if_left(use)
    return taken


def _take_if_left(use: Use) -> bool:
    budget = Budget.objects.filter(clause=use.clause)
    if use.total is not None:
        counted = F("uses") if use.cancelled_count else F("uses") - F("cancelled")
        budget = budget.annotate(counted=counted).filter(counted__lt=use.total)
    if use.budget is not None:
        budget = budget.filter(amount__lte=use.budget - use.amount)
    return bool(budget.update(uses=F("uses") + 1, amount=F("amount") + use.amount))


def _open_budget(clause: str) -> None:
    """The first limited use of a clause counts what was used while it had no limit; one buyer does, others wait."""
    _, created = Budget.objects.get_or_create(clause=clause)
    if not created:
        return
    earlier = PromotionUse.objects.filter(clause=clause)
    standing = ~Q(state=RELEASED)
    figures = earlier.aggregate(
        uses=Count("id"),
        cancelled=Count("id", filter=~standing),
        amount=Coalesce(Sum("amount", filter=standing), 0),
    )
    Budget.objects.filter(clause=clause).update(**figures)
    earlier.filter(limited=False).update(limited=True)


def confirm_uses(*, act: Act, order: UUID, at: datetime | None = None) -> int:
    """The order was paid: its uses are final. Returns how many were still waiting."""
    return len(_settle(act, order, "promotion.confirmed", CONFIRMED, (RESERVED,), at or act.at))


def release_uses(*, act: Act, order: UUID, at: datetime | None = None) -> int:
    """The order was cancelled: its uses are given back. Returns how many; a second time none."""
    released = _settle(act, order, "promotion.released", RELEASED, (RESERVED, CONFIRMED), at or act.at)
    for use in released:
        if use.limited:
            budget = Budget.objects.filter(clause=use.clause)
            budget.update(cancelled=F("cancelled") + 1, amount=F("amount") - use.amount)
    return len(released)


def _settle(
    act: Act, order: UUID, kind: str, state: str, from_states: Collection[str], at: datetime
) -> list[PromotionUse]:
    """Moves the order's uses on, in the order of their clauses (that of the budgets' locks)."""
    moved = []
    for use in PromotionUse.objects.filter(order_id=order, state__in=from_states).order_by("clause"):
        if PromotionUse.objects.filter(id=use.id, state=use.state).update(state=state, settled_at=at):
            _tell(act, kind, use, at)
            moved.append(use)
    return moved


def _tell(act: Act, kind: str, use: PromotionUse, at: datetime) -> None:
    record(
        act=act,
        kind=kind,
        customer=use.customer_id,
        subject=use.order_id,
        figures={"use": use.id, "times": use.times, "amount": use.amount},
        version=use.policy_version,
        clause=use.clause,
        at=at,
    )
