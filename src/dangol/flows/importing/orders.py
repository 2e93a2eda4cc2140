"""Brings the entries of a file together into purchases, in the order in which they happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from dangol.flows.importing.meaning import Entry, Line


@dataclass(frozen=True, slots=True)
class Order:
    """One purchase and the rows it stands in."""

    number: str
    at: datetime
    delivered: date | None
    identities: tuple[tuple[str, str], ...]
    about: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    rows: tuple[int, ...]

    @property
    def amount(self) -> int:
        """What the file says it cost, in minor units."""
        return sum(line.price * line.units for line in self.lines)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Rows with one order number that contradict each other, so that none of them can be believed."""

    number: str
    rows: tuple[int, ...]
    reason: str


def orders_of(entries: Iterable[Entry], *, lines: bool) -> tuple[list[Order], list[Disagreement]]:
    """Purchases from the earliest to the latest; with `lines`, rows with the same number are lines of one purchase."""
    by_number: dict[str, list[Entry]] = {}
    for entry in entries:
        by_number.setdefault(entry.number, []).append(entry)
    orders: list[Order] = []
    disagreements: list[Disagreement] = []
    for number, rows in by_number.items():
        reason = _disagree(rows) if lines else _repeated(rows)
        if reason:
            disagreements.append(Disagreement(number, tuple(row.row for row in rows), reason))
        else:
            orders.append(_order(rows))
    orders.sort(key=lambda order: (order.at, order.rows[0]))
    return orders, disagreements


def _disagree(rows: list[Entry]) -> str:
    first = rows[0]
    for other in rows[1:]:
        for what, one, two in (
            ("customers", first.identities, other.identities),
            ("days", (first.at, first.delivered), (other.at, other.delivered)),
            ("stores, channels or payments", first.about, other.about),
        ):
            if one != two:
                return f"rows {first.row} and {other.row} have the order number {first.number} but different {what}"
    return ""


def _repeated(rows: list[Entry]) -> str:
    if len(rows) == 1:
        return ""
    return (
        f"rows {rows[0].row} and {rows[1].row} have the same order number {rows[0].number}; a row is a whole purchase"
    )


def _order(rows: list[Entry]) -> Order:
    first = rows[0]
    lines = tuple(line for row in rows for line in row.lines)
    return Order(
        first.number, first.at, first.delivered, first.identities, first.about, lines, tuple(row.row for row in rows)
    )
