"""The studio as people use it: forms, document, programmes, examples; nothing lost, nothing changed on refusal."""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from dangol.flows import drafting, publish
from dangol.lib import clock
from dangol.rulebook.models import DraftText
from dangol.staff.models import User
from tests import cast

pytestmark = pytest.mark.django_db
POLICY = """\
# Our promises.
dangol: 1
business: {name: {en: Bomnal, ko: 봄날}, timezone: Asia/Seoul, currency: KRW, languages: [en, ko]}
promotions:
  # Agreed with the kitchen.
  - id: lunch
    gives: {percent: 10%, off: order}  # not more
    when: {hours: 11:00-14:00}
  - {id: tea, gives: {item: tea}, needs: {spend: 20000}}
examples:
  - name: lunch is cheaper
    given: {at: "2026-03-04T12:00", basket: [{price: 10000}]}
    expect: {total: 9000, applied: [lunch]}
"""
BACKEND = "django.contrib.auth.backends.ModelBackend"


def draft_of(text: str = POLICY) -> UUID:
    made = drafting.open_draft(text=text, title="Spring", request="test:open", by="system:test", at=clock.now())
    return UUID(made.value["draft"])


def text_of(draft: UUID) -> str:
    return drafting.draft_text(draft).text


@pytest.fixture
def studio(client: Client) -> Client:
    client.force_login(cast.owner(), backend=BACKEND)
    client.cookies["django_language"] = "en"
    return client


def read(client: Client, name: str, draft: UUID, query: str = "", status: int = 200, **more: object) -> str:
    answer = client.get(reverse(f"studio_{name}", args=[draft, *more.values()]) + query)
    assert answer.status_code == status
    return answer.content.decode()


def form_in(page: str) -> dict[str, list[str]]:
    """What a browser would send of the form as it stands."""
    form = re.search(r'<form[^>]* id="form".*?</form>', page, re.DOTALL)
    assert form is not None
    sent: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form[0]):
        kind, name = re.search(r'type="(\w+)"', tag), re.search(r' name="([^"]+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and not (kind and kind[1] == "checkbox" and " checked" not in tag):
            sent.setdefault(name[1], []).append(value[1] if value else "")
    for name, body in re.findall(r'<select[^>]* name="([^"]+)".*?>(.*?)</select>', form[0], re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', body) or re.search(r'<option value="([^"]*)"', body)
        sent[name] = [chosen[1] if chosen else ""]
    return sent


def test_only_who_edits_the_policy_comes_in(client: Client) -> None:
    draft = draft_of()
    client.force_login(cast.clerk(), backend=BACKEND)
    for name in ("desk", "edit", "document", "programmes", "examples", "history"):
        assert client.get(reverse(f"studio_{name}", args=[draft])).status_code == 403
    for name in ("drop", "follow", "remove", "undo", "look", "document_look", "keep"):
        assert client.post(reverse(f"studio_{name}", args=[draft]), {"clause": "tea"}).status_code == 403
    assert text_of(draft) == POLICY
    assert DraftText.objects.count() == 1


def test_drafts_are_listed_and_begun_from_the_policy_in_force(studio: Client) -> None:
    assert "There is no policy yet" in studio.get(reverse("studio")).content.decode()
    publish.publish(text=POLICY, request="p", by="system:test", at=clock.now() - timedelta(days=9))
    assert "Begin one from the policy in force" in studio.get(reverse("studio")).content.decode()
    for _ in range(2):
        answer = studio.post(reverse("studio_new"), {"title": "Summer", "token": "a-token-of-a-page-1"})
    assert answer.status_code == 302
    assert "Summer" in studio.get(reverse("studio")).content.decode()
    assert len(drafting.drafts()) == 1
    assert text_of(drafting.drafts()[0].id) == POLICY


