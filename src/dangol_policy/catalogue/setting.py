"""The policy a programme is added to, as a template must know it: currency, languages, tiers, names that are taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from dangol_policy.edit import at
from dangol_policy.problems import Path
from dangol_policy.values import LANGUAGES, ValuesContext, exponent, read_duration

Words = Mapping[str, str]
"""The same words by language."""

_COFFEE: Mapping[str, int] = {"KRW": 1_000, "VND": 10_000, "BYN": 2, "JPY": 100, "CNY": 5, "RUB": 50, "PLN": 2}
"""A round small amount of a currency, in major units; defaults of amounts are so many of it. Elsewhere 1."""


@dataclass(frozen=True)
class Setting:
    """One policy, as plain data."""

    data: Mapping[str, Any]

    @cached_property
    def currency(self) -> str:
        """ISO 4217; XXX when the policy names none."""
        found = at(self.data, ("business", "currency"))
        return found if isinstance(found, str) else "XXX"

    @property
    def coffee(self) -> int:
        """A round small amount of the currency, in major units."""
        return _COFFEE.get(self.currency, 1)

    @property
    def context(self) -> ValuesContext:
        """How amounts typed for this policy are read."""
        return ValuesContext(self.currency)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Languages of the policy that Dangol speaks; English when there is none."""
        found = at(self.data, ("business", "languages"), missing=[])
        named = found if isinstance(found, list) else [found]
        return tuple(one for one in named if one in LANGUAGES) or ("en",)

    def words(self, words: Words) -> dict[str, str]:
        """Words in the policy's languages."""
        return {language: words[language] for language in self.languages if language in words}

    def amount(self, coffees: Decimal | int) -> int | str:
        """So many small amounts, as the policy writes money."""
        return written(Decimal(self.coffee) * coffees, self.currency)

    @cached_property
    def tiers(self) -> tuple[str, ...]:
        """Ids of the tiers, lowest first."""
        levels = at(self.data, ("loyalty", "tiers", "levels"), missing=[])
        return tuple(one["id"] for one in levels if isinstance(one, dict) and isinstance(one.get("id"), str))

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """Categories the policy names."""
        return tuple(at(self.data, ("names", "categories"), missing={}))

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Ids of the roles of staff."""
        found = at(self.data, ("staff", "roles"), missing=[])
        return tuple(one["id"] for one in found if isinstance(one, dict) and isinstance(one.get("id"), str))

    @property
    def has_hours(self) -> bool:
        """Whether the business names the calendar its hours and days are counted on."""
        return bool(at(self.data, ("business", "calendar")))

    def has(self, *path: str) -> bool:
        """Whether something is written there."""
        return bool(at(self.data, path))

    def sort_of_case(self, sort: str) -> str | None:
        """The id of the kind of case of this sort, if the policy has one."""
        kinds = at(self.data, ("cases", "kinds"), missing=[])
        return next((one.get("id") for one in kinds if isinstance(one, dict) and one.get("is") == sort), None)

    @cached_property
    def longest_return(self) -> int:
        """Days of the longest return window counted in days; 0 without one."""
        windows = at(self.data, ("returns", "windows"), missing=[])
        found = [_days(one.get("for")) for one in windows if isinstance(one, dict)]
        return max(found, default=0)

    @cached_property
    def taken(self) -> frozenset[str]:
        """Every id in the policy."""
        return frozenset(_ids(self.data))

    def id(self, wanted: str) -> str:
        """An id nobody has: the wanted one, else with a number."""
        numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(self.taken) + 2))
        return next(one for one in numbered if one not in self.taken)


def written(amount: Decimal, currency: str) -> int | str:
    """Major units as the policy writes them: a whole number, else in quotes with the currency's decimals."""
    if amount == amount.to_integral_value():
        return int(amount)
    return f"{amount:.{exponent(currency)}f}"


def _days(length: object) -> int:
    try:
        found = read_duration(length)
    except ValueError:
        return 0
    return found.amount * {"days": 1, "weeks": 7, "months": 31, "years": 366}.get(found.unit, 0)


def _ids(data: object) -> Iterator[str]:
    inside: list[object] = []
    if isinstance(data, dict):
        if isinstance(data.get("id"), str):
            yield data["id"]
        inside = list(data.values())
    elif isinstance(data, list):
        inside = data
    for one in inside:
        yield from _ids(one)


__all__ = ["Path", "Setting", "Words", "written"]
