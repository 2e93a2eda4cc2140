"""Cards, vouchers, uses, budgets and referrals: given once, used once, never more than there is."""

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dangol.facts.models import Fact
from dangol.loyalty import actions, queries
from dangol.loyalty.actions import Use
from dangol.loyalty.audit import ledger_differences
from dangol.loyalty.errors import AlreadyRewarded, GivenBefore, SlotTaken, UsedUp, VoucherUnusable
from dangol.loyalty.models import Budget, Card, PromotionUse, Stamp, Voucher, VoucherUse
from dangol.loyalty.queries import Used
from tests.build import DAY, NOON, a_customer, an_act, at_once

pytestmark = pytest.mark.django_db


class TestCards:
    """Stamps by slot, taken back and given again."""

    def stamp(self, customer: UUID, slot: str, count: int = 1) -> int:
        with an_act() as act:
            return actions.stamp(act=act, customer=customer, card="dessert", slot=slot, count=count, version=1)

    def unstamp(self, customer: UUID, slot: str, count: int = 1, *, whole: bool = True) -> int:
        with an_act() as act:
            return actions.unstamp(
                act=act, customer=customer, card="dessert", slot=slot, count=count, version=1, whole=whole
            )

    def test_a_slot_is_stamped_once_until_it_is_taken_back(self) -> None:
        minsu = a_customer().id
        assert self.stamp(minsu, "2026-01-05") == 1
        assert self.stamp(minsu, "2026-01-06") == 2
        with pytest.raises(SlotTaken):
            self.stamp(minsu, "2026-01-05")
        assert [(row.slot, row.count) for row in queries.standing_stamps(minsu, slots=["2026-01-05"])] == [
            ("2026-01-05", 1)
        ]
        assert self.unstamp(minsu, "2026-01-05") == 1
        assert queries.standing_stamps(minsu, slots=["2026-01-05"]) == []
        assert self.stamp(minsu, "2026-01-05") == 2
        [card] = queries.cards(minsu)
        assert (card.stamps, card.seen) == (2, 2)
        assert not list(ledger_differences())

    def test_some_stamps_of_an_order_can_be_taken_back(self) -> None:
        minsu = a_customer().id
        self.stamp(minsu, "order:1", 3)
        assert self.unstamp(minsu, "order:1", 2, whole=False) == 1
        assert [row.count for row in queries.standing_stamps(minsu, slots=["order:1"])] == [1]
        assert Card.objects.get().seen == 1
        assert not list(ledger_differences())

    def test_a_visit_may_be_seen_without_a_stamp(self) -> None:
        minsu = a_customer().id
        assert self.stamp(minsu, "first", 0) == 0
        with an_act() as act:
            actions.set_rounds(act=act, customer=minsu, card="dessert", rounds=1)
        card = Card.objects.get()
        assert (card.stamps, card.seen, card.rounds) == (0, 1, 1)

    def test_stamps_only_grow(self) -> None:
        self.stamp(a_customer().id, "x")
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM loyalty_stamp")

    @pytest.mark.django_db(transaction=True)
    def test_one_visit_a_day_at_however_many_tills(self) -> None:
        minsu = a_customer().id
        results = at_once(lambda number: self.stamp(minsu, f"day-{number % 3}"), 36)
        assert sorted(result for result in results if isinstance(result, int)) == [1, 2, 3]
        assert all(isinstance(result, SlotTaken) for result in results if not isinstance(result, int)), results
        assert Stamp.objects.count() == 3