def test_clauses_stand_as_sentences_with_their_health(studio: Client) -> None:
    page = read(studio, "desk", draft_of())
    assert "11:00 to 14:00" in page
    assert "shown by an example" in page
    assert "no example yet" in page
    assert re.search(r"no example exercises `tea`", page)


def test_a_draft_with_errors_is_still_told_as_far_as_it_can_be(studio: Client) -> None:
    more = "contact: {caps: [{id: cap, most: 2, per: 30 days, channel: pigeon}]}\n"
    page = read(studio, "desk", draft_of(POLICY + more), "?section=contact")
    assert "pigeon" in page
    assert "to mend" in page


@pytest.mark.parametrize(
    ("clause", "change", "before", "after"),
    [
        (
            "lunch",
            {"f.gives.percent.~any": "12,5"},
            "percent: 10%, off: order}  # not more",
            "percent: 12.5%, off: order}  # not more",
        ),
        ("tea", {"f.needs.spend": "25,000"}, "spend: 20000", "spend: 25000"),
    ],
)
def test_a_form_changes_its_figure_and_nothing_else(
    studio: Client, clause: str, change: dict[str, str], before: str, after: str
) -> None:
    draft = draft_of()
    sent = form_in(read(studio, "edit", draft, f"?clause={clause}")) | {name: [one] for name, one in change.items()}
    answer = studio.post(reverse("studio_edit", args=[draft]), {**sent, "do": "save"})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert text_of(draft) == POLICY.replace(before, after)


