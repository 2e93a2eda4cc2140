"""Asking the policy at the counter: the answer with its clauses, silence that is said, and fields that are checked."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from dangol.facts.models import Fact
from dangol.rulebook import actions as rulebook
from dangol.staff import actions as staff
from tests import cast
from tests.build import NOON, an_act

pytestmark = pytest.mark.django_db
SHOP = Path(__file__).parents[3] / "policies" / "shop.yaml"


@pytest.fixture
def shop() -> None:
    with an_act(at=NOON, by="staff:1") as act:
        rulebook.publish_text(act=act, text=SHOP.read_text(encoding="utf-8"))


def asked(client: Client, language: str = "en", *, status: int = 200, part: bool = False, **fields: Any) -> str:
    client.force_login(cast.clerk(), backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = language
    answer = client.get("/ask/", fields, headers={"HX-Request": "true"} if part else {})
    assert answer.status_code == status
    return answer.content.decode()


def test_without_a_policy_there_is_nothing_to_ask(client: Client) -> None:
    assert "No policy in force yet" in asked(client, q="returns?")


@pytest.mark.usefixtures("shop")
def test_the_empty_page_teaches_how_to_ask(client: Client) -> None:
    page = asked(client)
    assert "For example: a Gold customer" in page
    assert "Clauses that apply" not in page


@pytest.mark.usefixtures("shop")
def test_a_situation_is_decided_and_its_clauses_stand_below(client: Client) -> None:
    page = asked(client, q="A customer wants to return a lamp bought 3 days ago")
    assert "Return: yes" in page
    assert 'href="/policy/#clause-change-of-mind"' in page
    assert asked(client, q="A customer wants to return a lamp bought 30 days ago").count("Return: no") == 1


@pytest.mark.usefixtures("shop")
def test_fields_count_more_than_words(client: Client) -> None:
    page = asked(client, q="May the lamp be returned?", days="10", tier="gold")
    assert "Return: yes" in page
    assert "Return: no" in asked(client, q="May the lamp be returned?", days="10", tier="silver")


@pytest.mark.usefixtures("shop")
def test_who_may_give_it_depends_on_who_asks(client: Client) -> None:
    question: dict[str, Any] = {"q": "May I give a refund?", "amount": "60,000"}
    assert "Somebody else decides this" in asked(client, **question)
    with an_act() as act:
        staff.assign(act=act, user=cast.clerk(), duties=["manager"])
    assert "You may decide this yourself" in asked(client, **question)


@pytest.mark.usefixtures("shop")
def test_a_korean_question_is_answered_in_the_language_of_the_page(client: Client) -> None:
    assert "반품: 가능" in asked(client, "ko", q="3일 전에 산 램프를 반품하고 싶습니다")
    assert "within 7 days" in asked(client, "en", q="반품은 며칠까지 되나요?")


@pytest.mark.usefixtures("shop")
def test_silence_is_said(client: Client) -> None:
    page = asked(client, q="Do you have parking?")
    assert "The policy says nothing about this" in page
    assert "Clauses that apply" not in page


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize("fields", [{"days": "ten"}, {"days": "99999"}, {"amount": "a lot"}])
def test_a_field_that_cannot_be_is_refused_and_kept(client: Client, fields: dict[str, Any]) -> None:
    page = asked(client, q="May it be returned?", status=422, **fields)
    assert "Write days as a whole number" in page
    assert all(f'value="{value}"' in page for value in fields.values())


@pytest.mark.usefixtures("shop")
def test_only_the_answer_is_sent_where_only_it_is_wanted(client: Client) -> None:
    page = asked(client, q="returns?", part=True)
    assert page.lstrip().startswith('<section class="grid gap-4" id="answer"')


@pytest.mark.usefixtures("shop")
def test_asking_records_nothing(client: Client) -> None:
    cast.clerk()
    before = Fact.objects.count()
    asked(client, q="My phone is 010-1234-5678, may I return it?")
    assert Fact.objects.count() == before
