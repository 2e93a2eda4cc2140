"""One running program with a small shop for all tests of the pages, and a clerk who has signed in."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect

from tests import cast
from tests.servers import MakeServer, Server

# A busy machine may take its time; what never comes is still noticed.
expect.set_options(timeout=15_000)
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Shop:
    """The shop that is open, its customers' links, and the folder its messages go to."""

    server: Server
    links: list[str]
    mail: Path


@pytest.fixture(scope="session")
def shop(make_server: MakeServer, tmp_path_factory: pytest.TempPathFactory) -> Shop:
    mail = tmp_path_factory.mktemp("mail")
    server = make_server(DANGOL_MAIL_FOLDER=str(mail), DJANGO_SETTINGS_MODULE="dangol.config.settings")
    command = [sys.executable, "-m", "tests.pages.opening"]
    told = subprocess.run(command, env=server.environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    server.start("--no-worker")
    return Shop(server, json.loads(told.stdout)["links"], mail)


@pytest.fixture(scope="session")
def base_url(shop: Shop) -> str:
    return shop.server.url


@pytest.fixture(scope="session")
def signed_in(browser: Browser, base_url: str) -> StorageState:
    """What a browser keeps after the clerk has signed in, by keyboard."""
    context = browser.new_context(base_url=base_url, locale="ko-KR")
    page = context.new_page()
    page.goto("/counter/")
    page.locator("#username").press_sequentially("clerk")
    page.keyboard.press("Tab")
    page.keyboard.type(cast.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/counter/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, Any], signed_in: StorageState) -> dict[str, Any]:
    """The clerk's tablet, in Korean."""
    return {**browser_context_args, "locale": "ko-KR", "storage_state": signed_in}


@pytest.fixture
def plain(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """The same tablet without JavaScript."""
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    yield context
    context.close()


def recorded(page: Page) -> list[str]:
    """Orders recorded at the counter that earned points, read from the server anew, latest first."""
    page.goto(page.url.split("?")[0])
    rows = page.locator("section:has(> h2:text-is('최근 내역')) > ol > li summary")
    texts = [" ".join(text.split()) for text in rows.all_inner_texts()]
    return [text for text in texts if text.startswith("적립 C-")]
