"""Fills the tables with as many purchases as wanted: copies of recorded rows, made by the database itself.

The rows of a customer's enrolment and first purchase, and of one further purchase, are the patterns. Each copy gets ids
and numbers of its own, so every key, index and check holds as if the purchases had been recorded one after another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import JSONField

from bench.purchase.recorded import Statement

CUSTOMERS = 100_000
_AT_ONCE = 250_000
_INSERT = re.compile(r'INSERT INTO "(\w+)" \(([^)]*)\) VALUES', re.IGNORECASE)
_HEX = re.compile(r"[0-9a-f]{32}")
_FIRST_TIME = 0x018000000000
"""Ids of copies begin (as those of version 7 do) with a time: in 2022, long before those of the patterns."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row to be copied."""

    table: str
    columns: tuple[str, ...]
    values: tuple[Any, ...]


def patterns(statements: Sequence[Statement]) -> Iterator[Pattern]:
    """The rows that the statements insert."""
    for statement in statements:
        rows = statement.parameters if statement.many else (statement.parameters,)
        for row in rows:
            yield from _rows(statement.text, list(row))


def _rows(text: str, values: list[Any]) -> Iterator[Pattern]:
    for part in text.split(";\n"):
        wanted = part.count("%s")
        taken, values = values[:wanted], values[wanted:]
        found = _INSERT.match(part)
        if found is None:
            continue
        columns = tuple(name.strip().strip('"') for name in found[2].split(","))
        for start in range(0, wanted, len(columns)):
            yield Pattern(found[1], columns, tuple(taken[start : start + len(columns)]))


@dataclass(frozen=True, slots=True)
class Copying:
    """How a pattern's values become those of the n-th copy."""

    customer: UUID
    number: str
    """What occurs in texts (numbers, request keys) and differs in each copy."""
    offset: int
    """Keeps apart the ids of copies of different patterns."""
    per_customer: bool
    """The n-th copy belongs to the n-th customer; otherwise customers take turns."""

    def value(self, value: Any) -> str:
        """The SQL expression for a value of the pattern, with `n` the number of the copy."""
        if value is None:
            return "NULL"
        if isinstance(value, bool):
            return ("TRUE" if value else "FALSE") if _postgres() else str(int(value))
        if isinstance(value, int):
            return str(value)
        if isinstance(value, UUID) or (isinstance(value, str) and _HEX.fullmatch(value)):
            return self._id(value if isinstance(value, UUID) else UUID(value))
        return self._text(str(value))

    def code(self) -> str:
        """A voucher's code, which nobody else has."""
        return f"'{self.offset >> 32}C' || n"

    def entry_number(self, value: int, entries: int) -> str:
        """Entries of a customer are numbered without gaps: each further purchase brings so many."""
        return str(value) if self.per_customer else f"{value} + (n / {CUSTOMERS} - 1) * {entries}"

    def _id(self, value: UUID) -> str:
        which = "n" if self.per_customer or value != self.customer else f"n % {CUSTOMERS}"
        offset = 0 if value == self.customer else self.offset
        return _uuid(_FIRST_TIME + offset, which, value.hex[12:])

    def _text(self, value: str) -> str:
        literal = "'" + value.replace("'", "''") + "'"
        if self.number not in value:
            return literal
        return f"replace({literal}, '{self.number}', '{self.offset:x}-' || n)"


def _postgres() -> bool:
    return bool(connection.vendor == "postgresql")


def _uuid(base: int, which: str, rest: str) -> str:
    if _postgres():
        return f"(lpad(to_hex({base} + {which}), 12, '0') || '{rest}')::uuid"
    return f"(printf('%012x', {base} + {which}) || '{rest}')"


@dataclass(frozen=True, slots=True)
class Made:
    """Patterns and how they are copied."""

    rows: Sequence[Pattern]
    copying: Copying

    def copy(self, *, first: int, last: int) -> None:
        """Copies every pattern for each n from first up to, not including, last."""
        entries = sum(row.table == "loyalty_entry" for row in self.rows)
        with connection.cursor() as cursor:
            for start in range(first, last, _AT_ONCE):
                end = min(start + _AT_ONCE, last)
                for row in self.rows:
                    cursor.execute(_copies(row, self.copying, entries, start, end))


def _value(table: str, name: str, value: Any, copying: Copying, entries: int) -> str:
    if name == "code":
        return copying.code()
    if (table, name) == ("loyalty_entry", "number"):
        return copying.entry_number(value, entries)
    as_json = "::jsonb" if _postgres() and (table, name) in _json_columns() else ""
    return copying.value(value) + as_json


@lru_cache
def _json_columns() -> frozenset[tuple[str, str | None]]:
    models = apps.get_models()
    fields = ((one._meta.db_table, field) for one in models for field in one._meta.concrete_fields)
    return frozenset((table, field.column) for table, field in fields if isinstance(field, JSONField))


def _copies(row: Pattern, copying: Copying, entries: int, start: int, end: int) -> str:
    columns = ", ".join(f'"{name}"' for name in row.columns)
    values = ", ".join(
        _value(row.table, name, value, copying, entries) for name, value in zip(row.columns, row.values, strict=True)
    )
    if _postgres():
        source = f"generate_series({start}, {end - 1}) AS n"
        return f'INSERT INTO "{row.table}" ({columns}) SELECT {values} FROM {source}'
    numbers = f"WITH RECURSIVE numbers(n) AS (SELECT {start} UNION ALL SELECT n + 1 FROM numbers WHERE n < {end - 1}) "
    return f'{numbers}INSERT INTO "{row.table}" ({columns}) SELECT {values} FROM numbers'
