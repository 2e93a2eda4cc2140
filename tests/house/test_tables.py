"""What holds for every table: rows that only grow are guarded, hot reads use an index, strangers have no data."""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection, transaction

from dangol.lib.append_only import AppendOnlyModel
from dangol.lib.personal import Holding
from dangol.loyalty import queries as loyalty
from dangol.loyalty.ledger import state
from dangol.people import queries as people
from dangol.sales import queries as sales
from dangol_policy.compile import compile_policy
from dangol_policy.story.play import Story
from tests.build import NOON
from tests.corpus.case import case, case_ids
from tests.dangol.flows.player import OverTheDatabase, rule

ROOMS = ("facts", "people", "staff", "rulebook", "sales", "loyalty", "flows")


def holdings(room: str) -> tuple[Holding, ...]:
    found: tuple[Holding, ...] = import_module(f"dangol.{room}.personal").HOLDINGS
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("holding", [holding for room in ROOMS for holding in holdings(room)], ids=str)
def test_a_stranger_has_nothing_to_hand_over_or_erase(holding: Holding) -> None:
    stranger = uuid4()
    assert holding.export is None or holding.export(stranger) == []
    assert holding.erase is None or holding.erase(stranger) == 0


def guarded() -> set[str]:
    query = (
        "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for _, name in cursor.fetchall()}


@pytest.mark.django_db
def test_rows_that_only_grow_are_guarded_by_the_database() -> None:
    tables = [model._meta.db_table for model in apps.get_models() if issubclass(model, AppendOnlyModel)]
    assert len(tables) >= 10
    wanted = {f"{table}_no_{what}" for table in (*tables, "rulebook_policyversion") for what in ("update", "delete")}
    assert wanted <= guarded()


CUSTOMER, ORDER = uuid4(), uuid4()
HOT_READS: dict[str, Any] = {
    "phone": lambda: people.find_by_phone("010-1234-5678"),
    "phone ending": lambda: people.find_by_phone_ending("5678"),
    "groups": lambda: people.groups_of(CUSTOMER, at=NOON),
    "account": lambda: loyalty.account(CUSTOMER),
    "lots held": lambda: state.stored_lots(CUSTOMER, held=True),
    "lots of an order": lambda: state.stored_lots(CUSTOMER, order=ORDER),
    "spendings": lambda: state.spendings(CUSTOMER, ORDER),
    "entries": lambda: list(loyalty.entries(CUSTOMER)[:20]),
    "measures": lambda: loyalty.COUNTED(CUSTOMER, date(2026, 1, 1)),
    "uses": lambda: loyalty.uses_of(CUSTOMER, ["a"]),
    "budgets": lambda: loyalty.budgets(["a", "b"]),
    "cards": lambda: loyalty.cards(CUSTOMER),
    "vouchers": lambda: list(loyalty.usable_vouchers(CUSTOMER, at=NOON)),
    "occasions": lambda: loyalty.occasions(CUSTOMER),
    "referral": lambda: loyalty.referrals(CUSTOMER),
    "accounts due": lambda: loyalty.accounts_due(at=NOON),
    "reviews due": lambda: loyalty.reviews_due(at=NOON),
    "vouchers due": lambda: loyalty.vouchers_due(at=NOON),
    "referrals due": lambda: loyalty.referrals_due(at=NOON),
    "order number": lambda: sales.by_number("A1"),
    "lines": lambda: sales.lines(ORDER),
    "returned": lambda: sales.returned_units(ORDER),
    "last order": lambda: sales.last_order_at(CUSTOMER),
    "purchases": lambda: list(sales.of_customer(CUSTOMER)[:20]),
}


@pytest.fixture
def _no_scans() -> Any:
    """PostgreSQL scans small tables whatever indexes there are, unless told otherwise."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")


def scans_of(reads: Mapping[str, Any]) -> list[str]:
    """What the database would look through from end to end to answer these reads, but for tables that stay small."""
    prefix = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    found = []
    with connection.cursor() as cursor:
        for sql, params in reads.items():
            cursor.execute(f"{prefix} {sql}", params)
            plan = [str(row[-1]) for row in cursor.fetchall()]
            assert plan, sql
            scanned = [line for line in plan if "Seq Scan" in line or (line.startswith("SCAN") and "USING" not in line)]
            found += [f"{line}: {sql}" for line in scanned if not any(table in line for table in STAY_SMALL)]
    return found


STAY_SMALL = ("rulebook_policyversion",)
COUNTED_ONCE = 'COUNT("loyalty_promotionuse"."id")'
"""Asked when a clause gets its first limit, never again."""
# A policy with errors can be quoted, but never published.
STORIES = [id_ for id_ in case_ids() if case(id_).story and not case(id_).data.get("findings")]


def reads_while(work: Callable[[], object], *, of: Callable[[], bool] = lambda: True) -> dict[str, Any]:
    """Every query for which `of` holds, with its last parameters; those sent together each by itself."""
    reads: dict[str, Any] = {}

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not of():
            return execute(sql, params, many, context)
        values = list(params or ())
        for part in sql.split(";\n"):
            taken, values = values[: part.count("%s")], values[part.count("%s") :]
            if part.startswith("SELECT"):
                reads[part] = taken
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        work()
    return reads


def _asked_by_the_program() -> bool:
    """Whether a query comes from the program, not from the test that looks at what it did."""
    frame = sys._getframe(2)
    while frame.f_back is not None:
        places = Path(frame.f_code.co_filename).parts
        if "tests" in places or "dangol" in places:
            return "tests" not in places
        frame = frame.f_back
    return False


@pytest.mark.django_db
@pytest.mark.usefixtures("_no_scans")
@pytest.mark.parametrize("name", HOT_READS)
def test_no_hot_read_scans_a_table(name: str) -> None:
    reads = reads_while(HOT_READS[name])
    assert reads
    assert scans_of(reads) == []


@pytest.mark.django_db
@pytest.mark.usefixtures("_no_scans")
def test_no_story_scans_a_table() -> None:
    """Purchases, returns, visits, cards, vouchers and everything due: whatever the corpus tells."""
    reads: dict[str, Any] = {}
    for id_ in STORIES:
        with transaction.atomic():
            reads |= reads_while(partial(told, id_), of=_asked_by_the_program)
            transaction.set_rollback(True)
    assert len(reads) > 40
    assert scans_of({sql: values for sql, values in reads.items() if COUNTED_ONCE not in sql}) == []


def told(id_: str) -> None:
    found = case(id_)
    rule(found.data["policy"])
    story = Story(compile_policy(found.policy, digest=found.parsed.digest, version=1))
    over = OverTheDatabase()
    for event in found.story:
        over.play(event, story.play(event).at)
