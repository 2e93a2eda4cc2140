"""Derives what is stored again, from entries, rows and facts, and lists what differs. Writes nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from dangol.lib.audit import Difference
from dangol.loyalty.audit import ledger_differences
from dangol.sales.audit import sales_differences


def differences() -> Iterator[Difference]:
    """Every difference in the ledger and in sales; all tables are read as they were at one moment."""
    with _one_moment():
        yield from ledger_differences()
        yield from sales_differences()


@contextmanager
def _one_moment() -> Iterator[None]:
    """A snapshot that keeps nobody from writing meanwhile."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    elif connection.in_atomic_block:
        yield
    else:
        with connection.cursor() as cursor:
            # Not the IMMEDIATE of writers: a reader of a write-ahead log needs no lock.
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
