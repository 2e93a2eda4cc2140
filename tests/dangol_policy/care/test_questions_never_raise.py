"""A policy that checks clean answers every question, and says every clause and answer, whatever is written in it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy import words
from dangol_policy.care.authority import authority, rises
from dangol_policy.care.belonging import Known, Purchased, segments_of
from dangol_policy.care.clocks import clocks
from dangol_policy.care.following import may_ask_from, steps_due
from dangol_policy.care.gate import gate
from dangol_policy.care.keeping import keep_until
from dangol_policy.care.memberships import current
from dangol_policy.care.standards import standard_for
from dangol_policy.care.style import said_never, too_long
from dangol_policy.load import load
from dangol_policy.model.policy import OTHER_SECTIONS, Policy
from dangol_policy.model.questions import AuthorityQuestion, CaseMark, ClockQuestion, ContactQuestion
from dangol_policy.model.standards import CLOCKS
from dangol_policy.problems import errors
from dangol_policy.source import read_text
from dangol_policy.values import ValuesContext
from dangol_policy.words.sections.responsibility import authority_answer
from dangol_policy.words.sections.standards import clock_told
from tests.dangol_policy.test_never_raises import JUNK, changed, paths

TESTS = Path(__file__).parents[1]
DATA: Any = read_text((TESTS / "words" / "care_clauses.yaml").read_text("utf-8"), "care").data
PLACES = [path for path in paths(DATA) if path and path[0] in OTHER_SECTIONS]
MORE: list[Any] = [
    *JUNK,
    *("00:00-24:00", "21:00-08:00", "0 business hours", "1 minute", "900 months", "2026-01-01..", "complaint", "gold"),
    *(
        ["customer"],
        ["resolve"],
        ["head"],
        ["marketing"],
        [],
        {"after": "1 hour"},
        {"to": "direction"},
        {"for": "1 day"},
    ),
]
AT = dt.datetime(2026, 11, 22, 12, 30, tzinfo=dt.UTC)
CONTEXT = ValuesContext("KRW", zone="Asia/Seoul")


def everything(policy: Policy) -> None:
    """Asks the policy everything there is to ask, and says it all."""
    for language in words.LANGUAGES:
        assert all(sentence.text for sentence in words.sentences(policy, language))
    for purpose in ("transactional", "care", "marketing"):
        for channel in ("sms", "desk"):
            sent = [{"at": "2026-11-20T10:00", "channel": "sms", "purpose": purpose}]
            customer = {"sent": sent, "consents": [{"at": "2025-01-01T10:00", "purpose": [purpose]}]}
            asked = {"at": AT.isoformat(), "channel": channel, "purpose": purpose, "customer": customer}
            answer = gate(policy, ContactQuestion.model_validate(asked, context=CONTEXT))
            assert words.contact_answer(answer, policy, "ko")
    events = [
        {"at": "2026-11-20T12:00", "what": "reply"},
        {"at": "2026-11-20T13:00", "what": "message"},
        {"at": "2026-11-20T14:00", "what": "waiting"},
        {"at": "2026-11-21T14:00", "what": "changed", "to": {"kind": "question"}},
    ]
    case = {"kind": "complaint", "channel": "email", "tier": "gold", "severity": "grave"}
    cased: dict[str, Any] = {"at": AT.isoformat(), "opened": "2026-11-20T10:00", "case": case, "events": events}
    for clock in clocks(policy, ClockQuestion.model_validate(cased, context=CONTEXT)).clocks:
        assert clock_told(clock, policy, "be")
    for role in ("desk-staff", "head"):
        question = AuthorityQuestion(role=role, give="refund", amount=40_000, kind="complaint", absent=("desk-staff",))
        assert authority_answer(authority(policy, question), policy, "vi")
    for level in policy.responsibility.levels:
        rises(policy, level.id, since=AT, severity="grave", wished_at=AT)
    for data in policy.privacy.data:
        keep_until(policy, data, AT)
    for plan in policy.aftercare:
        steps_due(policy, plan, AT, [(AT, "complaint"), (AT, "next order")])
    may_ask_from(policy, [AT, AT], AT)
    for style in policy.style:
        said_never(style, "안 됩니다. x")
        too_long(style, "a b c " * 40)
    for name in CLOCKS:
        for mark in (
            {"kind": "complaint"},
            {"kind": "question", "channel": "desk", "tier": "gold", "severity": "grave"},
        ):
            standard_for(policy, name, CaseMark.model_validate(mark))
    segments_of(policy, Known(AT, tier="gold", orders=(Purchased(AT, 5000),)), AT)
    current(policy, AT)


def test_the_policy_itself_answers() -> None:
    result = load(json.dumps(DATA, default=str, ensure_ascii=False))
    assert result.policy is not None
    everything(result.policy)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(MORE)), min_size=1, max_size=2))
def test_with_anything_anywhere(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    data = DATA
    for path, junk in changes:
        if path in list(paths(data)):
            data = changed(data, path, junk)
    result = load(json.dumps(data, default=str, ensure_ascii=False))
    assert result.policy is not None or errors(result.problems)
    if result.ok and result.policy is not None:
        everything(result.policy)
