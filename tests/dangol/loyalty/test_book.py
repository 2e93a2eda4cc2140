"""The ledger: sums that always hold, refusals that change nothing, and an audit that finds every lie."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dangol.facts.models import Fact
from dangol.lib.append_only import AppendOnly
from dangol.loyalty import queries
from dangol.loyalty.actions import Book, open_book
from dangol.loyalty.audit import ledger_differences
from dangol.loyalty.errors import Overdrawn
from dangol.loyalty.models import Account, Counted, Entry, Lot, TierChange
from dangol.loyalty.models.ledger import STATES
from dangol.people.errors import UnknownCustomer
from tests.build import DAY, NOON, a_customer, an_act, at_once, give, shift

pytestmark = pytest.mark.django_db


def balances(customer: UUID) -> dict[str, int]:
    account = queries.account(customer)
    return {state: getattr(account, state) for state in STATES}


def everything() -> tuple[object, ...]:
    return tuple(list(model.objects.order_by("pk").values()) for model in (Account, Lot, Entry, Counted, Fact))


def test_points_come_and_go_with_an_entry_and_a_fact_each() -> None:
    minsu, order = a_customer(), uuid4()
    with an_act() as act:
        book = open_book(act=act, customer=minsu.id)
        lot = give(book, 120, target="pending", order=order, usable_from=NOON + DAY, expires_at=NOON + 9 * DAY)
        book.set_next_due(NOON + DAY)
    with an_act(at=NOON + 2 * DAY) as act:
        book = open_book(act=act, customer=minsu.id)
        shift(book, lot, "mature", "pending", "usable", 120, at=NOON + DAY, order=order)
        shift(book, lot, "spend", "usable", "spent", 50, clause="redeem", order=order)
        book.set_next_due(NOON + 9 * DAY)
    assert balances(minsu.id) == {"pending": 0, "usable": 70, "spent": 50, "expired": 0, "reversed": 0}
    kinds = ["points.earned", "points.matured", "points.spent"]
    assert list(Fact.objects.filter(kind__startswith="points.").order_by("at").values_list("kind", flat=True)) == kinds
    assert [(entry.number, entry.kind, entry.at) for entry in queries.entries(minsu.id)] == [
        (3, "spend", NOON + 2 * DAY),
        (2, "mature", NOON + DAY),
        (1, "earn", NOON),
    ]
    account = queries.account(minsu.id)
    assert (account.version, account.next_due) == (2, NOON + 9 * DAY)
    assert queries.accounts_due(at=NOON + 9 * DAY) == [minsu.id]
    assert queries.accounts_due(at=NOON + 8 * DAY) == []
    assert queries.entries_of_order(minsu.id, order).count() == 3
    assert not list(ledger_differences())


def test_a_debt_is_a_lot_below_zero_which_later_points_fill() -> None:
    minsu, order = a_customer(), uuid4()
    with an_act() as act:
        book = open_book(act=act, customer=minsu.id)
        spent, debt = give(book, 100, order=order), act.new_id()
        shift(book, spent, "spend", "usable", "spent", 100)
        shift(book, spent, "make-good", "spent", "spent", 100)
        book.add_lot(id=debt, points=-100, clause="base", version=1, order=order, debt_of=spent)
        shift(book, debt, "owe", "", "usable", -100)
    account = queries.account(minsu.id)
    assert (account.usable, account.owed) == (-100, 100)
    assert not list(ledger_differences())
    with an_act(at=NOON + DAY) as act:
        book = open_book(act=act, customer=minsu.id)
        fresh = give(book, 130)
        shift(book, fresh, "repay", "usable", "spent", 100)
        shift(book, debt, "repay", "usable", "spent", -100)
        assert [lot.id for lot in book.lots(order=order)] == [spent]
        assert book.lots(ids=[spent])[0].made_good == 100
    account = queries.account(minsu.id)
    assert (account.usable, account.owed, account.spent) == (30, 0, 100)
    assert [lot.id for lot in queries.lots(minsu.id)] == [fresh]
    assert not list(ledger_differences())


@pytest.mark.parametrize(
    ("kind", "origin", "target", "points"),
    [
        ("spend", "usable", "spent", 101),
        ("mature", "pending", "usable", 1),
        ("spend", "usable", "spent", 0),
        ("spend", "usable", "spent", -1),
        ("restore", "spent", "usable", 1),
    ],
)
def test_a_lot_cannot_give_what_it_does_not_hold(kind: str, origin: str, target: str, points: int) -> None:
    minsu = a_customer()
    with an_act() as act:
        lot = give(open_book(act=act, customer=minsu.id), 100)
    before = everything()

    def give_and_take(book: Book) -> None:
        give(book, 7)
        shift(book, lot, kind, origin, target, points)

    with pytest.raises(Overdrawn), an_act() as act:
        give_and_take(open_book(act=act, customer=minsu.id))
    assert everything() == before


def test_a_lot_of_another_customer_cannot_be_moved() -> None:
    minsu, jiyoung = a_customer(), a_customer()
    with an_act() as act:
        lot = give(open_book(act=act, customer=minsu.id), 100)
    with pytest.raises(Overdrawn), an_act() as act:
        shift(open_book(act=act, customer=jiyoung.id), lot, "spend", "usable", "spent", 1)
    assert balances(minsu.id)["usable"] == 100


def test_nobody_has_an_account_without_being_a_customer() -> None:
    with pytest.raises(UnknownCustomer), an_act() as act:
        open_book(act=act, customer=uuid4())
    assert not Account.objects.exists()


def test_the_tables_refuse_a_lot_that_does_not_add_up() -> None:
    minsu = a_customer()
    with an_act() as act:
        lot = give(open_book(act=act, customer=minsu.id), 100)
    for column, value in (("usable", 99), ("granted", 1), ("expired", 5)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Lot.objects.filter(id=lot).update(**{column: value})
    with pytest.raises(IntegrityError), transaction.atomic():
        Lot.objects.filter(id=lot).update(usable=-1, spent=101)


@pytest.mark.parametrize("table", ["loyalty_entry", "loyalty_counted", "loyalty_tierchange"])
def test_the_ledger_only_grows(table: str) -> None:
    minsu = a_customer()
    with an_act() as act:
        book = open_book(act=act, customer=minsu.id)
        give(book, 100)
        book.count(day=NOON.date(), reason="order", spend=1)
        book.set_tier(tier="silver", reason="reached", version=1)
    for statement in (f"UPDATE {table} SET request = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(AppendOnly):
        Entry.objects.all().delete()


def test_an_order_earns_once_per_clause() -> None:
    minsu, order = a_customer(), uuid4()
    with an_act() as act:
        give(open_book(act=act, customer=minsu.id), 10, order=order)
    with an_act() as act:
        give(open_book(act=act, customer=minsu.id), 10, order=order, clause="bonus")
    with pytest.raises(IntegrityError), an_act() as act:
        give(open_book(act=act, customer=minsu.id), 10, order=order)
    assert balances(minsu.id)["usable"] == 20


def test_a_request_carried_out_twice_is_refused() -> None:
    minsu = a_customer()
    with an_act("once") as act:
        give(open_book(act=act, customer=minsu.id), 10)
    with pytest.raises(IntegrityError), an_act("once") as act:
        give(open_book(act=act, customer=minsu.id), 10)
    assert balances(minsu.id)["usable"] == 10


def test_a_restored_lot_may_live_longer() -> None:
    minsu, order = a_customer(), uuid4()
    with an_act() as act:
        book = open_book(act=act, customer=minsu.id)
        lot = give(book, 10, expires_at=NOON + DAY)
        shift(book, lot, "spend", "usable", "spent", 10, order=order)
    with an_act(at=NOON + 5 * DAY) as act:
        book = open_book(act=act, customer=minsu.id)
        assert book.spendings(order) == [(lot, "spend", 10)]
        shift(book, lot, "restore", "spent", "usable", 10, order=order, expires_at=NOON + 30 * DAY)
    stored = Lot.objects.get()
    assert (stored.usable, stored.expires_at) == (10, NOON + 30 * DAY)
    assert queries.entries(minsu.id)[0].expires_at == NOON + 30 * DAY


def test_waiting_points_get_their_day() -> None:
    minsu = a_customer()
    with an_act() as act:
        book = open_book(act=act, customer=minsu.id)
        lot = give(book, 10, target="pending")
        shift(book, lot, "date", "pending", "pending", 10, usable_from=NOON + 7 * DAY)
    assert Lot.objects.get().usable_from == NOON + 7 * DAY
    assert balances(minsu.id)["pending"] == 10
    assert not list(ledger_differences())


def test_measures_add_up_by_day_and_returns_count_negatively() -> None:
    minsu = a_customer()
    for days, spend in ((0, 9000), (1, 4000), (1, -1000)):
        with an_act(at=NOON + days * DAY) as act:
            book = open_book(act=act, customer=minsu.id)
            book.count(day=(NOON + days * DAY).date(), reason="order", spend=spend, visits=1, orders=1)
    assert queries.counted(minsu.id).spend == 12000
    assert queries.counted(minsu.id, since=(NOON + DAY).date()).spend == 3000
    assert queries.counted(minsu.id, until=NOON.date()).visits == 1
    by_day = [(day.day, spend) for day, spend, *_ in queries.COUNTED(minsu.id, NOON.date())]
    assert by_day == [(5, 9000), (6, 4000), (6, -1000)]
    assert queries.account(minsu.id).counted_spend == 12000
    assert not list(ledger_differences())


def test_a_tier_is_reached_kept_and_lost() -> None:
    minsu = a_customer()
    steps = [("silver", "reached", True), ("silver", "kept", False), ("welcome", "review", True)]
    for days, (tier, reason, changed) in enumerate(steps):
        with an_act(at=NOON + days * DAY) as act:
            book = open_book(act=act, customer=minsu.id)
            assert book.set_tier(tier=tier, reason=reason, version=1, review_at=NOON + 99 * DAY) is changed
    account = queries.account(minsu.id)
    assert (account.tier, account.tier_since, account.tier_review_at) == ("welcome", NOON + 2 * DAY, NOON + 99 * DAY)
    assert [(row.from_tier, row.to_tier) for row in queries.tier_history(minsu.id)] == [
        ("silver", "welcome"),
        ("", "silver"),
    ]
    assert queries.reviews_due(at=NOON + 99 * DAY) == [minsu.id]
    assert TierChange.objects.count() == 2
    assert Fact.objects.filter(kind="tier.reviewed").count() == 1
    assert not list(ledger_differences())


@dataclass
class Model:
    """What the ledger should say, kept in the plainest way."""

    lots: dict[UUID, dict[str, int]] = field(default_factory=dict)

    def balances(self) -> dict[str, int]:
        return {state: sum(lot[state] for lot in self.lots.values()) for state in STATES}


class SumsAlwaysHold(TestCase):
    """Any run of movements in any grouping into acts."""

    @given(
        st.lists(
            st.lists(
                st.tuples(
                    st.sampled_from(["give", "spend", "restore", "reverse", "expire"]),
                    st.integers(1, 50),
                    st.integers(0, 5),
                ),
                max_size=5,
            ),
            max_size=5,
        )
    )
    def test_balances_are_the_sums_of_entries(self, acts: list[list[tuple[str, int, int]]]) -> None:
        minsu, model = a_customer(), Model()
        ways = {
            "spend": ("usable", "spent"),
            "restore": ("spent", "usable"),
            "reverse": ("usable", "reversed"),
            "expire": ("usable", "expired"),
        }
        for days, steps in enumerate(acts):
            with an_act(at=NOON + days * DAY) as act:
                book = open_book(act=act, customer=minsu.id)
                for kind, points, which in steps:
                    if kind == "give":
                        model.lots[give(book, points)] = {**dict.fromkeys(STATES, 0), "usable": points}
                        continue
                    if not model.lots:
                        continue
                    lot = list(model.lots)[which % len(model.lots)]
                    origin, target = ways[kind]
                    points = min(points, model.lots[lot][origin])
                    if points:
                        shift(book, lot, kind, origin, target, points)
                        model.lots[lot][origin] -= points
                        model.lots[lot][target] += points
            assert balances(minsu.id) == model.balances()
            assert {lot.id: lot.usable for lot in Lot.objects.all()} == {
                id_: lot["usable"] for id_, lot in model.lots.items()
            }
        numbers = sorted(Entry.objects.values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        assert not list(ledger_differences())


class TestLies:
    """The audit finds each figure that was tampered with."""

    @pytest.fixture
    def minsu(self) -> UUID:
        customer = a_customer()
        with an_act() as act:
            book = open_book(act=act, customer=customer.id)
            give(book, 100)
            book.count(day=NOON.date(), reason="order", spend=500, orders=1)
            book.set_tier(tier="silver", reason="reached", version=1)
        assert not list(ledger_differences())
        return customer.id

    @pytest.mark.parametrize(
        ("change", "figures"),
        [
            ({"usable": 101}, {"usable"}),
            ({"spent": 1}, {"spent"}),
            ({"entries": 2}, {"entries"}),
            ({"counted_spend": 1}, {"spend"}),
            ({"orders": 7}, {"orders"}),
            ({"tier": "gold"}, {"tier"}),
            ({"owed": 5}, {"owed", "usable beside a debt"}),
        ],
    )
    def test_an_account(self, minsu: UUID, change: dict[str, object], figures: set[str]) -> None:
        Account.objects.filter(pk=minsu).update(**change)
        assert {found.figure for found in ledger_differences()} == figures

    def test_a_lot(self, minsu: UUID) -> None:
        Lot.objects.update(usable=60, spent=40)
        assert {(found.where, found.figure) for found in ledger_differences()} == {("lot", "usable"), ("lot", "spent")}

    def test_a_fact_too_many(self, minsu: UUID) -> None:
        Fact.objects.create(
            id=uuid4(), at=NOON, kind="points.earned", customer_id=minsu, figures={"usable": 1}, by="x", request="x"
        )
        found = [str(difference) for difference in ledger_differences()]
        assert any("usable is 100, derived 101" in line for line in found), found

    def test_an_entry_without_its_fact_and_lot(self, minsu: UUID) -> None:
        entry = Entry.objects.get()
        entry.id, entry.number, entry.step = uuid4(), 2, 9
        entry._state.adding = True
        entry.save(force_insert=True)
        assert {found.where for found in ledger_differences()} >= {"lot", "account", "entries against facts"}


@pytest.mark.django_db(transaction=True)
def test_the_last_points_are_spent_once() -> None:
    minsu = a_customer()
    with an_act() as act:
        lot = give(open_book(act=act, customer=minsu.id), 25)

    def spend(number: int) -> None:
        with an_act(f"spend-{number}") as act:
            book = open_book(act=act, customer=minsu.id)
            shift(book, lot, "spend", "usable", "spent", 1)

    results = at_once(spend, 60)
    assert results.count(None) == 25
    assert all(isinstance(result, Overdrawn) for result in results if result is not None), results
    assert balances(minsu.id) == {"pending": 0, "usable": 0, "spent": 25, "expired": 0, "reversed": 0}
    assert not list(ledger_differences())


@pytest.mark.django_db(transaction=True)
def test_first_purchases_at_many_tills_open_one_account() -> None:
    customers = [a_customer().id for _ in range(3)]

    def earn(number: int) -> None:
        with an_act(f"earn-{number}") as act:
            give(open_book(act=act, customer=customers[number % 3]), 10)

    results = at_once(earn, 48)
    assert results == [None] * 48
    assert [balances(customer)["usable"] for customer in customers] == [160] * 3
    assert Account.objects.count() == 3
    assert not list(ledger_differences())
