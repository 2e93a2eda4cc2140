"""Gives the columns of a file their meaning: which holds the order's number, the customer, the amount, the day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from dangol.flows.importing.errors import BadRow, UnusableFile
from dangol.flows.importing.rows import Row
from dangol.lib.money import NotMoney, exponent, to_minor

FIELDS: Mapping[str, str] = {
    "number": "the order's number; rows with the same number are lines of one purchase",
    "at": "when it was bought: a day or an instant",
    "customer": "the customer's id in the other program",
    "phone": "the customer's phone number",
    "email": "the customer's e-mail address",
    "delivered": "the day the goods arrived (the day of the purchase when there is no such column)",
    "amount": "what the row cost in all",
    "price": "what one unit cost",
    "units": "how many units (1 when there is no such column)",
    "sku": "the product",
    "name": "what the product is called",
    "category": "the product's category",
    "store": "the store",
    "channel": "the channel, such as web or shop",
    "payment": "the means of payment",
}
_NEEDED = ("number", "at")
_IDENTITIES = ("customer", "phone", "email")
_OF_THE_ORDER = ("store", "channel", "payment")
_NOON = time(12)
_MOST_UNITS = 100_000
_GROUPED = {mark: re.compile(rf"-?\d{{1,3}}([ \u00a0{re.escape(mark)}]\d{{3}})+([.,]\d+)?") for mark in ",."}


@dataclass(frozen=True, slots=True)
class Line:
    """Units of one product at one price, in minor units."""

    price: int
    units: int
    sku: str
    name: str
    category: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row says, understood."""

    row: int
    number: str
    at: datetime
    delivered: date | None
    identities: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    about: tuple[tuple[str, str], ...]
    """Store, channel and payment, where given."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Reads a row by the columns' meaning."""

    columns: Mapping[str, int]
    currency: str
    zone: str
    day_format: str
    comma: bool
    """Decimals are written with a comma: 1.234,50."""

    @property
    def lines_of_orders(self) -> bool:
        """Whether a row is one line of an order; otherwise it is the whole purchase."""
        return not self.columns.keys().isdisjoint(("price", "sku", "name"))

    def entry(self, row: Row, *, now: datetime) -> Entry:
        """What the row says. Raises BadRow with the reason."""
        if row.fault:
            raise BadRow(row.fault)
        if any("\0" in cell for cell in row.cells):
            raise BadRow("the row holds the character U+0000, which is no text")
        at = self._at(self._cell(row, "at"))
        if at > now:
            raise BadRow(f"{self._cell(row, 'at')!r} is in the future")
        number = self._cell(row, "number")
        if not 0 < len(number) <= 100:
            raise BadRow("the order's number is missing" if not number else "the order's number is too long")
        return Entry(
            row=row.line,
            number=number,
            at=at,
            delivered=self._delivered(self._cell(row, "delivered")),
            identities=tuple((kind, text) for kind in _IDENTITIES if (text := self._cell(row, kind))),
            lines=self._lines(row),
            about=tuple((name, text) for name in _OF_THE_ORDER if (text := self._cell(row, name))),
        )

    def _cell(self, row: Row, field: str) -> str:
        index = self.columns.get(field)
        return "" if index is None else row.cells[index].strip()

    def _at(self, text: str) -> datetime:
        try:
            at = _parsed(text, self.day_format)
        except ValueError as error:
            wanted = self.day_format or "2026-12-31 or 2026-12-31T18:30"
            raise BadRow(f"{text!r} is no day or instant; expected {wanted}") from error
        if at.tzinfo is None:
            # A day without an hour is meant at noon: far from both midnights, whatever the zone.
            has_hour = "%H" in self.day_format if self.day_format else len(text) > len("2026-12-31")
            at = (at if has_hour else datetime.combine(at.date(), _NOON)).replace(tzinfo=ZoneInfo(self.zone))
        return at.astimezone(UTC)

    def _delivered(self, text: str) -> date | None:
        return self._at(text).astimezone(ZoneInfo(self.zone)).date() if text else None

    def _lines(self, row: Row) -> tuple[Line, ...]:
        units = self._units(self._cell(row, "units"))
        described = (self._cell(row, "sku"), self._cell(row, "name"), self._cell(row, "category"))
        if "price" in self.columns:
            return (Line(self._money(self._cell(row, "price")), units, *described),)
        return tuple(
            Line(price, count, *described) for price, count in shared(self._money(self._cell(row, "amount")), units)
        )

    def _units(self, text: str) -> int:
        if not text and "units" not in self.columns:
            return 1
        try:
            units = Decimal(text)
        except InvalidOperation as error:
            raise BadRow(f"{text!r} is no number of units") from error
        if not units.is_finite() or units != units.to_integral_value() or not 1 <= units <= _MOST_UNITS:
            raise BadRow(f"{text!r} units: a purchase has 1 to {_MOST_UNITS} whole units of a product")
        return int(units)

    def _money(self, text: str) -> int:
        plain = text.removesuffix(self.currency).removeprefix(self.currency).strip()
        thousands, decimal = (".", ",") if self.comma else (",", ".")
        if _GROUPED[thousands].fullmatch(plain):
            plain = re.sub(r"[^\d.,-]", "", plain).replace(thousands, "")
        elif thousands in plain:
            hint = "" if self.comma else "; if it is the decimal point, add --decimal comma"
            raise BadRow(f"amount {text!r}: the {thousands!r} stands where no thousands end{hint}")
        try:
            amount = to_minor(plain.replace(decimal, "."), self.currency)
        except NotMoney as error:
            raise BadRow(f"amount {text!r}: {error}") from error
        if len(plain.partition(decimal)[2]) > exponent(self.currency):
            # 1.500 is either one and a half or fifteen hundred: a guess could be a thousandfold wrong.
            raise BadRow(f"amount {text!r} has more decimals than {self.currency} has ({exponent(self.currency)})")
        if amount < 0:
            raise BadRow(f"amount {text!r} is negative: money given back is no purchase")
        return amount


