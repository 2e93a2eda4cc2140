"""What a card, benefit, reward, gesture or person gives outside of a price: vouchers, items, points, entitlements."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dangol_policy.model import gives as kinds
from dangol_policy.story import points, terms
from dangol_policy.story.outcomes import Issued, VoucherEnded, VoucherReleased
from dangol_policy.story.state import Account, Voucher, VoucherKind
from dangol_policy.story.tale import Rules, Tale
from dangol_policy.values import Duration, write_rate


def give_once(
    tale: Tale,
    rules: Rules,
    customer: str,
    clause: str,
    gives: kinds.Gives,
    occasion: str,
    *,
    valid: Duration | None = None,
    order: str | None = None,
) -> None:
    """Gives it unless this clause gave it on this occasion before."""
    if (clause, occasion) not in tale.account(customer).given:
        give(tale, rules, customer, clause, gives, occasion, valid=valid, order=order)


def give(
    tale: Tale,
    rules: Rules,
    customer: str,
    clause: str,
    gives: kinds.Gives,
    occasion: str,
    *,
    valid: Duration | None = None,
    order: str | None = None,
) -> None:
    """Gives it: points as a lot, everything else into the customer's hands until it is used or expires."""
    account = tale.account(customer)
    what = _what(gives, account)
    if what is None:
        return
    term = valid or getattr(gives, "valid", None)
    voucher = Voucher(
        id=tale.new_id(clause),
        customer=customer,
        clause=clause,
        version=rules.version,
        occasion=occasion,
        issued_at=tale.at,
        expires_at=terms.end_of_term(tale.at, term, rules.policy) if term and what["kind"] != "points" else None,
        order=order,
        state="used" if what["kind"] == "points" else "issued",
        **what,
    )
    tale.tell(Issued(voucher, tale.at))
    if voucher.kind == "points":
        points.grant(tale, rules, customer, clause, (voucher.amount or 0) * points.scale(rules), order)


def _what(gives: kinds.Gives, account: Account) -> dict[str, Any] | None:
    """The kind and figures of what is given to this customer; None when the customer's tier gets nothing."""
    match gives:
        case kinds.Points():
            return _figures("points", _by_tier(gives.points, account))
        case kinds.Voucher():
            return _figures("voucher", _by_tier(gives.voucher, account), minimum=gives.minimum or 0)
        case kinds.Percent():
            return _figures("voucher", _by_tier(gives.percent, account))
        case kinds.Amount():
            return _figures("voucher", _by_tier(gives.amount, account))
        case kinds.Item():
            return {"kind": "item", "item": gives.item, "units": gives.units}
        case kinds.Shipping():
            return {"kind": "free shipping"}
        case kinds.FreeService():
            return {"kind": f"free {gives.free}"}
        case kinds.Warranty():
            return {"kind": "warranty", "item": str(gives.warranty)}
        case kinds.Priority():
            return {"kind": "priority", "item": gives.priority}
        case kinds.Gesture():
            return {"kind": "gesture"}
        case _:
            return {"kind": "offer"}


def _figures(kind: VoucherKind, worth: int | Decimal | None, **more: Any) -> dict[str, Any] | None:
    if worth is None:
        return None
    if isinstance(worth, Decimal):
        return {"kind": kind, "rate": write_rate(worth), **more}
    return {"kind": kind, "amount": worth, **more}


def _by_tier(value: Any, account: Account) -> Any:
    return value.get(account.tier) if isinstance(value, dict) else value


def expire(tale: Tale, customer: str, voucher: str) -> None:
    """A voucher or gift was not used in time."""
    tale.tell(VoucherEnded(customer, voucher, "expired", "not-used-in-time", tale.at))


def release(tale: Tale, rules: Rules, voucher: Voucher) -> None:
    """A voucher used on an order that was undone can be used again, for the policy's `restored_valid` at least."""
    least = terms.end_of_term(tale.at, points.programme(rules).restored_valid, rules.policy)
    expires_at = points.later(voucher.expires_at, least) or voucher.expires_at
    tale.tell(VoucherReleased(voucher.customer, voucher.id, expires_at, tale.at))


def revoke_of_order(tale: Tale, customer: str, order: str) -> None:
    """Withdraws what came with an order that was undone, unless it was used already."""
    for voucher in list(tale.account(customer).vouchers.values()):
        if voucher.order == order and voucher.state == "issued":
            tale.tell(VoucherEnded(customer, voucher.id, "revoked", "order-undone", tale.at))
