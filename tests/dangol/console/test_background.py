"""The page about background work: who sees it, what it shows, and that trying again is safe to tap twice."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from dangol.facts.models import Fact
from dangol.flows.models import DEAD, WAITING, Work, WorkerSeen
from dangol.lib import clock
from dangol.staff.models import User
from tests import cast

pytestmark = pytest.mark.django_db
TOKEN = "a-token-of-a-page-1"
LINK = 'href="/background/"'


def dead() -> UUID:
    """Work that waits for a person."""
    at = clock.now() - timedelta(hours=3)
    values = {"state": DEAD, "attempts": 8, "last_error": "KeyError: <gone>", "due_at": at, "created_at": at}
    return Work.objects.create(id=uuid4(), kind="settle", key="k", customer_id=cast.customer().id, **values).id


def page_for(client: Client, user: User) -> str:
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = "en"
    answer = client.get(reverse("background"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_page_says_so(client: Client) -> None:
    page = page_for(client, cast.owner())
    assert "Nothing waits for you." in page
    assert "No worker is at work." in page
    assert "No worker was seen in the last day." in page


def test_dead_work_stands_with_its_error(client: Client) -> None:
    dead()
    WorkerSeen.objects.create(name="w", started_at=clock.now(), seen_at=clock.now(), done=12_345)
    page = page_for(client, cast.owner())
    assert "KeyError: &lt;gone&gt;" in page
    assert "tried 8 times" in page
    assert "12,345" in page
    assert "No worker is at work." not in page


@pytest.mark.parametrize(("somebody", "may"), [(cast.owner, True), (cast.lead, True), (cast.auditor, False)])
def test_only_who_runs_operations_may_try_again(client: Client, somebody: Callable[[], User], may: bool) -> None:
    id_ = dead()
    assert ("Try again" in page_for(client, somebody())) is may
    answer = client.post(reverse("background_revive", args=[id_]), {"token": TOKEN})
    assert answer.status_code == (302 if may else 403)
    assert Work.objects.get().state == (WAITING if may else DEAD)
    assert Fact.objects.filter(kind="work.revived").count() == may


def test_a_second_tap_changes_nothing(client: Client) -> None:
    id_ = dead()
    client.force_login(cast.owner(), backend="django.contrib.auth.backends.ModelBackend")
    for _ in range(2):
        client.post(reverse("background_revive", args=[id_]), {"token": TOKEN})
    assert Fact.objects.filter(kind="work.revived").count() == 1


@pytest.mark.parametrize(("somebody", "sees"), [(cast.owner, True), (cast.auditor, True), (cast.clerk, False)])
def test_the_link_is_there_for_whom_it_opens(client: Client, somebody: Callable[[], User], sees: bool) -> None:
    client.force_login(somebody(), backend="django.contrib.auth.backends.ModelBackend")
    assert (LINK in client.get(reverse("counter")).content.decode()) is sees
    answer = client.get(reverse("background"))
    assert answer.status_code == (200 if sees else 403)
    # Who is not let in can sign in as somebody else from where they stand.
    assert f'action="{reverse("sign_out")}"' in answer.content.decode()