def _parsed(text: str, day_format: str) -> datetime:
    """As written: with an offset or without."""
    return datetime.strptime(text, day_format) if day_format else datetime.fromisoformat(text)  # noqa: DTZ007


def shared(amount: int, units: int) -> list[tuple[int, int]]:
    """The amount over the units as (price, count), so that it adds up exactly: 20.00 for 3 is 2 x 6.67 + 1 x 6.66."""
    lower, dearer = divmod(amount, units)
    return [(price, count) for price, count in ((lower + 1, dearer), (lower, units - dearer)) if count]


def meaning_of(
    columns: Iterable[str], mapping: Mapping[str, str], *, currency: str, zone: str, day_format: str, comma: bool
) -> Meaning:
    """The meaning as asked for (`{"at": "date"}`), or by equal names. Raises UnusableFile saying what is missing."""
    there = {name: index for index, name in enumerate(columns)}
    unknown = sorted(set(mapping) - set(FIELDS))
    if unknown:
        raise UnusableFile(f"--map {unknown[0]}=…: there is no such meaning. There are: {', '.join(FIELDS)}.")
    absent = sorted(name for name in mapping.values() if name not in there)
    if absent:
        raise UnusableFile(f"The file has no column {absent[0]!r}. Its columns are: {', '.join(there)}.")
    named = {field: there[name] for field in FIELDS if (name := mapping.get(field, field)) in there}
    for field in _NEEDED:
        if field not in named:
            raise UnusableFile(
                f"No column says {FIELDS[field]}: add --map {field}=COLUMN. Columns: {', '.join(there)}."
            )
    if ("amount" in named) == ("price" in named):
        raise UnusableFile(
            "Say with --map which column holds the amount of a row, or the price of a unit: one of the two."
        )
    return Meaning(named, currency, zone, day_format, comma)
