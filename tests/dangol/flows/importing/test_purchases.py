"""A file of purchases told to the business: each once, every row accounted for, also after a kill."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dangol.facts.models import Fact
from dangol.flows.importing import story
from dangol.flows.importing.commands import import_
from dangol.flows.publish import publish
from dangol.loyalty.models import Account
from dangol.people.models import Customer
from dangol.sales.models import Purchase
from tests.build import NOON

pytestmark = pytest.mark.django_db

POLICY = """
dangol: 1
business: {name: {en: Records}, timezone: America/New_York, currency: USD, languages: [en]}
loyalty:
  points:
    earn: [{id: five-per-dollar, points: 5, per: 1}]
    expire: {after: 12 months}
    redeem: {worth: "0.01", minimum: 100}
"""
HEADER = "order,who,day,units,dollars\n"
ROWS = "1,ann,2024-01-01,1,11.77\n2,ben,2024-01-12,1,12.00\n3,ben,2024-01-12,5,77.00\n4,ann,2024-02-02,3,20.00\n"
MAP = (
    "--map",
    "number=order",
    "--map",
    "customer=who",
    "--map",
    "at=day",
    "--map",
    "units=units",
    "--map",
    "amount=dollars",
)


@pytest.fixture(autouse=True)
def _in_force() -> None:
    publish(text=POLICY, request="publish", by="system:test", at=NOON.replace(year=2023))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    return tmp_path  # type: ignore[return-value]


def run(folder: Path, text: str, *more: str, encoding: str = "utf-8") -> tuple[int, dict[str, Any], str]:
    path = folder / "sales.csv"
    path.write_text(text, encoding=encoding)
    words = ["purchases", str(path), "--currency", "USD", *MAP, "--json", *more]
    result = CliRunner().invoke(import_, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, json.loads(result.stdout) if result.stdout else {}, result.stderr


def counted(told: dict[str, Any]) -> tuple[int, int, int, int]:
    return told["read"], told["imported"], told["already"], told["rejected"]


def test_every_purchase_is_told_as_it_was_paid(folder: Path) -> None:
    status, told, _ = run(folder, HEADER + ROWS)
    assert (status, counted(told)) == (0, (4, 4, 0, 0))
    assert (told["amount"], told["new_customers"]) == ("120.77", 2)
    assert sorted(Purchase.objects.values_list("total", flat=True)) == [1177, 1200, 2000, 7700]
    assert sum(account.orders for account in Account.objects.all()) == 4
    assert {one.at.year for one in Purchase.objects.all()} == {2024}


def test_the_same_file_again_changes_nothing(folder: Path) -> None:
    run(folder, HEADER + ROWS)
    facts = Fact.objects.count()
    status, told, _ = run(folder, HEADER + ROWS)
    assert (status, counted(told)) == (0, (4, 0, 4, 0))
    assert Fact.objects.count() == facts


def test_what_is_new_in_a_longer_file_is_added(folder: Path) -> None:
    run(folder, HEADER + ROWS)
    _, told, _ = run(folder, HEADER + ROWS + "5,ann,2024-03-01,1,5.00\n")
    assert counted(told) == (5, 1, 4, 0)


def test_after_a_kill_the_same_command_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "AT_ONCE", 1)
    told_once = story.Telling._tell_one
    calls = []

    def killed(self: story.Telling, *given: Any) -> None:
        calls.append(given)
        if len(calls) == 3:
            raise KeyboardInterrupt
        told_once(self, *given)

    monkeypatch.setattr(story.Telling, "_tell_one", killed)
    status, _, said = run(folder, HEADER + ROWS)
    assert (status, "go on" in said, Purchase.objects.count()) == (130, True, 2)
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    status, told, _ = run(folder, HEADER + ROWS)
    assert (status, counted(told), Purchase.objects.count()) == (0, (4, 2, 2, 0), 4)


def test_rejected_rows_are_written_with_line_and_reason(folder: Path) -> None:
    bad = "5,ann,2024-13-01,1,5.00\n6,ann,2024-03-01,1,-5.00\n7,ann\n"
    status, told, _ = run(folder, HEADER + ROWS + bad)
    assert (status, counted(told)) == (1, (7, 4, 0, 3))
    written = (folder / told["rejected_file"]).read_text(encoding="utf-8").splitlines()
    assert written[0] == "line,reason,order,who,day,units,dollars"
    assert [line.split(",")[0] for line in written[1:]] == ["6", "7", "8"]
    assert "negative" in written[2]


def test_an_order_that_changed_since_is_rejected_and_what_was_imported_stands(folder: Path) -> None:
    run(folder, HEADER + ROWS)
    status, told, _ = run(folder, HEADER + ROWS.replace("11.77", "99.00"))
    assert (status, counted(told)) == (1, (4, 0, 3, 1))
    assert Purchase.objects.get(number="1").total == 1177


def test_a_dry_run_changes_nothing(folder: Path) -> None:
    facts = Fact.objects.count()
    status, told, _ = run(folder, HEADER + ROWS, "--dry-run")
    assert (status, told["dry_run"], counted(told)) == (0, True, (4, 4, 0, 0))
    assert (Fact.objects.count(), Customer.objects.count()) == (facts, 0)


def test_a_file_in_another_currency_is_refused(folder: Path) -> None:
    status, _, said = run(folder, HEADER + ROWS, "--currency", "KRW")
    assert (status, "USD" in said, Purchase.objects.count()) == (2, True, 0)


def test_days_before_any_policy_are_refused_as_a_whole(folder: Path) -> None:
    status, _, said = run(folder, HEADER + ROWS.replace("2024-01-01", "1999-01-01"))
    assert (status, "no policy was in force" in said, Purchase.objects.count()) == (2, True, 0)


def test_a_korean_file_is_read_as_it_was_written(folder: Path) -> None:
    status, told, _ = run(
        folder, HEADER + "1,김민수,2024-01-01,1,11.77\n2,이서연,2024-01-02,1,5.00\n", encoding="cp949"
    )
    assert (status, told["encoding"], told["imported"]) == (0, "cp949", 2)
    assert Customer.objects.filter(identities__value="김민수").exists()


def test_a_policy_that_would_have_asked_for_another_amount_rejects_the_row(folder: Path) -> None:
    dearer = POLICY + "promotions: [{id: half, gives: {percent: 50%, off: order}}]\n"
    publish(text=dearer, request="publish-2", by="system:test", at=NOON.replace(year=2024))
    status, told, _ = run(folder, HEADER + "1,ann,2024-06-01,1,10.00\n")
    assert (status, told["rejected"], Purchase.objects.count()) == (1, 1, 0)
    assert "total" in (folder / told["rejected_file"]).read_text(encoding="utf-8")
    assert Customer.objects.count() == 0