class TestVouchers:
    """Issued once per occasion, used once."""

    def issue(self, customer: UUID, occasion: str = "10", **details: object) -> UUID:
        id_ = uuid4()
        values = {"kind": "item", "clause": "dessert", "gives": {"item": "cake"}, "version": 1, **details}
        with an_act() as act:
            actions.issue_voucher(act=act, id=id_, customer=customer, occasion=occasion, **values)  # type: ignore[arg-type]
        return id_

    def use(self, voucher: UUID, customer: UUID, *, days: int = 0, order: UUID | None = None) -> None:
        with an_act(at=NOON + days * DAY) as act:
            actions.use_voucher(act=act, voucher=voucher, customer=customer, order=order)

    def refusal(self, voucher: UUID, customer: UUID, *, days: int = 0) -> str:
        before = list(VoucherUse.objects.values()), Fact.objects.count()
        with pytest.raises(VoucherUnusable) as refused:
            self.use(voucher, customer, days=days)
        assert (list(VoucherUse.objects.values()), Fact.objects.count()) == before
        return refused.value.reason

    def test_the_same_occasion_gives_once(self) -> None:
        minsu, jiyoung = a_customer().id, a_customer().id
        first = self.issue(minsu)
        self.use(first, minsu)
        with pytest.raises(GivenBefore):
            self.issue(minsu)
        self.issue(minsu, "20")
        self.issue(jiyoung)
        assert Voucher.objects.count() == 3
        assert queries.occasions(minsu) == {("dessert", "10"), ("dessert", "20")}

    def test_a_voucher_is_used_once_within_its_dates_by_its_holder(self) -> None:
        minsu, jiyoung = a_customer().id, a_customer().id
        voucher = self.issue(minsu, usable_from=NOON + DAY, expires_at=NOON + 3 * DAY)
        assert self.refusal(voucher, minsu) == "voucher-not-yet"
        assert self.refusal(voucher, jiyoung, days=1) == "unknown-voucher"
        assert self.refusal(uuid4(), minsu) == "unknown-voucher"
        assert self.refusal(voucher, minsu, days=3) == "voucher-expired"
        assert list(queries.usable_vouchers(minsu, at=NOON + 2 * DAY)) == [Voucher.objects.get()]
        self.use(voucher, minsu, days=2)
        assert self.refusal(voucher, minsu, days=2) == "voucher-used"
        assert not queries.usable_vouchers(minsu, at=NOON + 2 * DAY)
        assert not list(ledger_differences())

    def test_a_released_voucher_can_be_used_again_and_may_live_longer(self) -> None:
        minsu, order = a_customer().id, uuid4()
        voucher = self.issue(minsu, expires_at=NOON + DAY)
        self.use(voucher, minsu, order=order)
        assert [use.voucher_id for use in queries.vouchers_used_in(order)] == [voucher]
        with an_act(at=NOON + 2 * DAY) as act:
            assert actions.release_voucher(act=act, voucher=voucher, expires_at=NOON + 9 * DAY)
        with an_act() as act:
            assert not actions.release_voucher(act=act, voucher=voucher)
        self.use(voucher, minsu, days=3)
        assert VoucherUse.objects.count() == 2
        assert not list(ledger_differences())

    def test_a_voucher_expires_or_is_withdrawn_once(self) -> None:
        minsu = a_customer().id
        old, bad = self.issue(minsu, "1", expires_at=NOON + DAY), self.issue(minsu, "2")
        assert queries.vouchers_due(at=NOON) == []
        assert [voucher.id for voucher in queries.vouchers_due(at=NOON + DAY)] == [old]
        with an_act(at=NOON + 2 * DAY) as act:
            assert actions.expire_voucher(act=act, voucher=old, at=NOON + DAY)
            assert not actions.expire_voucher(act=act, voucher=old)
            assert actions.revoke_voucher(act=act, voucher=bad, reason="return")
        assert self.refusal(bad, minsu) == "voucher-revoked"
        assert Fact.objects.get(kind="voucher.expired").at == NOON + DAY

    def test_a_voucher_may_be_used_in_the_act_that_gives_it(self) -> None:
        minsu, voucher = a_customer().id, uuid4()
        with an_act() as act:
            actions.issue_voucher(
                act=act, id=voucher, customer=minsu, kind="points", clause="gift", version=1, occasion="1", gives={}
            )
            actions.use_voucher(act=act, voucher=voucher, customer=minsu)
        assert Voucher.objects.get().state == "used"
        assert not list(ledger_differences())

    def test_codes_are_long_and_different(self) -> None:
        minsu = a_customer().id
        for occasion in range(20):
            self.issue(minsu, str(occasion))
        codes = set(Voucher.objects.values_list("code", flat=True))
        assert len(codes) == 20
        assert all(len(code) == 12 for code in codes)
        code = codes.pop()
        found = queries.voucher_by_code(f" {code.lower()} ")
        assert found is not None
        assert found.code == code

    @pytest.mark.django_db(transaction=True)
    def test_of_many_who_use_the_last_voucher_one_gets_it(self) -> None:
        minsu = a_customer().id
        vouchers = [self.issue(minsu, str(occasion)) for occasion in range(5)]
        results = at_once(lambda number: self.use(vouchers[number % 5], minsu), 60)
        assert results.count(None) == 5
        assert all(isinstance(result, VoucherUnusable) for result in results if result is not None), results
        assert VoucherUse.objects.count() == 5
        assert not list(ledger_differences())

    @pytest.mark.django_db(transaction=True)
    def test_one_occasion_seen_at_many_tills_gives_once(self) -> None:
        minsu = a_customer().id
        results = at_once(lambda number: self.issue(minsu, str(number % 2)), 24)
        assert sum(isinstance(result, UUID) for result in results) == Voucher.objects.count() == 2
        assert all(isinstance(result, GivenBefore) for result in results if not isinstance(result, UUID)), results


