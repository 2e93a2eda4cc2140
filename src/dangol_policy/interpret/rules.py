"""The reference as rules for stories: decisions by the interpreter, nothing compiled."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.decision import Decision
from dangol_policy.interpret.quote import quote
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation


@dataclass(frozen=True, slots=True)
class Interpreted:
    """A policy whose decisions are worked out step by step: slow, and never made ready beforehand."""

    policy: Policy
    version: int | None = None

    def quote(self, situation: Situation) -> Decision:
        """The decision for a situation."""
        return quote(self.policy, situation, version=self.version)

    def quote_in_full(self, situation: Situation) -> Decision:
        """The same: the reference explains everything anyway."""
        return self.quote(situation)
