"""Stamps on visit cards: a visit is seen once per slot (a day, a visit, an order), and can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.lib.reads import Select
from dangol.loyalty.errors import SlotTaken
from dangol.loyalty.ledger import open_book
from dangol.loyalty.models import Card, Stamp


@dataclass(slots=True)
class _OpenCard:
    """The card's row, and how often each slot was stamped by this act."""

    id: UUID
    stamps: int
    rounds: int
    seen: int
    slots: dict[str, int]


_CARD = Select(Card, ("id", "stamps", "rounds", "seen"), "account_id = %s AND clause = %s")
_SEEN = Select(Stamp, ("seen",), "account_id = %s AND slot = %s AND card_id = %s AND seen <> 0")


def stamp(
    *,
    act: Act,
    customer: UUID,
    card: str,
    slot: str,
    count: int,
    version: int | None,
    order: UUID | None = None,
    visit: UUID | None = None,
    at: datetime | None = None,
) -> int:
    """The card sees a visit and gets its stamps (0 when it does not count). Returns the stamps that stand.

    Raises SlotTaken when the slot was stamped and not taken back.
    """
    opened = _open(act, customer, card)
    turn = _free_turn(opened, customer, slot)
    if turn is None:
        raise SlotTaken(card, slot)
    opened.slots[slot] = turn
    opened.seen += 1
    values: dict[str, object] = {"slot": slot, "turn": turn, "seen": 1, "order_id": order, "visit_id": visit}
    return _write(act, customer, card, opened, count, values, version, at or act.at)


def unstamp(
    *,
    act: Act,
    customer: UUID,
    card: str,
    slot: str,
    count: int,
    version: int | None,
    whole: bool = True,
    order: UUID | None = None,
    visit: UUID | None = None,
    at: datetime | None = None,
) -> int:
    """Takes stamps back; with `whole` the visit too, so that its slot is free again. Returns the stamps that stand."""
    opened = _open(act, customer, card)
    if whole:
        opened.seen -= 1
    values: dict[str, object] = {"slot": slot, "seen": -1 if whole else 0, "order_id": order, "visit_id": visit}
    return _write(act, customer, card, opened, -count, values, version, at or act.at)


def set_rounds(*, act: Act, customer: UUID, card: str, rounds: int, at: datetime | None = None) -> None:
    """So many full rounds of the card were rewarded."""
    opened = _open(act, customer, card)
    opened.rounds = rounds
    act.rows.update(Card, {"id": opened.id, "rounds": rounds})
    figures = {"rounds": rounds}
    record(act=act, kind="card.rewarded", customer=customer, subject=opened.id, figures=figures, clause=card, at=at)


def _open(act: Act, customer: UUID, clause: str) -> _OpenCard:
    """The card under the account's lock, made when new."""

    def read() -> _OpenCard:
        open_book(act=act, customer=customer)
        rows = _CARD(customer, clause)
        if rows:
            id_, stamps, rounds, seen = rows[0]
            return _OpenCard(id_, stamps, rounds, seen, {})
        id_ = act.new_id()
        act.rows.insert(Card, {"id": id_, "account_id": customer, "clause": clause})
        return _OpenCard(id_, 0, 0, 0, {})

    return act.open_once(("card", customer, clause), read)


def _free_turn(opened: _OpenCard, customer: UUID, slot: str) -> int | None:
    """The turn in which the slot may be stamped; None while its stamps stand."""
    if slot in opened.slots:
        return None
    seen = [seen for (seen,) in _SEEN(customer, slot, opened.id)]
    return None if sum(seen) else seen.count(1)


def _write(
    act: Act,
    customer: UUID,
    clause: str,
    opened: _OpenCard,
    count: int,
    values: dict[str, object],
    version: int | None,
    at: datetime,
) -> int:
    opened.stamps += count
    id_ = act.new_id()
    act.rows.insert(
        Stamp,
        {
            **values,
            "id": id_,
            "card_id": opened.id,
            "account_id": customer,
            "count": count,
            "at": at,
            "policy_version": version,
            "by": act.by,
            "request": act.request,
        },
    )
    act.rows.update(Card, {"id": opened.id, "stamps": opened.stamps, "seen": opened.seen})
    record(
        act=act,
        kind="card.stamped" if values["seen"] == 1 else "card.unstamped",
        customer=customer,
        subject=opened.id,
        figures={"stamp": id_, "stamps": count},
        version=version,
        clause=clause,
        at=at,
    )
    return opened.stamps
