"""Vouchers and gifts: issued once per occasion, used once, released when the use is undone, expired, withdrawn."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import NoReturn
from uuid import UUID

from django.db.models import Q

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.lib.reads import Select
from dangol.loyalty.errors import GivenBefore, VoucherUnusable
from dangol.loyalty.ledger import open_book
from dangol.loyalty.models import Voucher, VoucherUse
from dangol.loyalty.models.vouchers import EXPIRED, ISSUED, REVOKED, USED

# Without letters and digits that are mistaken for each other when read aloud or typed.
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 12


def new_code() -> str:
    """32 symbols, 12 places: nobody guesses one."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))


_GIVEN = Select(Voucher, ("id",), "customer_id = %s AND clause = %s AND occasion = %s")


def _fresh(act: Act) -> dict[UUID, tuple[UUID, str, int | None]]:
    """Vouchers this act issues, which are not stored yet: their customer, clause and version."""
    return act.open_once(("vouchers",), dict)


def issue_voucher(
    *,
    act: Act,
    id: UUID,  # noqa: A002
    customer: UUID,
    kind: str,
    clause: str,
    version: int | None,
    occasion: str,
    gives: Mapping[str, object],
    amount: int = 0,
    issued_at: datetime | None = None,
    usable_from: datetime | None = None,
    expires_at: datetime | None = None,
    order: UUID | None = None,
) -> None:
    """Gives a voucher or gift. Raises GivenBefore when this occasion of this clause gave it, even if it was used."""
    open_book(act=act, customer=customer)
    occasions: set[tuple[str, str]] = act.open_once(("occasions", customer), set)
    if (clause, occasion) in occasions or _GIVEN(customer, clause, occasion):
        raise GivenBefore(clause, occasion)
    occasions.add((clause, occasion))
    _fresh(act)[id] = (customer, clause, version)
    at = issued_at or act.at
    act.rows.insert(
        Voucher,
        {
            "id": id,
            "code": new_code(),
            "customer_id": customer,
            "kind": kind,
            "gives": dict(gives),
            "amount": amount,
            "clause": clause,
            "policy_version": version,
            "occasion": occasion,
            "order_id": order,
            "issued_at": at,
            "usable_from": usable_from or at,
            "expires_at": expires_at,
            "by": act.by,
            "request": act.request,
        },
    )
    _tell(act, "voucher.issued", id, customer, clause, version, {"kind": kind, "amount": amount}, at)


def use_voucher(
    *, act: Act, voucher: UUID, customer: UUID, order: UUID | None = None, at: datetime | None = None
) -> None:
    """Uses it up. Of two at once exactly one succeeds; the other gets VoucherUnusable with the reason."""
    at = at or act.at
    fresh = _fresh(act).get(voucher)
    if fresh is not None and fresh[0] == customer:
        act.rows.update(Voucher, {"id": voucher, "state": USED})
        clause, version = fresh[1:]
    else:
        clause, version = _take(voucher, customer, at)
    use = act.new_id()
    act.rows.insert(
        VoucherUse,
        {
            "id": use,
            "voucher_id": voucher,
            "customer_id": customer,
            "order_id": order,
            "at": at,
            "by": act.by,
            "request": act.request,
        },
    )
    _tell(act, "voucher.used", voucher, customer, clause, version, {"use": use}, at)


def _take(voucher: UUID, customer: UUID, at: datetime) -> tuple[str, int | None]:
    """One statement decides who gets it."""
    mine = Voucher.objects.filter(id=voucher, customer_id=customer)
    usable = Q(state=ISSUED, usable_from__lte=at) & (Q(expires_at=None) | Q(expires_at__gt=at))
    taken = mine.filter(usable).update(state=USED)
    found = mine.first()
    if found is None or not taken:
        _refuse(found, at)
    return found.clause, found.policy_version


def _refuse(found: Voucher | None, at: datetime) -> NoReturn:
    if found is None:
        raise VoucherUnusable("unknown-voucher", "This customer holds no such voucher.")
    if found.state == USED:
        raise VoucherUnusable("voucher-used", "This voucher was used already.")
    if found.state == REVOKED:
        raise VoucherUnusable("voucher-revoked", "This voucher was withdrawn.")
    if found.usable_from > at:
        raise VoucherUnusable("voucher-not-yet", f"This voucher is valid from {found.usable_from:%Y-%m-%d %H:%M} UTC.")
    raise VoucherUnusable("voucher-expired", "This voucher has expired.")


def release_voucher(*, act: Act, voucher: UUID, expires_at: datetime | None = None, at: datetime | None = None) -> bool:
    """Its use is undone: it can be used again, and no shorter than `expires_at`. False when it was not used."""
    at = at or act.at
    use = VoucherUse.objects.filter(voucher_id=voucher, released_at=None).first()
    if use is None or not VoucherUse.objects.filter(id=use.id, released_at=None).update(released_at=at):
        return False
    found = Voucher.objects.get(id=voucher)
    changes: dict[str, object] = {"state": ISSUED}
    if expires_at is not None:
        changes["expires_at"] = expires_at
    Voucher.objects.filter(id=voucher, state=USED).update(**changes)
    _tell_of(act, "voucher.released", found, {"use": use.id}, at)
    return True


def revoke_voucher(*, act: Act, voucher: UUID, reason: str, at: datetime | None = None) -> bool:
    """Withdraws an unused voucher; `reason` is a short code. False when it is used, expired or withdrawn already."""
    return _end(act, voucher, REVOKED, "voucher.revoked", {"reason": reason}, at or act.at)


def expire_voucher(*, act: Act, voucher: UUID, at: datetime | None = None) -> bool:
    """Its date has passed; False when it is not waiting to be used any more."""
    return _end(act, voucher, EXPIRED, "voucher.expired", {}, at or act.at)


def _end(act: Act, voucher: UUID, state: str, kind: str, figures: Mapping[str, object], at: datetime) -> bool:
    fresh = _fresh(act).get(voucher)
    if fresh is not None:
        act.rows.update(Voucher, {"id": voucher, "state": state})
        _tell(act, kind, voucher, *fresh, figures, at)
        return True
    if not Voucher.objects.filter(id=voucher, state=ISSUED).update(state=state):
        return False
    _tell_of(act, kind, Voucher.objects.get(id=voucher), figures, at)
    return True


def _tell_of(act: Act, kind: str, voucher: Voucher, figures: Mapping[str, object], at: datetime) -> None:
    _tell(act, kind, voucher.id, voucher.customer_id, voucher.clause, voucher.policy_version, figures, at)


def _tell(
    act: Act,
    kind: str,
    voucher: UUID,
    customer: UUID,
    clause: str,
    version: int | None,
    figures: Mapping[str, object],
    at: datetime,
) -> None:
    record(
        act=act,
        kind=kind,
        customer=customer,
        subject=voucher,
        figures=figures,
        version=version,
        clause=clause,
        at=at,
    )
