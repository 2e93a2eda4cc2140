"""What tests of the rooms share: tables that only grow can be emptied between tests, and nowhere else."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from hypothesis import settings as hypothesis_settings

# A database on a busy machine takes its time; a slow example is no failure.
hypothesis_settings.register_profile("rooms", deadline=None, max_examples=60)
hypothesis_settings.load_profile("rooms")


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    """A slow hash is for those who steal it; the cast signs in quickly."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True, scope="session")
def _emptying_between_tests() -> Iterator[None]:
    """After a test with real transactions Django empties all tables; on SQLite by DELETE, which the guards refuse."""
    if connection.vendor != "sqlite":
        yield
        return
    operations: Any = type(connection.ops)
    flush = operations.execute_sql_flush

    def without_guards(self: Any, sql_list: list[str]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            guards = cursor.fetchall()
            for name, _ in guards:
                cursor.execute(f"DROP TRIGGER {name}")
        flush(self, sql_list)
        with self.connection.cursor() as cursor:
            for _, statement in guards:
                cursor.execute(statement)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "execute_sql_flush", without_guards)
        yield
