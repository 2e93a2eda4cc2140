"""The frame and the design pieces in a real browser: readable, touchable, narrow, dark, and without scripts."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsers import accessibility_problems, too_small_to_touch, too_wide
from tests.servers import MakeServer, Server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def base_url(make_server: MakeServer) -> str:
    """A server that also shows the style guide."""
    server = make_server(DANGOL_DEBUG="1")
    server.start("--no-worker")
    return server.url


@pytest.fixture(params=["light", "dark"])
def browser_context_args(request: pytest.FixtureRequest, browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "color_scheme": request.param, "viewport": {"width": 320, "height": 700}}


def test_everybody_can_use_it(page: Page, console: list[str]) -> None:
    page.goto("/styleguide/")
    page.locator("details.menu-details > summary").click()
    assert accessibility_problems(page) == []
    assert too_wide(page) == []
    assert too_small_to_touch(page) == []
    assert console == []


def test_the_keyboard_skips_to_the_content(page: Page) -> None:
    page.goto("/styleguide/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_menus_close_by_escape(page: Page) -> None:
    page.goto("/styleguide/")
    menu = page.locator("details.menu-details")
    menu.locator("summary").click()
    assert menu.get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None


def test_language_and_brightness_change_without_scripts(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url, java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto("/styleguide/")
    page.locator("details.menu-details > summary").click()
    page.get_by_role("button", name="한국어").click()
    assert page.locator("html").get_attribute("lang") == "ko"
    page.locator("details.menu-details > summary").click()
    page.get_by_role("button", name="어둡게").click()
    assert page.locator("html").get_attribute("data-theme") == "ink"
    assert page.url.endswith("/styleguide/")
    context.close()


@pytest.fixture(scope="session")
def open_shop(make_server: MakeServer) -> Server:
    """The program as it is run, where a missing page is not the developer's."""
    server = make_server()
    server.start("--no-worker")
    return server


def test_a_page_that_is_not_there_can_be_read(page: Page, open_shop: Server) -> None:
    page.goto(f"{open_shop.url}/no/such/page/")
    assert accessibility_problems(page) == []
    assert too_wide(page) == []


def test_what_is_not_accessible_is_found(page: Page) -> None:
    page.set_content('<html lang="en"><title>x</title><main><h1>x</h1><img src="x"><input></main></html>')
    assert [found.split(":")[0] for found in accessibility_problems(page)] == ["image-alt", "label"]
