"""Reads of the hot path: SQL put together once from a model, plain tuples back, several answers in one round trip.

Building a query with the ORM costs more than a small database takes to answer it. Columns, types and tables still come
from the models; only the condition is written by hand.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from dangol.lib.direct import Row, database, rows_of

Convert = Callable[[Any], Any]
Asked = tuple["Select", tuple[Any, ...]]
"""A read and its values."""
_AHEAD: ContextVar[dict[Any, list[Row]] | None] = ContextVar("ahead", default=None)


def _instant(value: datetime) -> datetime:
    return value.astimezone(UTC)


def _instant_of_text(value: str) -> datetime:
    """SQLite keeps instants as text in UTC."""
    return datetime.fromisoformat(value).replace(tzinfo=UTC)


def _id(value: str) -> UUID:
    """The constructor looks for braces and dashes, which our own column never holds."""
    return UUID(int=int(value, 16))


_READ: dict[str, tuple[tuple[type, Convert], ...]] = {
    "sqlite": (
        (models.UUIDField, _id),
        (models.DateTimeField, _instant_of_text),
        (models.DateField, date.fromisoformat),
        (models.BooleanField, bool),
        (models.JSONField, json.loads),
    ),
    "postgresql": ((models.DateTimeField, _instant), (models.JSONField, json.loads)),
}


def _field(model: type[models.Model], name: str) -> Any:
    return next(field for field in model._meta.concrete_fields if name in (field.attname, field.name))


def _converter(field: Any, vendor: str) -> Convert | None:
    while field.is_relation:
        field = field.target_field
    return next((how for kind, how in _READ[vendor] if isinstance(field, kind)), None)


def _given(values: Sequence[Any]) -> list[Any]:
    """Parameters as SQLite's driver takes them."""
    return [_STORED[type(value)](value) if type(value) in _STORED else value for value in values]


_STORED: Mapping[type, Convert] = {
    UUID: lambda value: value.hex,
    datetime: lambda value: str(value.astimezone(UTC).replace(tzinfo=None)),
    date: date.isoformat,
}


@dataclass(frozen=True, eq=False)
class Select:
    """Rows of one table. `where` is SQL with `%s` for each value; `lock` takes the row lock where there is one.

    Made once and kept: each is prepared on its first use.
    """

    model: type[models.Model]
    columns: tuple[str, ...]
    where: str
    lock: bool = False

    def __call__(self, *values: Any) -> list[Row]:
        """The rows, with ids, instants and JSON as Python has them."""
        fetched = _AHEAD.get()
        found = fetched.pop((self, values), None) if fetched else None
        return together((self, values))[0] if found is None else found


@dataclass(frozen=True, slots=True)
class _Prepared:
    sql: str
    read: Callable[[Row], Row] | None
    """Makes of the driver's row what Python has; None where nothing is to be done."""


@lru_cache
def _prepared(select: Select, vendor: str) -> _Prepared:
    fields = [_field(select.model, name) for name in select.columns]
    converters = [_converter(field, vendor) for field in fields]
    # Of an expression (`+`) SQLite's driver does not know the column, so Django's slower reading of texts stays out.
    plus = "+" if vendor == "sqlite" else ""
    columns = [f'"{field.column}"' for field in fields]
    named = ", ".join(plus + column if convert else column for column, convert in zip(columns, converters, strict=True))
    lock = " FOR NO KEY UPDATE" if select.lock and vendor == "postgresql" else ""
    # Table and columns are those of our own models, the condition is written in our own code.
    sql = f'SELECT {named} FROM "{select.model._meta.db_table}" WHERE {select.where}{lock}'  # noqa: S608
    return _Prepared(sql, _reader(converters))


def _reader(converters: Sequence[Convert | None]) -> Callable[[Row], Row] | None:
    """One expression for all columns: a loop over them costs more than the conversions."""
    if not any(converters):
        return None
    names = {f"read{place}": convert for place, convert in enumerate(converters)}
    parts = [
        f"None if row[{place}] is None else read{place}(row[{place}])" if convert else f"row[{place}]"
        for place, convert in enumerate(converters)
    ]
    made: Callable[[Row], Row] = eval(f"lambda row: ({', '.join(parts)},)", names)  # noqa: S307 only our own numbers
    return made


@contextmanager
def reading_ahead() -> Iterator[None]:
    """Inside the block, `ahead` may fetch reads before they are asked for."""
    token = _AHEAD.set({})
    try:
        yield
    finally:
        _AHEAD.reset(token)


def ahead(*asked: Asked) -> None:
    """Fetches reads that will be asked for, in the order named, in one round trip.

    The first identical call takes the answer from there; a second one asks the database. A lock that the other reads
    rely on is named first. Where round trips cost nothing (SQLite), and outside of `reading_ahead`, nothing is fetched.
    """
    fetched = _AHEAD.get()
    if asked and fetched is not None and database().vendor == "postgresql":
        fetched.update(zip(asked, together(*asked), strict=True))


def forget_ahead() -> None:
    """What was fetched and not asked for may no longer hold: something is about to be written."""
    fetched = _AHEAD.get()
    if fetched:
        fetched.clear()


def together(*asked: Asked) -> list[list[Row]]:
    """The answers to several reads, in one round trip on PostgreSQL."""
    to = database()
    vendor = to.vendor
    prepared = [_prepared(select, vendor) for select, _ in asked]
    given = [_given(values) if vendor == "sqlite" else values for _, values in asked]
    answers = rows_of(to, *zip([one.sql for one in prepared], given, strict=True))
    return [
        rows if one.read is None else [one.read(row) for row in rows]
        for one, rows in zip(prepared, answers, strict=True)
    ]


def columns_of(model: type[models.Model]) -> tuple[str, ...]:
    """All columns, for reads that give whole rows."""
    return tuple(field.attname for field in model._meta.concrete_fields)


M = TypeVar("M", bound=models.Model)


def whole(model: type[M], row: Row) -> M:
    """A row of all columns as an object of its model."""
    return model.from_db("default", columns_of(model), row)


def places(count: int) -> str:
    """`(%s, %s, …)` for a condition with a list of values."""
    return f"({', '.join(['%s'] * count)})"
