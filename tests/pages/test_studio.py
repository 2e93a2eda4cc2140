"""The studio in a real browser: by keyboard alone, without JavaScript, and on a small phone."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect

from tests import cast
from tests.browsers import accessibility_problems, too_small_to_touch, too_wide

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def owner(browser: Browser, base_url: str) -> StorageState:
    """What a browser keeps after the owner has signed in."""
    context = browser.new_context(base_url=base_url)
    page = context.new_page()
    page.goto("/sign-in/?next=/studio/")
    page.fill("#username", "owner")
    page.fill("#password", cast.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^[^?]*/studio/$"))
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def browser_context_args(base_url: str, owner: StorageState) -> dict[str, Any]:
    return {"base_url": base_url, "locale": "en-US", "storage_state": owner, "viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def without_scripts(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    yield context
    context.close()


def new_draft(page: Page) -> str:
    """Begins a draft; its address."""
    page.goto("/studio/")
    page.locator("form[action='/studio/new/'] button").click()
    page.wait_for_url(re.compile(r"/studio/[0-9a-f-]{36}/"))
    return page.url.split("?")[0]


def test_a_clause_is_changed_by_keyboard_alone(page: Page, console: list[str]) -> None:
    new_draft(page)
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    clause = page.evaluate("new URL(document.activeElement.href).searchParams.get('clause')")
    page.keyboard.press("Enter")
    page.wait_for_selector("#form")
    opened = page.locator("button[name=do][value^='open:f.']").first
    name = str(opened.get_attribute("value")).removeprefix("open:")
    opened.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"[data-field='{name}']")
    # Whoever opened a part stands in it.
    expect(page.locator(f"[data-field='{name}'] :focus")).to_have_count(1)
    rate = page.locator("[id$='-any']").first
    rate.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("7%")
    expect(page.locator("#looked")).to_contain_text("7%")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"\?at="))
    expect(page.locator(f"#clause-{clause}")).to_contain_text("7%")
    assert [said for said in console if "Failed to load" not in said and "htmx:" not in said] == []


def test_everything_works_without_scripts(without_scripts: BrowserContext) -> None:
    page = without_scripts.new_page()
    place = new_draft(page)
    page.goto(f"{place}programmes/visit-card/")
    page.fill("#ask-every", "7")
    page.locator("button[value=look]").click()
    expect(page.locator("#preview")).to_contain_text("7")
    page.locator("button[value=save]").click()
    page.goto(f"{place}edit/?clause=visit-card")
    page.locator("button[value='open:f.who']").click()
    expect(page.locator("[data-field='f.who']")).to_be_visible()
    page.fill("[name='f.every']", "nine")
    page.locator("form#form button[value=save]:visible").click()
    expect(page.locator("[data-field='f.every'] .field-wrong")).to_be_visible()
    page.fill("[name='f.every']", "9")
    page.locator("form#form button[value=save]:visible").click()
    page.goto(f"{place}document/")
    assert re.search(r"id: visit-card\n +every: 9\n", page.locator("#text").input_value())


def test_everybody_can_use_it_on_a_small_phone(page: Page) -> None:
    place = new_draft(page)
    page.set_viewport_size({"width": 320, "height": 700})
    first = page.locator("[data-clause]").first.get_attribute("href")
    problems: dict[str, list[str]] = {}
    for path in (
        "",
        str(first),
        "document/",
        "programmes/",
        "programmes/visit-card/",
        "examples/",
        "history/",
        "edit/?new=promotions",
    ):
        page.goto(path if path.startswith("/") else place + path)
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")
        problems[path] = [*accessibility_problems(page), *too_wide(page), *too_small_to_touch(page)]
    assert {path: found for path, found in problems.items() if found} == {}
