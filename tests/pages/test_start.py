"""A newcomer follows the guide from an empty installation to a published policy, by mouse alone."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsers import accessibility_problems, too_small_to_touch, too_wide
from tests.servers import MakeServer, Server

pytestmark = pytest.mark.browser
GUIDES = Path(__file__).resolve().parents[2] / "docs" / "guides"
TYPE, CHOOSE, PRESS = "type", "choose", "press"
_STEPS = {
    "ko": {
        TYPE: r"^- 입력: `(?P<what>[^`]+)` → \*\*(?P<where>.+)\*\*$",
        CHOOSE: r"^- 고르기: (?:\*\*(?P<what>[^*]+)\*\* → )?\*\*(?P<where>[^*]+)\*\*$",
        PRESS: r"^- 누르기: \*\*(?P<where>.+)\*\*$",
    },
    "en": {
        TYPE: r"^- Type `(?P<what>[^`]+)` into \*\*(?P<where>.+)\*\*$",
        CHOOSE: r"^- Choose \*\*(?P<where>[^*]+)\*\*(?: for \*\*(?P<what>[^*]+)\*\*)?$",
        PRESS: r"^- Press \*\*(?P<where>.+)\*\*$",
    },
}
_MINUTES = 10


def steps(guide: Path, language: str) -> list[tuple[str, str, str]]:
    """What the guide asks for, in order: type, choose or press; where; and what is typed, or the question meant."""
    found = []
    for line in guide.read_text(encoding="utf-8").splitlines():
        for kind, pattern in _STEPS[language].items():
            if step := re.match(pattern, line):
                found.append((kind, step["where"], step.groupdict().get("what") or ""))
    return found


def empty_installation(make_server: MakeServer) -> tuple[Server, str]:
    """A server on a database without people or policies, and the address it prints."""
    server = make_server()
    server.start("--no-worker")
    end = time.monotonic() + 30
    while not (printed := re.search(r"http://\S+/start/owner/\?code=\S+", server.log())):
        assert time.monotonic() < end, server.log()
        time.sleep(0.1)
    return server, printed[0].replace("localhost", "127.0.0.1")


def choice(page: Page, where: str, question: str) -> Locator:
    """The answer with these words; to this question, where several have such an answer."""
    questions = page.locator("main fieldset")
    if question:
        questions = questions.filter(has=page.get_by_text(question, exact=True))
    return questions.locator("label.choice").filter(has_text=re.compile(rf"^\s*{re.escape(where)}\s*$")).first


def follow(page: Page, kind: str, where: str, what: str) -> None:
    main = page.locator("main")
    if kind == TYPE:
        main.get_by_label(where, exact=True).fill(what)
    elif kind == PRESS:
        main.get_by_role("button", name=where).or_(main.get_by_role("link", name=where)).first.click()
        page.wait_for_load_state()
    else:
        choice(page, where, what).click()
        # The page grows by what the answer makes necessary; the next click waits for it.
        page.wait_for_load_state("networkidle")


def looked_at(page: Page) -> float:
    """The page as it stands shuts nobody out; returns how long the look took."""
    began = time.monotonic()
    assert accessibility_problems(page) == [], page.url
    assert too_wide(page) == []
    assert too_small_to_touch(page) == []
    return time.monotonic() - began


def test_a_korean_restaurant_is_published_by_mouse_alone(
    browser: Browser, make_server: MakeServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server, address = empty_installation(make_server)
    context = browser.new_context(locale="ko-KR", viewport={"width": 360, "height": 800}, base_url=server.url)
    page = context.new_page()
    guide = steps(GUIDES / "start.ko.md", "ko")
    began, looking = time.monotonic(), 0.0
    page.goto(address)
    for kind, where, what in guide:
        if kind == PRESS:
            looking += looked_at(page)
        follow(page, kind, where, what)
    page.wait_for_url("**/policy/")
    seconds, clicks = time.monotonic() - began - looking, sum(kind != TYPE for kind, _, _ in guide)
    with capsys.disabled():
        print(f"\nfrom an empty installation to a published policy: {seconds:.1f} s of machine, {clicks} clicks")
    assert seconds < _MINUTES * 60
    _read_a_text(page)
    context.close()
    _customers_read_it(browser, server, address)


def _read_a_text(page: Page) -> None:
    page.goto("/start/text/")
    looked_at(page)
    page.fill(
        "#text", "반품\n상품을 수령하신 날부터 7일 이내에 반품하실 수 있습니다.\n불만은 빠른 시일 내에 처리합니다."
    )
    page.click("main button.btn-primary")
    page.wait_for_load_state()
    expect(page.locator("mark")).to_be_visible()
    looked_at(page)


def _customers_read_it(browser: Browser, server: Server, address: str) -> None:
    """Somebody from outside reads the policy; the page that made the owner is gone."""
    context = browser.new_context(locale="ko-KR", base_url=server.url)
    page = context.new_page()
    page.goto("/policy/")
    expect(page.locator("main")).to_contain_text("봄날식당")
    expect(page.locator("main")).to_contain_text("10번 방문하실 때마다 오늘의 디저트를 드립니다.")
    expect(page.locator("main")).to_contain_text("첫 방문도 한 번으로 셉니다.")
    page.goto(address)
    page.wait_for_url("**/sign-in/")
    context.close()


@pytest.mark.long(1)
def test_the_english_guide_leads_there_too_without_scripts(browser: Browser, make_server: MakeServer) -> None:
    server, address = empty_installation(make_server)
    context = browser.new_context(locale="en-GB", java_script_enabled=False, base_url=server.url)
    page = context.new_page()
    page.goto(address)
    for kind, where, what in steps(GUIDES / "start.md", "en"):
        if kind == CHOOSE and not choice(page, where, what).count():
            # Without scripts the questions that an answer makes necessary come when the page is sent.
            page.locator("main form button.btn-primary").click()
        follow(page, kind, where, what)
    page.wait_for_url("**/policy/")
    expect(page.locator("main")).to_contain_text("Your very first visit counts.")
    context.close()
