"""A compiled policy: what the rest of the software asks for decisions."""

from __future__ import annotations

from dangol_policy.compile.planned import Planned
from dangol_policy.decision import Decision
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation


class Compiled:
    """A policy ready to decide. `digest` is the sha-256 of its text, `version` its number where versions are kept."""

    __slots__ = ("_planned", "digest", "policy", "version")

    def __init__(self, policy: Policy, digest: str, version: int | None = None) -> None:
        self.policy = policy
        self.digest = digest
        self.version = version
        self._planned = Planned(policy, digest=digest, version=version)

    def quote(self, situation: Situation) -> Decision:
        """What the policy says about the situation. Never raises for a policy that checks clean."""
        return self._planned.quote(situation)


def compile_policy(policy: Policy, *, digest: str, version: int | None = None) -> Compiled:
    """Makes the policy ready to decide."""
    return Compiled(policy, digest, version)
