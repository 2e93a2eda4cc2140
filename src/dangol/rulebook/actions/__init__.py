"""Verbs of the rulebook: working drafts, versions of the policy, and decisions that are kept."""

from dangol.rulebook.actions.decisions import keep_decision
from dangol.rulebook.actions.drafts import drop_draft, follow, hand_in, open_draft, save_beside, save_text, take_up
from dangol.rulebook.actions.versions import approve, bring_into_force, check, draft, publish, publish_text

__all__ = [
    "approve",
    "bring_into_force",
    "check",
    "draft",
    "drop_draft",
    "follow",
    "hand_in",
    "keep_decision",
    "open_draft",
    "publish",
    "publish_text",
    "save_beside",
    "save_text",
    "take_up",
]
