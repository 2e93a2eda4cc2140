"""The handbook, who has read it, and the people: who may, what it shows, and that a refusal changes nothing."""

import re
from pathlib import Path

import pytest
from django.test import Client

from dangol.facts.models import Fact
from dangol.rulebook import actions as rulebook
from dangol.staff import actions as staff
from dangol.staff.models import Acknowledgement, User
from dangol.staff.rights import Role
from tests import cast
from tests.build import NOON, an_act

pytestmark = pytest.mark.django_db
SHOP = Path(__file__).parents[3] / "policies" / "shop.yaml"
TOKEN = "a-token-of-a-page-1"


@pytest.fixture
def shop() -> None:
    with an_act(at=NOON, by="staff:1") as act:
        rulebook.publish_text(act=act, text=SHOP.read_text(encoding="utf-8"))


def signed_in(client: Client, user: User, language: str = "en") -> Client:
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = language
    return client


def seen(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_before_there_is_a_policy_the_page_says_what_to_do(client: Client) -> None:
    assert "No policy in force yet" in seen(signed_in(client, cast.clerk()), "/handbook/")
    assert "No policy in force yet" in seen(signed_in(client, cast.owner()), "/handbook/coverage/")
    assert "People" in seen(client, "/handbook/people/")


@pytest.mark.usefixtures("shop")
def test_a_clerk_reads_answers_and_acknowledges(client: Client) -> None:
    clerk = cast.clerk()
    with an_act() as act:
        staff.assign(act=act, user=clerk, duties=["care-desk"])
    signed_in(client, clerk)
    page = seen(client, "/handbook/")
    assert "Version 1 holds something you have not read yet." in page
    assert "a refund up to ₩50,000" in page
    assert page.count("staff only") >= 2
    assert 'href="/handbook/coverage/"' not in page
    brief = seen(client, "/handbook/new/1/care-desk/")
    asked = sorted(set(re.findall(r'name="(answer-[^"]+)"', brief)))
    assert 1 <= len(asked) <= 5
    form = {"token": TOKEN, "language": "en", **dict.fromkeys(asked, "no such figure")}
    done = client.post("/handbook/new/1/care-desk/", form).content.decode()
    assert "It is recorded that you have read this." in done
    assert f"0 of {len(asked)} answers were right." in done
    assert done.count("Not right. This is the clause:") == len(asked)
    assert Acknowledgement.objects.get().language == "en"
    assert "You have read everything your work asks you to know." in seen(client, "/handbook/")


@pytest.mark.usefixtures("shop")
def test_only_clauses_with_the_words_are_shown(client: Client) -> None:
    signed_in(client, cast.clerk())
    page = seen(client, "/handbook/?find=gift+cards+return")
    assert "clause gift-cards-stay" in page
    assert "clause base-earn" not in page
    assert "No clause holds these words" in seen(client, "/handbook/?find=unicorn")


@pytest.mark.usefixtures("shop")
def test_the_handbook_of_others_is_for_who_answers_for_them(client: Client) -> None:
    mine = seen(signed_in(client, cast.clerk()), "/handbook/?duty=manager")
    assert "Handbook: \n" in mine or "everybody" in mine
    assert "refund up to" not in mine
    assert "refund up to" in seen(signed_in(client, cast.lead()), "/handbook/?duty=manager")
    assert seen(signed_in(client, cast.clerk()), "/handbook/coverage/", 403)
    for address in ("/handbook/people/", "/handbook/people/1/"):
        seen(signed_in(client, cast.lead()), address, 403)


@pytest.mark.usefixtures("shop")
def test_who_has_read_it_is_shown_by_work_and_person(client: Client) -> None:
    lead = cast.lead()
    with an_act() as act:
        staff.assign(act=act, user=lead, duties=["manager"])
    page = seen(signed_in(client, lead), "/handbook/coverage/")
    assert "0 of 1 · 0%" in page
    assert "has acknowledged nothing yet" in page


def test_the_owner_adds_somebody_who_can_sign_in_with_the_password_shown_once(client: Client) -> None:
    signed_in(client, cast.owner())
    form = {"token": TOKEN, "username": "mina", "name": "Mina", "role": "clerk", "language": "ko"}
    page = client.post("/handbook/people/add/", form).content.decode()
    found = re.search(r'id="password">([^<]+)<', page)
    assert found
    mina = User.objects.get(username="mina")
    assert mina.check_password(found[1])
    assert (mina.role, mina.language) == ("clerk", "ko")
    entered = Client().post("/sign-in/", {"username": "mina", "password": found[1]})
    assert entered.headers["Location"] == "/counter/"
    again = client.post("/handbook/people/add/", form).content.decode()
    assert "This form was sent before" in again
    assert User.objects.filter(username="mina").count() == 1
    assert found[1] not in str(list(Fact.objects.values_list("figures", flat=True)))


@pytest.mark.parametrize(
    ("username", "says"), [("owner", "has this user name already"), ("OWNER", "already"), ("mi na", "without spaces")]
)
def test_a_name_that_cannot_be_is_refused_and_nobody_is_added(client: Client, username: str, says: str) -> None:
    signed_in(client, cast.owner())
    form = {"token": TOKEN, "username": username, "name": "", "role": "clerk", "language": "ko"}
    answer = client.post("/handbook/people/add/", form)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert User.objects.count() == 1


def test_the_last_owner_cannot_be_closed_or_made_less(client: Client) -> None:
    owner = cast.owner()
    signed_in(client, owner)
    before = Fact.objects.count()
    for number, form in enumerate(({"role": "clerk", "active": "on"}, {"role": "owner"})):
        answer = client.post(f"/handbook/people/{owner.pk}/", {"token": f"{TOKEN}-{number}", **form})
        assert answer.status_code == 422
        assert "This is the only owner." in answer.content.decode()
    owner.refresh_from_db()
    assert (owner.role, owner.is_active) == (Role.OWNER, True)
    assert Fact.objects.count() == before


@pytest.mark.usefixtures("shop")
def test_role_work_and_door_are_changed_and_recorded(client: Client) -> None:
    clerk = cast.clerk()
    signed_in(client, cast.owner())
    form = {"token": TOKEN, "role": "agent", "duties": ["care-desk", "no-such-role"]}
    assert client.post(f"/handbook/people/{clerk.pk}/", form).status_code == 302
    clerk.refresh_from_db()
    assert (clerk.role, clerk.duties, clerk.is_active) == ("agent", ["care-desk"], False)
    kinds = Fact.objects.filter(figures__user=clerk.pk).values_list("kind", flat=True)
    assert "staff.assigned" in kinds
    reopened = {"token": TOKEN + "-2", "role": "agent", "active": "on"}
    assert client.post(f"/handbook/people/{clerk.pk}/", reopened).status_code == 302
    clerk.refresh_from_db()
    assert (clerk.duties, clerk.is_active) == ([], True)
    assert seen(client, "/handbook/people/99999/", 404)


def test_a_new_password_replaces_the_old_one(client: Client) -> None:
    clerk = cast.clerk()
    signed_in(client, cast.owner())
    page = client.post(f"/handbook/people/{clerk.pk}/password/", {"token": TOKEN}).content.decode()
    found = re.search(r'id="password">([^<]+)<', page)
    clerk.refresh_from_db()
    assert found
    assert clerk.check_password(found[1])
    assert not clerk.check_password(cast.PASSWORD)
