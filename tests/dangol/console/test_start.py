"""The interview by pages: what is answered stays, what appears later is asked, and the policy is what was answered."""

import pytest
from django.test import Client

from dangol.flows import drafting, policy_view, start
from dangol.rulebook.models import PolicyVersion
from dangol.staff.models import User
from dangol.staff.rights import Role
from tests import cast
from tests.build import NOON

pytestmark = pytest.mark.django_db
ABOUT = {"name": "봄날식당", "industry": "restaurant", "country": "KR"}
CARD = {
    "regulars.kind": "card",
    "card.every": "10",
    "card.first": "no",
    "card.gift": "dessert",
    "card.minimum": "8000",
    "card.valid": "30 days",
}


@pytest.fixture
def owner() -> User:
    return cast.owner()


@pytest.fixture
def client(client: Client, owner: User) -> Client:
    client.force_login(owner)
    return client


def send(client: Client, step: str, given: dict[str, str], *, shown: tuple[str, ...] = (), status: int = 302) -> str:
    answer = client.post(f"/start/questions/{step}/", {**given, "shown": [*given, *shown]})
    assert answer.status_code == status
    return answer.headers.get("Location", answer.content.decode())


def test_a_page_that_makes_further_questions_necessary_is_shown_again(client: Client) -> None:
    send(client, "business", ABOUT)
    assert send(client, "regulars", {"regulars.kind": "card"}) == "/start/questions/regulars/#new"
    page = client.get("/start/questions/regulars/").content.decode()
    assert 'name="card.first"' in page
    assert send(client, "regulars", CARD) == "/start/questions/returns/"


def test_what_cannot_be_left_out_is_named_and_the_rest_is_kept(client: Client) -> None:
    page = send(client, "business", {"name": "봄날식당"}, shown=("industry", "country"), status=422)
    assert "What kind of business is it?" in page
    assert 'value="봄날식당"' in page
    assert client.get("/start/outline/").headers["Location"] == "/start/questions/business/"


def test_answers_of_one_page_leave_those_of_others_alone(client: Client, owner: User) -> None:
    send(client, "business", ABOUT)
    send(client, "regulars", {**CARD, "name": "Another"})
    whole = start.whole(owner.pk, "ko")
    assert whole is not None
    assert whole.name == "봄날식당"


def test_the_policy_in_force_says_what_was_answered(client: Client, owner: User) -> None:
    send(client, "business", ABOUT)
    send(client, "regulars", CARD)
    page = client.get("/start/outline/").content.decode()
    assert "Put it in force now" in page
    assert client.post("/start/make/", {"token": "t", "publish": "yes"}).headers["Location"] == "/policy/"
    # A second tap changes nothing.
    client.post("/start/make/", {"token": "t", "publish": "yes"})
    version = PolicyVersion.objects.get()
    view = policy_view.policy_in_force(language="ko", at=version.effective_from or NOON)
    assert view.business == "봄날식당"
    said = " ".join(clause.text for section in view.sections for clause in section.clauses)
    assert "10번 방문하실 때마다 오늘의 디저트를 드립니다." in said
    assert "첫 방문은 세지 않습니다." in said
    assert "Put it in force now" not in client.get("/start/outline/").content.decode()


def test_it_can_be_kept_as_a_draft(client: Client) -> None:
    send(client, "business", ABOUT)
    client.post("/start/make/", {"token": "t"})
    again = client.post("/start/make/", {"token": "t"})
    (draft,) = drafting.drafts()
    assert again.headers["Location"] == f"/studio/{draft.id}/"
    assert "봄날식당" in drafting.draft_text(draft.id).text
    assert not PolicyVersion.objects.exists()


def test_without_the_first_page_nothing_is_made(client: Client) -> None:
    assert client.post("/start/make/", {"token": "t"}).headers["Location"] == "/start/questions/business/"
    assert drafting.drafts() == []


def test_answers_are_forgotten_when_asked(client: Client, owner: User) -> None:
    send(client, "business", ABOUT)
    client.post("/start/anew/")
    assert not start.progress(owner.pk, "en").begun


def test_only_the_part_is_sent_while_answers_are_chosen(client: Client) -> None:
    send(client, "business", ABOUT)
    answer = client.post(
        "/start/questions/regulars/",
        {"regulars.kind": "card", "shown": "regulars.kind"},
        headers={"HX-Request": "true"},
    )
    page = answer.content.decode()
    assert "<html" not in page
    assert 'name="card.every"' in page


def test_unknown_pages_are_not_there(client: Client) -> None:
    assert client.get("/start/questions/nothing/").status_code == 404


def test_who_may_not_write_policies_is_shown_no_door(client: Client) -> None:
    client.force_login(cast.clerk())
    assert client.get("/start/").status_code == 403
    assert client.post("/start/make/", {"token": "t", "publish": "yes"}).status_code == 403
    assert not PolicyVersion.objects.exists()


def test_who_may_not_publish_keeps_a_draft() -> None:
    editor = cast.somebody(Role.POLICY_EDITOR)
    client = Client()
    client.force_login(editor)
    send(client, "business", ABOUT)
    assert "Put it in force now" not in client.get("/start/outline/").content.decode()
    assert client.post("/start/make/", {"token": "t", "publish": "yes"}).status_code == 403
    assert not PolicyVersion.objects.exists()


def test_a_form_sent_again_after_other_answers_is_refused_in_words(client: Client) -> None:
    send(client, "business", ABOUT)
    assert client.post("/start/make/", {"token": "t"}).status_code == 302
    send(client, "business", {**ABOUT, "name": "나루상점"})
    again = client.post("/start/make/", {"token": "t"}, follow=True)
    assert again.status_code == 200
    assert "This form was sent before with other contents." in again.content.decode()
    assert len(drafting.drafts()) == 1
