"""Debian's Chromium for tests marked `browser`; loud when it is not there, a failure when it is required."""

import os
import shutil
from typing import Any

import pytest

from tests.servers import Server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
REQUIRED = os.environ.get("DANGOL_BROWSER") == "required"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_MISSING = "BROWSER TESTS DID NOT RUN: Chromium is not installed (on Debian: apt-get install chromium fonts-noto-cjk)"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    marked = [item for item in items if item.get_closest_marker("browser")]
    if CHROMIUM or not marked:
        return
    if REQUIRED:
        raise pytest.UsageError(f"{_MISSING}; DANGOL_BROWSER=required asks for them")
    for item in marked:
        item.add_marker(pytest.mark.skip(reason=_MISSING))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if any(_MISSING in str(report.longrepr) for report in skipped):
        terminalreporter.write_sep("!", _MISSING, red=True, bold=True)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Overrides the plugin's: our machine's browser, and no call to the outside."""
    return {"executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def base_url(demo_server: Server) -> str:
    """`page.goto("/counter/")` goes to the demo business."""
    return demo_server.url
