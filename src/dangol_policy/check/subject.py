"""What a check looks at: the policy as meant, ways to walk it, and how to say where a finding is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from dangol_policy.model.base import Part
from dangol_policy.model.loyalty import Level
from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.parse.shape import kinds_of
from dangol_policy.problems import Path, Problem
from dangol_policy.values import write_money

P = TypeVar("P", bound=Part)
V = TypeVar("V")
Table = dict[str, Any]
"""A value for each tier."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One policy under check; made by `subject_of`."""

    policy: Policy
    result: ParseResult
    by_kind: dict[type[Part], list[tuple[Path, Part]]]
    """Every part of the policy with its path, by its model."""

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

    def parts(self, *kinds: type[P]) -> Iterator[tuple[Path, P]]:
        """Every part of these kinds with its path, each kind in the order of the document."""
        for kind in kinds:
            yield from self.by_kind.get(kind, ())  # type: ignore[misc]

    def tables(self) -> Iterator[tuple[Path, Part, Table]]:
        """Values written by tier: where, in which part, and the values."""
        for kind, parts in self.by_kind.items():
            names = _table_fields(kind)
            for path, part in parts if names else ():
                for name, key in names:
                    yield from ((at, part, table) for at, table in _tables(getattr(part, name), (*path, key)))

    def values(self, kind: type[V]) -> Iterator[tuple[Path, V]]:
        """Every field of any part that holds a value of this kind, such as a text or a duration."""
        for parts in self.by_kind.values():
            for path, part in parts:
                for name, value in part:
                    if isinstance(value, kind):
                        yield (*path, type(part).model_fields[name].alias or name), value
                    elif isinstance(value, dict):
                        at = (*path, type(part).model_fields[name].alias or name)
                        yield from (((*at, str(key)), one) for key, one in value.items() if isinstance(one, kind))

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
    by_kind: dict[type[Part], list[tuple[Path, Part]]] = {}
    for path, part in _walk(policy, ()):
        by_kind.setdefault(type(part), []).append((path, part))
    return Subject(policy, result, by_kind)


def _walk(part: object, path: Path) -> Iterator[tuple[Path, Part]]:
    if isinstance(part, Part):
        yield path, part
        for name, value in part:
            if isinstance(value, Part | tuple | dict):
                yield from _walk(value, (*path, type(part).model_fields[name].alias or name))
    elif isinstance(part, tuple):
        for index, inner in enumerate(part):
            yield from _walk(inner, (*path, index))
    elif isinstance(part, dict):
        for key, inner in part.items():
            yield from _walk(inner, (*path, str(key)))


@lru_cache(maxsize=256)
def _table_fields(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may be written by tier: name and key."""
    fields = kind.model_fields.items()
    return tuple(
        (name, f.alias or name) for name, f in fields if name == "prices" or "by tier" in kinds_of(f.annotation)
    )


def _tables(value: object, path: Path) -> Iterator[tuple[Path, Table]]:
    if isinstance(value, dict):
        inner = [(key, one) for key, one in value.items() if isinstance(one, dict)]
        yield from (((*path, key), one) for key, one in inner)
        if not inner and path[-1] != "prices":
            yield path, value


def percent(rate: Decimal) -> str:
    """A rate in words: `12.5%`."""
    return f"{(rate * 100).normalize():f}%"
