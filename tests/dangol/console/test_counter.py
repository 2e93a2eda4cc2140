"""The counter at work: find, enrol, visit, purchase, redeem, claim, undo; nothing twice, nothing on refusal."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dangol.flows import grant, publish, visit
from dangol.lib import clock
from dangol.loyalty.models import Entry, Voucher
from dangol.people.models import Customer
from dangol.sales.models import Purchase, Visit
from tests import cast

pytestmark = pytest.mark.django_db
SHOP = Path("policies/shop.yaml")
RESTAURANT = Path("policies/restaurant.yaml")


@pytest.fixture
def at_counter(client: Client) -> Iterator[Client]:
    """A clerk, signed in, reading English."""
    client.force_login(cast.clerk(), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = "en"
    yield client
    timezone.deactivate()


def open_with(policy: Path) -> None:
    text = policy.read_text(encoding="utf-8")
    publish.publish(text=text, request="test:policy", by="system:test", at=clock.now() - timedelta(days=30))


def token_in(page: bytes) -> str:
    found = re.search(rb'name="token" value="([^"]+)"', page)
    assert found is not None
    return found[1].decode()


def test_the_last_digits_find_the_customer(at_counter: Client) -> None:
    open_with(SHOP)
    cast.customer(name="Regular One")
    answer = at_counter.get(reverse("counter"), {"phone": "0001"})
    assert b"Regular One" in answer.content
    assert b"0000-0001" not in answer.content


def test_a_short_number_finds_nobody(at_counter: Client) -> None:
    open_with(SHOP)
    cast.customer(name="Regular One")
    assert b"Regular One" not in at_counter.get(reverse("counter"), {"phone": "01"}).content


def test_enrolling_twice_makes_one_customer(at_counter: Client) -> None:
    open_with(SHOP)
    page = at_counter.get(reverse("counter"), {"phone": "010-0000-0002"})
    form = {"phone": "010-0000-0002", "name": "", "email": "", "birthday": "", "token": token_in(page.content)}
    first = at_counter.post(reverse("counter_enrol"), form)
    second = at_counter.post(reverse("counter_enrol"), form)
    assert first.status_code == second.status_code == 302
    assert Customer.objects.count() == 1


def test_a_wrong_number_says_so_and_enrols_nobody(at_counter: Client) -> None:
    open_with(SHOP)
    answer = at_counter.post(reverse("counter_enrol"), {"phone": "no number", "token": "x" * 20})
    assert answer.status_code == 422
    assert Customer.objects.count() == 0


def test_a_purchase_is_recorded_once_and_explained(at_counter: Client) -> None:
    open_with(SHOP)
    regular = cast.customer()
    page = at_counter.get(reverse("counter_customer", args=[regular.id]))
    form = {"amount": "45,000", "token": token_in(page.content)}
    where = reverse("counter_purchase", args=[regular.id])
    first = at_counter.post(where, form)
    assert at_counter.post(where, form).headers["Location"] == first.headers["Location"]
    assert Purchase.objects.count() == 1
    told = at_counter.get(first.headers["Location"]).content.decode()
    assert "450 points" in told
    assert "base-earn" in told


def test_the_same_from_another_page_is_asked_about_first(at_counter: Client) -> None:
    open_with(SHOP)
    where = reverse("counter_purchase", args=[cast.customer().id])
    at_counter.post(where, {"amount": "45000", "token": "a" * 32})
    asked = at_counter.post(where, {"amount": "45000", "token": "b" * 32})
    assert asked.status_code == 422
    assert Purchase.objects.count() == 1
    assert b'name="second"' in asked.content
    at_counter.post(where, {"amount": "45000", "token": "c" * 32, "second": "yes"})
    assert Purchase.objects.count() == 2


def test_the_address_of_a_form_leads_to_the_form(at_counter: Client) -> None:
    open_with(SHOP)
    regular = cast.customer()
    answer = at_counter.get(reverse("counter_purchase", args=[regular.id]))
    assert answer.headers["Location"] == reverse("counter_customer", args=[regular.id])
    assert at_counter.get(reverse("counter_enrol")).headers["Location"] == reverse("counter")


def test_a_held_voucher_lowers_a_purchase_and_is_not_handed_over(at_counter: Client) -> None:
    open_with(SHOP)
    regular = cast.customer()
    grant.grant(customer=regular.id, voucher=3000, because="sorry", request="g", by="system:test", at=clock.now())
    voucher = Voucher.objects.get()
    page = at_counter.get(reverse("counter_customer", args=[regular.id])).content.decode()
    assert f'value="{voucher.id}"' in page
    assert reverse("counter_claim", args=[regular.id]) not in page
    form = {"amount": "45000", "voucher-1": str(voucher.id), "token": "t" * 32}
    at_counter.post(reverse("counter_purchase", args=[regular.id]), form)
    assert Purchase.objects.get().total == 42000


def test_the_same_form_with_another_amount_is_refused(at_counter: Client) -> None:
    open_with(SHOP)
    regular = cast.customer()
    where = reverse("counter_purchase", args=[regular.id])
    at_counter.post(where, {"amount": "45000", "token": "t" * 32})
    answer = at_counter.post(where, {"amount": "99000", "token": "t" * 32})
    assert answer.status_code == 422
    assert Purchase.objects.count() == 1


@pytest.mark.parametrize("typed", [{"amount": "many"}, {}, {"what-1": "pot"}, {"price-1": "5", "quantity-1": "0"}])
def test_what_is_not_right_is_said_and_nothing_recorded(at_counter: Client, typed: dict[str, str]) -> None:
    open_with(SHOP)
    regular = cast.customer()
    answer = at_counter.post(reverse("counter_purchase", args=[regular.id]), {**typed, "token": "t" * 32})
    assert answer.status_code == 422
    assert Purchase.objects.count() == 0
    assert Entry.objects.count() == 0


def test_lines_with_a_named_product_earn_by_its_rule(at_counter: Client) -> None:
    open_with(SHOP)
    regular = cast.customer()
    lines = {"what-1": "gift-card", "price-1": "50000", "what-2": "lamp", "price-2": "10000", "quantity-2": "2"}
    answer = at_counter.post(reverse("counter_purchase", args=[regular.id]), {**lines, "token": "t" * 32})
    told = at_counter.get(answer.headers["Location"]).content.decode()
    assert "200 points" in told


def test_undo_takes_the_purchase_back(at_counter: Client) -> None:
    open_with(SHOP)
    regular = cast.customer()
    done = at_counter.post(reverse("counter_purchase", args=[regular.id]), {"amount": "45000", "token": "t" * 32})
    slip = done.headers["Location"].split("done=")[1]
    answer = at_counter.post(reverse("counter_undo", args=[regular.id]), {"what": slip})
    assert answer.status_code == 302
    assert Purchase.objects.get().state == "cancelled"
    page = at_counter.get(done.headers["Location"]).content.decode()
    assert "taken back" in page


def test_ten_visits_bring_the_dessert_and_it_is_handed_over_once(at_counter: Client) -> None:
    open_with(RESTAURANT)
    regular = cast.customer()
    # One visit counts a day, so the first nine are recorded as of the days before.
    for day in range(9):
        at = clock.now() - timedelta(days=9 - day)
        visit.visit(customer=regular.id, amount=9000, number=f"v{day}", request=f"v{day}", by="system:test", at=at)
    answer = at_counter.post(reverse("counter_visit", args=[regular.id]), {"amount": "9000", "token": "t" * 32})
    assert answer.status_code == 302
    voucher = Voucher.objects.get(clause="tenth-visit-dessert")
    where = reverse("counter_claim", args=[regular.id])
    assert at_counter.post(where, {"voucher": str(voucher.id), "token": "c" * 32}).status_code == 302
    again = at_counter.post(where, {"voucher": str(voucher.id), "token": "d" * 32})
    assert again.status_code == 422
    assert Visit.objects.count() == 10


def test_redeeming_more_than_there_is_changes_nothing(at_counter: Client) -> None:
    open_with(SHOP)
    regular = cast.customer()
    where = reverse("counter_redeem", args=[regular.id])
    refused = at_counter.post(where, {"reward": "cotton-bag", "token": "r" * 32})
    assert refused.status_code == 422
    assert Voucher.objects.count() == 0
    grant.grant(customer=regular.id, points=4000, because="opening", request="g", by="system:test", at=clock.now())
    assert at_counter.post(where, {"reward": "cotton-bag", "token": "s" * 32}).status_code == 302
    assert Voucher.objects.get().clause == "cotton-bag"


def test_the_preview_records_nothing(at_counter: Client) -> None:
    open_with(SHOP)
    regular = cast.customer()
    answer = at_counter.post(reverse("counter_preview", args=[regular.id]), {"amount": "45000"})
    assert b"450" in answer.content
    assert Purchase.objects.count() == 0


def test_without_a_policy_the_counter_says_what_is_missing(at_counter: Client) -> None:
    regular = cast.customer()
    answer = at_counter.get(reverse("counter_customer", args=[regular.id]))
    assert answer.status_code == 503
    assert b"The owner makes one" in answer.content
