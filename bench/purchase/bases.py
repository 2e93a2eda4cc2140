"""The databases of the bench: one prepared business, and copies of it that all begin alike."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from bench.purchase.recorded import Bare, BarePostgres, BareSqlite


class SqliteBases:
    """Files beside each other."""

    def __init__(self) -> None:
        self._base = Path(connection.settings_dict["NAME"])

    def copy(self, name: str) -> str:
        """A copy of the prepared business; an older copy of this name is replaced."""
        connection.close()
        with sqlite3.connect(self._base) as plain:
            plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        target = self._base.with_name(f"{name}.sqlite3")
        self.drop(str(target))
        shutil.copyfile(self._base, target)
        return str(target)

    def drop(self, name: str) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(name + ending).unlink(missing_ok=True)

    def bare(self, name: str) -> Bare:
        return BareSqlite(name, connection.settings_dict["OPTIONS"]["init_command"])

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Fast and careless while a table is filled: only what comes after is measured."""
        with connection.cursor() as cursor:
            for pragma in ("foreign_keys = OFF", "synchronous = OFF", "cache_size = -400000"):
                cursor.execute(f"PRAGMA {pragma}")
        yield
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        # What was written carelessly still waits in memory: the first purchases would have to write it to the disk.
        os.sync()


class PostgresBases:
    """Databases of one server."""

    def __init__(self) -> None:
        self._base: str = connection.settings_dict["NAME"]

    def copy(self, name: str) -> str:
        self.drop(name)
        self._carry_out(f'CREATE DATABASE "{name}" TEMPLATE "{self._base}"')
        return name

    def drop(self, name: str) -> None:
        self._carry_out(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _carry_out(self, statement: str) -> None:
        import psycopg

        connection.close()
        with psycopg.connect(**self._parameters("postgres"), autocommit=True) as server:
            server.execute(statement)

    def _parameters(self, name: str) -> dict[str, Any]:
        settings = connection.settings_dict
        given = {
            "dbname": name,
            "user": settings["USER"],
            "password": settings["PASSWORD"],
            "host": settings["HOST"],
            "port": settings["PORT"],
        }
        return {key: value for key, value in given.items() if value}

    def bare(self, name: str) -> Bare:
        return BarePostgres(self._parameters(name))

    @contextmanager
    def filling(self) -> Iterator[None]:
        with connection.cursor() as cursor:
            for setting in ("session_replication_role = replica", "synchronous_commit = off"):
                cursor.execute(f"SET {setting}")
        yield
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")
            cursor.execute("CHECKPOINT")
        connection.close()


Bases = SqliteBases | PostgresBases


def use(name: str) -> None:
    """From now on Django's connection is to this copy."""
    connection.close()
    connection.settings_dict["NAME"] = name


def bases() -> Bases:
    return PostgresBases() if connection.vendor == "postgresql" else SqliteBases()
