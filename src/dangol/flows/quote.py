"""Asks what a basket would come to. Reads only: what has fallen due for the customer counts, and is recorded later."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from dangol.flows import loading, reading
from dangol.flows.answers import Answers, Explain
from dangol.flows.errors import BadInput, InputProblem, Refused
from dangol.flows.reading import Declared
from dangol.flows.standing import reading_tale
from dangol.flows.telling import translated
from dangol.flows.versions import Versions
from dangol_policy.compile import Compiled
from dangol_policy.decision import Decision
from dangol_policy.plain_basket import PlainBasket, situation_with
from dangol_policy.situation import MOST_UNITS, Basket, Situation
from dangol_policy.story import due
from dangol_policy.story.purchase import situation_of
from dangol_policy.story.refused import Refused as StepRefused
from dangol_policy.story.tale import Tale
from dangol_policy.story.who import as_used
from dangol_policy.values import ValuesContext

Given = Mapping[str, Any] | Basket | PlainBasket
"""A basket as faces hand it over: plain data, or read already."""
_NOTHING = Basket()
MOST_UNITS_TOGETHER = 2 * MOST_UNITS
"""Most units of all baskets that are asked about together: each unit has a price of its own in an explanation."""


def quote(
    *,
    basket: Given,
    customer: UUID | None = None,
    at: datetime,
    money: Declared = "major",
    version: int | None = None,
) -> Decision:
    """The decision, by the version in force or the one that is named."""
    return Quoting(at, version).decided(basket, customer, money)


class Quoting:
    """Quotes at one instant by one version: what they have in common is read once."""

    def __init__(self, at: datetime, version: int | None = None) -> None:
        self._at = loading.utc(at)
        self._versions = Versions()
        self._rules: Compiled = (
            self._versions.in_force(self._at) if version is None else self._versions.version(version)
        )
        self._units = 0
        self._tales: dict[UUID | None, Tale] = {}
        self._standing: dict[UUID | None, Situation | Refused] = {}

    def context(self, money: Declared) -> ValuesContext:
        """How amounts in a basket are meant, for faces that read it by themselves."""
        return reading.context_of(self._rules.policy, money)

    def answers(self, money: Declared) -> Answers:
        """What writes the decisions."""
        return Answers.by(self._rules, money, self._at)

    def meet(self, customers: Iterable[UUID | None]) -> None:
        """Reads how everybody stands, so that deciding reads nothing more. Who cannot be read is refused later."""
        for customer in customers:
            if customer not in self._standing:
                try:
                    self._standing[customer] = self._met(customer)
                except StepRefused as refused:
                    self._standing[customer] = translated(refused)
                except Refused as refused:
                    self._standing[customer] = refused

    def answer(self, basket: Given, customer: UUID | None, money: Declared, answers: Answers, explain: Explain) -> str:
        """The decision as JSON."""
        situation = self._situation(basket, customer, money)
        if explain == "full":
            return answers.whole(self._rules.quote_in_full(situation))
        if _is_paid_otherwise(situation.basket):
            return answers.brief(self._rules.quote_in_full(situation))
        return answers.outline(self._rules.outline(situation))

    def decided(self, basket: Given, customer: UUID | None, money: Declared) -> Decision:
        """What the policy says."""
        return self._rules.quote(self._situation(basket, customer, money))

    def _situation(self, given: Given, customer: UUID | None, money: Declared) -> Situation:
        basket: Basket | PlainBasket
        if isinstance(given, PlainBasket):
            basket = given
        else:
            basket = given if isinstance(given, Basket) else reading.basket(given, self._rules.policy, money)
        self._count_units(basket)
        if isinstance(basket, Basket) and basket.vouchers:
            return self._with_vouchers(basket, customer)
        standing = self._standing.get(customer)
        if standing is None:
            self.meet([customer])
            standing = self._standing[customer]
        if isinstance(standing, Refused):
            raise standing.with_traceback(None)
        return situation_with(standing, basket)

    def _count_units(self, basket: Basket | PlainBasket) -> None:
        """Many baskets of very many units would keep everybody else waiting."""
        self._units += sum([line.quantity for line in basket.lines])
        if self._units > MOST_UNITS_TOGETHER:
            message = f"all baskets up to this one have more than {MOST_UNITS_TOGETHER:,} units: ask in several parts"
            raise BadInput([InputProblem(("basket", "lines"), "bad-value", message)])

    def _met(self, customer: UUID | None) -> Situation:
        """The customer as they stand now, or a guest, with nothing in the basket."""
        if customer is not None:
            return situation_of(self._tale(customer), self._rules, _NOTHING, customer.hex)
        uses = loading.uses_of_all(self._rules.policy)
        limits = {clause: as_used(used) for clause, used in uses.items() if used.used}
        return Situation.model_construct(at=self._at, customer=None, basket=_NOTHING, limits=limits)

    def _with_vouchers(self, basket: Basket, customer: UUID | None) -> Situation:
        try:
            tale = self._tale(customer)
            return situation_of(tale, self._rules, basket, customer.hex if customer is not None else None)
        except StepRefused as refused:
            raise translated(refused) from refused

    def _tale(self, customer: UUID | None) -> Tale:
        """The customer's story up to now; asking for a quote changes nothing in it."""
        if customer not in self._tales:
            customers = [customer] if customer is not None else []
            tale = reading_tale(self._versions, customers, self._at, self._rules.policy)
            if customer is not None:
                due.begin(tale, customer.hex)
            self._tales[customer] = tale
        return self._tales[customer]


def _is_paid_otherwise(basket: Basket) -> bool:
    """Whether more than money may pay."""
    redeem = basket.redeem
    return bool(redeem.points or redeem.rewards or basket.vouchers or basket.gift_card)
