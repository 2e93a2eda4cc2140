"""Who may do what: the closed list of rights, and the rights each role holds."""

from collections.abc import Mapping
from enum import StrEnum


class Right(StrEnum):
    """One thing somebody may be allowed to do; keys for programs carry the same rights as scopes."""

    QUOTE = "quotes"
    READ_CUSTOMERS = "customers.read"
    WRITE_CUSTOMERS = "customers.write"
    READ_SALES = "sales.read"
    RECORD_SALES = "sales.write"
    ACCEPT_RETURNS = "returns.write"
    REDEEM = "redemptions.write"
    ADJUST_POINTS = "points.adjust"
    READ_POLICY = "policy.read"
    EDIT_POLICY = "policy.edit"
    APPROVE_POLICY = "policy.approve"
    PUBLISH_POLICY = "policy.publish"
    READ_JOURNAL = "journal.read"
    IMPORT = "import"
    RUN_OPERATIONS = "operations"
    MANAGE_STAFF = "staff.manage"
    MANAGE_KEYS = "keys.manage"


class Role(StrEnum):
    """What somebody is in the business."""

    OWNER = "owner"
    POLICY_EDITOR = "policy_editor"
    APPROVER = "approver"
    LEAD = "lead"
    AGENT = "agent"
    CLERK = "clerk"
    AUDITOR = "auditor"
    PARTNER = "partner"


_COUNTER = frozenset(
    {
        Right.QUOTE,
        Right.READ_CUSTOMERS,
        Right.WRITE_CUSTOMERS,
        Right.READ_SALES,
        Right.RECORD_SALES,
        Right.REDEEM,
        Right.READ_POLICY,
    }
)
_READING = frozenset({Right.READ_CUSTOMERS, Right.READ_SALES, Right.READ_POLICY, Right.READ_JOURNAL})

RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.POLICY_EDITOR: frozenset({Right.QUOTE, Right.READ_POLICY, Right.EDIT_POLICY}),
    Role.APPROVER: frozenset({Right.QUOTE, Right.READ_POLICY, Right.APPROVE_POLICY, Right.PUBLISH_POLICY}),
    Role.LEAD: _COUNTER
    | {Right.ACCEPT_RETURNS, Right.ADJUST_POINTS, Right.READ_JOURNAL, Right.IMPORT, Right.RUN_OPERATIONS},
    Role.AGENT: _COUNTER | {Right.ACCEPT_RETURNS},
    Role.CLERK: _COUNTER,
    Role.AUDITOR: _READING,
    Role.PARTNER: frozenset({Right.QUOTE}),
}
