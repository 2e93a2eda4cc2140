"""A compiled policy: what the rest of the software asks for decisions."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from dangol_policy.compile.lazy import LazyDecision
from dangol_policy.compile.outline import Outline
from dangol_policy.compile.planned import Planned
from dangol_policy.compile.quick.generate import generate
from dangol_policy.decision import Decision
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation

MOST_REMEMBERED = 32
"""Compiled policies that are remembered: more than a business has in force, announced and in work at once."""


class Compiled:
    """A policy ready to decide. `digest` is the sha-256 of its text, `version` its number where versions are kept."""

    __slots__ = ("_quick", "digest", "planned", "policy", "version")

    def __init__(self, policy: Policy, digest: str, version: int | None = None) -> None:
        self.policy = policy
        self.digest = digest
        self.version = version
        self.planned = Planned(policy, digest=digest, version=version)
        self._quick = generate(self.planned)

    def quote(self, situation: Situation) -> Decision:
        """What the policy says about the situation. Never raises for a policy that checks clean."""
        found = self._quick(situation) if self._quick is not None else None
        return self.planned.quote(situation) if found is None else found

    def quote_in_full(self, situation: Situation) -> Decision:
        """The same decision with nothing left to be worked out."""
        return self.planned.quote(situation)

    def outline(self, situation: Situation) -> Outline:
        """The same decision in plain tuples: totals, what applied, the first reason of what did not."""
        found = self.quote(situation)
        return found.outline if isinstance(found, LazyDecision) else _outlined(found)


def _outlined(whole: Decision) -> Outline:
    refused = [(one.clause, one.reasons[0].code, one.reasons[0].have or 0) for one in whole.not_applied]
    applied = [(one.clause, one.amount) for one in whole.applied]
    return Outline(
        whole.list_total, whole.subtotal, whole.shipping, whole.total, whole.points, whole.tier, applied, refused
    )


_compiled: OrderedDict[tuple[str, int | None], Compiled] = OrderedDict()
_compiling = Lock()


def compile_policy(policy: Policy, *, digest: str, version: int | None = None) -> Compiled:
    """Makes the policy ready to decide. The policies compiled last are remembered by digest and number of version."""
    key = digest, version
    with _compiling:
        found = _compiled.get(key)
        if found is None or (found.policy is not policy and found.policy != policy):
            found = _compiled[key] = Compiled(policy, digest, version)
        _compiled.move_to_end(key)
        while len(_compiled) > MOST_REMEMBERED:
            _compiled.popitem(last=False)
    return found
