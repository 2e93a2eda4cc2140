"""Load: parse a policy and check its meaning, in one step. What everybody else starts from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dangol_policy.check import check
from dangol_policy.parse import ParseResult, parse, parse_file
from dangol_policy.problems import in_order


def load(source: Path | str | bytes, *, name: str = "policy.yaml") -> ParseResult:
    """Parse and check a policy: a path is read, text and bytes are taken as they are.

    The result holds the problems of both steps; `result.ok` says whether it can be compiled. Raises OSError when a
    path cannot be opened; never raises on bad content.
    """
    result = parse_file(source) if isinstance(source, Path) else parse(source, name=name)
    return replace(result, problems=in_order([*result.problems, *check(result)]))
