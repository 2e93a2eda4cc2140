"""The gate: may this message go out to this customer now, later, or not at all, and by which clauses.

Every rule is asked, those of the law too. One refusal refuses; otherwise the answer is the first instant at which
nothing speaks against sending, and a message never waits past its relevance. Source: policy language, section 7.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from dangol_policy.calendar import DayHours, Span, WorkCalendar, add, calendar_of, day_of
from dangol_policy.calendar.hours import windows_in_local_time
from dangol_policy.calendar.zones import merged, spans_of
from dangol_policy.model.contact import Cap, ConsentRule, ContactRule, ContactRules, LabelRule, QuietHours
from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import ConsentGiven, ContactQuestion, OwnWish
from dangol_policy.packs import rules_of
from dangol_policy.values import TimeRange

Verdict = Literal["allow", "defer", "refuse"]
Because = Literal[
    "on-register",
    "no-consent",
    "consent-old",
    "label-missing",
    "quiet-hours",
    "cap",
    "own-wish",
    "open-case",
    "too-late",
    "never",
]
NO_RULE = "contact.consents"
"""What stands where a policy says nothing about consent: marketing needs one."""
OWN_WISH = "contact.wishes"
"""What stands for the customer's own wish, which no clause writes."""
RELEVANCE = "contact.relevance"
"""What stands for the end of a message's own relevance."""

