"""Customers: met once, found by what they say, grouped, referred, erased."""

from uuid import uuid4

import pytest
from django.db import IntegrityError

from dangol.facts.models import Fact
from dangol.people import actions, queries
from dangol.people.actions import Birthday
from dangol.people.errors import IdentityTaken, NotABirthday, NotAnIdentity, ReferralRefused, UnknownCustomer
from dangol.people.models import Belonging, Customer, Identity, Referral
from dangol.people.personal import HOLDINGS, mark_erased
from tests.build import DAY, NOON, a_customer, an_act, at_once

pytestmark = pytest.mark.django_db
MINSU = {"phone": "010-1234-5678", "email": "Minsu@Example.com", "external": "POS-17"}


def kinds() -> list[str]:
    return list(Fact.objects.order_by("at", "id").values_list("kind", flat=True))


def test_a_customer_is_found_by_whatever_they_say() -> None:
    minsu = a_customer(identities=MINSU, name="민수", birthday=Birthday(2, 29))
    for found in (
        queries.find_by_phone("+82 10 1234 5678"),
        queries.find_by_email("MINSU@example.com"),
        queries.find_by_external("POS-17"),
        queries.customer(minsu.id),
    ):
        assert found == minsu
    assert (minsu.name, minsu.birth_day, minsu.birth_year, minsu.member_since) == ("민수", 29, None, NOON)
    assert sorted(kinds()) == ["customer.enrolled", *["customer.identified"] * 3, "customer.joined"]


def test_nobody_is_found_by_what_is_no_identity() -> None:
    a_customer(identities=MINSU)
    assert queries.find_by_phone("nonsense") is None
    assert queries.find_by_phone("010-9999-9999") is None
    assert queries.find_by_email("") is None
    with pytest.raises(UnknownCustomer):
        queries.customer(uuid4())


def test_meeting_again_gives_the_same_customer_and_adds_what_is_new() -> None:
    first = a_customer(identities={"phone": MINSU["phone"]}, member=False)
    again = a_customer(identities=MINSU)
    assert again == first
    assert queries.find_by_email(MINSU["email"]) == first
    assert Customer.objects.get().member_since == NOON
    assert Customer.objects.count() == 1
    before = Fact.objects.count()
    a_customer(identities=MINSU)
    assert Fact.objects.count() == before


def test_identities_of_two_people_are_never_joined() -> None:
    a_customer(identities={"phone": "010-1111-1111"})
    a_customer(identities={"email": "other@example.com"})
    before = Fact.objects.count()
    with pytest.raises(IdentityTaken):
        a_customer(identities={"phone": "010-1111-1111", "email": "other@example.com"})
    assert (Customer.objects.count(), Identity.objects.count(), Fact.objects.count()) == (2, 2, before)


def test_a_number_that_belongs_to_somebody_else_cannot_be_added() -> None:
    a_customer(identities={"phone": "010-1111-1111"})
    other = a_customer()
    with pytest.raises(IdentityTaken), an_act() as act:
        actions.add_identity(act=act, customer=other, kind="phone", text="010 1111 1111")
    with an_act() as act:
        actions.add_identity(act=act, customer=other, kind="email", text="a@example.com")
        actions.add_identity(act=act, customer=other, kind="email", text="A@example.com")
    assert other.identities.count() == 2
    with an_act() as act:
        actions.remove_identity(act=act, customer=other, kind="email", text="a@example.com")
    assert queries.find_by_email("a@example.com") is None


def test_a_bad_number_enrols_nobody() -> None:
    with pytest.raises(NotAnIdentity):
        a_customer(identities={"phone": "12", "email": "a@example.com"})
    assert not Customer.objects.exists()
    assert not Fact.objects.exists()


def test_an_impossible_birthday_is_refused() -> None:
    for month, day, year in [(2, 30, None), (2, 29, 2025), (13, 1, None), (4, 31, None), (0, 0, None)]:
        with pytest.raises(NotABirthday):
            Birthday(month, day, year)
    assert Birthday(2, 29, 2024)
    with pytest.raises(IntegrityError):
        Customer.objects.create(id=uuid4(), created_at=NOON, birth_month=13, birth_day=1)


