"""Faults of the sections beside purchases: code, policy with @@, what is wrong, what is right, where, what it says.

`test_faults` runs them with its own; a seventh item is another head.
"""

from __future__ import annotations

KOREA = """\
dangol: 1
business: {name: Bomnal, timezone: Asia/Seoul, currency: KRW, languages: [ko, en], calendar: open, jurisdictions: [KR]}
calendars: [{id: open, hours: {weekdays: "09:00-18:00"}}]
"""
VIETNAM = KOREA.replace("[KR]", "[VN]")

FAULTS: list[tuple[str, ...]] = [
    (
        "no-person",
        "channels:\n- {id: bot, means: chat, first: machine@@}\n",
        "",
        ", person_within: 5 minutes",
        "machine",
        "how a customer reaches a person",
    ),
    (
        "unknown-reference",
        "channels:\n- {id: desk, means: phone, calendar: @@}\n",
        "opne",
        "open",
        "opne",
        "no calendar",
    ),
    (
        "unknown-reference",
        "contact: {caps: [{id: a, channel: @@, most: 1, per: 7 days}]}\n",
        "smss",
        "sms",
        "smss",
        "neither a channel",
    ),
    (
        "never-sent",
        "contact:\n  quiet_hours:\n  - {id: a, purpose: care, hours: 20:00-08:00}\n  - {id: b, hours: @@}\n",
        "08:00-20:00",
        "08:00-10:00",
        "08:00-20:00",
        "`b` together with `a` leaves no minute of the day for a transactional message",
    ),
    (
        "contradiction",
        "contact:\n  caps: [{id: a, purpose: care, most: 1, per: 30 days}]\n"
        "  floors: [{id: b, purpose: care, least: @@, per: 30 days}]\n",
        "2",
        "1",
        "2, per",
        "at most 1 in 30 days by `a`",
    ),
    (
        "contradiction",
        "contact:\n  labels:\n  - {id: a, purpose: care, starts_with: (안내)}\n"
        "  - {id: b, channel: kakao, starts_with: '@@'}\n",
        "[QC]",
        "(안내)[QC]",
        "'[QC]'",
        "a transactional message by kakao must begin with",
    ),
    (
        "statutory-floor",
        "contact: {quiet_hours: [{id: a, purpose: marketing, channel: sms, hours: @@}]}\n",
        "22:00-08:00",
        "21:00-08:00",
        "22:00-08:00",
        "at 21:00 a marketing message by sms would go out",
        KOREA,
    ),
    (
        "statutory-floor",
        "contact: {quiet_hours: [{id: a, purpose: marketing, channel: sms, hours: 21:00-07:00, unless_agreed: @@}]}\n",
        "true",
        "false",
        "true",
        "knows no consent",
        VIETNAM,
    ),
    (
        "statutory-floor",
        "contact: {caps: [{id: a, purpose: marketing, channel: sms, most: @@, per: 24 hours}]}\n",
        "5",
        "2",
        "5, per",
        "more than the 3 in 24 hours",
        VIETNAM,
    ),
    (
        "statutory-floor",
        "contact: {labels: [{id: a, purpose: marketing, starts_with: '@@'}]}\n",
        "(광 고)",
        "(광고)",
        "'(광 고)'",
        "wants `(광고)` first",
        KOREA,
    ),
]
