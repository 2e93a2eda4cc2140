"""The counter in a real browser: by keyboard, without JavaScript, with an impatient finger, on a bad network."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.pages.conftest import recorded

pytestmark = pytest.mark.browser


def go_to(page: Page, number: int) -> None:
    page.goto(f"/counter/?phone=0000{number:04d}")
    page.locator("#found a").click()
    page.wait_for_selector("#amount")
    page.wait_for_load_state("load")


def test_the_whole_path_by_keyboard(page: Page, console: list[str]) -> None:
    page.goto("/counter/")
    page.keyboard.type("00000001", delay=20)
    page.wait_for_selector("#found a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/counter/?phone=00000001")
    expect(page.locator("#found a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/counter/[0-9a-f-]{36}/$"))
    expect(page.locator("#amount")).to_be_focused()
    page.keyboard.type("45,000", delay=20)
    expect(page.locator("#preview")).to_contain_text("45,000원")
    page.keyboard.press("Enter")
    done = page.locator(".notice-good")
    expect(done).to_contain_text("적립금 450점이 적립됩니다.")
    expect(done).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(done).to_contain_text("45,000원의 1%")
    expect(done).to_contain_text("base-earn")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#messages")).to_contain_text("되돌렸습니다")
    assert len(recorded(page)) == 1
    assert console == []


def test_the_whole_path_without_scripts(plain: BrowserContext) -> None:
    page = plain.new_page()
    page.goto("/counter/")
    page.fill("#phone", "00000002")
    page.get_by_role("button", name="찾기").click()
    page.locator("#found a").click()
    page.get_by_role("button", name="방문").click()
    expect(page.locator(".notice-good")).to_contain_text("스탬프")
    page.locator("form[action*='/purchase/'] summary").click()
    page.get_by_label("상품 1").fill("lamp")
    page.get_by_label("단가 1").fill("30000")
    page.get_by_label("수량 1").fill("2")
    page.get_by_label("쿠폰 코드").fill("hello")
    page.get_by_label("쓸 수 있는 만큼 모두 사용").check()
    page.get_by_label("5,000원 할인 쿠폰").check()
    page.get_by_role("button", name="구매").click()
    done = page.locator(".notice-good")
    # 60,000 less 10 % by the code, less the voucher, less points in steps of 100.
    expect(done).to_contain_text("−11,000원")
    expect(done).to_contain_text("포인트 사용")
    page.get_by_role("button", name="드리기").click()
    expect(page.locator("#messages")).to_contain_text("드렸습니다")


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(page: Page) -> None:
    go_to(page, 3)
    address = page.url
    page.locator("form[action*='/purchase/'] summary").click()
    page.get_by_label("상품 1").fill("lamp")
    page.get_by_label("단가 1").fill("삼만")
    page.get_by_role("button", name="구매").click()
    expect(page.locator("#wrong-1")).to_be_visible()
    assert page.get_by_label("상품 1").input_value() == "lamp"
    assert page.url == address
    page.get_by_label("단가 1").fill("30000")
    page.get_by_label("적립금 사용").fill("150")
    page.get_by_label("쿠폰 코드").fill("NOBODY")
    preview = page.locator("#preview")
    expect(preview).to_contain_text("1,000")
    expect(preview).to_contain_text("NOBODY")
    assert recorded(page) == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_double_tap_records_once(page: Page, plain: BrowserContext, scripts: bool) -> None:
    tapped = page if scripts else plain.new_page()
    go_to(tapped, 4 if scripts else 5)
    tapped.fill("#amount", "20000")
    tapped.get_by_role("button", name="구매").dblclick()
    expect(tapped.locator(".notice-good")).to_contain_text("기록되었습니다")
    assert len(recorded(tapped)) == 1


def test_a_lost_network_keeps_the_form_and_a_second_try_records_once(page: Page) -> None:
    go_to(page, 6)
    page.fill("#amount", "20000")
    expect(page.locator("#preview")).to_contain_text("20,000원")
    page.context.set_offline(True)
    page.get_by_role("button", name="구매").click()
    expect(page.locator("#messages")).to_contain_text("연결이 끊어졌습니다")
    assert page.locator("#amount").input_value() == "20000"
    page.context.set_offline(False)
    page.get_by_role("button", name="구매").click()
    expect(page.locator(".notice-good")).to_contain_text("기록되었습니다")
    assert len(recorded(page)) == 1


def test_a_lost_answer_and_a_second_try_record_once(page: Page) -> None:
    def lose(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    go_to(page, 7)
    page.fill("#amount", "20000")
    page.route("**/purchase/", lose)
    page.get_by_role("button", name="구매").click()
    expect(page.locator("#preview")).to_contain_text("20,000원")
    expect(page.locator("#messages")).to_contain_text("연결이 끊어졌습니다")
    page.unroute("**/purchase/")
    page.get_by_role("button", name="구매").click()
    expect(page.locator(".notice-good")).to_contain_text("기록되었습니다")
    assert len(recorded(page)) == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_going_back_and_sending_the_same_is_asked_about(page: Page, plain: BrowserContext, scripts: bool) -> None:
    used = page if scripts else plain.new_page()
    go_to(used, 8 if scripts else 9)
    used.fill("#amount", "20000")
    used.get_by_role("button", name="구매").click()
    expect(used.locator(".notice-good")).to_be_visible()
    used.go_back()
    expect(used.locator(".notice-good")).to_be_hidden()
    used.fill("#amount", "20000")
    used.get_by_role("button", name="구매").click()
    expect(used.get_by_role("alert")).to_contain_text("방금 같은 내용이 기록되었습니다")
    used.get_by_role("button", name="구매").click()
    expect(used.locator(".notice-good")).to_be_visible()
    assert len(recorded(used)) == 2


def test_points_are_exchanged_and_the_gift_is_handed_over(page: Page, console: list[str]) -> None:
    go_to(page, 10)
    page.get_by_role("button", name="교환").click()
    expect(page.locator("#messages")).to_contain_text("교환했습니다")
    gift = page.locator("form", has_text="면 가방").filter(has=page.get_by_role("button", name="드리기"))
    gift.get_by_role("button").click()
    expect(page.locator("#messages")).to_contain_text("드렸습니다")
    expect(gift).to_have_count(0)
    assert console == []


def test_who_is_new_is_enrolled(page: Page, console: list[str]) -> None:
    page.goto("/counter/")
    page.locator("#phone").press_sequentially("010-1234-5678")
    page.get_by_label("이름(선택)").fill("새 단골")
    page.get_by_role("button", name="회원 등록").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("새 단골")
    expect(page.locator("#messages")).to_contain_text("등록되었습니다")
    page.reload()
    expect(page.locator("#messages")).to_be_hidden()
    assert console == []