_HORIZON = dt.timedelta(days=400)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks against sending at an instant."""

    clause: str
    because: Because
    until: dt.datetime | None = None
    """The first instant at which this rule no longer speaks against it; None: waiting does not help."""


@dataclass(frozen=True, slots=True)
class GateAnswer:
    """What the gate says, and why: everything that spoke against sending at the instant asked about."""

    verdict: Verdict
    at: dt.datetime | None
    """When the message may go out: the instant asked about, or the end of the wait; None when refused."""
    reasons: tuple[Reason, ...] = ()
    asked: tuple[str, ...] = field(default=(), compare=False)
    """Clauses that were about this message, in the order they were asked."""


def gate(policy: Policy, question: ContactQuestion) -> GateAnswer:
    """May the message go out? Never raises for a policy without errors."""
    rules = _Rules(policy, question)
    start = question.at.astimezone(dt.UTC)
    at, reasons = start, list[Reason]()
    while against := rules.against(at):
        waits = [one.until for one in against if one.until is not None]
        reasons += [one for one in against if one not in reasons]
        if len(waits) < len(against):
            return GateAnswer("refuse", None, tuple(reasons), rules.asked())
        if max(waits) - start > _HORIZON:
            return GateAnswer("refuse", None, (*reasons, Reason(against[-1].clause, "never")), rules.asked())
        at = max(waits)
    if question.relevant_until is not None and at >= question.relevant_until:
        return GateAnswer("refuse", None, (*reasons, Reason(RELEVANCE, "too-late")), rules.asked())
    return GateAnswer("defer" if reasons else "allow", at, tuple(reasons), rules.asked())


class _Rules:
    """The rules that are about one message."""

    def __init__(self, policy: Policy, question: ContactQuestion) -> None:
        self.question = question
        self.zone = question.customer.timezone or policy.business.timezone
        self.calendar: WorkCalendar = calendar_of(policy)
        self.language = question.language or policy.business.languages[0]
        self._means = {channel.id: channel.means for channel in policy.channels}
        self.names = self._names_of(question.channel)
        day = day_of(question.at, policy.business.timezone)
        self.own = policy.contact
        law = rules_of(policy.business.jurisdictions, "contact", day)
        self.sets = (*(rule.contact for rule in law if rule.contact is not None), self.own)

    def _names_of(self, channel: str) -> frozenset[str]:
        return frozenset((channel, self._means.get(channel, channel)))

    def _about(self, rule: ContactRule) -> bool:
        return concerns(rule, self.question.purpose, self.names)

    def asked(self) -> tuple[str, ...]:
        """Ids of the clauses that are about the message."""
        return tuple(rule.id for one in self.sets for rule in every_rule(one) if self._about(rule))

    def against(self, at: dt.datetime) -> tuple[Reason, ...]:
        """Everything that speaks against sending at an instant, in the order of the questions."""
        return tuple(
            reason
            for ask in (self._register, self._consent, self._label, self._quiet, self._cap, self._wish, self._rest)
            for reason in ask(at)
        )

    def _those(self, kind: str) -> Iterator[Any]:
        """The rules of a kind that are about the message, those of the law first."""
        for one in self.sets:
            yield from (rule for rule in getattr(one, kind) if self._about(rule))

    def _register(self, at: dt.datetime) -> Iterator[Reason]:
        for rule in self._those("registers"):
            if rule.on in self.question.customer.registers:
                yield Reason(rule.id, "on-register")

    def _consent(self, at: dt.datetime) -> Iterator[Reason]:
        rules: list[ConsentRule] = list(self._those("consents"))
        own = [rule for rule in self.own.consents if self._about(rule)]
        sends_on = any(rule.unrenewed == "send" for rule in own)
        held = [one for one in self.question.customer.consents if self._covers(one, at)]
        if not rules and self.question.purpose == "marketing" and not held:
            yield Reason(NO_RULE, "no-consent")
        for rule in rules:
            if self._bought(rule, at):
                continue
            if not held:
                yield Reason(rule.id, "no-consent")
            elif rule.renew is not None and not sends_on and not self._fresh(rule, held, at):
                yield Reason(rule.id, "consent-old")

    def _covers(self, consent: ConsentGiven, at: dt.datetime) -> bool:
        return (
            self.question.purpose in consent.purpose
            and (not consent.channel or not self.names.isdisjoint(consent.channel))
            and consent.at <= at
            and (consent.withdrawn is None or at < consent.withdrawn)
        )

    def _bought(self, rule: ConsentRule, at: dt.datetime) -> bool:
        last = self.question.customer.last_purchase
        if rule.bought_within is None or last is None or at < last:
            return False
        over = add(last, rule.bought_within, self.calendar, zone=self.zone)
        return over is None or at < over

    def _fresh(self, rule: ConsentRule, held: Iterable[ConsentGiven], at: dt.datetime) -> bool:
        assert rule.renew is not None
        ends = (add(max(one.at, one.renewed or one.at), rule.renew, self.calendar, zone=self.zone) for one in held)
        return any(end is None or at < end for end in ends)

    def _label(self, at: dt.datetime) -> Iterator[Reason]:
        for rule in self._those("labels"):
            if (not rule.language or self.language in rule.language) and not labelled(rule, self.question.text):
                yield Reason(rule.id, "label-missing")

    def _quiet(self, at: dt.datetime) -> Iterator[Reason]:
        agreed = any(one.quiet_hours and self._covers(one, at) for one in self.question.customer.consents)
        rules: list[QuietHours] = [one for one in self._those("quiet_hours") if not (agreed and one.unless_agreed)]
        if rules and covers_the_day(hours for rule in rules for hours in rule.hours):
            yield from (Reason(rule.id, "never") for rule in rules)
            return
        for rule in rules:
            until = quiet_until(rule.hours, at, self.zone)
            if until is not None:
                yield Reason(rule.id, "quiet-hours", until)

    def _cap(self, at: dt.datetime) -> Iterator[Reason]:
        for rule in self._those("caps"):
            sent = [
                one.at
                for one in self.question.customer.sent
                if concerns(rule, one.purpose, self._names_of(one.channel))
            ]
            until = self._room(rule.most, rule, sent, at)
            if until is not None:
                yield Reason(rule.id, "cap", None if rule.most == 0 else until)

    def _room(self, most: int, rule: Cap | OwnWish, sent: list[dt.datetime], at: dt.datetime) -> dt.datetime | None:
        """The first instant at which one more message is not too many; None when that is now."""
        if most == 0:
            return at
        assert rule.per is not None
        ends = sorted(
            add(one, rule.per, self.calendar, zone=self.zone) or dt.datetime.max.replace(tzinfo=dt.UTC)
            for one in sent
            if one <= at
        )
        running = [end for end in ends if end > at]
        return running[len(running) - most] if len(running) >= most else None

    def _wish(self, at: dt.datetime) -> Iterator[Reason]:
        question = self.question
        for wish in question.customer.wishes:
            about = (not wish.purpose or question.purpose in wish.purpose) and (
                not wish.channel or not self.names.isdisjoint(wish.channel)
            )
            if not about:
                continue
            if wish.most == 0 or wish.per is None:
                yield Reason(OWN_WISH, "own-wish")
                continue
            sent = [
                one.at
                for one in question.customer.sent
                if (not wish.purpose or one.purpose in wish.purpose)
                and (not wish.channel or not self._names_of(one.channel).isdisjoint(wish.channel))
            ]
            until = self._room(wish.most, wish, sent, at)
            if until is not None:
                yield Reason(OWN_WISH, "own-wish", until)

    def _rest(self, at: dt.datetime) -> Iterator[Reason]:
        for rule in self._those("rests"):
            if not set(rule.while_open).isdisjoint(self.question.customer.open_cases):
                yield Reason(rule.id, "open-case")


def every_rule(rules: ContactRules) -> Iterator[ContactRule]:
    """The rules in the order they are asked; floors only say whom to think of, and hold nothing back."""
    for kind in (rules.registers, rules.consents, rules.labels, rules.quiet_hours, rules.caps, rules.rests):
        yield from kind


def concerns(rule: ContactRule, purpose: str, names: frozenset[str]) -> bool:
    """Whether a rule is about messages of a purpose by a channel, known by its id and its means."""
    return (not rule.purpose or purpose in rule.purpose) and (not rule.channel or not names.isdisjoint(rule.channel))


def labelled(rule: LabelRule, text: str) -> bool:
    """Whether a message shows what the rule asks: the very characters, first and without a space before them."""
    begins = not rule.starts_with or text.startswith(rule.starts_with)
    return begins and all(words in text for words in rule.holds)


def quiet_until(hours: Iterable[TimeRange], at: dt.datetime, zone: str) -> dt.datetime | None:
    """The end of the quiet hours an instant lies in; None when it lies in none.

    Quiet are the instants at which a clock in the zone shows a time of the windows, so an hour that repeats is quiet
    twice. Hours that touch are one wait.
    """
    day = day_of(at, zone)
    spans: list[Span] = []
    for number in range(-2, 3):
        opens = DayHours(tuple(hours), "weekly hours")
        for begin, end in windows_in_local_time(opens, day + number * _DAY):
            spans += spans_of(zone, begin, end)
    return next((span.end for span in merged(spans) if span.start <= at < span.end), None)


def covers_the_day(hours: Iterable[TimeRange]) -> bool:
    """Whether windows together leave no minute of a day."""
    windows = tuple(hours)
    edges = {0, *(window.end % 1440 for window in windows)}
    # A minute that no window holds begins a free stretch at midnight or where a window ends.
    return not any(all(edge not in window for window in windows) for edge in edges)
