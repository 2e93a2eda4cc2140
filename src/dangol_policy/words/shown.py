"""Short words for a customer's card: what points are called, and what a tier brings."""

from __future__ import annotations

from dangol_policy.model.policy import Policy
from dangol_policy.words.speakers import speaker_for
from dangol_policy.words.tiers import benefits_of


def points_name(policy: Policy, language: str) -> str:
    """What points are called: `포인트`, or the policy's own name."""
    return speaker_for(policy, language).points_label


def benefits(policy: Policy, language: str, level: str) -> tuple[str, ...]:
    """What a tier brings, one sentence each. Raises KeyError for a tier the policy has not."""
    tiers = policy.loyalty.tiers
    levels = {one.id: one for one in tiers.levels} if tiers else {}
    return benefits_of(speaker_for(policy, language), levels[level])
