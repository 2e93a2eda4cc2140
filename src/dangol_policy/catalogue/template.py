"""One programme template: what it asks, where its clauses go, and what it builds; and how a build enters a policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dangol_policy.catalogue.parameters import Parameter
from dangol_policy.catalogue.setting import Setting, Words
from dangol_policy.edit import at, with_item, with_value
from dangol_policy.problems import Path

Chosen = Mapping[str, Any]
"""Values of parameters by name, as the policy writes them."""
Missing = Literal["points", "no points", "tiers", "no referral", "no levels", "return fee"]
"""What a policy must have (or must not have yet) before a template makes sense in it."""


@dataclass(frozen=True, slots=True)
class Addition:
    """Something written into a policy: one more item of a list, or a value where none stands yet."""

    path: Path
    value: Any
    as_item: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """What a template made of its parameters: additions, ids of the new clauses, and examples that show them."""

    additions: tuple[Addition, ...]
    clauses: tuple[str, ...]
    examples: tuple[Mapping[str, Any], ...] = ()

    def added_to(self, data: Any, examples: Iterable[Mapping[str, Any]] | None = None) -> Any:
        """The policy's data with the additions and the examples (all of them, unless some are named)."""
        for one in self.additions:
            if one.as_item:
                data = with_item(data, one.path, one.value)
            elif at(data, one.path) is None:
                data = with_value(data, one.path, one.value)
        for example in self.examples if examples is None else examples:
            data = with_item(data, ("examples",), example)
        return data


@dataclass(frozen=True, slots=True)
class Template:
    """A programme to start from."""

    id: str
    section: str
    title: Words
    about: Words
    parameters: tuple[Parameter, ...]
    make: Callable[[Setting, Chosen], Built]
    asks: tuple[Missing, ...] = ()

    def missing(self, setting: Setting) -> tuple[Missing, ...]:
        """What keeps the template from making sense in this policy; nothing when it does."""
        there: Mapping[Missing, bool] = {
            "points": setting.has("loyalty", "points", "earn"),
            "no points": not setting.has("loyalty", "points") and not setting.has("loyalty", "tiers"),
            "tiers": len(setting.tiers) > 1,
            "no referral": not setting.has("loyalty", "referral"),
            "no levels": not setting.has("responsibility", "levels"),
            "return fee": setting.has("returns", "fees"),
        }
        return tuple(one for one in self.asks if not there[one])

    def defaults(self, setting: Setting) -> dict[str, Any]:
        """Each parameter's default in this policy."""
        return {one.name: one.standard(setting) for one in self.parameters}

    def build(self, parameters: Chosen, setting: Setting) -> Built:
        """The clauses with these parameters, defaults for those not named. Raises Unfit when one is out of bounds."""
        values = {**self.defaults(setting), **parameters}
        return self.make(setting, {one.name: one.read(values[one.name], setting) for one in self.parameters})
