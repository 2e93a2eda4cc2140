"""A trial of a draft: asked for once, done by the worker in stretches, gone on with after a kill, called off."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from dangol.flows import demo, drafting, due, work
from dangol.flows import worker as working
from dangol.flows.effect import asking, measuring
from dangol.flows.effect import working as doing
from dangol.flows.effect.asking import EFFECT, ask, cancel
from dangol.flows.errors import BadInput, NoPolicyInForce, NotAllowed, NotFound
from dangol.flows.models import DONE, RUNNING, EffectRun, Work
from dangol.flows.personal import HOLDINGS
from dangol.loyalty.models import Account
from dangol.rulebook.errors import HasProblems
from tests.build import NOON
from tests.dangol.flows.player import rule

SHOP = (Path(__file__).parents[4] / "policies" / "shop.yaml").read_text(encoding="utf-8")
GENEROUS = SHOP.replace("rate: {welcome: 1%, silver: 2%, gold: 3%}", "rate: {welcome: 2%, silver: 4%, gold: 6%}")
HOW: dict[str, Any] = {"by": "staff:1", "at": NOON}
pytestmark = pytest.mark.django_db


@pytest.fixture
def _shop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "CUSTOMERS", 6)
    monkeypatch.setattr(demo, "DAYS", 260)
    demo.tell(policy=SHOP, at=NOON)
    for customer in due.waiting(at=NOON):
        due.settle(customer, at=NOON)


@pytest.fixture
def run(_shop: None) -> EffectRun:
    draft = UUID(drafting.open_draft(text=GENEROUS, title="More points", request="open", **HOW).value["draft"])
    return EffectRun.objects.get(id=ask(draft=draft, request="ask", **HOW).value["run"])


def finish(worker: str = "one", *, at: dt.datetime = NOON, rounds: int = 1_000) -> None:
    for _ in range(rounds):
        if not work.run_due(handlers=working.HANDLERS, worker=worker, now=lambda: at):
            return


def stored() -> list[tuple[Any, ...]]:
    return list(Account.objects.order_by("customer_id").values_list())


def test_the_worker_finds_out_what_the_draft_would_have_changed(run: EffectRun) -> None:
    before = stored()
    finish()
    run.refresh_from_db()
    assert (run.state, run.title, run.progress) == (DONE, "More points", {})
    result = run.result
    base, draft, margin = result["figures"]["points_issued"]
    by_clause = {row["clause"]: row for row in result["clauses"]}["base-earn"]
    assert draft > base > 0
    assert abs(by_clause["draft"][2] - 2 * by_clause["base"][2]) <= 2 * result["purchases_played"]
    assert (margin, result["worse"]) == (0, 0)
    assert 0 < result["better"] <= result["customers"] == 6
    assert result["most"][0]["causes"][0][0] == "base-earn"
    assert result["stored"]["same"] == result["stored"]["held_against"]
    assert stored() == before
    assert not Work.objects.exists()


def test_asking_twice_is_asking_once(run: EffectRun) -> None:
    again = ask(draft=run.draft_id, request="ask", **HOW)
    assert (again.replayed, UUID(again.value["run"])) == (True, run.id)
    assert EffectRun.objects.count() == Work.objects.filter(kind=EFFECT).count() == 1


def test_the_draft_is_tried_as_it_was_when_it_was_asked(run: EffectRun) -> None:
    assert run.draft_id is not None
    drafting.save_draft(draft=run.draft_id, base=1, text=SHOP, request="save", **HOW)
    finish()
    run.refresh_from_db()
    assert (run.text, run.draft_number) == (GENEROUS, 1)
    assert run.result["better"] > 0


def test_a_killed_worker_loses_its_stretch_only(run: EffectRun, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretches of no length play one history each; one worker dies in the middle of one, and another goes on."""
    monkeypatch.setattr(doing, "STRETCH", 1e-9)
    finish(rounds=4)
    claimed = work.claim(worker="dies", at=NOON, kinds=[EFFECT])
    work.keep_holding(claimed[0], at=NOON, lease=doing.LEASE)
    kept = EffectRun.objects.get(id=run.id)
    assert 0 < kept.seen < kept.total
    finish("two")
    assert EffectRun.objects.get(id=run.id).state == RUNNING
    finish("two", at=NOON + doing.LEASE)
    in_pieces = EffectRun.objects.get(id=run.id)
    whole = ask(draft=run.draft_id, request="again", **HOW).value["run"]
    monkeypatch.setattr(doing, "STRETCH", 60.0)
    finish()
    assert in_pieces.state == DONE
    assert in_pieces.result == EffectRun.objects.get(id=whole).result


