"""Verbs about decisions: keep what was decided, and on what."""

import hashlib
from uuid import UUID

from dangol.lib.act import Act
from dangol.rulebook.models import DecisionRecord
from dangol.rulebook.plain import as_text


def keep_decision(
    *,
    act: Act,
    kind: str,
    version: int,
    inputs: object,
    decision: object,
    customer: UUID | None = None,
    subject: UUID | None = None,
) -> UUID:
    """Keeps a decision with what it was taken on, so that it can be explained and taken again."""
    id_ = act.new_id()
    given = as_text(inputs)
    act.rows.insert(
        DecisionRecord,
        {
            "id": id_,
            "policy_version": version,
            "kind": kind,
            "customer_id": customer,
            "subject_id": subject,
            "inputs_sha256": hashlib.sha256(given.encode()).hexdigest(),
            "inputs": given,
            "decision": as_text(decision),
            "at": act.at,
            "by": act.by,
            "request": act.request,
        },
    )
    return id_
