"""Where worked examples play: a usual basket at noon of a day, under the policy's rules without its promotions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dangol_policy.calendar.zones import zone_of
from dangol_policy.decision import Decision
from dangol_policy.interpret.quote import quote
from dangol_policy.model.conditions import Selector
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Basket, Line, Situation
from dangol_policy.values import exponent

CUSTOMER = "customer"
ORDER = "order"
_NOON = dt.time(12)
_USUAL = {"KRW": 45_000, "VND": 450_000, "JPY": 4_500, "BYN": 120}
_USUAL_ELSEWHERE = 45
"""Major units of what a usual basket comes to: what goes in; what comes out is the engine's."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A policy as rules of a story, decided by the interpreter: an example is not worth compiling for."""

    policy: Policy
    version: int | None = None

    def quote(self, situation: Situation) -> Decision:
        """The decision for a situation."""
        return quote(self.policy, situation)

    def quote_in_full(self, situation: Situation) -> Decision:
        """The same: the interpreter always explains."""
        return quote(self.policy, situation)


def without_promotions(policy: Policy) -> Plain:
    """What holds on any day: promotions come and go."""
    return Plain(policy.model_copy(update={"promotions": ()}))


def noon(policy: Policy, day: dt.date) -> dt.datetime:
    """Noon of the local day."""
    return dt.datetime.combine(day, _NOON, zone_of(policy.business.timezone))


def usual_amount(currency: str) -> int:
    """What a usual basket comes to, in minor units."""
    return _USUAL.get(currency, _USUAL_ELSEWHERE) * int(10 ** exponent(currency))


def line_of(selector: Selector, currency: str) -> Line:
    """A line of the usual amount that the selector means, as far as products, categories and tags decide it."""
    first = selector.any_of[0] if selector.any_of else selector
    return Line.model_construct(
        id="1",
        sku=first.product[0] if first.product else "goods",
        name=None,
        category=first.category[:1],
        tags=first.tag[:1],
        price=usual_amount(currency),
        quantity=1,
        floor=None,
        tax=None,
        price_history=(),
    )


def basket_of(line: Line) -> Basket:
    """A basket of one line."""
    return Basket(lines=(line,))
