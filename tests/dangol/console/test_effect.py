"""The pages of trials: who sees them, asking, watching, calling off, and reading what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from dangol.flows import demo, drafting, work
from dangol.flows import worker as working
from dangol.flows.models import EffectRun, Work
from dangol.lib import clock
from dangol.staff.models import User
from dangol.staff.rights import Role
from tests import cast

SHOP = (Path(__file__).parents[3] / "policies" / "shop.yaml").read_text(encoding="utf-8")
GENEROUS = SHOP.replace("gold: 3%}", "gold: 9%}").replace("from: 1000000", "from: 400000")
TOKEN = "a-token-of-a-page-1"
pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(monkeypatch: pytest.MonkeyPatch) -> UUID:
    """A small shop with half a year of history, and a draft."""
    monkeypatch.setattr(demo, "CUSTOMERS", 5)
    monkeypatch.setattr(demo, "DAYS", 260)
    demo.tell(policy=SHOP, at=clock.now())
    return a_draft(GENEROUS)


def a_draft(text: str) -> UUID:
    how: dict[str, Any] = {"by": "staff:1", "at": clock.now()}
    return UUID(drafting.open_draft(text=text, title="More for Gold", request=uuid4().hex, **how).value["draft"])


def sign_in(client: Client, user: User, language: str = "en") -> None:
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = language


def asked(client: Client, draft: UUID, **more: str) -> Any:
    return client.post(reverse("effect"), {"what": f"draft:{draft.hex}", "move": "1", "token": TOKEN, **more})


def finish() -> None:
    while work.run_due(handlers=working.HANDLERS, worker="w", now=clock.now):
        pass


def test_from_the_form_to_the_result(client: Client, draft: UUID) -> None:
    sign_in(client, cast.owner())
    page = client.get(reverse("effect"), {"what": f"draft:{draft.hex}"}).content.decode()
    assert f'<option value="draft:{draft.hex}" selected>More for Gold</option>' in page
    sent = asked(client, draft)
    assert asked(client, draft).headers["Location"] == sent.headers["Location"]
    run = EffectRun.objects.get()
    watching = client.get(sent.headers["Location"]).content.decode()
    assert 'hx-trigger="every 2s"' in watching
    part = client.get(sent.headers["Location"], headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    finish()
    ended = client.get(sent.headers["Location"], headers={"HX-Request": "true"})
    assert ended.headers["HX-Refresh"] == "true"
    result = client.get(sent.headers["Location"]).content.decode()
    assert "Rules that make the difference" in result
    assert "(base-earn)" in result
    assert reverse("counter_customer", args=[UUID(EffectRun.objects.get().result["most"][0]["customer"])]) in result
    assert "exactly as many" in result
    assert run.id.hex in EffectRun.objects.get().id.hex


@pytest.mark.parametrize("language", ["ko", "vi", "be"])
def test_every_language_tells_the_result(client: Client, draft: UUID, language: str) -> None:
    sign_in(client, cast.owner(), language)
    address = asked(client, draft).headers["Location"]
    finish()
    page = client.get(address).content.decode()
    for english in ("Difference", "Points given", "discount", "Customers are taken", "In force"):
        assert english not in page


def test_a_trial_can_be_called_off_and_tapped_twice(client: Client, draft: UUID) -> None:
    sign_in(client, cast.owner())
    address = asked(client, draft).headers["Location"]
    run = EffectRun.objects.get()
    for _ in range(2):
        assert client.post(reverse("effect_cancel", args=[run.id])).headers["Location"] == address
    assert "was called off" in client.get(address).content.decode()
    assert not Work.objects.exists()
    assert client.get(reverse("effect_run", args=[uuid4()])).headers["Location"] == reverse("effect")


def test_what_cannot_be_tried_is_said_and_nothing_is_kept(client: Client, draft: UUID) -> None:
    sign_in(client, cast.owner())
    wrong = a_draft("dangol: 1\nbusines: {}\n")
    for what, since, said in (
        (f"draft:{wrong.hex}", "", "has errors"),
        (f"draft:{uuid4().hex}", "", "not there any more"),
        ("draft:nothing", "", "Choose what is to be tried"),
        (f"draft:{draft.hex}", "2999-01-01", "a day to come"),
        (f"draft:{draft.hex}", "yesterday", "Choose what is to be tried"),
    ):
        answer = client.post(reverse("effect"), {"what": what, "since": since, "token": TOKEN})
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert not EffectRun.objects.exists()


def test_an_empty_business_is_told_what_to_do_first(client: Client) -> None:
    sign_in(client, cast.owner())
    assert "No purchases yet" in client.get(reverse("effect")).content.decode()


def test_who_reads_and_who_asks(client: Client, draft: UUID) -> None:
    sign_in(client, cast.owner())
    address = asked(client, draft).headers["Location"]
    finish()
    customer = EffectRun.objects.get().result["most"][0]["customer"]
    sign_in(client, cast.somebody(Role.POLICY_EDITOR))
    assert str(UUID(customer)) not in client.get(address).content.decode()
    sign_in(client, cast.auditor())
    assert str(UUID(customer)) in client.get(address).content.decode()
    assert asked(client, draft, token="another-token-of-a-page").status_code == 403
    sign_in(client, cast.clerk())
    assert client.get(address).status_code == 403
    assert EffectRun.objects.count() == 1


def test_a_form_sent_again_with_other_contents_is_refused_in_words(client: Client, draft: UUID) -> None:
    sign_in(client, cast.owner())
    assert asked(client, draft).status_code == 302
    again = asked(client, draft, since="2026-01-01")
    assert again.status_code == 422
    assert "This form was sent before with other contents." in again.content.decode()
    assert EffectRun.objects.count() == 1
