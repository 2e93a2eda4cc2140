"""DATABASE_URL: what it may say, and what a wrong one is answered."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from dangol.config.database import from_url

HOME = Path("/srv/shop")


def test_nothing_said_means_a_file_in_the_home_folder() -> None:
    assert from_url("", HOME)["NAME"] == "/srv/shop/dangol.sqlite3"


def test_three_slashes_are_relative_and_four_absolute() -> None:
    assert from_url("sqlite:////data/a.sqlite3", HOME)["NAME"] == "/data/a.sqlite3"
    assert from_url("sqlite:///a.sqlite3", HOME)["NAME"] == str(Path("a.sqlite3").resolve())


def test_postgres_with_everything() -> None:
    found = from_url("postgresql://shop:p%40ss@db.local:5433/care?sslmode=require", HOME)
    assert {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "care",
        "USER": "shop",
        "PASSWORD": "p@ss",
        "HOST": "db.local",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_postgres_on_a_socket() -> None:
    found = from_url("postgresql://postgres:@/postgres?host=/run/pg", HOME)
    assert (found["HOST"], found["NAME"], found["OPTIONS"]) == ("/run/pg", "postgres", {})


@pytest.mark.parametrize("url", ["mysql://a/b", "nonsense", "sqlite://", "postgresql://host", "postgres://h:port/x"])
def test_a_wrong_address_says_what_to_write(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="sqlite:///folder"):
        from_url(url, HOME)


@pytest.mark.django_db
def test_sqlite_survives_a_power_cut_and_readers_do_not_wait() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    with connection.cursor() as cursor:
        answers = {}
        for name in ("journal_mode", "synchronous", "foreign_keys"):
            cursor.execute(f"PRAGMA {name}")
            answers[name] = cursor.fetchone()[0]
    assert answers == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
