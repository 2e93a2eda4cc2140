"""What the cells of a row mean."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dangol.flows.importing.errors import BadRow, UnusableFile
from dangol.flows.importing.meaning import Entry, Meaning, meaning_of, shared
from dangol.flows.importing.orders import orders_of
from dangol.flows.importing.rows import Row, table_of

NOW = datetime(2026, 6, 1, tzinfo=UTC)
COLUMNS = ("number", "at", "customer", "amount", "units", "store")


def meaning(
    columns: tuple[str, ...] = COLUMNS, *, currency: str = "USD", day: str = "", comma: bool = False
) -> Meaning:
    return meaning_of(columns, {}, currency=currency, zone="Asia/Seoul", day_format=day, comma=comma)


def entry(*cells: str, line: int = 2, reads: Meaning | None = None) -> Entry:
    return (reads or meaning()).entry(Row(line, cells), now=NOW)


def test_a_whole_row_is_understood() -> None:
    read = entry("17", "2026-01-02", "00042", "20.00", "3", "Gangnam")
    assert (read.number, read.identities, read.about) == ("17", (("customer", "00042"),), (("store", "Gangnam"),))
    assert read.at == datetime(2026, 1, 2, 3, tzinfo=UTC), "noon in Seoul"
    assert [(line.price, line.units) for line in read.lines] == [(667, 2), (666, 1)]


@given(amount=st.integers(0, 10**12), units=st.integers(1, 100_000))
def test_an_amount_shared_over_units_adds_up(amount: int, units: int) -> None:
    prices = shared(amount, units)
    assert sum(price * count for price, count in prices) == amount
    assert sum(count for _, count in prices) == units
    assert len(prices) <= 2


@pytest.mark.parametrize(
    ("text", "currency", "comma", "minor"),
    [
        ("12.50", "USD", False, 1250),
        ("1,234.50", "USD", False, 123450),
        ("1 234.50 USD", "USD", False, 123450),
        ("12,50", "EUR", True, 1250),
        ("1.234,50", "EUR", True, 123450),
        ("12,000", "KRW", False, 12000),
        ("0", "KRW", False, 0),
    ],
)
def test_amounts_as_people_write_them(text: str, currency: str, comma: bool, minor: int) -> None:
    read = entry("1", "2026-01-02", "", text, "1", "", reads=meaning(currency=currency, comma=comma))
    assert read.lines[0].price == minor


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (("1", "2026-01-02", "", "12,50", "1", ""), "--decimal comma"),
        (("1", "2026-01-02", "", "1.500", "1", ""), "more decimals"),
        (("1", "2026-01-02", "", "-3.00", "1", ""), "negative"),
        (("1", "2026-01-02", "", "3.00 EUR", "1", ""), "no amount"),
        (("1", "2026-01-02", "", "", "1", ""), "no amount"),
        (("1", "2026-01-02", "", "3.00", "0", ""), "whole units"),
        (("1", "2026-01-02", "", "3.00", "1.5", ""), "whole units"),
        (("1", "2026-01-02", "", "3.00", "NaN", ""), "whole units"),
        (("1", "2026-01-02", "", "3.00", "many", ""), "no number of units"),
        (("1", "02.01.2026", "", "3.00", "1", ""), "no day"),
        (("1", "2026-13-40", "", "3.00", "1", ""), "no day"),
        (("1", "2026-06-02", "", "3.00", "1", ""), "future"),
        (("", "2026-01-02", "", "3.00", "1", ""), "number is missing"),
        (("1", "2026-01-02", "a\0b", "3.00", "1", ""), "U\\+0000"),
    ],
)
def test_what_cannot_be_is_said_with_its_reason(cells: tuple[str, ...], reason: str) -> None:
    with pytest.raises(BadRow, match=reason):
        entry(*cells)


def test_other_ways_to_write_days() -> None:
    read = entry("1", "02.01.2026 18:30", "", "3", "1", "", reads=meaning(day="%d.%m.%Y %H:%M"))
    assert read.at == datetime(2026, 1, 2, 9, 30, tzinfo=UTC)
    assert entry("1", "2026-01-02T18:30:00+09:00", "", "3", "1", "").at == read.at


@pytest.mark.parametrize(
    ("columns", "mapping", "says"),
    [
        (("id", "date", "sum"), {"number": "id", "at": "day"}, "no column 'day'"),
        (("id", "date", "sum"), {"number": "id", "amount": "sum"}, "--map at=COLUMN"),
        (("number", "at"), {}, "amount of a row, or the price"),
        (("number", "at", "amount", "price"), {}, "one of the two"),
        (("number", "at", "amount"), {"total": "amount"}, "no such meaning"),
    ],
)
def test_a_mapping_that_does_not_fit_says_what_would(
    columns: tuple[str, ...], mapping: dict[str, str], says: str
) -> None:
    with pytest.raises(UnusableFile, match=says):
        meaning_of(columns, mapping, currency="USD", zone="UTC", day_format="", comma=False)


def test_rows_with_one_number_are_lines_of_one_purchase() -> None:
    reads = meaning(("number", "at", "customer", "price", "units", "sku"))
    entries = [
        entry("2", "2026-01-03", "a", "5.00", "1", "pen", line=2, reads=reads),
        entry("1", "2026-01-02", "a", "3.00", "2", "ink", line=3, reads=reads),
        entry("2", "2026-01-03", "a", "7.00", "1", "cap", line=4, reads=reads),
    ]
    orders, disagreements = orders_of(entries, lines=reads.lines_of_orders)
    assert [(order.number, order.rows, [line.sku for line in order.lines]) for order in orders] == [
        ("1", (3,), ["ink"]),
        ("2", (2, 4), ["pen", "cap"]),
    ]
    assert not disagreements


def test_rows_that_contradict_each_other_are_not_believed() -> None:
    reads = meaning(("number", "at", "customer", "price", "units", "sku"))
    entries = [
        entry("1", "2026-01-02", "a", "3.00", "2", "ink", line=2, reads=reads),
        entry("1", "2026-01-02", "b", "5.00", "1", "pen", line=3, reads=reads),
    ]
    orders, disagreements = orders_of(entries, lines=reads.lines_of_orders)
    assert not orders
    assert [(one.rows, "different customers" in one.reason) for one in disagreements] == [((2, 3), True)]


def test_a_number_that_repeats_is_not_counted_twice() -> None:
    entries = [entry("1", "2026-01-02", "a", "3.00", "1", "", line=line) for line in (2, 3)]
    orders, disagreements = orders_of(entries, lines=False)
    assert not orders
    assert disagreements[0].rows == (2, 3)


def test_rows_know_their_lines_and_their_faults(tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    path.write_text('number;at;note\n1;2026-01-02;"two\nlines"\n\n2;2026-01-03\n3;2026-01-04;"x"y\n4;2026-01-05;z\n')
    table = table_of(path, encoding="utf-8")
    rows = list(table.rows())
    assert (table.delimiter, table.columns) == (";", ("number", "at", "note"))
    assert [row.line for row in rows] == [2, 5, 6, 7]
    assert [bool(row.fault) for row in rows] == [False, True, True, False]


@pytest.mark.parametrize(("text", "says"), [("", "empty"), ("\n\n", "empty"), ("a,b,a\n", "there twice")])
def test_a_file_without_usable_columns(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "sales.csv"
    path.write_text(text)
    with pytest.raises(UnusableFile, match=says):
        table_of(path, encoding="utf-8")
