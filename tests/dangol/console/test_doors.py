"""Nobody sees a staff page without signing in, and nobody does what their role does not allow."""

from collections.abc import Iterator, Sequence
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse

from dangol.console.urls import urlpatterns
from tests import cast

pytestmark = pytest.mark.django_db
OPEN = {"sign_in", "sign_out", "start_owner"}
NOTHING: dict[str, object] = {"UUIDConverter": UUID(int=7), "IntConverter": 7}
"""What stands for a thing nobody has, by the kind of its name in an address."""


def pages(places: Sequence[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for place in places:
        if isinstance(place, URLResolver):
            yield from pages(place.url_patterns)
        elif place.name not in OPEN:
            yield place


PAGES = list(pages(urlpatterns))


def address(place: URLPattern) -> str:
    names = {name: NOTHING.get(type(kind).__name__, "nobody") for name, kind in place.pattern.converters.items()}
    return reverse(str(place.name), kwargs=names)


@pytest.mark.parametrize("place", PAGES, ids=lambda place: place.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_outsider_is_sent_to_sign_in(client: Client, place: URLPattern, method: str) -> None:
    answer = getattr(client, method)(address(place))
    assert answer.status_code in (302, 405)
    if answer.status_code == 302:
        assert answer.headers["Location"].startswith(reverse("sign_in"))


@pytest.mark.parametrize("place", PAGES, ids=lambda place: place.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_partner_sees_no_customer(client: Client, place: URLPattern, method: str) -> None:
    client.force_login(cast.partner(), backend="django.contrib.auth.backends.ModelBackend")
    assert getattr(client, method)(address(place)).status_code in (403, 405)


def test_right_and_wrong_passwords(client: Client) -> None:
    cast.clerk()
    wrong = client.post(reverse("sign_in"), {"username": "clerk", "password": "not-it"})
    assert wrong.status_code == 422
    assert "_auth_user_id" not in client.session
    right = client.post(reverse("sign_in"), {"username": "clerk", "password": cast.PASSWORD})
    assert right.headers["Location"] == reverse("counter")
    assert "_auth_user_id" in client.session


def test_the_way_back_never_leads_elsewhere(client: Client) -> None:
    cast.clerk()
    answer = client.post(
        reverse("sign_in"), {"username": "clerk", "password": cast.PASSWORD, "next": "https://elsewhere.example/"}
    )
    assert answer.headers["Location"] == reverse("counter")
