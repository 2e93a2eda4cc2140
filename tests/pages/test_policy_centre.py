"""The policy centre in a real browser: readable without scripts, by axe's rules, and on another site's page."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import accessibility_problems, too_wide
from tests.pages.conftest import Shop

pytestmark = pytest.mark.browser


@contextmanager
def host_site(home: str) -> Iterator[str]:
    """A site of another origin that allows scripts of the policy's origin, and no style, picture or request at all."""
    body = (
        '<!doctype html><html lang="ko"><head><title>Shop</title></head><body><main><h1>가게</h1></main><footer>'
        f'<a href="{home}/policy/">고객 관리 정책</a><script src="{home}/embed/policy.js" async></script>'
        "</footer></body></html>"
    ).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", f"default-src 'none'; script-src {home}")
            self.end_headers()
            self.wfile.write(body if self.path == "/" else b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_another_site_shows_the_promises_under_a_strict_content_policy(browser: Browser, shop: Shop) -> None:
    said: list[str] = []
    with host_site(shop.server.url) as address:
        context = browser.new_context(locale="en-US", viewport={"width": 320, "height": 700})
        page = context.new_page()
        page.on(
            "console", lambda message: said.append(message.text) if "favicon" not in str(message.location) else None
        )
        page.goto(address)
        box = page.locator("footer section")
        # The page's language wins over the browser's.
        expect(box).to_have_attribute("lang", "ko")
        expect(box.get_by_role("listitem").first).to_contain_text("반품")
        expect(box.get_by_role("link")).to_have_attribute("href", f"{shop.server.url}/policy/ko/")
        assert box.evaluate("(one) => getComputedStyle(one).borderTopStyle") == "solid"
        assert context.cookies() == []
        assert problems_of_the_box(page) == []
        box.get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("모퉁이상점 고객 관리 정책")
        context.close()
    assert said == []


def problems_of_the_box(page: Page) -> list[str]:
    """By axe's rules, on a page of its own: the host's content policy lets no script of a test in."""
    html = page.locator("footer section").evaluate("(one) => one.outerHTML")
    fresh = page.context.new_page()
    fresh.set_content(f'<html lang="en"><head><title>x</title></head><body><main><h1>x</h1>{html}</main></body></html>')
    found = accessibility_problems(fresh)
    fresh.close()
    return found


def test_without_scripts_every_part_and_every_version_can_be_read(browser: Browser, shop: Shop) -> None:
    context = browser.new_context(
        base_url=shop.server.url, java_script_enabled=False, locale="ko-KR", viewport={"width": 320, "height": 700}
    )
    page = context.new_page()
    page.goto("/policy/en/")
    expect(page.get_by_role("heading", name="Membership and points")).to_be_visible()
    expect(page.get_by_text("You buy goods for")).not_to_have_count(0)
    page.get_by_role("link", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    page.get_by_role("link", name="모든 버전", exact=True).click()
    page.get_by_role("link", name="버전 1 읽기").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("모퉁이상점 고객 관리 정책")
    context.close()


def test_the_centre_keeps_what_search_engines_and_tools_ask_for(browser: Browser, shop: Shop) -> None:
    """The single audits behind the scores for accessibility, good practice and search, in light and dark, on paper."""
    context = browser.new_context(base_url=shop.server.url, viewport={"width": 320, "height": 740}, color_scheme="dark")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in ("/policy/ko/", "/policy/be/", "/policy/versions/", "/policy/versions/1/"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200
        assert "nosniff" in answer.headers["x-content-type-options"]
        assert accessibility_problems(page) == []
        assert too_wide(page) == []
        assert page.title()
        assert len(page.locator('meta[name="description"]').get_attribute("content") or "") > 40
        assert page.locator("h1").count() == 1
        vague = page.evaluate(
            "[...document.links].filter((one) => /^(here|more|click here|link)?$/i.test(one.innerText.trim())).length"
        )
        assert vague == 0
    page.goto("/policy/ko/")
    page.emulate_media(media="print", color_scheme="light")
    expect(page.get_by_role("navigation", name="주 메뉴")).to_be_hidden()
    expect(page.get_by_role("heading", name="한눈에 보기")).to_be_visible()
    assert said == []
    context.close()
