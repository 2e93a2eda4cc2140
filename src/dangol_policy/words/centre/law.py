"""What the law says where the policy is silent: figures of jurisdiction packs, each with its source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dangol_policy.packs import LegalRule, rules_of
from dangol_policy.words.sections.shared import words_of
from dangol_policy.words.speaker import Speaker


def law_on_privacy(speaker: Speaker, day: dt.date) -> Iterator[str]:
    """Deadlines for requests and leaks of personal data, of whichever the policy has no clause of its own."""
    privacy, where = speaker.policy.privacy, speaker.policy.business.jurisdictions
    if not privacy.requests:
        for rule in rules_of(where, "answer requests", day):
            asked = words_of(speaker, (f"request-{one}" for one in rule.requests))
            yield _with_source(speaker, rule, speaker.say("law-requests", time=_time(speaker, rule), list=asked))
    if not privacy.leaks:
        for rule in rules_of(where, "tell of leaks", day):
            says = speaker.say(f"law-leaks-{rule.tell or 'authority'}", time=_time(speaker, rule))
            yield _with_source(speaker, rule, says)


def _time(speaker: Speaker, rule: LegalRule) -> str:
    return speaker.duration(rule.period) if rule.period else ""


def _with_source(speaker: Speaker, rule: LegalRule, says: str) -> str:
    source = speaker.say("law-source", source=rule.source, day=speaker.day(rule.checked))
    return f"{speaker.sentence(says)} ({source})"
