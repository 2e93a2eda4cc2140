"""Debian's Chromium for tests marked `browser`; loud when it is not there, a failure when it is required."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

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


AXE = Path(__file__).resolve().parent.parent / "src/dangol/front/node_modules/axe-core/axe.min.js"


def accessibility_problems(page: Page) -> list[str]:
    """What axe finds on the page as it stands: rule, and the elements concerned."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    # Everything else that axe tells, such as what passed, would take longer to fetch than the rules take to run.
    found: list[str] = page.evaluate(
        """() => axe.run(document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        }).then(({violations}) => violations.map((rule) =>
          `${rule.id}: ${JSON.stringify(rule.nodes.map((node) => node.html.slice(0, 160)))}`))"""
    )
    return found


def too_wide(page: Page) -> list[str]:
    """Elements that reach beyond the right edge, so that the page would scroll sideways."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.outerHTML.slice(0, 160))"""
    )
    return found


def too_small_to_touch(page: Page) -> list[str]:
    """Visible buttons, fields and menu entries below 44 pixels; links within a sentence may be smaller (WCAG 2.5.8)."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('button, .btn, nav a, summary, select, input:not([type=hidden])')]
          .filter((element) => element.checkVisibility() && !element.matches('.skip, .checkbox, .radio, .toggle'))
          .filter((element) => element.getBoundingClientRect().height < 43.5)
          .map((element) => element.outerHTML.slice(0, 160))"""
    )
    return found


@pytest.fixture
def console(page: Page) -> list[str]:
    """What the browser complains about, refused scripts and styles among it; filled while the test runs."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said
