"""Catches the statements with which purchases are recorded, and carries them out again without anything around them."""

import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection

_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE)\b", re.IGNORECASE)
_PLACE = re.compile(r"%s")


@dataclass(frozen=True, slots=True)
class Statement:
    """One call of the driver that changed something: text, and one or many sets of parameters."""

    text: str
    parameters: tuple[Any, ...]
    many: bool


@contextmanager
def caught() -> Iterator[list[Statement]]:
    """Everything written through Django's connection meanwhile."""
    statements: list[Statement] = []

    def listen(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if _WRITES.match(sql):
            given = tuple(tuple(row) for row in params) if many else tuple(params or ())
            statements.append(Statement(sql, given, many))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield statements


class BareSqlite:
    """A connection of Python's own driver, set up like ours."""

    def __init__(self, path: str, pragmas: str) -> None:
        self._connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        self._connection.executescript(pragmas)

    def carry_out(self, purchase: Sequence[Statement]) -> None:
        execute, executemany = self._connection.execute, self._connection.executemany
        execute("BEGIN IMMEDIATE")
        for statement in purchase:
            if statement.many:
                executemany(statement.text, statement.parameters)
            else:
                execute(statement.text, statement.parameters)
        execute("COMMIT")

    @staticmethod
    def prepared(purchase: Sequence[Statement]) -> list[Statement]:
        return [Statement(_PLACE.sub("?", one.text), one.parameters, one.many) for one in purchase]


class BarePostgres:
    """A connection of psycopg, with which a whole purchase is one message between BEGIN and COMMIT."""

    def __init__(self, parameters: dict[str, Any]) -> None:
        import psycopg

        self._connection = psycopg.connect(**parameters, cursor_factory=psycopg.ClientCursor, autocommit=True)

    def carry_out(self, purchase: Sequence[Statement]) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute("BEGIN")
            for statement in purchase:
                if statement.many:
                    cursor.executemany(statement.text, statement.parameters)
                else:
                    cursor.execute(statement.text, statement.parameters)
            cursor.execute("COMMIT")

    @staticmethod
    def prepared(purchase: Sequence[Statement]) -> list[Statement]:
        """All statements as one text, as they would be written by hand."""
        text, parameters = [], []
        for one in purchase:
            for row in one.parameters if one.many else (one.parameters,):
                text.append(one.text)
                parameters += row
        return [Statement(";\n".join(text), tuple(parameters), False)]


Bare = BareSqlite | BarePostgres


def seconds(work: Callable[[], None]) -> float:
    """How long it took."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