def test_a_form_sent_as_it_was_drawn_saves_nothing(studio: Client) -> None:
    draft = draft_of()
    for asked in ("?clause=lunch", "?clause=tea", "?part=business"):
        sent = form_in(read(studio, "edit", draft, asked))
        assert studio.post(reverse("studio_edit", args=[draft]), {**sent, "do": "save"}).status_code == 302
    assert text_of(draft) == POLICY
    assert DraftText.objects.count() == 1


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept(studio: Client) -> None:
    draft = draft_of()
    sent = form_in(read(studio, "edit", draft, "?clause=tea")) | {"f.needs.spend": ["plenty"]}
    answer = studio.post(reverse("studio_edit", args=[draft]), {**sent, "do": "save"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="plenty"' in page
    assert "this is not an amount of money" in page
    assert text_of(draft) == POLICY


def test_parts_open_and_close_without_saving(studio: Client) -> None:
    draft = draft_of()
    sent = form_in(read(studio, "edit", draft, "?clause=tea")) | {"f.needs.spend": ["30000"]}
    page = studio.post(reverse("studio_edit", args=[draft]), {**sent, "do": "open:f.limit"}).content.decode()
    assert 'name="f.limit.per_customer"' in page
    assert 'value="30000"' in page
    again = form_in(page) | {"f.limit.per_customer": ["2"]}
    closed = studio.post(reverse("studio_edit", args=[draft]), {**again, "do": "close:f.limit"}).content.decode()
    assert 'name="f.limit.per_customer"' not in closed
    studio.post(reverse("studio_edit", args=[draft]), {**again, "do": "save"})
    assert "limit: {per_customer: 2}" in text_of(draft)


def test_looking_tells_what_the_clause_would_say_and_saves_nothing(studio: Client) -> None:
    draft = draft_of()
    sent = form_in(read(studio, "edit", draft, "?clause=lunch")) | {"f.gives.percent.~any": ["90"]}
    said = studio.post(reverse("studio_look", args=[draft]), sent).content.decode()
    assert "90%" in said
    page = studio.post(reverse("studio_edit", args=[draft]), {**sent, "do": "look"}).content.decode()
    assert 'value="90"' in page
    assert text_of(draft) == POLICY


def test_a_new_clause_needs_its_id(studio: Client) -> None:
    draft = draft_of()
    sent = form_in(read(studio, "edit", draft, "?new=loyalty.cards"))
    sent |= {"f.every": ["5"], "f.gives.~kind": ["item"], "f.gives.item": ["cake"]}
    refused = studio.post(reverse("studio_edit", args=[draft]), {**sent, "do": "save"})
    assert refused.status_code == 422
    assert text_of(draft) == POLICY
    studio.post(reverse("studio_edit", args=[draft]), {**sent, "f.id": "five", "do": "save"})
    assert "loyalty:\n  cards:\n    - {id: five, every: 5, gives: {item: cake}}\n" in text_of(draft)


def test_a_removed_clause_can_be_put_back(studio: Client) -> None:
    draft = draft_of()
    answer = studio.post(reverse("studio_remove", args=[draft]), {"clause": "tea", "number": "1"})
    assert "id: tea" not in text_of(draft)
    assert answer.headers["Location"].endswith("?undo=2")
    studio.post(reverse("studio_undo", args=[draft]), {"number": "2"})
    assert text_of(draft) == POLICY


def test_two_people_at_once_lose_nothing(studio: Client) -> None:
    draft = draft_of()
    mine = form_in(read(studio, "edit", draft, "?clause=tea")) | {"f.needs.spend": ["25000"]}
    theirs = POLICY.replace("percent: 10%", "percent: 15%")
    studio.post(reverse("studio_document", args=[draft]), {"text": theirs, "number": "1", "do": "save"})
    studio.post(reverse("studio_edit", args=[draft]), {**mine, "do": "save"})
    assert text_of(draft) == theirs.replace("spend: 20000", "spend: 25000")
    late = POLICY.replace("percent: 10%", "percent: 20%")
    answer = studio.post(reverse("studio_document", args=[draft]), {"text": late, "number": "1", "do": "save"})
    number = DraftText.objects.get(beside=True).number
    assert answer.headers["Location"] == reverse("studio_compared", args=[draft, number])
    page = read(studio, "compared", draft, number=number)
    assert "percent: 20%" in page
    assert "percent: 15%" in page
    assert "kept beside the draft" in read(studio, "history", draft)
    head = drafting.draft_view(draft).number
    studio.post(reverse("studio_compared", args=[draft, number]), {"number": str(head)})
    assert text_of(draft) == late


def test_a_form_sent_twice_is_one_saving(studio: Client) -> None:
    draft = draft_of()
    sent = form_in(read(studio, "edit", draft, "?clause=tea")) | {"f.needs.spend": ["25000"]}
    for _ in range(2):
        studio.post(reverse("studio_edit", args=[draft]), {**sent, "do": "save"})
    assert DraftText.objects.count() == 2


def test_a_document_that_cannot_be_read_keeps_what_was_written(studio: Client) -> None:
    draft = draft_of()
    broken = POLICY.replace("gives: {percent: 10%", "gives: {percent: [10%")
    looked = studio.post(
        reverse("studio_document_look", args=[draft]), {"text": broken, "number": "1"}
    ).content.decode()
    assert "line 7" in looked
    assert text_of(draft) == POLICY
    studio.post(reverse("studio_document", args=[draft]), {"text": broken, "number": "1", "do": "save"})
    assert text_of(draft) == broken
    assert "The document cannot be read yet" in read(studio, "desk", draft)
    assert studio.get(reverse("studio_edit", args=[draft]) + "?clause=tea").status_code == 302


def test_a_programme_is_read_before_it_is_added(studio: Client) -> None:
    draft = draft_of()
    assert "It needs points first." in read(studio, "programmes", draft)
    place = reverse("studio_programme", args=[draft, "visit-card"])
    typed = {"every": "8", "gift": "cake", "minimum": "9,000", "valid": "30", "number": "1"}
    said = studio.post(place, {**typed, "do": "look"}).content.decode()
    assert "cake" in said
    wrong = studio.post(place, {**typed, "every": "1", "do": "look"}).content.decode()
    assert "at least 2." in wrong
    refused = studio.post(place, {**typed, "every": "1", "do": "save"})
    assert refused.status_code == 422
    assert text_of(draft) == POLICY
    assert studio.post(place, {**typed, "do": "save"}).status_code == 302
    assert "id: visit-card" in text_of(draft)
    assert "- name: the visit number 8 fills the card" in text_of(draft)
    assert "all 2 come out as expected" in read(studio, "examples", draft)


def test_examples_say_what_differs(studio: Client) -> None:
    page = read(studio, "examples", draft_of(POLICY.replace("total: 9000", "total: 8000")))
    assert "1 comes out differently" in page
    assert re.search(r"<td>total</td><td>8000</td><td>9000</td>", page)


@pytest.mark.parametrize("place", ["edit/?clause=nobody", "edit/?part=nowhere", "programmes/nothing/", "history/77/"])
def test_what_is_not_there_says_so(studio: Client, place: str) -> None:
    answer = studio.get(f"{reverse('studio_desk', args=[draft_of()])}{place}")
    assert answer.status_code == 404
    assert "All drafts" in answer.content.decode()


@pytest.mark.parametrize("somebody", [cast.owner])
def test_the_link_is_there_for_whom_it_opens(client: Client, somebody: Callable[[], User]) -> None:
    for user, sees in ((somebody(), True), (cast.clerk(), False)):
        client.force_login(user, backend=BACKEND)
        assert (f'href="{reverse("studio")}"' in client.get(reverse("counter")).content.decode()) is sees


def test_the_situation_of_a_finding_is_kept_as_an_example(studio: Client) -> None:
    more = """\
returns:
  windows: [{id: week, for: 7 days, of: {category: food}}]
  exclusions: [{id: never, of: {category: food}, because: {en: It spoils., ko: 상합니다.}}]
"""
    draft = draft_of(POLICY + more)
    page = read(studio, "desk", draft)
    finding = re.search(r'name="finding" value="(\d+)"', page)
    assert finding is not None
    place = reverse("studio_keep", args=[draft])
    assert studio.post(place, {"finding": "999", "number": "1"}).status_code == 404
    assert DraftText.objects.count() == 1
    studio.post(place, {"finding": finding[1], "number": "1"})
    kept = text_of(draft)
    assert kept.count("  - name:") == 2
    assert "`week` allows it and `never` does not" in kept
    assert kept.startswith("# Our promises.\n")


@pytest.mark.parametrize("odd", ["²", "9" * 5000, "~²", "~" + "9" * 5000])
def test_odd_figures_in_names_and_values_are_told_and_never_a_failure(studio: Client, odd: str) -> None:
    draft = draft_of()
    drawn = form_in(read(studio, "edit", draft, "?clause=tea"))
    address, look = (reverse(f"studio_{name}", args=[draft]) for name in ("edit", "look"))
    names = [name for name in drawn if name.startswith("f.")]
    for end in ("", f".{odd}", ".~kind", f".{odd}.a"):
        sent = urlencode(drawn | {f"{name}{end}": [odd] for name in names}, doseq=True)
        assert studio.post(look, sent, content_type="application/x-www-form-urlencoded").status_code == 200
    for more in ({"number": [odd], "do": ["redraw"]}, {f"f.needs.{odd}": ["1"], "do": ["add:f.needs"]}):
        sent = urlencode(drawn | more, doseq=True)
        assert studio.post(address, sent, content_type="application/x-www-form-urlencoded").status_code in (200, 404)
    for page, asked in (("edit", f"?part={odd}"), ("edit", f"?new=loyalty.{odd}"), ("desk", f"?page={odd}")):
        assert studio.get(reverse(f"studio_{page}", args=[draft]) + asked).status_code in (200, 302, 404)
    assert studio.get(reverse("studio_document", args=[draft]) + f"?from={odd}").status_code in (200, 404)
    assert studio.post(reverse("studio_keep", args=[draft]), {"finding": odd, "number": odd}).status_code in (302, 404)
    assert text_of(draft) == POLICY
