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


def quote(
    *,
    basket: Mapping[str, Any],
    customer: UUID | None = None,
    at: datetime,
    money: Declared = "major",
    version: int | None = None,
) -> Decision:
    """The decision, by the version in force or the one that is named."""
    versions = Versions()
    rules = versions.in_force(loading.utc(at)) if version is None else versions.version(version)
    return _decided(rules, versions, basket, customer, loading.utc(at), money)


def quotes(
    *,
    situations: Sequence[tuple[Mapping[str, Any], UUID | None]],
    at: datetime,
    money: Declared = "major",
) -> list[Decision | Refused]:
    """Many decisions at once; a situation that is refused gives its reason instead of ending the others."""
    versions, instant = Versions(), loading.utc(at)
    rules = versions.in_force(instant)
    found: list[Decision | Refused] = []
    for basket, customer in situations:
        try:
            found.append(_decided(rules, versions, basket, customer, instant, money))
        except Refused as refused:
            found.append(refused)
    return found


def _decided(
    rules: Compiled,
    versions: Versions,
    basket: Mapping[str, Any],
    customer: UUID | None,
    at: datetime,
    money: Declared,
) -> Decision:
    read = reading.basket(basket, rules.policy, money)
    tale = reading_tale(versions, [customer] if customer is not None else [], at, rules.policy)
    try:
        if customer is not None:
            due.begin(tale, customer.hex)
        situation = situation_of(tale, rules, read, customer.hex if customer is not None else None)
    except StepRefused as refused:
        raise translated(refused) from refused
    return rules.quote(situation)
