"""The first owner: made once, by whoever holds the code, and by nobody afterwards."""

import pytest
from django.test import Client

from dangol.facts.models import Fact
from dangol.flows import first_owner
from dangol.flows.errors import Refused
from dangol.staff.models import User
from tests import cast
from tests.build import NOON, at_once

PASSWORD = "seven-quiet-tables"


def create(**given: str) -> User:
    filled = {"given_code": first_owner.code(), "username": "areum", "password": PASSWORD, "language": "ko"}
    return first_owner.create(**{**filled, **given}, at=NOON)


@pytest.mark.django_db
class TestCreate:
    def test_whoever_holds_the_code_becomes_the_owner(self) -> None:
        user = create(given_code=first_owner.code().lower().replace("-", " "))
        assert (user.username, user.role, user.language) == ("areum", "owner", "ko")
        assert user.check_password(PASSWORD)
        assert Fact.objects.get().kind == "staff.changed"

    @pytest.mark.parametrize(
        ("given", "refusal"),
        [
            ({"given_code": "AAAA-BBBB-CCCC"}, first_owner.WrongCode),
            ({"given_code": ""}, first_owner.WrongCode),
            ({"username": "  "}, first_owner.BadName),
            ({"username": "x" * 151}, first_owner.BadName),
            ({"password": "12345678"}, first_owner.WeakPassword),
            ({"password": ""}, first_owner.WeakPassword),
        ],
    )
    def test_nothing_is_made_when_something_is_wrong(self, given: dict[str, str], refusal: type[Refused]) -> None:
        with pytest.raises(refusal):
            create(**given)
        assert not User.objects.exists()
        assert not Fact.objects.exists()

    def test_nobody_becomes_the_owner_of_a_business_that_has_people(self) -> None:
        cast.clerk()
        with pytest.raises(first_owner.OwnerExists):
            create()
        assert not User.objects.filter(role="owner").exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_becomes_the_owner() -> None:
    def try_it(number: int) -> bool:
        try:
            create(username=f"owner{number}")
        except first_owner.OwnerExists:
            return False
        return True

    assert sorted(at_once(try_it, 3, threads=3)) == [False, False, True]
    assert User.objects.count() == 1


@pytest.mark.django_db
class TestPage:
    def test_it_makes_the_owner_signs_them_in_and_is_gone(self, client: Client) -> None:
        assert client.get("/sign-in/").headers["Location"] == "/start/owner/"
        given = {"code": first_owner.code(), "username": "areum", "password": PASSWORD}
        assert client.post("/start/owner/", given).headers["Location"] == "/start/"
        assert client.get("/start/").status_code == 200
        again = Client().post("/start/owner/", {**given, "username": "other"})
        assert again.headers["Location"] == "/sign-in/"
        assert User.objects.count() == 1

    def test_what_was_typed_stays_but_the_password(self, client: Client) -> None:
        answer = client.post("/start/owner/", {"code": "wrong", "username": "areum", "password": PASSWORD})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert 'value="areum"' in page
        assert PASSWORD not in page

    def test_guessing_is_stopped_even_with_the_right_code(self, client: Client) -> None:
        wrong = {"code": "AAAA-AAAA-AAAA", "username": "areum", "password": PASSWORD}
        answers = [client.post("/start/owner/", wrong).status_code for _ in range(11)]
        assert answers[-1] == 429
        assert client.post("/start/owner/", {**wrong, "code": first_owner.code()}).status_code == 429
        assert not User.objects.exists()
