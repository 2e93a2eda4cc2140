"""Statements of the hot path straight to the database's driver.

Django's cursors check, wrap and rewrite each statement; together that costs several times what a small statement takes.
Whoever listens to statements (tests that count them, benches, DEBUG) still hears them all: then they go the usual way.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

Values = Sequence[Any]
Row = tuple[Any, ...]
Asked = tuple[str, Values]
"""SQL with `%s` for each value (and `%%` for a percent sign), and the values as the driver takes them."""


def database() -> BaseDatabaseWrapper:
    """The connection of this thread: looked up once for a statement, not once for each of its attributes."""
    return connections["default"]


Seen = list[tuple[str, Values, list[Row]]]
"""Reads with what they found."""
_SEEN: ContextVar[Seen | None] = ContextVar("seen", default=None)
ALONE: list[Any] = []
"""What stops all statements but those that go straight to the driver (`rehearsal`): it does not listen to these."""


@contextmanager
def seeing() -> Iterator[Seen]:
    """Remembers what reads on SQLite find inside the block."""
    seen: Seen = []
    token = _SEEN.set(seen)
    try:
        yield seen
    finally:
        _SEEN.reset(token)


def _is_heard(to: BaseDatabaseWrapper) -> bool:
    """Whether somebody listens to statements, or the connection must first be opened, or refuse."""
    listening = to.execute_wrappers and to.execute_wrappers != ALONE
    return bool(to.connection is None or listening or to.queries_logged or to.needs_rollback)


def rows_of(to: BaseDatabaseWrapper, *asked: Asked) -> list[list[Row]]:
    """What each query finds, as the driver gives it; in one round trip on PostgreSQL."""
    if to.vendor == "sqlite":
        if _is_heard(to):
            with to.cursor() as cursor:
                return [cursor.execute(statement, values).fetchall() for statement, values in asked]
        with to.wrap_database_errors:
            execute = to.connection.execute
            found = [execute(_for_sqlite(statement), values).fetchall() for statement, values in asked]
        seen = _SEEN.get()
        if seen is not None:
            seen += [(statement, values, rows) for (statement, values), rows in zip(asked, found, strict=True)]
        return found
    with _sent_together(to, asked) as cursor:
        answers = [cursor.fetchall()]
        while len(answers) < len(asked):
            cursor.nextset()
            answers.append(cursor.fetchall())
    return answers


def carry_out(to: BaseDatabaseWrapper, *asked: Asked) -> None:
    """Statements that give nothing back; in one round trip on PostgreSQL."""
    if to.vendor == "postgresql":
        with _sent_together(to, asked):
            return
    if _is_heard(to):
        with to.cursor() as cursor:
            for statement, values in asked:
                cursor.execute(statement, values)
        return
    with to.wrap_database_errors:
        for statement, values in asked:
            to.connection.execute(_for_sqlite(statement), values)


def carry_out_each(to: BaseDatabaseWrapper, statement: str, rows: Sequence[Values]) -> None:
    """The statement once for each row, prepared once. Only for SQLite, where statements do not travel."""
    if _is_heard(to):
        with to.cursor() as cursor:
            cursor.executemany(statement, rows)
        return
    with to.wrap_database_errors:
        to.connection.executemany(_for_sqlite(statement), rows)


@contextmanager
def _sent_together(to: BaseDatabaseWrapper, asked: Sequence[Asked]) -> Iterator[Any]:
    """PostgreSQL's cursor after all statements travelled as one text, values written into it.

    The driver would search a long text for its places anew each time; ours are found once for each statement.
    """
    if _is_heard(to):
        with to.cursor() as cursor:
            cursor.execute(";\n".join([one for one, _ in asked]), [value for _, values in asked for value in values])
            yield cursor
        return
    from psycopg.adapt import Transformer

    with to.wrap_database_errors, to.connection.cursor() as cursor:
        literal = Transformer.from_context(cursor).as_literal
        text = bytearray()
        for statement, values in asked:
            first, *parts = _parts(statement)
            text += first
            for part, value in zip(parts, values, strict=True):
                text += literal(value)
                text += part
            text += b";\n"
        cursor.execute(bytes(text))
        yield cursor


@lru_cache(maxsize=2048)
def _parts(statement: str) -> tuple[bytes, ...]:
    """The text between the values."""
    return tuple(part.replace("%%", "%").encode() for part in statement.split("%s"))


@lru_cache(maxsize=2048)
def _for_sqlite(statement: str) -> str:
    """As SQLite's own driver takes it, which keeps a statement prepared by its text."""
    return statement.replace("%s", "?").replace("%%", "%")
