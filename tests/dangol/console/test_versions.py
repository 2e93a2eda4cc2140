"""The pages of versions: who sees and does what, why not yet, and that a refusal changes nothing."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest
from django.test import Client

from dangol.facts.models import Fact
from dangol.flows import drafting, publication
from dangol.lib import clock
from dangol.rulebook.models import PolicyVersion
from dangol.staff.models import User
from dangol.staff.rights import Role
from tests import cast
from tests.dangol.flows.walking import approved, handed_in, how, published, states, text

pytestmark = pytest.mark.django_db
NOTICE = "{notice: 30 days, approval: two people, review_every: 1 day}"
TOKEN = "a-token-of-a-page-1"


def signed_in(client: Client, user: User, language: str = "en") -> Client:
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["django_language"] = language
    return client


def seen(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def sent(client: Client, address: str, **form: str) -> tuple[int, str]:
    answer = client.post(address, {"token": TOKEN, **form}, follow=True)
    return answer.status_code, answer.content.decode()


def test_before_there_is_a_policy_the_page_says_what_to_do(client: Client) -> None:
    page = seen(signed_in(client, cast.clerk()), "/versions/")
    assert "No policy in force yet" in page
    assert "No clause is due to be read again." in page
    assert client.get("/versions/1/").status_code == 404
    assert client.get("/versions/1/text/").status_code == 404


def test_the_list_shows_where_each_version_stands(client: Client) -> None:
    now = clock.now()
    published(text(changes=NOTICE), at=now - dt.timedelta(days=9))
    published(text(changes=NOTICE, rate="2%"), at=now, day=(now + dt.timedelta(days=30)).date())
    drafting.open_draft(title="Summer", **how())
    page = seen(signed_in(client, cast.owner()), "/versions/")
    for words in ("Version 1", "in force", "Version 2", "announced", "in 4\xa0weeks", "Summer", "Hand it in"):
        assert words in page, words
    assert "The whole policy was to be read through by" in page
    assert "Hand it in" not in seen(signed_in(client, cast.clerk()), "/versions/")


def test_reviews_that_are_due_are_listed_with_their_sentence(client: Client) -> None:
    published(text().replace("{id: base,", "{id: base, review: 2026-01-01,"), at=clock.now() - dt.timedelta(days=1))
    page = seen(signed_in(client, cast.auditor(), "ko"), "/versions/")
    assert "검토일: 2026년 1월 1일" in page
    assert "구매 금액의 1%" in page


def test_a_draft_is_handed_in_approved_by_another_and_published(client: Client) -> None:
    draft = UUID(drafting.open_draft(text=text(changes="{approval: two people}"), **how()).value["draft"])
    author = cast.somebody(Role.POLICY_EDITOR)
    status, page = sent(signed_in(client, author), f"/versions/drafts/{draft}/hand-in/", reason="Spring")
    assert (status, states()) == (200, {1: "checked"})
    assert "Handed in and checked" in page
    assert "An approver or the owner may do this." in page
    assert client.post("/versions/1/approve/", {"token": TOKEN}).status_code == 403
    approver = cast.somebody(Role.APPROVER)
    _, page = sent(signed_in(client, approver), "/versions/1/approve/")
    assert "Approved. It can be published now." in page
    _, page = sent(client, "/versions/1/publish/")
    assert states() == {1: "in_force"}
    assert "It rules since" in page
    version = PolicyVersion.objects.get()
    assert (version.author, version.approved_by, version.reason) == (author.doer, approver.doer, "Spring")


def test_whoever_wrote_it_is_told_why_they_cannot_approve_it(client: Client) -> None:
    owner = cast.owner()
    handed_in(text(changes="{approval: two people}"), by=owner.doer)
    page = seen(signed_in(client, owner), "/versions/1/")
    assert "Somebody other than the author has to approve it" in page
    assert "Approve this version" not in page
    facts = Fact.objects.count()
    status, page = sent(client, "/versions/1/approve/")
    assert (status, states(), Fact.objects.count()) == (422, {1: "checked"}, facts)
    assert "Nothing was changed." in page


def test_the_notice_customers_were_promised_is_said_with_the_first_moment(client: Client) -> None:
    now = clock.now()
    published(text(changes=NOTICE), at=now - dt.timedelta(days=2))
    approved(text(changes=NOTICE, expire="6 months"), at=now)
    signed_in(client, cast.owner(), "ko")
    page = seen(client, "/versions/2/")
    assert "30일 전에 알려 드리기로 약속했습니다" in page
    assert "6개월" in page
    assert "불리" in page
    first = publication.first_allowed(2, now)
    day = (first + dt.timedelta(hours=9)).date()
    assert f'name="day" value="{day.isoformat()}"' in page
    status, page = sent(client, "/versions/2/publish/", day=now.date().isoformat(), hour="23:59")
    assert (status, states()[2]) == (422, "approved")
    assert 'value="23:59"' in page
    status, page = sent(client, "/versions/2/publish/", day=day.isoformat(), hour="")
    assert (status, states()[2]) == (200, "announced")
    assert PolicyVersion.objects.get(number=2).effective_from == first


@pytest.mark.parametrize("form", [{"hour": "10:00"}, {"day": "soon"}, {"day": "2026-02-30"}])
def test_what_is_no_moment_is_said(client: Client, form: dict[str, str]) -> None:
    approved(text())
    status, page = sent(signed_in(client, cast.owner()), "/versions/1/publish/", **form)
    assert (status, states()) == (422, {1: "approved"})
    assert "This is no date and time." in page


def test_an_announced_version_is_withdrawn_and_an_older_text_comes_back(client: Client) -> None:
    now = clock.now()
    published(text(), at=now - dt.timedelta(days=2))
    published(text(rate="2%"), at=now - dt.timedelta(days=1))
    published(text(rate="3%"), at=now, day=(now + dt.timedelta(days=9)).date())
    signed_in(client, cast.owner())
    status, page = sent(client, "/versions/3/withdraw/", reason=" ")
    assert (status, states()[3]) == (422, "announced")
    assert "Please say why" in page
    assert sent(client, "/versions/3/withdraw/", reason="Too dear.")[0] == 200
    page = seen(client, "/versions/3/")
    assert "Too dear." in page
    assert "Withdrawn" in page
    _, page = sent(client, "/versions/1/again/", reason="They liked it.")
    assert "The text of version 1 again. They liked it." in page
    assert states() == {1: "retired", 2: "in_force", 3: "approved", 4: "checked"}


def test_a_version_is_sent_back_with_what_has_to_be_mended(client: Client) -> None:
    handed_in(text())
    _, page = sent(signed_in(client, cast.owner()), "/versions/1/send-back/", reason="Name the day.")
    assert "Sent back. Its draft is open again." in page
    assert "Name the day." in page
    assert states() == {1: "draft"}


def test_the_document_is_handed_out_as_it_was_written(client: Client) -> None:
    handed_in(text())
    answer = signed_in(client, cast.clerk()).get("/versions/1/text/")
    assert answer.content.decode() == text()
    assert answer["Content-Disposition"] == 'attachment; filename="policy-1.yaml"'


def test_a_draft_with_errors_says_the_first_and_stays(client: Client) -> None:
    draft = UUID(drafting.open_draft(text=text().replace("KRW", "KRX"), **how()).value["draft"])
    _, page = sent(signed_in(client, cast.owner()), f"/versions/drafts/{draft}/hand-in/", reason="x")
    assert "findings, the first" in page
    assert states() == {}


def test_a_draft_that_began_before_another_version_says_what_to_do(client: Client) -> None:
    draft = UUID(drafting.open_draft(text=text(rate="2%"), **how()).value["draft"])
    published(text())
    _, page = sent(signed_in(client, cast.owner(), "be"), f"/versions/drafts/{draft}/hand-in/", reason="x")
    assert "Спачатку абнавіце чарнавік у майстэрні." in page
    assert states() == {1: "in_force"}


def test_a_clerk_sees_but_takes_no_step(client: Client) -> None:
    handed_in(text())
    signed_in(client, cast.clerk())
    assert "waits for approval" in seen(client, "/versions/1/")
    for step in ("approve", "send-back", "publish", "withdraw", "again"):
        assert client.post(f"/versions/1/{step}/", {"token": TOKEN, "reason": "x"}).status_code == 403
    assert states() == {1: "checked"}


@pytest.mark.parametrize(
    "form",
    [
        {"day": "0001-01-01"},
        {"day": "0001-01-01", "hour": "00:00"},
        {"day": "9999-12-31"},
        {"day": "9999-12-31", "hour": "23:00"},
    ],
)
def test_a_day_no_policy_is_for_is_no_date(client: Client, form: dict[str, str]) -> None:
    number = approved(text())
    assert sent(signed_in(client, cast.owner()), f"/versions/{number}/publish/", **form)[0] == 422
    assert states() == {number: "approved"}


def test_a_version_that_is_not_there_cannot_be_published_for_an_hour(client: Client) -> None:
    form = {"day": "2030-01-01", "hour": "10:00"}
    assert sent(signed_in(client, cast.owner()), "/versions/99/publish/", **form)[0] == 404
