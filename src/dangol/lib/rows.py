"""Rows gathered during one act and written together: one round trip on PostgreSQL, one statement a table on SQLite.

The ORM spends most of a purchase building objects and talking to the database row by row; this keeps its models,
column types and constraints, and only skips the objects.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import models
from pydantic_core import to_json

from dangol.lib.direct import carry_out, carry_out_each, database

Values = Mapping[str, object]
Convert = Callable[[Any], object]


def as_json(value: object) -> str:
    """Compact JSON, as columns keep it; pydantic's writer takes a third of the time of Python's own."""
    return to_json(value).decode()


def _sqlite_instant(value: datetime) -> str:
    """The text Django itself stores, so that both ways of writing compare alike."""
    return (value if value.tzinfo is UTC else value.astimezone(UTC)).replace(tzinfo=None).isoformat(" ")


def _hex(value: UUID) -> str:
    return value.hex


_CONVERSIONS: dict[str, tuple[tuple[type, Convert], ...]] = {
    "sqlite": (
        (models.UUIDField, _hex),
        (models.DateTimeField, _sqlite_instant),
        (models.DateField, date.isoformat),
        (models.JSONField, as_json),
    ),
    "postgresql": ((models.JSONField, as_json),),
}


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    column: str
    convert: Convert | None
    default: object
    nothing: str | None
    """How None is stored: as JSON's null where the column may not be empty."""

    def stored(self, value: object) -> object:
        if value is None:
            return self.nothing
        return value if self.convert is None else self.convert(value)


@dataclass(frozen=True, slots=True)
class _Table:
    columns: tuple[_Column, ...]
    named: Mapping[str, _Column]
    insert: str
    row: str
    update: str


def _column(field: Any, vendor: str) -> _Column:
    target = field
    while target.is_relation:
        target = target.target_field
    convert = next((how for kind, how in _CONVERSIONS[vendor] if isinstance(target, kind)), None)
    default = field.default() if callable(field.default) else field.default
    nothing = "null" if isinstance(target, models.JSONField) and not field.null else None
    return _Column(field.attname, field.column, convert, default if field.has_default() else None, nothing)


@lru_cache
def _table(model: type[models.Model], vendor: str) -> _Table:
    columns = tuple(_column(field, vendor) for field in model._meta.concrete_fields)
    quoted = f'"{model._meta.db_table}"'
    names = ", ".join(f'"{column.column}"' for column in columns)
    return _Table(
        columns=columns,
        named={column.name: column for column in columns},
        # Table and columns are those of our own models.
        insert=f"INSERT INTO {quoted} ({names}) VALUES ",  # noqa: S608
        row=f"({', '.join(['%s'] * len(columns))})",
        update=f"UPDATE {quoted} SET ",  # noqa: S608
    )


@lru_cache(maxsize=1024)
def _maker(model: type[models.Model], vendor: str, given: tuple[str, ...]) -> Callable[[Values], tuple[Any, ...]]:
    """Puts a row together from values of these names; columns not named take their default.

    One expression for all columns: a loop over them costs more than the conversions.
    """
    table = _table(model, vendor)
    unknown = [name for name in given if name not in table.named]
    if unknown:
        raise ValueError(f"{model.__name__} has no column {', '.join(unknown)}")
    names: dict[str, object] = {}
    parts = []
    for place, column in enumerate(table.columns):
        value = f"values[{column.name!r}]"
        if column.name not in given:
            names[f"default{place}"] = column.stored(column.default)
            parts.append(f"default{place}")
        elif column.convert is None and column.nothing is None:
            parts.append(value)
        else:
            names |= {f"stored{place}": column.convert or _as_it_is, f"nothing{place}": column.nothing}
            parts.append(f"nothing{place} if (value := {value}) is None else stored{place}(value)")
    # Only names of our own columns stand in the text.
    made: Callable[[Values], tuple[Any, ...]] = eval(f"lambda values: ({', '.join(parts)},)", names)  # noqa: S307
    return made


def _as_it_is(value: object) -> object:
    return value


def _key(model: type[models.Model]) -> str:
    return model._meta.pk.attname


class Rows:
    """What one act will write. Nothing reaches the database before `write`."""

    __slots__ = ("_inserts", "_updates", "_vendor")

    def __init__(self) -> None:
        self._vendor = database().vendor
        self._inserts: dict[type[models.Model], list[tuple[Any, ...]]] = {}
        self._updates: list[tuple[type[models.Model], Values]] = []

    def insert(self, model: type[models.Model], values: Values) -> None:
        """Adds a new row; columns are named as attributes of the model, those left out take their default."""
        row = _maker(model, self._vendor, tuple(values))(values)
        self._inserts.setdefault(model, []).append(row)

    def update(self, model: type[models.Model], values: Values) -> None:
        """Changes the named columns of the row whose primary key is among the values; the caller holds its lock."""
        self._updates.append((model, values))

    def write(self) -> None:
        inserts, updates = self._inserts, self._updates
        self._inserts, self._updates = {}, []
        if not inserts and not updates:
            return
        if len(inserts) > 1:
            inserts = {model: inserts[model] for model in sorted(inserts, key=_depth)}
        if self._vendor == "postgresql":
            _write_together(inserts, updates)
        else:
            _write_by_table(inserts, updates)


@lru_cache
def _depth(model: type[models.Model]) -> int:
    """How many tables stand above this one: a row is written after the rows it names.

    The other way round would do as well, keys are checked at the end; but on SQLite every row that somebody already
    waits for is then looked for in all tables that could name it, without an index in all of each.
    """
    above = {field.related_model for field in model._meta.concrete_fields if field.is_relation} - {model}
    return max((_depth(one) + 1 for one in above if isinstance(one, type)), default=0)


@lru_cache(maxsize=1024)
def _setting(
    model: type[models.Model], vendor: str, given: tuple[str, ...]
) -> tuple[str, Callable[[Values], tuple[Any, ...]]]:
    """The statement that changes these columns of the row with the key among them, and its values."""
    table, key = _table(model, vendor), _key(model)
    changed = [table.named[name] for name in given if name != key]
    settings = ", ".join([f'"{column.column}" = %s' for column in changed])
    columns = (*changed, table.named[key])
    statement = table.update + settings + f' WHERE "{table.named[key].column}" = %s'
    return statement, lambda values: tuple([column.stored(values[column.name]) for column in columns])


def _update(model: type[models.Model], values: Values, vendor: str) -> tuple[str, tuple[Any, ...]]:
    statement, stored = _setting(model, vendor, tuple(values))
    return statement, stored(values)


def _write_together(
    inserts: dict[type[models.Model], list[tuple[Any, ...]]], updates: list[tuple[type[models.Model], Values]]
) -> None:
    """One round trip."""
    asked: list[tuple[str, Sequence[Any]]] = []
    for model, rows in inserts.items():
        table = _table(model, "postgresql")
        asked.append((table.insert + ", ".join([table.row] * len(rows)), [value for row in rows for value in row]))
    carry_out(database(), *asked, *(_update(model, values, "postgresql") for model, values in updates))


def _write_by_table(
    inserts: dict[type[models.Model], list[tuple[Any, ...]]], updates: list[tuple[type[models.Model], Values]]
) -> None:
    to = database()
    for model, rows in inserts.items():
        table = _table(model, "sqlite")
        carry_out_each(to, table.insert + table.row, rows)
    carry_out(to, *(_update(model, values, "sqlite") for model, values in updates))
