"""A version on its walk, for tests: written by one, approved by another, announced, looked at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from dangol.flows import drafting, publication
from dangol.rulebook.models import PolicyVersion
from tests.build import NOON

DAY = timedelta(days=1)
AUTHOR, OTHER = "staff:1", "staff:2"
POLICY = """dangol: 1
business:
  name: {{en: Bomnal Diner, ko: 봄날식당}}
  timezone: Asia/Seoul
  currency: KRW
  languages: [ko, en]
  changes: {changes}
loyalty:
  points:
    earn: [{{id: base, rate: {rate}}}]
    expire: {{after: {expire}}}
"""
_numbers = count(1)


def text(*, rate: str = "1%", expire: str = "12 months", changes: str = "{}") -> str:
    """A small policy; a lower rate or an earlier expiry is worse for customers."""
    return POLICY.format(rate=rate, expire=expire, changes=changes)


def how(by: str = AUTHOR, at: datetime = NOON) -> dict[str, Any]:
    return {"request": f"walk-{next(_numbers)}", "by": by, "at": at}


def handed_in(policy: str, *, by: str = AUTHOR, at: datetime = NOON) -> int:
    """A checked version."""
    draft = UUID(drafting.open_draft(text=policy, **how(by, at)).value["draft"])
    number: int = drafting.submit_draft(draft=draft, reason="spring", **how(by, at)).value["version"]
    return number


def approved(policy: str, *, by: str = AUTHOR, approver: str = OTHER, at: datetime = NOON) -> int:
    number = handed_in(policy, by=by, at=at)
    publication.approve(version=number, **how(approver, at))
    return number


def published(policy: str, *, at: datetime = NOON, **when: Any) -> int:
    number = approved(policy, at=at)
    publication.announce(version=number, **when, **how(at=at))
    return number


def states() -> Mapping[int, str]:
    return dict(PolicyVersion.objects.order_by("number").values_list("number", "state"))
