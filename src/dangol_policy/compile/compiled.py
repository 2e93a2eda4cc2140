"""A compiled policy: what the rest of the software asks for decisions."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy import interpret
from dangol_policy.decision import Decision
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation


@dataclass(frozen=True, slots=True)
class Compiled:
    """A policy ready to decide. `digest` is the sha-256 of its text, `version` its number where versions are kept."""

    policy: Policy
    digest: str
    version: int | None = None

    def quote(self, situation: Situation) -> Decision:
        """What the policy says about the situation. Never raises for a policy that checks clean."""
        return interpret.quote(self.policy, situation, digest=self.digest, version=self.version)


def compile_policy(policy: Policy, *, digest: str, version: int | None = None) -> Compiled:
    """Makes the policy ready to decide."""
    return Compiled(policy, digest, version)
