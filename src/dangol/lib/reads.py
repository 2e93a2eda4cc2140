"""Reads of the hot path: SQL put together once from a model, plain tuples back, several answers in one round trip.

Building a query with the ORM costs more than a small database takes to answer it. Columns, types and tables still come
from the models; only the condition is written by hand.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models

Row = tuple[Any, ...]
Convert = Callable[[Any], Any]
_AHEAD: ContextVar[dict[Any, list[Row]] | None] = ContextVar("ahead", default=None)


def _instant(value: Any) -> datetime:
    """SQLite keeps instants as text in UTC; its driver may have parsed them already."""
    parsed = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


_READ: dict[str, tuple[tuple[type, Convert], ...]] = {
    "sqlite": (
        (models.UUIDField, UUID),
        (models.DateTimeField, _instant),
        (models.DateField, _day),
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


def _given(value: Any, vendor: str) -> Any:
    """A parameter as the driver takes it."""
    if vendor == "sqlite" and isinstance(value, UUID):
        return value.hex
    if vendor == "sqlite" and isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    if vendor == "sqlite" and isinstance(value, date):
        return value.isoformat()
    return value


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


@lru_cache
def _prepared(select: Select, vendor: str) -> tuple[str, tuple[tuple[int, Convert], ...]]:
    fields = [_field(select.model, name) for name in select.columns]
    named = ", ".join(f'"{field.column}"' for field in fields)
    lock = " FOR NO KEY UPDATE" if select.lock and vendor == "postgresql" else ""
    # Table and columns are those of our own models, the condition is written in our own code.
    sql = f'SELECT {named} FROM "{select.model._meta.db_table}" WHERE {select.where}{lock}'  # noqa: S608
    converters = [(place, _converter(field, vendor)) for place, field in enumerate(fields)]
    return sql, tuple((place, convert) for place, convert in converters if convert is not None)


@contextmanager
def ahead(*asked: tuple[Select, Row]) -> Iterator[None]:
    """Fetches reads that will be asked for inside the block, in the order named, in one round trip.

    The first identical call takes the answer from there; a second one asks the database. A lock that the other reads
    rely on is named first. Where round trips cost nothing (SQLite) nothing is fetched ahead.
    """
    if connection.vendor != "postgresql":
        yield
        return
    token = _AHEAD.set(dict(zip(asked, together(*asked), strict=True)))
    try:
        yield
    finally:
        _AHEAD.reset(token)


def together(*asked: tuple[Select, Sequence[Any]]) -> list[list[Row]]:
    """The answers to several reads, in one round trip on PostgreSQL."""
    vendor = connection.vendor
    prepared = [_prepared(select, vendor) for select, _ in asked]
    given = [[_given(value, vendor) for value in values] for _, values in asked]
    with connection.cursor() as cursor:
        if vendor == "postgresql":
            cursor.execute(";\n".join(sql for sql, _ in prepared), [value for values in given for value in values])
        answers = []
        for place, (sql, converters) in enumerate(prepared):
            if vendor != "postgresql":
                cursor.execute(sql, given[place])
            elif place:
                cursor.nextset()
            answers.append([_converted(row, converters) for row in cursor.fetchall()])
    return answers


def _converted(row: Row, converters: tuple[tuple[int, Convert], ...]) -> Row:
    if not converters:
        return row
    values = list(row)
    for place, convert in converters:
        if values[place] is not None:
            values[place] = convert(values[place])
    return tuple(values)


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
