"""Every address, asked by an outsider: closed doors stay closed, and no page loosens the content policy."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from dangol.config import problems

# The addresses anybody may open.
OPEN = ("display/", "sign-in/", "sign-out/", "start/owner/", "policy/", "robots.txt", "card/", "api/", "health/", "")
STRICT = {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"}


def addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        else:
            yield route


PLAIN = [route for route in addresses(get_resolver().url_patterns) if "<" not in route and "(" not in route]


def is_open(route: str) -> bool:
    return any(route == prefix or (prefix and route.startswith(prefix)) for prefix in OPEN)


@pytest.mark.django_db
@pytest.mark.parametrize("route", PLAIN)
def test_an_outsider_is_let_in_only_where_all_are(route: str, client: Client) -> None:
    answer = client.get(f"/{route}")
    assert answer.status_code < 500
    if not is_open(route):
        assert answer.status_code in {302, 401, 403, 404, 405}, "an outsider was let in"


@pytest.mark.django_db
@pytest.mark.parametrize("route", PLAIN)
def test_every_page_has_the_strict_content_policy(route: str, client: Client) -> None:
    answer = client.get(f"/{route}")
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        given = {part.strip() for part in answer.headers["Content-Security-Policy"].split(";")}
        assert given >= STRICT


@pytest.mark.django_db
def test_a_page_that_is_not_there_helps(client: Client) -> None:
    answer = client.get("/no/such/page/", headers={"accept-language": "ko"})
    assert answer.status_code == 404
    assert "찾으시는 페이지가 없습니다" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.urls("tests.house.broken")
def test_a_failing_page_gives_a_reference_that_the_log_has_too(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.raise_request_exception = False
    answer = client.get("/broken/")
    assert answer.status_code == 500
    reference = re.search(r"this reference: ([0-9a-f]{8})", answer.content.decode())
    assert reference
    assert reference[1] in caplog.text


@pytest.mark.django_db
@pytest.mark.urls("tests.house.broken")
def test_a_failure_is_shown_even_when_its_page_fails(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_page(*arguments: object, **names: object) -> None:
        raise RuntimeError("no templates")

    client.raise_request_exception = False
    monkeypatch.setattr(problems, "render", no_page)
    answer = client.get("/broken/")
    assert (answer.status_code, b"Reference" in answer.content) == (500, True)


@pytest.mark.django_db
class TestDisplay:
    """The reader chooses language and brightness, with or without JavaScript."""

    def test_brightness_is_kept_and_forgotten(self, client: Client) -> None:
        client.post("/display/theme/", {"theme": "ink", "next": "/x/"})
        assert 'data-theme="ink"' in client.get("/x/").content.decode()
        client.post("/display/theme/", {"theme": "", "next": "/x/"})
        assert "data-theme" not in client.get("/x/").content.decode()

    def test_an_unknown_brightness_changes_nothing(self, client: Client) -> None:
        client.post("/display/theme/", {"theme": '"><script>', "next": "/x/"})
        assert "theme" not in {name for name, morsel in client.cookies.items() if morsel.value}

    @pytest.mark.parametrize("target", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
    def test_it_does_not_send_the_reader_elsewhere(self, client: Client, target: str) -> None:
        assert client.post("/display/theme/", {"theme": "ink", "next": target}).headers["Location"] == "/"

    def test_language_is_kept(self, client: Client) -> None:
        client.post("/display/setlang/", {"language": "ko", "next": "/x/"})
        assert '<html lang="ko"' in client.get("/x/").content.decode()
