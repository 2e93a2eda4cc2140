"""Nobody sees a staff page without signing in, and nobody does what their role does not allow."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from dangol.console.urls import urlpatterns
from tests import cast

pytestmark = pytest.mark.django_db
NOBODY = UUID(int=7)
OPEN = {"sign_in", "sign_out"}
PAGES = [page for page in urlpatterns if page.name not in OPEN]


def address(place: URLPattern) -> str:
    return reverse(str(place.name), kwargs=dict.fromkeys(place.pattern.converters, NOBODY))


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
