"""Verbs of the rulebook: working drafts, versions of the policy, and decisions that are kept."""

from dangol.rulebook.actions.decisions import keep_decision
from dangol.rulebook.actions.drafts import (
    drop_draft,
    follow,
    hand_in,
    open_draft,
    reopen,
    save_beside,
    save_text,
    take_up,
)
from dangol.rulebook.actions.versions import (
    approve,
    approve_text,
    bring_into_force,
    check,
    draft,
    publish,
    publish_text,
    send_back,
    withdraw,
    without_errors,
)

__all__ = [
    "approve",
    "approve_text",
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
    "reopen",
    "save_beside",
    "save_text",
    "send_back",
    "take_up",
    "withdraw",
    "without_errors",
]
