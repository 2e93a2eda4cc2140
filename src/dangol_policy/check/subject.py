"""What a check looks at: the policy as meant, ways to walk it, and how to say where a finding is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from dangol_policy.model.base import Part
from dangol_policy.model.loyalty import Level
from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.parse.shape import kinds_of
from dangol_policy.problems import Path, Problem
from dangol_policy.values import write_money

P = TypeVar("P", bound=Part)
Table = dict[str, Any]
"""A value for each tier."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One policy under check; made by `subject_of`."""

    policy: Policy
    result: ParseResult
    every: tuple[tuple[Path, Part], ...]
    """Every part of the policy with its path."""

    def problem(
        self,
        code: str,
        message: str,
        path: Path,
        *,
        key: bool = False,
        clause: str | None = None,
        hint: str | None = None,
    ) -> Problem:
        """A finding about what is written at `path` (with `key`, about its key)."""
        return self.result.problem(code, message, path, key=key, clause=clause, hint=hint)

    def parts(self, kind: type[P]) -> Iterator[tuple[Path, P]]:
        """Every part of a kind with its path, in the order of the document."""
        for path, part in self.every:
            if isinstance(part, kind):
                yield path, part

    @property
    def levels(self) -> tuple[Level, ...]:
        """The tiers from the lowest to the highest, as written; none when the policy has no tiers."""
        tiers = self.policy.loyalty.tiers
        return tiers.levels if tiers else ()

    def ranks(self) -> dict[str, int]:
        """The rank of each tier, 0 for the lowest."""
        return {level.id: rank for rank, level in enumerate(self.levels)}

    def money(self, minor: int | Decimal) -> str:
        """An amount in words: `12,000 KRW`."""
        currency = self.policy.business.currency
        whole, dot, rest = write_money(int(minor), currency).partition(".")
        return f"{int(whole):,}{dot}{rest} {currency}"


def subject_of(policy: Policy, result: ParseResult) -> Subject:
    """The subject for a policy and the parsing it came from."""
    return Subject(policy, result, tuple(_walk(policy, ())))


def _walk(part: object, path: Path) -> Iterator[tuple[Path, Part]]:
    """Every part of the model at or below `part`, with its path as written."""
    if isinstance(part, Part):
        yield path, part
        for name, field in type(part).model_fields.items():
            yield from _walk(getattr(part, name), (*path, field.alias or name))
    elif isinstance(part, tuple):
        for index, inner in enumerate(part):
            yield from _walk(inner, (*path, index))
    elif isinstance(part, dict):
        for key, inner in part.items():
            yield from _walk(inner, (*path, str(key)))


def tables(part: Part) -> Iterator[tuple[str, Table]]:
    """The values of a part that are written by tier, each with its key."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, dict) and "by tier" in kinds_of(field.annotation):
            yield field.alias or name, value
        elif name == "prices" and isinstance(value, dict):
            yield from ((name, inner) for inner in value.values() if isinstance(inner, dict))


def percent(rate: Decimal) -> str:
    """A rate in words: `12.5%`."""
    return f"{(rate * 100).normalize():f}%"