class TestUses:
    """Promotion uses and their budgets."""

    def take(self, *uses: Use, order: UUID | None = None, customer: UUID | None = None, final: bool = True) -> UUID:
        order = order or uuid4()
        with an_act() as act:
            actions.reserve_uses(act=act, uses=uses, version=1, customer=customer, order=order, final=final)
        return order

    def test_the_last_use_is_the_last(self) -> None:
        for _ in range(3):
            self.take(Use("spring", 500, total=3))
        before = list(PromotionUse.objects.values()), list(Budget.objects.values()), Fact.objects.count()
        with pytest.raises(UsedUp, match="spring"):
            self.take(Use("autumn", 5, total=9), Use("spring", 500, total=3))
        assert (list(PromotionUse.objects.values()), list(Budget.objects.values()), Fact.objects.count()) == before
        assert queries.budgets(["spring", "autumn"]) == {"spring": Used(3, 0, 1500)}

    def test_a_use_that_does_not_fit_into_the_budget_is_refused_as_a_whole(self) -> None:
        self.take(Use("spring", 700, budget=1000))
        with pytest.raises(UsedUp):
            self.take(Use("spring", 301, budget=1000))
        self.take(Use("spring", 300, budget=1000))
        assert queries.budgets(["spring"])["spring"].amount == 1000

    def test_cancelled_uses_come_back_unless_the_policy_keeps_them(self) -> None:
        minsu = a_customer().id
        order = self.take(Use("spring", 700, total=1, budget=700), customer=minsu, final=False)
        assert queries.uses_of(minsu, ["spring"]) == {"spring": Used(1, 0, 700)}
        with an_act() as act:
            assert actions.confirm_uses(act=act, order=order) == 1
            assert actions.confirm_uses(act=act, order=order) == 0
        with an_act() as act:
            assert actions.release_uses(act=act, order=order) == 1
        with an_act() as act:
            assert actions.release_uses(act=act, order=order) == 0
        assert queries.uses_of(minsu) == {"spring": Used(1, 1, 0)}
        with pytest.raises(UsedUp):
            self.take(Use("spring", 1, total=1, cancelled_count=True))
        self.take(Use("spring", 700, total=1, budget=700))
        assert queries.budgets(["spring"])["spring"] == Used(2, 1, 700)
        assert not list(ledger_differences())

    def test_uses_before_a_limit_was_set_count_when_it_is(self) -> None:
        orders = [self.take(Use("spring", 100)) for _ in range(3)]
        with an_act() as act:
            actions.release_uses(act=act, order=orders[0])
        assert not Budget.objects.exists()
        with pytest.raises(UsedUp):
            self.take(Use("spring", 100, total=2))
        self.take(Use("spring", 100, total=3))
        assert queries.budgets(["spring"])["spring"] == Used(4, 1, 300)
        assert not list(ledger_differences())

    def test_a_use_need_not_belong_to_an_order(self) -> None:
        with an_act() as act:
            for _ in range(2):
                actions.reserve_uses(act=act, uses=[Use("card", total=5)], version=1, customer=None)
        assert queries.budgets(["card"])["card"].used == 2

    def test_locked_budgets_are_read_as_they_are(self) -> None:
        self.take(Use("spring", 100, total=5))
        with an_act() as act:
            seen = actions.lock_budgets(act=act, clauses=["spring", "autumn"])
        assert seen == {"spring": Used(1, 0, 100), "autumn": Used()}

    @pytest.mark.django_db(transaction=True)
    def test_of_many_buyers_exactly_as_many_get_it_as_there_are(self) -> None:
        def buy(number: int) -> UUID:
            # Half of them name the two promotions the other way round.
            uses = [Use("a", 10, total=20), Use("b", 100, budget=1500)]
            return self.take(*(uses if number % 2 else reversed(uses)))

        results = at_once(buy, 80)
        bought = [result for result in results if isinstance(result, UUID)]
        assert len(bought) == 15
        assert all(isinstance(result, UsedUp) for result in results if not isinstance(result, UUID)), results
        assert queries.budgets(["a", "b"]) == {"a": Used(15, 0, 150), "b": Used(15, 0, 1500)}
        assert not list(ledger_differences())

    @pytest.mark.django_db(transaction=True)
    def test_locked_budgets_let_one_decide_at_a_time(self) -> None:
        def buy(number: int) -> bool:
            with an_act(f"buy-{number}") as act:
                left = 7 - actions.lock_budgets(act=act, clauses=["a"])["a"].used
                if left:
                    uses = [Use("a", total=7)]
                    actions.reserve_uses(act=act, uses=uses, version=1, customer=None, order=uuid4())
                return bool(left)

        results = at_once(buy, 40)
        assert not [result for result in results if isinstance(result, Exception)]
        assert (results.count(True), results.count(False)) == (7, 33)


