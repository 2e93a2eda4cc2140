"""Sections beside purchases: what customers are promised there, and what is the business's own matter."""

from __future__ import annotations

from dangol_policy.diff import measures
from dangol_policy.diff.rules import (
    FLAG,
    NEUTRAL,
    NO_FLAG,
    SCOPE,
    Rules,
    entered,
    given,
    less,
    more,
    of,
    ranked,
)
from dangol_policy.model import cases, channels, contact, partners, privacy, segments, standards, voice

_PROMISED = less("wait", measures.durations, absent="without end")
_SOONER = less("wait", measures.durations)

_SERVICE: Rules = {
    **of(
        standards.Standard,
        name=NEUTRAL,
        acknowledge=_PROMISED,
        first_response=_PROMISED,
        next_response=_PROMISED,
        update_every=_PROMISED,
        resolve=_PROMISED,
        public=FLAG,
        reached=more("gain", absent="nothing"),
        if_missed=given(),
    ),
    **of(cases.Severity, name=NEUTRAL),
    **of(cases.CaseKind, name=NEUTRAL, fields=NEUTRAL),
    **of(cases.Step, name=NEUTRAL, does=NEUTRAL, accountable=NEUTRAL, helps=NEUTRAL, within=_PROMISED),
    **of(cases.Cases, processes=entered()),
    **of(
        channels.Channel,
        name=NEUTRAL,
        at=NEUTRAL,
        purposes=SCOPE,
        first=ranked("rule", "machine", "person"),
        person_within=_PROMISED,
        answer_within=_PROMISED,
        charge=less("cost"),
        length=more("limit", absent="without end"),
    ),
}

_CONTACT: Rules = {
    **of(
        contact.ConsentRule,
        purpose=SCOPE,
        channel=SCOPE,
        renew=less("time", measures.durations, absent="without end"),
        unrenewed=ranked("rule", "send", "hold"),
        bought_within=less("time", measures.durations, absent="nothing"),
    ),
    **of(contact.LabelRule, purpose=SCOPE, channel=SCOPE, language=SCOPE),
    **of(
        contact.QuietHours,
        purpose=SCOPE,
        channel=SCOPE,
        hours=more("rule", measures.hours),
        unless_agreed=NO_FLAG,
    ),
    **of(
        contact.Cap,
        purpose=SCOPE,
        channel=SCOPE,
        most=less("limit"),
        per=more("limit", measures.durations),
    ),
    **of(contact.Register, purpose=SCOPE, channel=SCOPE),
    **of(contact.Rest, purpose=SCOPE, channel=SCOPE, while_open=more("scope", measures.members)),
}

_PRIVACY: Rules = {
    **of(privacy.Keep, for_time=less("data", measures.durations)),
    **of(
        privacy.Data,
        what=NEUTRAL,
        fields=less("data", measures.members),
        purpose=less("data", measures.members),
        recipients=less("data", measures.members),
        optional=FLAG,
        keep=entered(),
    ),
    **of(privacy.Request, kind=more("scope", measures.members), within=_SOONER),
    **of(privacy.Leak, tell_people=_SOONER, tell_authority=NEUTRAL, from_people=NEUTRAL),
    **of(privacy.Privacy, officer=NEUTRAL),
    **of(partners.Partner, name=NEUTRAL, does=NEUTRAL, fields=less("data", measures.members)),
}

CARE: Rules = {
    **_SERVICE,
    **_CONTACT,
    **_PRIVACY,
    **of(voice.Survey, name=NEUTRAL, ask=NEUTRAL),
    **of(voice.Fatigue, most=less("limit"), per=more("limit", measures.durations)),
    **of(voice.Reviews, answer_within=_SOONER, reward=given()),
    **of(voice.Ideas, decide_within=_SOONER, reward=given()),
    **of(segments.Segment, name=NEUTRAL, focus=NEUTRAL),
}
