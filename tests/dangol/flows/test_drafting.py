"""Working drafts: whoever saves at the same time, nothing typed is lost, and no draft undoes what was published."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from dangol.facts.models import Fact
from dangol.flows import drafting
from dangol.flows.errors import BadInput, NotAllowed, NotFound
from dangol.flows.publish import publish
from dangol.rulebook.errors import HasProblems
from dangol.rulebook.models import Draft, DraftText, PolicyVersion
from tests.build import NOON, at_once

pytestmark = pytest.mark.django_db
TEXT = """dangol: 1
business:
  name: {en: Bomnal Diner}
  timezone: Asia/Seoul
  currency: KRW
loyalty:
  cards:
    - id: tenth-visit
      every: 10
      gives: {item: dessert}
  points:
    earn:
      - id: base
        rate: 1%
"""
_numbers = count(1)


def how(by: str = "staff:1") -> dict[str, Any]:
    return {"request": f"draft-{next(_numbers)}", "by": by, "at": NOON}


def opened(text: str | None = TEXT) -> UUID:
    return UUID(drafting.open_draft(text=text, **how()).value["draft"])


def save(draft: UUID, base: int, text: str, by: str = "staff:1") -> dict[str, Any]:
    value: dict[str, Any] = drafting.save_draft(draft=draft, base=base, text=text, **how(by)).value
    return value


def text_of(draft: UUID) -> str:
    return drafting.draft_text(draft).text


def in_force(text: str = TEXT) -> None:
    number = next(_numbers)
    publish(text=text, request=f"publish-{number}", by="staff:1", at=NOON + number * timedelta(seconds=1))


def test_a_draft_begins_from_a_text_a_version_or_what_was_published_last() -> None:
    assert text_of(opened(None)) == ""
    in_force()
    in_force(TEXT.replace("10", "8"))
    assert text_of(opened(None)) == TEXT.replace("10", "8")
    older = UUID(drafting.open_draft(version=1, title="Back again", **how()).value["draft"])
    assert text_of(older) == TEXT
    view = drafting.draft_view(older)
    assert (view.title, view.base_version, view.number, view.saved_by) == ("Back again", 2, 1, "staff:1")
    with pytest.raises(NotFound, match="version 9"):
        drafting.open_draft(version=9, **how())
    assert len(drafting.drafts()) == 3


def test_each_saving_is_kept() -> None:
    draft = opened()
    assert save(draft, 1, TEXT + "# a\n") == {"number": 2, "merged": False, "conflict": False}
    assert save(draft, 2, TEXT + "# b\n")["number"] == 3
    assert save(draft, 3, TEXT + "# b\n")["number"] == 3, "the same text again is no new saving"
    assert drafting.draft_text(draft, 2).text == TEXT + "# a\n"
    assert [one.number for one in drafting.savings(draft)] == [3, 2, 1]
    assert all(one.text == "" for one in drafting.savings(draft))


def test_two_who_change_different_places_both_keep_their_change() -> None:
    draft = opened()
    save(draft, 1, TEXT.replace("every: 10", "every: 8"), by="staff:1")
    answer = save(draft, 1, TEXT.replace("rate: 1%", "rate: 2%"), by="staff:2")
    assert answer == {"number": 3, "merged": True, "conflict": False}
    assert text_of(draft) == TEXT.replace("every: 10", "every: 8").replace("rate: 1%", "rate: 2%")


def test_two_who_change_the_same_line_are_told_and_nothing_is_lost() -> None:
    draft = opened()
    save(draft, 1, TEXT.replace("every: 10", "every: 8"), by="staff:1")
    mine = TEXT.replace("every: 10", "every: 12")
    assert save(draft, 1, mine, by="staff:2") == {"number": 3, "merged": False, "conflict": True}
    assert "every: 8" in text_of(draft)
    kept = drafting.draft_text(draft, 3)
    assert (kept.text, kept.beside, kept.by) == (mine, True, "staff:2")
    # Whoever goes on from what was kept beside is put together with the draft from where they began.
    assert save(draft, 3, mine, by="staff:2")["conflict"]
    both = mine.replace("every: 12", "every: 8").replace("rate: 1%", "rate: 3%")
    assert save(draft, 3, both, by="staff:2")["merged"]
    assert "every: 8" in text_of(draft)
    assert "rate: 3%" in text_of(draft)


def test_what_fits_by_lines_but_not_in_meaning_is_a_conflict() -> None:
    draft = opened()
    first = TEXT.replace("  cards:\n", "  cards:\n    - {id: tea, every: 5, gives: {item: tea}}\n")
    second = TEXT + "promotions:\n  - {id: tea, code: TEA, gives: {amount: 500}}\n"
    save(draft, 1, first)
    assert save(draft, 1, second)["conflict"]
    assert text_of(draft) == first


def test_a_saving_sent_twice_is_one_saving() -> None:
    draft = opened()
    same = how()
    first = drafting.save_draft(draft=draft, base=1, text=TEXT + "# a\n", **same)
    again = drafting.save_draft(draft=draft, base=1, text=TEXT + "# a\n", **same)
    assert (first.value, again.replayed) == (again.value, True)
    assert DraftText.objects.filter(draft_id=draft).count() == 2


def test_line_ends_of_a_browser_are_one_kind() -> None:
    draft = opened(TEXT.replace("\n", "\r\n"))
    assert text_of(draft) == TEXT
    assert save(draft, 1, TEXT.replace("\n", "\r\n"))["number"] == 1


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x" * 1_000_001])
def test_what_cannot_be_kept_is_refused(text: str) -> None:
    draft = opened()
    with pytest.raises(BadInput):
        save(draft, 1, text)
    assert DraftText.objects.filter(draft_id=draft).count() == 1


def test_a_draft_that_is_handed_in_becomes_a_checked_version() -> None:
    draft = opened()
    answer = drafting.submit_draft(draft=draft, reason=" more guests ", **how()).value
    version = PolicyVersion.objects.get(number=answer["version"])
    assert (version.state, version.author, version.reason, version.text) == ("checked", "staff:1", "more guests", TEXT)
    view = drafting.draft_view(draft)
    assert (view.state, view.version) == ("submitted", version.number)
    assert Fact.objects.filter(kind="draft.submitted", subject_id=draft, policy_version=version.number).count() == 1
    for closed in (
        lambda: save(draft, 1, TEXT),
        lambda: drafting.drop_draft(draft=draft, **how()),
        lambda: drafting.submit_draft(draft=draft, reason="", **how()),
    ):
        with pytest.raises(NotAllowed, match="submitted"):
            closed()
    assert drafting.drafts() == []


def test_a_draft_with_errors_stays_open_and_makes_no_version() -> None:
    draft = opened(TEXT.replace("KRW", "XYZ"))
    facts = Fact.objects.count()
    with pytest.raises(HasProblems):
        drafting.submit_draft(draft=draft, reason="", **how())
    assert (PolicyVersion.objects.count(), Fact.objects.count()) == (0, facts)
    assert drafting.draft_view(draft).state == "open"


def test_a_dropped_draft_can_still_be_read() -> None:
    draft = opened()
    drafting.drop_draft(draft=draft, **how())
    assert drafting.drafts() == []
    assert text_of(draft) == TEXT
    with pytest.raises(NotFound):
        drafting.draft_text(uuid4())
    with pytest.raises(NotFound):
        drafting.draft_text(draft, 7)


def test_a_draft_takes_over_what_was_published_meanwhile_before_it_is_handed_in() -> None:
    in_force()
    draft = opened(None)
    save(draft, 1, TEXT.replace("rate: 1%", "rate: 2%"))
    in_force(TEXT.replace("every: 10", "every: 8"))
    with pytest.raises(NotAllowed, match="Version 2"):
        drafting.submit_draft(draft=draft, reason="", **how())
    assert PolicyVersion.objects.count() == 2
    assert drafting.bring_up_to_date(draft=draft, **how()).value == {"number": 3, "merged": True, "conflict": False}
    assert text_of(draft) == TEXT.replace("every: 10", "every: 8").replace("rate: 1%", "rate: 2%")
    assert drafting.submit_draft(draft=draft, reason="", **how()).value["version"] == 3


def test_what_was_published_meanwhile_and_does_not_fit_is_kept_beside() -> None:
    in_force()
    draft = opened(None)
    save(draft, 1, TEXT.replace("rate: 1%", "rate: 2%"))
    in_force(TEXT.replace("rate: 1%", "rate: 3%"))
    answer = drafting.bring_up_to_date(draft=draft, **how()).value
    assert answer == {"number": 3, "merged": False, "conflict": True}
    assert "rate: 2%" in text_of(draft)
    assert "rate: 3%" in drafting.draft_text(draft, 3).text
    assert drafting.bring_up_to_date(draft=draft, **how()).value["conflict"] is False


@pytest.mark.parametrize("statement", ["UPDATE rulebook_drafttext SET text = 'x'", "DELETE FROM rulebook_drafttext"])
def test_the_database_keeps_every_saving(statement: str) -> None:
    draft = opened()
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert text_of(draft) == TEXT


@pytest.mark.django_db(transaction=True)
def test_many_who_save_at_once_lose_nothing() -> None:
    lines = [f"# line {number}" for number in range(40)]
    draft = opened("\n".join(lines))

    def change(number: int) -> dict[str, Any]:
        mine = [f"{line} by {number}" if at == 3 * number else line for at, line in enumerate(lines)]
        return save(draft, 1, "\n".join(mine), by=f"staff:{number}")

    answers = at_once(change, 8, threads=4)
    assert not [answer for answer in answers if isinstance(answer, Exception) or answer["conflict"]]
    assert all(f"by {number}" in text_of(draft) for number in range(8))
    assert sorted(Draft.objects.get().texts.values_list("number", flat=True)) == list(range(1, 10))
