"""Each request is carried out once: same key and body, same answer; another body, a conflict."""

from typing import Any

import pytest

from dangol.facts.actions import digest, forget_requests, once, record
from dangol.facts.errors import KeyReused
from dangol.facts.models import Fact, Request
from dangol.facts.personal import HOLDINGS
from dangol.lib.act import Act
from dangol.lib.ids import new_id
from tests.build import DAY, NOON, at_once

BODY = {"customer": "a", "points": 3}


def _story(act: Act) -> dict[str, Any]:
    record(act=act, kind="customer.joined", subject=new_id(NOON))
    return {"number": Fact.objects.count() + 1}


def _ask(key: str = "k", body: Any = BODY) -> Any:
    return once(key=key, body=body, by="key:a", at=NOON, story=_story)


@pytest.mark.django_db
def test_the_same_request_gets_the_same_answer() -> None:
    first, second = _ask(), _ask(body={"points": 3, "customer": "a"})
    assert (first.value, first.replayed) == ({"number": 1}, False)
    assert (second.value, second.replayed) == ({"number": 1}, True)
    assert Fact.objects.count() == 1


@pytest.mark.django_db
def test_another_body_under_the_same_key_is_a_conflict() -> None:
    _ask()
    with pytest.raises(KeyReused, match="'k'"):
        _ask(body={"customer": "a", "points": 4})
    assert Fact.objects.count() == 1
    assert Request.objects.count() == 1


@pytest.mark.django_db
def test_a_refusal_keeps_nothing_so_the_key_may_be_tried_again() -> None:
    def refuse(act: Act) -> None:
        _story(act)
        raise LookupError("no")

    with pytest.raises(LookupError):
        once(key="k", body=BODY, by="key:a", at=NOON, story=refuse)
    assert not Fact.objects.exists()
    assert not Request.objects.exists()
    assert not _ask().replayed


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_is_carried_out_and_all_get_its_answer() -> None:
    answers = at_once(lambda number: _ask(key=f"k{number % 5}"), 40)
    assert all(not isinstance(answer, Exception) for answer in answers), answers
    assert sum(not answer.replayed for answer in answers) == 5
    assert Fact.objects.count() == Request.objects.count() == 5


@pytest.mark.django_db
def test_old_answers_are_forgotten() -> None:
    _ask("old")
    once(key="new", body=BODY, by="key:a", at=NOON + DAY, story=_story)
    assert forget_requests(before=NOON + DAY) == 1
    assert Request.objects.get().key == "new"


@pytest.mark.django_db
def test_erasing_a_customer_blanks_their_answers_and_keeps_the_key() -> None:
    customer = new_id(NOON)
    once(key="k", body=BODY, by="key:a", at=NOON, story=lambda act: {"name": "Minsu"}, customer=customer)
    holding = next(holding for holding in HOLDINGS if holding.model is Request)
    assert holding.export is not None
    assert holding.erase is not None
    assert holding.export(customer)[0]["answer"] == {"name": "Minsu"}
    assert holding.erase(customer) == 1
    assert "Minsu" not in str(Request.objects.values())
    assert _ask().replayed


def test_a_body_is_the_same_whatever_the_order_of_its_keys() -> None:
    assert digest({"a": 1, "b": [1, 2]}) == digest({"b": [1, 2], "a": 1})
    assert digest({"a": 1}) != digest({"a": "1"})