def test_a_number_is_found_by_its_ending_while_it_is_typed() -> None:
    first = a_customer(identities={"phone": "010-1234-5678"})
    second = a_customer(identities={"phone": "010-9999-5678"})
    a_customer(identities={"phone": "010-1234-5679"})
    a_customer(identities={"external": "5678"})
    assert set(queries.find_by_phone_ending("5678")) == {first, second}
    assert queries.find_by_phone_ending("34-5678") == [first]
    assert queries.find_by_phone_ending("78") == []
    assert queries.find_by_phone_ending("0000") == []
    assert len(queries.find_by_phone_ending("5678", limit=1)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_tills_that_meet_the_same_person_make_one_customer() -> None:
    met = at_once(lambda number: a_customer(identities={"phone": f"010-1234-{number % 3:04}"}).id, 24)
    assert all(not isinstance(one, Exception) for one in met), met
    assert Customer.objects.count() == 3
    assert len(set(met)) == 3
    assert Fact.objects.filter(kind="customer.enrolled").count() == 3


def test_corrections_change_what_is_given_and_leave_the_rest() -> None:
    minsu = a_customer(identities=MINSU, name="민수", language="ko")
    with an_act() as act:
        actions.change(act=act, customer=minsu, name=" 김민수 ", birthday=Birthday(5, 5, 1990))
    stored = queries.customer(minsu.id)
    assert (stored.name, stored.language, stored.birth_year) == ("김민수", "ko", 1990)
    before = Fact.objects.count()
    with an_act() as act:
        actions.change(act=act, customer=minsu, name="김민수")
    assert Fact.objects.count() == before


def test_groups_hold_from_the_day_they_begin_until_the_day_they_end() -> None:
    minsu = a_customer()
    with an_act() as act:
        actions.put_into_group(act=act, customer=minsu, kind="segment", group="local")
        actions.put_into_group(act=act, customer=minsu, kind="membership", group="club", until=NOON + DAY)
        actions.put_into_group(act=act, customer=minsu, kind="membership", group="club", until=NOON + 2 * DAY)
    assert queries.groups_of(minsu.id, at=NOON)["membership"] == {"club"}
    assert queries.groups_of(minsu.id, at=NOON + 2 * DAY) == {
        "segment": {"local"},
        "tag": frozenset(),
        "membership": frozenset(),
    }
    assert queries.groups_of(minsu.id, at=NOON - DAY)["segment"] == frozenset()
    assert list(queries.members_of("segment", "local")) == [minsu]
    with an_act() as act:
        actions.take_out_of_group(act=act, customer=minsu, kind="segment", group="local")
        actions.take_out_of_group(act=act, customer=minsu, kind="segment", group="local")
    assert kinds().count("customer.grouped") == 2
    assert kinds().count("customer.ungrouped") == 1


class TestReferrals:
    """Who brought whom: once, never oneself, never in a circle."""

    def refer(self, friend: Customer, referrer: Customer) -> None:
        with an_act() as act:
            actions.refer(act=act, customer=friend, referrer=referrer)

    def test_the_first_referrer_counts(self) -> None:
        friend, referrer, other = a_customer(), a_customer(), a_customer()
        self.refer(friend, referrer)
        self.refer(friend, referrer)
        with pytest.raises(ReferralRefused) as refused:
            self.refer(friend, other)
        assert refused.value.reason == "again"
        assert queries.referrer_of(friend.id) == referrer.id
        assert list(queries.brought_by(referrer.id)) == [friend]
        assert kinds().count("customer.referred") == 1

    def test_nobody_brings_themselves(self) -> None:
        alone = a_customer()
        with pytest.raises(ReferralRefused) as refused:
            self.refer(alone, alone)
        assert refused.value.reason == "self"
        with pytest.raises(IntegrityError):
            Referral.objects.create(customer=alone, referrer=alone, at=NOON)

    def test_no_circle_of_any_length(self) -> None:
        people = [a_customer() for _ in range(4)]
        for friend, referrer in zip(people[1:], people, strict=False):
            self.refer(friend, referrer)
        for last in people[1:]:
            with pytest.raises(ReferralRefused) as refused:
                self.refer(people[0], last)
            assert refused.value.reason == "circle"
        assert Referral.objects.count() == 3

    @pytest.mark.django_db(transaction=True)
    def test_no_circle_even_when_all_refer_at_once(self) -> None:
        people = [a_customer() for _ in range(4)]
        for _ in range(5):
            at_once(lambda number: self.refer(people[number], people[(number + 1) % 4]), 4, threads=4)
            assert Referral.objects.count() == 3
            Referral.objects.all().delete()


def test_erasing_removes_what_identifies_and_keeps_the_id() -> None:
    minsu, jiyoung = a_customer(identities=MINSU, name="민수", birthday=Birthday(5, 5)), a_customer(name="지영")
    with an_act() as act:
        actions.put_into_group(act=act, customer=minsu, kind="tag", group="vip")
    exported = {holding.model: holding.export(minsu.id) for holding in HOLDINGS if holding.export}
    assert exported[Customer][0]["name"] == "민수"
    assert len(exported[Identity]) == 3
    assert exported[Belonging][0]["group"] == "vip"
    rows = sum(holding.erase(minsu.id) for holding in HOLDINGS if holding.erase)
    with an_act() as act:
        mark_erased(act=act, customer=minsu.id, rows=rows, at=NOON)
    stored = queries.customer(minsu.id)
    assert (stored.name, stored.birth_day, stored.erased_at) == ("", None, NOON)
    assert not stored.identities.exists()
    assert not stored.belongings.exists()
    assert queries.customer(jiyoung.id).name == "지영"
    assert a_customer(identities=MINSU) != minsu
