"""What people write as an address becomes a link to a web page, or none."""

import pytest

from dangol_policy.words.addresses import web_address


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("https://shop.example/help?a=1", "https://shop.example/help?a=1"),
        ("HTTP://shop.example", "HTTP://shop.example"),
        (" pf.kakao.com/_naru ", "https://pf.kakao.com/_naru"),
        ("쇼핑.한국", "https://쇼핑.한국"),
        ("@salondam", ""),
        ("salondam", ""),
        ("care@shop.example", ""),
        ("javascript:alert(1)", ""),
        ("javascript:alert.call/1", ""),
        ("data:text/html,x.html", ""),
        ("java\nscript:alert.call", ""),
        ("//shop.example", ""),
        ("", ""),
    ],
)
def test_a_link_leads_to_a_web_page_and_to_nothing_else(written: str, link: str) -> None:
    assert web_address(written) == link
