"""Faults of the sections beside purchases, run by `test_faults` with its own; they stand in `care_faults.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dangol_policy.source import read_file

_HEAD = """\
dangol: 1
business: {name: Bomnal, timezone: Asia/Seoul, currency: KRW, languages: [ko, en], calendar: open, jurisdictions: [@@]}
calendars: [{id: open, hours: {weekdays: "09:00-18:00"}}]
"""


def _fault(written: dict[str, Any]) -> tuple[str, ...]:
    """Code, policy, what is wrong, what is right, where, what is said, and another head where it names a country."""
    words = [written[key] for key in ("code", "text", "wrong", "right", "at", "says")]
    words[2] = words[2].replace("MANY", "".join(f"{{id: l{n}, roles: owner}}, " for n in range(50)))
    return (*words, _HEAD.replace("@@", written["in"])) if "in" in written else tuple(words)


FAULTS: list[tuple[str, ...]] = [
    _fault(one)
    for one in read_file(Path(__file__).with_name("care_faults.yaml")).data  # type: ignore[attr-defined]
]