def test_two_workers_never_write_the_same_stretch(run: EffectRun) -> None:
    row = Work.objects.get(kind=EFFECT)
    first, second = (measuring.Measuring(doing._question(run.id)) for _ in range(2))
    for one in (first, second):
        one.go(1e-9)
    assert doing._kept(run, first, False, NOON)
    assert not doing._kept(run, second, False, NOON)
    assert EffectRun.objects.get(id=run.id).steps == 1
    assert row.kind == EFFECT


def test_a_run_can_be_called_off_and_says_so_once(run: EffectRun) -> None:
    assert cancel(run=run.id, request="cancel", **HOW).value == {"cancelled": True}
    finish()
    run.refresh_from_db()
    assert (run.state, run.result, run.progress) == ("cancelled", {}, {})
    assert cancel(run=run.id, request="cancel-again", **HOW).value == {"cancelled": False}
    with pytest.raises(NotFound):
        cancel(run=uuid4(), request="nothing", **HOW)


def test_a_run_called_off_in_the_middle_of_a_stretch_writes_nothing(run: EffectRun) -> None:
    measured = measuring.Measuring(doing._question(run.id))
    measured.go(60)
    cancel(run=run.id, request="cancel", **HOW)
    assert not doing._kept(run, measured, True, NOON)
    assert EffectRun.objects.get(id=run.id).result == {}


def test_what_cannot_be_tried_is_refused_and_nothing_is_kept() -> None:
    with pytest.raises(NotFound):
        ask(draft=uuid4(), request="a", **HOW)
    with pytest.raises(NotFound):
        ask(version=7, request="b", **HOW)
    with pytest.raises(BadInput):
        ask(request="c", **HOW)
    draft = UUID(drafting.open_draft(text=SHOP, request="open", **HOW).value["draft"])
    with pytest.raises(NoPolicyInForce):
        ask(draft=draft, request="d", **HOW)
    rule(SHOP)
    with pytest.raises(NotAllowed) as refused:
        ask(draft=draft, request="e", **HOW)
    assert refused.value.code == "no-purchases"
    assert not EffectRun.objects.exists()
    assert not Work.objects.exists()


@pytest.mark.usefixtures("_shop")
def test_a_text_with_errors_or_in_another_currency_is_refused() -> None:
    wrong = UUID(drafting.open_draft(text="dangol: 1\nbusines: {}\n", request="1", **HOW).value["draft"])
    with pytest.raises(HasProblems):
        ask(draft=wrong, request="f", **HOW)
    other = "dangol: 1\nbusiness: {name: Shop, timezone: Asia/Seoul, currency: USD}\n"
    dollars = UUID(drafting.open_draft(text=other, request="2", **HOW).value["draft"])
    with pytest.raises(BadInput):
        ask(draft=dollars, request="g", **HOW)
    with pytest.raises(BadInput):
        ask(version=1, since=NOON.date() + dt.timedelta(days=2), request="h", **HOW)
    assert not EffectRun.objects.exists()


def test_a_sample_says_its_share_and_how_far_it_may_be_off(run: EffectRun, monkeypatch: pytest.MonkeyPatch) -> None:
    finish()
    half = set(Account.objects.order_by("customer_id").values_list("customer_id", flat=True)[::2])
    monkeypatch.setattr(asking, "MOST_PURCHASES", 20)
    monkeypatch.setattr(measuring, "is_drawn", lambda name, share: UUID(name) in half)
    sample = EffectRun.objects.get(id=ask(draft=run.draft_id, request="sample", **HOW).value["run"])
    assert 0 < sample.share < 1
    finish()
    sample.refresh_from_db()
    run.refresh_from_db()
    drawn, of = sample.result["drawn"]["customers"], sample.result["of"]["customers"]
    assert 0 < drawn < of == run.result["drawn"]["customers"]
    base, draft, margin = sample.result["figures"]["points_issued"]
    assert draft > base
    assert margin > 0


def test_who_is_erased_is_left_out_of_what_was_found(run: EffectRun) -> None:
    holding = next(one for one in HOLDINGS if one.model is EffectRun)
    finish()
    run.refresh_from_db()
    someone = run.result["most"][0]["customer"]
    assert holding.export is not None
    assert holding.erase is not None
    assert [row["customer"] for row in holding.export(UUID(someone))] == [someone]
    assert holding.erase(UUID(someone)) == 1
    assert holding.erase(UUID(someone)) == 0
    assert someone not in str(EffectRun.objects.get(id=run.id).result)


def test_the_period_ends_with_the_last_purchase_when_nothing_was_bought_for_long(run: EffectRun) -> None:
    later = NOON + dt.timedelta(days=400)
    again = ask(draft=run.draft_id, request="later", by="staff:1", at=later).value["run"]
    late = EffectRun.objects.get(id=again)
    assert run.until == NOON
    assert NOON - dt.timedelta(days=31) < late.until < NOON + dt.timedelta(days=1)
    assert late.since >= run.since
