"""Decisions, entries and standings as plain JSON: one form for the command line, the API and what is kept.

Amounts are texts in major units (`"12.50"`) or integers in minor units, as the caller declares; points are integers of
the smallest part of a point; instants are ISO 8601 in the zone of the business. An `until` names the last whole day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from zoneinfo import ZoneInfo

from dangol_policy.decision import Applied, Decision, LineResult, NotApplied, Reason
from dangol_policy.model.policy import Policy
from dangol_policy.refund import Judgement
from dangol_policy.story import cards, terms, tiers
from dangol_policy.story.outcomes import Moved
from dangol_policy.story.state import Account, Card, Lot, Refunded, Voucher
from dangol_policy.values import write_money

Json = dict[str, Any]
Declared = Literal["major", "minor"]
MONEY_REASONS = frozenset({"spend-short", "spend-over", "budget", "voucher-minimum", "order-minimum"})
"""Reasons whose figures are amounts."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes values in the currency and zone of a policy."""

    policy: Policy
    declared: Declared = "major"

    def money(self, minor: int | None) -> str | int | None:
        """An amount as declared."""
        if minor is None or self.declared == "minor":
            return minor
        sign = "-" if minor < 0 else ""
        return sign + write_money(abs(minor), self.policy.business.currency)

    def instant(self, at: dt.datetime | None) -> str | None:
        """An instant in the zone of the business."""
        return at.astimezone(ZoneInfo(self.policy.business.timezone)).isoformat() if at is not None else None

    def last_day(self, until: dt.datetime | None) -> str | None:
        """The last day an end still covers."""
        return terms.last_day(until, self.policy).isoformat() if until is not None else None

    # -- decisions --------------------------------------------------------------------------------------------

    def decision(self, made: Decision) -> Json:
        """A decision whole: what applied, what did not and why, the nearest miss, the points with their sum."""
        nearest = made.nearest
        return {
            "policy": made.policy,
            "version": made.version,
            "at": self.instant(made.at),
            "currency": made.currency,
            "tier": made.tier,
            "lines": [self._line(line) for line in made.lines],
            "list_total": self.money(made.list_total),
            "discount": self.money(made.discount),
            "subtotal": self.money(made.subtotal),
            "shipping_list": self.money(made.shipping_list),
            "shipping": self.money(made.shipping),
            "tax": self.money(made.tax),
            "total": self.money(made.total),
            "points_used": made.points_used,
            "points_paid": self.money(made.points_paid),
            "points_reasons": [self._reason(reason) for reason in made.points_reasons],
            "vouchers_used": [{"code": code, "amount": self.money(amount)} for code, amount in made.vouchers_used],
            "gift_card": self.money(made.gift_card),
            "due": self.money(made.due),
            "applied": [self._applied(one) for one in made.applied],
            "not_applied": [self._not_applied(one) for one in made.not_applied],
            "nearest": nearest
            and {
                "clause": nearest.clause,
                "more_units": nearest.more_units,
                "more_spend": self.money(nearest.more_spend),
                "would_give": self.money(nearest.would_give),
            },
            "gifts": [
                {
                    "clause": gift.clause,
                    "kind": gift.kind,
                    "item": gift.item,
                    "units": gift.units,
                    "amount": self.money(gift.amount),
                    "rate": gift.rate,
                    "lines": list(gift.lines),
                }
                for gift in made.gifts
            ],
            "codes": [
                {"code": one.code, "accepted": one.accepted, "reasons": [self._reason(why) for why in one.reasons]}
                for one in made.codes
            ],
            "points": made.points,
            "earned": [
                {"clause": one.clause, "base": one.base, "exact": str(one.exact), "rate": one.rate}
                for one in made.earned
            ],
            "announced": [
                {"clause": clause, "line": line, "prior_price": self.money(price), "percent": percent}
                for clause, line, price, percent in made.announced
            ],
        }

    def _line(self, line: LineResult) -> Json:
        return {
            "id": line.id,
            "quantity": line.quantity,
            "list_amount": self.money(line.list_amount),
            "discounts": [{"clause": clause, "amount": self.money(amount)} for clause, amount in line.discounts],
            "amount": self.money(line.amount),
            "unit_amounts": [self.money(amount) for amount in line.unit_amounts],
            "points": line.points,
            "points_paid": self.money(line.points_paid),
            "tax": self.money(line.tax),
        }

    def _applied(self, one: Applied) -> Json:
        return {
            "clause": one.clause,
            "phase": one.phase,
            "amount": self.money(one.amount),
            "lines": [{"line": line, "amount": self.money(amount)} for line, amount in one.lines],
            "times": one.times,
            "code": one.code,
        }

    def _not_applied(self, one: NotApplied) -> Json:
        return {
            "clause": one.clause,
            "reasons": [self._reason(reason) for reason in one.reasons],
            "would_give": self.money(one.would_give),
        }

    def _reason(self, reason: Reason) -> Json:
        figures = (reason.have, reason.need)
        if reason.code in MONEY_REASONS:
            figures = (self.money(reason.have), self.money(reason.need))  # type: ignore[assignment]
        said = {"code": reason.code, "have": figures[0], "need": figures[1], "other": reason.other}
        return {key: value for key, value in said.items() if value is not None}

    # -- the ledger -------------------------------------------------------------------------------------------

    def entries(self, moved: Iterable[Moved], numbers: Mapping[str, str]) -> list[Json]:
        """Entries of the ledger; `numbers` gives an order's number by its id."""
        return [self._entry(one, numbers) for one in moved]

    def _entry(self, one: Moved, numbers: Mapping[str, str]) -> Json:
        return {
            "customer": one.customer,
            "lot": one.lot,
            "kind": one.kind,
            "from": one.origin,
            "to": one.target,
            "points": one.points,
            "order": numbers.get(one.order, one.order) if one.order else None,
            "clause": one.clause,
            "version": one.version,
            "at": self.instant(one.at),
        }

    def account(self, account: Account, numbers: Mapping[str, str], at: dt.datetime) -> Json:
        """A customer's standing: points by state and lot, tier, cards, vouchers and gifts in hand."""
        policy = self.policy
        lots = account.lots.values()
        held = {card.id: account.cards.get(card.id, Card()) for card in policy.loyalty.cards}
        until = tiers.valid_until(account, policy)
        return {
            "customer": account.customer,
            "usable": account.balance,
            "pending": account.pending,
            "debt": -sum(lot.usable for lot in lots if lot.usable < 0),
            "tier": account.tier or None,
            "tier_since": self.instant(account.tier_since),
            "review_on": self.last_day(account.review_at),
            "valid_until": self.last_day(until),
            "qualifying": self._qualifying(account, at),
            "orders": account.counted.orders,
            "visits": account.counted.visits,
            "cards": {card.id: cards.on_card(card, held[card.id]) for card in policy.loyalty.cards},
            "vouchers": [self.voucher(one) for one in account.vouchers.values() if one.state == "issued"],
            "lots": [self._lot(lot, numbers) for lot in lots if lot.pending or lot.usable],
        }

    def _qualifying(self, account: Account, at: dt.datetime) -> str | int | None:
        found = self.policy.loyalty.tiers
        if found is None:
            return None
        figure = tiers.qualifying(account, self.policy, terms.day_of(at, self.policy))
        return self.money(figure) if found.measure == "spend" else figure

    def _lot(self, lot: Lot, numbers: Mapping[str, str]) -> Json:
        return {
            "id": lot.id,
            "clause": lot.clause,
            "order": numbers.get(lot.order, lot.order) if lot.order else None,
            "pending": lot.pending,
            "usable": lot.usable,
            "spent": lot.spent,
            "expired": lot.expired,
            "reversed": lot.reversed,
            "usable_from": self.instant(lot.usable_from),
            "expires": self.last_day(lot.expires_at),
        }

    def voucher(self, voucher: Voucher) -> Json:
        """A voucher or gift."""
        return {
            "id": voucher.id,
            "clause": voucher.clause,
            "kind": voucher.kind,
            "item": voucher.item,
            "units": voucher.units,
            "amount": self.money(voucher.amount) if voucher.kind == "voucher" else voucher.amount,
            "rate": voucher.rate,
            "minimum": self.money(voucher.minimum),
            "issued_at": self.instant(voucher.issued_at),
            "expires": self.last_day(voucher.expires_at),
            "state": voucher.state,
        }

    # -- returns ----------------------------------------------------------------------------------------------

    def refund(self, back: Refunded, *, taken_back: int = 0, shortfall: int = 0) -> Json:
        """What comes back: by what it was for, and by what it had been paid with."""
        return {
            "goods": self.money(back.goods),
            "shipping": self.money(back.shipping),
            "fee": self.money(back.fee),
            "kept_back": self.money(back.kept_back),
            "by_points": self.money(back.by_points),
            "gift_card": self.money(back.gift_card),
            "money": self.money(back.money),
            "points": back.points,
            "taken_back": taken_back,
            "shortfall": shortfall,
            "total": self.money(back.money + back.gift_card),
        }

    def judgement(self, made: Judgement) -> Json:
        """Why a return is allowed or not, and on what terms."""
        return {
            "allowed": made.allowed,
            "reasons": [
                {"code": one.code, "line": one.line, "clause": one.clause, "day": one.day and one.day.isoformat()}
                for one in made.objections
            ],
            "windows": [
                {"line": line, "clause": clause, "until": day and day.isoformat()} for line, clause, day in made.windows
            ],
            "check": list(made.check),
            "mode": made.mode,
            "fee_clause": made.fee[0] if made.fee else None,
            "fee_waived_by": made.waived_by,
            "return_shipping": made.return_shipping,
        }
