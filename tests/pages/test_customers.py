"""What customers open in a real browser: their card by link and by code, and the policy."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.conftest import Shop

pytestmark = pytest.mark.browser


@pytest.fixture
def browser_context_args() -> dict[str, object]:
    """A customer's phone: nobody signed in."""
    return {"locale": "ko-KR", "viewport": {"width": 360, "height": 740}}


@pytest.fixture(autouse=True)
def at_home(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/policy/")


def code_in(mail: Path) -> str:
    """The code of the latest message."""
    newest = max(mail.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    found = re.search(r"\b(\d{6})\b", newest.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def test_a_link_opens_the_card_and_explains_it(page: Page, shop: Shop, console: list[str]) -> None:
    page.goto(shop.server.url + shop.links[10])
    expect(page.get_by_role("heading", level=1)).to_have_text("단골 11 고객님의 카드")
    expect(page.get_by_role("heading", name="내 등급")).to_contain_text("웰컴")
    expect(page.locator("main")).to_contain_text("조항에 따라 적립금 2,500점이 적립되었습니다.")
    expect(page.locator("main")).to_contain_text("5,000원 할인 쿠폰")
    expect(page.get_by_role("link", name="02-555-0100")).to_have_attribute("href", "tel:02-555-0100")
    assert console == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_code_by_mail_opens_the_card(browser: Browser, shop: Shop, scripts: bool) -> None:
    number = 11 + scripts
    context = browser.new_context(base_url=shop.server.url, locale="ko-KR", java_script_enabled=scripts)
    page = context.new_page()
    page.goto("/card/")
    page.get_by_label("이메일").fill(f"regular{number}@dangol.example")
    page.get_by_role("button", name="코드 받기").click()
    right = code_in(shop.mail)
    page.get_by_label("코드").fill("000000" if right != "000000" else "000001")
    page.get_by_role("button", name="내 카드 보기").click()
    expect(page.get_by_role("alert")).to_contain_text("보내 드린 코드와 다릅니다")
    page.get_by_label("코드").fill(f"{right[:3]} {right[3:]}")
    page.get_by_role("button", name="내 카드 보기").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"단골 {number} 고객님의 카드")
    page.get_by_role("button", name="이 기기에서 카드 닫기").click()
    page.goto("/card/mine/")
    expect(page.get_by_label("이메일")).to_be_visible()
    context.close()


def test_the_policy_is_read_in_both_languages(page: Page, console: list[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("모퉁이상점 고객 관리 정책")
    expect(page.get_by_role("heading", name="큰 주문 감사 쿠폰")).to_be_visible()
    page.get_by_role("link", name="프로모션").click()
    assert page.url.endswith("#promotions")
    page.locator("details.menu-details > summary").click()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Customer-care policy of Corner Store")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", name="Thank-you voucher for a big order")).to_be_visible()
    expect(page.get_by_role("link", name="the document itself")).to_have_count(0)
    assert console == []
