"""Vouchers the customer holds and wants to use: at the end of the order phase, like a discount on the order."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.allocate import half_up
from dangol_policy.decision import Reason
from dangol_policy.effects.goods import Goods
from dangol_policy.effects.order import on_order
from dangol_policy.interpret.case import Case, as_compared
from dangol_policy.interpret.taxes import read_percent
from dangol_policy.model.conditions import EVERYTHING, Selector
from dangol_policy.model.gives import Voucher
from dangol_policy.model.policy import Policy
from dangol_policy.situation import HeldVoucher


@dataclass(frozen=True, slots=True)
class UsedVoucher:
    """What became of a voucher: what it took off, or why nothing."""

    code: str
    amount: int = 0
    reasons: tuple[Reason, ...] = ()


def use_vouchers(case: Case, goods: Goods, line_discounts: list[list[tuple[str, int]]]) -> tuple[UsedVoucher, ...]:
    """Rates before amounts, then by code, each on what is left; a code handed in twice counts once."""
    waiting = {as_compared(voucher.code): voucher for voucher in sorted(case.basket.vouchers, key=_key, reverse=True)}
    return tuple(_use(voucher, case, goods, line_discounts) for voucher in sorted(waiting.values(), key=_key))


def _key(voucher: HeldVoucher) -> tuple[object, ...]:
    expires = "" if voucher.expires is None else voucher.expires.isoformat()
    rest = (-(voucher.amount or 0), voucher.percent or "", voucher.minimum, expires, voucher.clause or "")
    return (voucher.percent is None, as_compared(voucher.code), voucher.code, *rest)


def _use(voucher: HeldVoucher, case: Case, goods: Goods, line_discounts: list[list[tuple[str, int]]]) -> UsedVoucher:
    if voucher.expires is not None and voucher.expires <= case.situation.at:
        return UsedVoucher(voucher.code, reasons=(Reason("voucher-expired"),))
    before = goods.measured(EVERYTHING, "before discounts")
    if before < voucher.minimum:
        return UsedVoucher(voucher.code, reasons=(Reason("voucher-minimum", have=before, need=voucher.minimum),))
    of = _scope(case.policy, voucher.clause)
    outcome = on_order(goods, of, _worth(voucher, goods.measured(of, "now")))
    for i, discounts in outcome.units.items():
        line = goods.lines[i]
        line.units = [unit - off for unit, off in zip(line.units, discounts, strict=True)]
        line_discounts[i].append((voucher.clause or voucher.code, sum(discounts)))
    return UsedVoucher(voucher.code, outcome.amount, outcome.reasons)


def _worth(voucher: HeldVoucher, left: int) -> int:
    if voucher.percent is None:
        return voucher.amount or 0
    worth = left * read_percent(voucher.percent)
    return half_up(worth.numerator, worth.denominator)


def _scope(policy: Policy, clause: str | None) -> Selector:
    """Lines a voucher may lower: as the clause says that granted it, while the policy still has that clause."""
    for _, found in policy.clauses():
        gives = getattr(found, "gives", None)
        if found.id == clause and isinstance(gives, Voucher):
            return gives.of
    return EVERYTHING
