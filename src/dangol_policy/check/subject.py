"""What a check looks at: the policy as meant, ways to walk it, and how to say where a finding is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from dangol_policy.check.shown import Bench
from dangol_policy.model.base import Clause, Part
from dangol_policy.model.loyalty import Level
from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.parse.shape import kinds_of
from dangol_policy.problems import Path, Problem
from dangol_policy.values import Duration, Text

P = TypeVar("P", bound=Part)
Table = dict[str, Any]
"""A value for each tier."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One policy under check; made by `subject_of`."""

    policy: Policy
    result: ParseResult
    by_kind: dict[type[Part], list[tuple[Path, Part]]]
    """Every part of the policy with its path, by its model."""
    clauses: tuple[tuple[Path, Clause], ...]
    """Every clause, in the order of the document."""
    texts: tuple[tuple[Path, Text], ...]
    """Every text."""
    terms: tuple[tuple[Path, Duration], ...]
    """Every duration."""
    bench: Bench
    """Decides cases that show a fault."""

    def problem(
        self,
        code: str,
        message: str,
        path: Path,
        *,
        key: bool = False,
        clause: str | None = None,
        hint: str | None = None,
        example: Mapping[str, Any] | None = None,
    ) -> Problem:
        """A finding about what is written at `path` (with `key`, about its key), with a case in which it shows."""
        found = self.result.problem(code, message, path, key=key, clause=clause, hint=hint)
        return found if example is None else replace(found, example=example)

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

    @property
    def levels(self) -> tuple[Level, ...]:
        """The tiers from the lowest to the highest, as written; none when the policy has no tiers."""
        tiers = self.policy.loyalty.tiers
        return tiers.levels if tiers else ()

    @property
    def sells_at_a_distance(self) -> bool:
        """Whether goods are bought unseen: as the business says, else where some window begins with the delivery."""
        sells, returns = self.policy.business.sells, self.policy.returns
        delivers = returns is not None and any(window.after == "delivery" for window in returns.windows)
        return "at a distance" in sells or (not sells and delivers)

    def ranks(self) -> dict[str, int]:
        """The rank of each tier, 0 for the lowest."""
        return {level.id: rank for rank, level in enumerate(self.levels)}

    def money(self, minor: int | Decimal) -> str:
        """An amount in words: `12,000 KRW`."""
        return self.bench.written(int(minor))


def subject_of(policy: Policy, result: ParseResult) -> Subject:
    """The subject for a policy and the parsing it came from; walks the policy once."""
    by_kind: dict[type[Part], list[tuple[Path, Part]]] = {}
    clauses: list[tuple[Path, Clause]] = []
    texts: list[tuple[Path, Text]] = []
    terms: list[tuple[Path, Duration]] = []
    for path, value in _walk(policy, ()):
        if isinstance(value, Text):
            texts.append((path, value))
        elif isinstance(value, Duration):
            terms.append((path, value))
        elif isinstance(value, Part):
            by_kind.setdefault(type(value), []).append((path, value))
            if isinstance(value, Clause):
                clauses.append((path, value))
    return Subject(policy, result, by_kind, tuple(clauses), tuple(texts), tuple(terms), Bench(policy))


_INNER = (Part, tuple, dict, Text, Duration)


def _walk(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    """Every part, text and duration at or below a value, with its path as written."""
    if isinstance(value, Part):
        yield path, value
        aliases = _aliases(type(value))
        for name, inner in value.__dict__.items():
            if isinstance(inner, _INNER) and inner:
                yield from _walk(inner, (*path, aliases[name]))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            if isinstance(inner, _INNER):
                yield from _walk(inner, (*path, index))
    elif isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, _INNER):
                yield from _walk(inner, (*path, str(key)))
    else:
        yield path, value


@lru_cache(maxsize=256)
def _aliases(kind: type[Part]) -> dict[str, str]:
    return {name: field.alias or name for name, field in kind.model_fields.items()}


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