class NeverMoreThanThereIs(TestCase):
    """Any run of uses and cancels under any limits."""

    @given(
        st.integers(1, 4),
        st.integers(100, 900),
        st.lists(st.one_of(st.integers(1, 400), st.just("cancel")), max_size=14),
    )
    def test_limits(self, total: int, budget: int, steps: list[int | str]) -> None:
        standing: list[tuple[UUID, int]] = []
        for step in steps:
            if isinstance(step, str):
                if standing:
                    with an_act() as act:
                        actions.release_uses(act=act, order=standing.pop(0)[0])
                continue
            order, fits = uuid4(), len(standing) < total and sum(amount for _, amount in standing) + step <= budget
            try:
                with an_act() as act:
                    uses = [Use("x", step, total=total, budget=budget)]
                    actions.reserve_uses(act=act, uses=uses, version=1, customer=None, order=order)
            except UsedUp:
                assert not fits
            else:
                assert fits
                standing.append((order, step))
        assert not list(ledger_differences())


class TestReferrals:
    """The reward for a friend: waits, is given once, or never."""

    def set(self, friend: UUID, referrer: UUID, state: str, **details: object) -> None:
        with an_act() as act:
            actions.set_referral(
                act=act,
                friend=friend,
                referrer=referrer,
                clause="bring",
                version=1,
                state=state,  # type: ignore[arg-type]
                **details,  # type: ignore[arg-type]
            )

    def test_it_waits_and_is_given_once(self) -> None:
        friend, referrer = a_customer().id, a_customer().id
        self.set(friend, referrer, "waiting")
        assert queries.referrals_due(at=NOON + 9 * DAY) == []
        self.set(friend, referrer, "waiting", due_at=NOON + DAY, order=uuid4())
        assert queries.referrals_due(at=NOON + DAY) == [friend]
        self.set(friend, referrer, "rewarded")
        assert [(one.state, one.changed_at) for one in queries.referrals(referrer)] == [("rewarded", NOON)]
        for state in ("rewarded", "waiting", "void"):
            with pytest.raises(AlreadyRewarded):
                self.set(friend, referrer, state)
        assert Fact.objects.filter(kind="referral.rewarded").count() == 1

    def test_a_void_referral_may_wait_again(self) -> None:
        friend, referrer = a_customer().id, a_customer().id
        self.set(friend, referrer, "void", reason="returned")
        self.set(friend, referrer, "waiting")
        (found,) = queries.referrals(friend)
        assert (found.referrer, found.state) == (referrer, "waiting")

    @pytest.mark.django_db(transaction=True)
    def test_one_reward_per_friend_at_however_many_workers(self) -> None:
        friend, referrer = a_customer().id, a_customer().id
        self.set(friend, referrer, "waiting", due_at=NOON)
        results = at_once(lambda number: self.set(friend, referrer, "rewarded"), 24)
        assert results.count(None) == 1
        assert all(isinstance(result, AlreadyRewarded) for result in results if result is not None), results
