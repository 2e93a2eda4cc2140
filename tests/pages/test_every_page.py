"""Every page can be read and used by everybody: narrow, light and dark, in every language, and by axe's rules."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, StorageState

from tests import cast
from tests.browsers import accessibility_problems, too_small_to_touch, too_wide
from tests.pages.conftest import Shop

pytestmark = pytest.mark.browser
LOOKS = [(language, scheme) for language in ("ko", "en") for scheme in ("light", "dark")]
LOOKS += [("vi", "light"), ("be", "dark")]


@pytest.fixture(params=LOOKS, ids="-".join)
def browser_context_args(request: pytest.FixtureRequest, base_url: str, signed_in: StorageState) -> dict[str, Any]:
    """A small phone; 320 pixels are also what is left of 640 at 200 % zoom. The clerk is signed in."""
    language, scheme = request.param
    chosen = {"name": "django_language", "value": language, "domain": "127.0.0.1", "path": "/", "expires": -1}
    chosen |= {"httpOnly": False, "secure": False, "sameSite": "Lax"}
    cookies = [cookie for cookie in signed_in.get("cookies", []) if cookie["name"] != "django_language"]
    return {
        "base_url": base_url,
        "color_scheme": scheme,
        "viewport": {"width": 320, "height": 700},
        "storage_state": {"cookies": [*cookies, chosen], "origins": []},
    }


def visited(page: Page, shop: Shop) -> Iterator[str]:
    """Opens page after page, each in a state that shows much."""
    for place in ("/policy/", "/card/?again=1", shop.links[2], "/card/link/spoilt/", "/no/such/page/"):
        page.goto(place)
        yield place
    page.goto("/card/")
    page.fill("#email", "nobody@dangol.example")
    page.locator("form[action='/card/'] button").click()
    page.wait_for_selector("#code")
    yield "code asked for"
    page.goto("/counter/?phone=0000")
    yield "several found"
    page.goto("/counter/?phone=99999999")
    yield "nobody found"
    page.goto("/counter/?phone=00000003")
    page.locator("#found a").click()
    page.wait_for_selector("#amount")
    page.fill("#amount", "45000")
    page.wait_for_selector("#preview dl")
    yield "customer, with a preview"
    page.fill("#amount", "x")
    page.locator("form[action*='/purchase/'] .btn-primary").click()
    page.wait_for_selector("#wrong")
    yield "refused"
    page.goto("/ask/?q=return+a+dessert+bought+3+days+ago")
    yield "asked"
    page.goto("/handbook/")
    yield "handbook"
    for place in ("/versions/", "/versions/1/"):
        page.goto(place)
        yield place
    page.goto("/handbook/new/1/everybody/")
    yield "what is new"
    page.goto("/background/")
    yield "not open to a clerk"
    page.context.clear_cookies(name="sessionid")
    page.goto("/sign-in/?next=/background/")
    yield "sign in"
    page.fill("#username", "owner")
    page.fill("#password", cast.PASSWORD)
    page.locator("form[action='/sign-in/'] button").click()
    page.wait_for_selector("form[action$='/again/']")
    yield "background work"
    page.goto("/handbook/coverage/")
    yield "who has read it"
    page.goto("/handbook/people/")
    yield "people"


def test_everybody_can_use_it(page: Page, shop: Shop, console: list[str]) -> None:
    problems: dict[str, list[str]] = {}
    for place in visited(page, shop):
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")
        problems[place] = [*accessibility_problems(page), *too_wide(page), *too_small_to_touch(page)]
    assert {place: found for place, found in problems.items() if found} == {}
    # The browser itself reports answers that are no success; nothing else may stand there.
    assert [said for said in console if not said.startswith("Failed to load resource")] == []
