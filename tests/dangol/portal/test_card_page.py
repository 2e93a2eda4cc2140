"""The customer's card: by a link or a code, never by guessing."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from dangol.flows import card_link, publish, purchase
from dangol.lib import clock
from dangol.people.models import Customer
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
SHOP = Path("policies/shop.yaml").read_text(encoding="utf-8")


@pytest.fixture
def regular() -> Customer:
    """A customer of the shop with one purchase."""
    publish.publish(text=SHOP, request="policy", by="system:test", at=clock.now() - timedelta(days=30))
    customer = cast.customer(name="Regular One")
    basket = {"lines": [{"id": "1", "sku": "lamp", "category": ["light"], "price": 45000}]}
    purchase.purchase(number="no-1", basket=basket, customer=customer.id, request="p", by="system:test", at=clock.now())
    return customer


def asked(client: Client, email: str) -> str:
    """Asks for a code; what was sent, or nothing."""
    answer = client.post(reverse("card_door"), {"email": email})
    assert answer.status_code == 200
    found = re.search(r"\d{6}", str(mail.outbox[-1].subject)) if mail.outbox else None
    return found[0] if found else ""


def test_a_link_shows_the_card_and_why(client: Client, regular: Customer) -> None:
    client.cookies["django_language"] = "en"
    page = client.get(reverse("card_link", args=[card_link.token_for(regular.id)])).content.decode()
    assert "450" in page
    assert "base-earn" in page
    assert "no-1" in page


@pytest.mark.parametrize("spoil", [lambda token: token[:-1] + "x", lambda token: "a" * 32, lambda token: token[1:]])
def test_a_spoilt_link_shows_nothing(client: Client, regular: Customer, spoil: object) -> None:
    assert callable(spoil)
    answer = client.get(reverse("card_link", args=[spoil(card_link.token_for(regular.id))]))
    assert answer.status_code == 403
    assert b"Regular One" not in answer.content


def test_a_link_ends_after_half_a_year(client: Client, regular: Customer) -> None:
    token = card_link.token_for(regular.id)
    with time_machine.travel(clock.now() + timedelta(days=181)):
        assert client.get(reverse("card_link", args=[token])).status_code == 403


def test_the_code_opens_the_card(client: Client, regular: Customer) -> None:
    code = asked(client, "regular@dangol.example")
    assert client.post(reverse("card_code"), {"code": code}).headers["Location"] == reverse("card_mine")
    assert "Regular One" in client.get(reverse("card_mine")).content.decode()
    client.post(reverse("card_leave"))
    assert client.get(reverse("card_mine")).status_code == 302


def test_known_and_unknown_addresses_are_answered_alike(client: Client, regular: Customer) -> None:
    known = client.post(reverse("card_door"), {"email": "regular@dangol.example"}).content
    unknown = client.post(reverse("card_door"), {"email": "stranger@dangol.example"}).content
    mask = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"|x-csrftoken": "[^"]+"')
    assert mask.sub(b"", known).replace(b"regular@", b"@") == mask.sub(b"", unknown).replace(b"stranger@", b"@")
    assert len(mail.outbox) == 1


def test_five_wrong_codes_close_the_door(client: Client, regular: Customer) -> None:
    code = asked(client, "regular@dangol.example")
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(5):
        assert client.post(reverse("card_code"), {"code": wrong}).status_code == 422
    assert client.post(reverse("card_code"), {"code": code}).status_code == 422
    assert client.get(reverse("card_mine")).status_code == 302


def test_a_code_holds_ten_minutes(client: Client, regular: Customer) -> None:
    code = asked(client, "regular@dangol.example")
    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        assert client.post(reverse("card_code"), {"code": code}).status_code == 422


def test_a_code_of_another_browser_opens_nothing(client: Client, regular: Customer) -> None:
    code = asked(client, "regular@dangol.example")
    assert Client().post(reverse("card_code"), {"code": code}).status_code == 422


def test_only_five_codes_an_hour_are_sent(client: Client, regular: Customer) -> None:
    for _ in range(7):
        asked(client, "regular@dangol.example")
    assert len(mail.outbox) == 5


@pytest.mark.parametrize("language", ["ko", "en", "vi", "be"])
def test_the_policy_in_force_is_read_by_clause(client: Client, regular: Customer, language: str) -> None:
    client.cookies["django_language"] = language
    page = client.get(reverse("policy")).content.decode()
    assert f'lang="{language}"' in page
    assert 'id="clause-base-earn"' in page
    assert "3%" in page


def test_the_document_with_its_internal_parts_is_for_the_businesss_own_people(
    client: Client, regular: Customer
) -> None:
    address = reverse("policy_text")
    assert address not in client.get(reverse("policy")).content.decode()
    refused = client.get(address)
    assert (refused.status_code, refused.headers["Location"]) == (302, f"/sign-in/?next={address}")
    client.force_login(cast.partner(), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code == 403
    client.force_login(cast.clerk(), backend="django.contrib.auth.backends.ModelBackend")
    assert address in client.get(reverse("policy")).content.decode()
    assert client.get(address).content.decode() == SHOP


def test_without_a_policy_the_page_teaches_the_next_step(client: Client) -> None:
    assert b"/sign-in/?next=/start/" in client.get(reverse("policy")).content
