"""Turns DATABASE_URL into Django's database settings, for the two databases Dangol is tested on."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# WAL lets readers go on while one writes; FULL makes a commit survive a power cut, which we promise to customers.
# IMMEDIATE takes the write lock at BEGIN, so that a transaction that read first never fails halfway with "locked".
_SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA cache_size=-32768;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA mmap_size=268435456"
)
_SQLITE_SECONDS_TO_WAIT_FOR_THE_LOCK = 30
_EXPECTED = "write sqlite:///folder/file.sqlite3 or postgresql://user:password@host:5432/name"


def from_url(url: str, home: Path) -> dict[str, Any]:
    """Settings of the one database; an empty address means a SQLite file in the home folder."""
    if not url:
        return _sqlite(str(home / "dangol.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(_sqlite_path(parts.path))
    if parts.scheme in ("postgres", "postgresql"):
        return _postgres(url)
    raise ImproperlyConfigured(f"DATABASE_URL starts with {parts.scheme or url!r}, which is not supported: {_EXPECTED}")


def _sqlite_path(path: str) -> str:
    """As elsewhere, three slashes are a relative path and four an absolute one."""
    if len(path) < 2:
        raise ImproperlyConfigured(f"DATABASE_URL names no SQLite file: {_EXPECTED}")
    return str(Path(unquote(path[1:])).expanduser().resolve())


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": _SQLITE_SECONDS_TO_WAIT_FOR_THE_LOCK,
            "transaction_mode": "IMMEDIATE",
            "init_command": _SQLITE_PRAGMAS,
        },
        # Tests use a file as well: in memory there is no WAL and no second process.
        "TEST": {"NAME": str(Path(path).with_name("test.sqlite3"))},
        "CONN_MAX_AGE": None,
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL has no usable port: {_EXPECTED}") from error
    query = dict(parse_qsl(parts.query))
    # libpq also takes the host, often a folder with a socket, as a parameter of the address.
    host = query.pop("host", "") or unquote(parts.hostname or "")
    name = unquote(parts.path.removeprefix("/"))
    if not name:
        raise ImproperlyConfigured(f"DATABASE_URL names no database: {_EXPECTED}")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": query.pop("port", "") or str(port or ""),
        "OPTIONS": query,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
