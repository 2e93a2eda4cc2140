"""Statements of the hot path straight to the database's driver.

Django's cursors check, wrap and rewrite each statement; together that costs several times what a small statement takes.
Whoever listens to statements (tests that count them, benches, DEBUG) still hears them all: then they go the usual way.
"""

from collections.abc import Sequence
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


def _is_heard(to: BaseDatabaseWrapper) -> bool:
    """Whether somebody listens to statements, or the connection must first be opened, or refuse."""
    return bool(to.connection is None or to.execute_wrappers or to.queries_logged or to.needs_rollback)


def rows_of(to: BaseDatabaseWrapper, *asked: Asked) -> list[list[Row]]:
    """What each query finds, as the driver gives it; in one round trip on PostgreSQL."""
    if to.vendor == "sqlite":
        if _is_heard(to):
            with to.cursor() as cursor:
                return [cursor.execute(statement, values).fetchall() for statement, values in asked]
        with to.wrap_database_errors:
            execute = to.connection.execute
            return [execute(_for_sqlite(statement), values).fetchall() for statement, values in asked]
    statements = ";\n".join([statement for statement, _ in asked])
    given = [value for _, values in asked for value in values]
    with to.wrap_database_errors, to.cursor() if _is_heard(to) else to.connection.cursor() as cursor:
        cursor.execute(statements, given)
        answers = [cursor.fetchall()]
        while len(answers) < len(asked):
            cursor.nextset()
            answers.append(cursor.fetchall())
    return answers


def carry_out(to: BaseDatabaseWrapper, statement: str, values: Values) -> None:
    """A statement that gives nothing back."""
    with to.wrap_database_errors:
        if _is_heard(to):
            with to.cursor() as cursor:
                cursor.execute(statement, values)
        elif to.vendor == "sqlite":
            to.connection.execute(_for_sqlite(statement), values)
        else:
            with to.connection.cursor() as cursor:
                cursor.execute(statement, values)


def carry_out_each(to: BaseDatabaseWrapper, statement: str, rows: Sequence[Values]) -> None:
    """The statement once for each row."""
    with to.wrap_database_errors:
        if _is_heard(to):
            with to.cursor() as cursor:
                cursor.executemany(statement, rows)
        elif to.vendor == "sqlite":
            to.connection.executemany(_for_sqlite(statement), rows)
        else:
            with to.connection.cursor() as cursor:
                cursor.executemany(statement, rows)


def _for_sqlite(statement: str) -> str:
    """As SQLite's own driver takes it; the driver keeps it prepared by its text."""
    known = _PLAIN.get(statement)
    if known is None:
        if len(_PLAIN) >= _MOST_PLAIN:
            _PLAIN.clear()
        known = _PLAIN[statement] = statement.replace("%s", "?").replace("%%", "%")
    return known


_PLAIN: dict[str, str] = {}
_MOST_PLAIN = 1_000
