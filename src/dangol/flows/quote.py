"""Asks what a basket would come to. Reads only: what has fallen due for the customer counts, and is recorded later."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from dangol.flows import loading, reading
from dangol.flows.errors import Refused
from dangol.flows.reading import Declared
from dangol.flows.standing import reading_tale
from dangol.flows.telling import translated
from dangol.flows.versions import Versions
from dangol_policy.compile import Compiled
from dangol_policy.decision import Decision
from dangol_policy.story import due
from dangol_policy.story.purchase import situation_of
from dangol_policy.story.refused import Refused as StepRefused
from dangol_policy.story.tale import Tale


def quote(
    *,
    basket: Mapping[str, Any],
    customer: UUID | None = None,
    at: datetime,
    money: Declared = "major",
    version: int | None = None,
) -> Decision:
    """The decision, by the version in force or the one that is named."""
    return _Quoting(loading.utc(at), money, version).decided(basket, customer)


def quotes(
    *,
    situations: Sequence[tuple[Mapping[str, Any], UUID | None]],
    at: datetime,
    money: Declared = "major",
) -> list[Decision | Refused]:
    """Many decisions at once; a situation that is refused gives its reason instead of ending the others."""
    quoting = _Quoting(loading.utc(at), money)
    found: list[Decision | Refused] = []
    for basket, customer in situations:
        try:
            found.append(quoting.decided(basket, customer))
        except Refused as refused:
            found.append(refused)
    return found


class _Quoting:
    """Quotes at one instant: what they have in common is read once."""

    def __init__(self, at: datetime, money: Declared, version: int | None = None) -> None:
        self.at = at
        self.money = money
        self.versions = Versions()
        self.rules: Compiled = self.versions.in_force(at) if version is None else self.versions.version(version)
        self._tales: dict[UUID | None, Tale] = {}

    def decided(self, basket: Mapping[str, Any], customer: UUID | None) -> Decision:
        read = reading.basket(basket, self.rules.policy, self.money)
        try:
            tale = self._tale(customer)
            situation = situation_of(tale, self.rules, read, customer.hex if customer is not None else None)
        except StepRefused as refused:
            raise translated(refused) from refused
        return self.rules.quote(situation)

    def _tale(self, customer: UUID | None) -> Tale:
        """The customer as they stand now, or a guest; asking for a quote changes neither."""
        if customer not in self._tales:
            customers = [customer] if customer is not None else []
            tale = reading_tale(self.versions, customers, self.at, self.rules.policy)
            if customer is not None:
                due.begin(tale, customer.hex)
            self._tales[customer] = tale
        return self._tales[customer]
