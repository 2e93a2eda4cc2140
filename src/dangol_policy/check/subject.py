"""What a check looks at: the policy as meant, and how to say where a finding is."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Path, Problem


@dataclass(frozen=True, slots=True)
class Subject:
    """One policy under check."""

    policy: Policy
    result: ParseResult

    def problem(
        self,
        code: str,
        message: str,
        path: Path,
        *,
        key: bool = False,
        clause: str | None = None,
        hint: str | None = None,
    ) -> Problem:
        """A finding about what is written at `path` (with `key`, about its key)."""
        return self.result.problem(code, message, path, key=key, clause=clause, hint=hint)
