"""Decisions as plain JSON for the faces."""

from typing import Any

from dangol.flows.reading import Declared
from dangol.rulebook import queries as rulebook
from dangol_policy.decision import Decision
from dangol_policy.story.answers import Writer


def decision_json(decision: Decision, money: Declared = "major") -> dict[str, Any]:
    """The one JSON form of a decision, amounts as declared."""
    policy = rulebook.compiled(decision.version or 0, decision.policy).policy
    return Writer(policy, money).decision(decision)
