"""Channels and contact: somebody answers, messages can go out at all, and no rule is looser than the law."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from dangol_policy.care.gate import covers_the_day, labelled
from dangol_policy.check.asked import WORKDAY, question
from dangol_policy.check.baskets import Data
from dangol_policy.check.counsel import undercut
from dangol_policy.check.days import at_least_days, at_most_days
from dangol_policy.check.subject import Subject
from dangol_policy.model.channels import Means
from dangol_policy.model.contact import Cap, ContactRule, Floor, LabelRule, Purpose, QuietHours
from dangol_policy.model.questions import MOST_SENT
from dangol_policy.packs import rules_of
from dangol_policy.parse.shape import words_of
from dangol_policy.parse.wording import closest
from dangol_policy.problems import Path, Problem
from dangol_policy.values import TimeRange

PURPOSES: tuple[Purpose, ...] = ("transactional", "care", "marketing")
MEANS: tuple[str, ...] = tuple(words_of(Means))


def machines_lead_to_a_person(subject: Subject) -> Iterator[Problem]:
    """Where a machine answers first, it is said how soon a person can be reached."""
    for number, channel in enumerate(subject.policy.channels):
        if channel.first == "machine" and channel.person_within is None:
            message = f"`{channel.id}` is answered by a machine, and nothing says how a customer reaches a person"
            yield subject.problem("no-person", message, ("channels", number, "first"))


def channels_of_rules_exist(subject: Subject) -> Iterator[Problem]:
    """Channels that rules of contact name: of the policy, or means of contact."""
    known = [*(channel.id for channel in subject.policy.channels), *MEANS]
    for path, rule in _rules(subject):
        for index, name in enumerate(rule.channel):
            if name not in known:
                near = closest(name, known)
                message = f"`{name}` is neither a channel of this policy nor a means of contact"
                hint = f"Did you mean `{near}`?" if near else f"Means: {', '.join(MEANS)}."
                yield subject.problem("unknown-reference", message, (*path, "channel", index), hint=hint)


def messages_can_go_out(subject: Subject) -> Iterator[Problem]:
    """Quiet hours leave an hour to every message."""
    rules: list[tuple[Path, Any]] = list(subject.parts(QuietHours))
    for number, (path, rule) in enumerate(rules):
        alike = [rule.hours, *(other.hours for _, other in rules[:number] if _meet(rule, other))]
        if covers_the_day(hours for group in alike for hours in group):
            others = [other.id for _, other in rules[:number] if _meet(rule, other)]
            beside = f" together with {', '.join(f'`{one}`' for one in others)}" if others else ""
            message = f"`{rule.id}`{beside} leaves no minute of the day for {_case(rule)}"
            yield subject.problem("never-sent", message, (*path, "hours"))


def floors_fit_under_caps(subject: Subject) -> Iterator[Problem]:
    """Nobody is promised more messages than anybody may get."""
    for path, floor in subject.parts(Floor):
        for _, cap in subject.parts(Cap):
            least = floor.least / at_most_days(floor.per) if at_most_days(floor.per) else 0
            most = cap.most / at_least_days(cap.per) if at_least_days(cap.per) else 0
            if _meet(floor, cap) and least > most and at_least_days(cap.per):
                message = (
                    f"a customer is to get {floor.least} in {floor.per} by `{floor.id}`, "
                    f"and at most {cap.most} in {cap.per} by `{cap.id}`"
                )
                example = question(subject.policy, message, "may_contact", _one_too_many(floor, cap))
                yield subject.problem("contradiction", message, (*path, "least"), example=example)


def labels_agree(subject: Subject) -> Iterator[Problem]:
    """No message must begin with two different things."""
    labels: list[tuple[Path, Any]] = [(path, one) for path, one in subject.parts(LabelRule) if one.starts_with]
    for (_, first), (path, second) in combinations(labels, 2):
        languages = not first.language or not second.language or set(first.language) & set(second.language)
        if languages and _meet(first, second) and not _can_both(first.starts_with, second.starts_with):
            message = (
                f"{_case(second)} must begin with {_quoted(first.starts_with)} by `{first.id}`, "
                f"and with {_quoted(second.starts_with)} by `{second.id}`"
            )
            example = question(subject.policy, message, "may_contact", _message(first, second))
            yield subject.problem("contradiction", message, (*path, "starts_with"), example=example)


def _message(first: LabelRule, second: LabelRule) -> Data:
    """A message that two rules are about, labelled as the second wants."""
    languages = [*first.language, *second.language]
    asked = _of_both(first, second) | {"text": second.starts_with[0]}
    return asked | ({"language": languages[0]} if languages else {})


def _one_too_many(floor: Floor, cap: Cap) -> Data:
    """One more message on a day on which a customer got as many as a cap allows."""
    asked = _of_both(floor, cap)
    hour_before = {"at": "2026-01-06T09:00", "channel": asked["channel"], "purpose": asked["purpose"]}
    return asked | {"customer": asked["customer"] | {"sent": [hour_before] * min(cap.most, MOST_SENT)}}


def _of_both(first: ContactRule, second: ContactRule) -> Data:
    """A message that two rules are about, to a customer who agreed to it."""
    purposes = [one for one in PURPOSES if all(not rule.purpose or one in rule.purpose for rule in (first, second))]
    channels = [one for one in (*first.channel, *second.channel, "email") if _by(one, first) and _by(one, second)]
    consent = {"at": "2025-12-01T10:00", "purpose": [purposes[0]]}
    customer: Data = {"consents": [consent]}
    return {"at": WORKDAY, "channel": channels[0], "purpose": purposes[0], "customer": customer}


def _by(channel: str, rule: ContactRule) -> bool:
    return not rule.channel or channel in rule.channel


def messages_keep_the_law(subject: Subject) -> Iterator[Problem]:
    """What the policy writes about hours, numbers and labels of messages is at least as strict as the law.

    Where it writes nothing the law is asked all the same; what it writes must not promise staff more.
    """
    business = subject.policy.business
    for law in rules_of(business.jurisdictions, "contact", None):
        assert law.contact is not None
        for hours in law.contact.quiet_hours:
            for path, rule in _own(subject, QuietHours, hours):
                if not rule.purpose:
                    continue  # hours for every message promise nothing about these
                alike = tuple(window for _, other in _own(subject, QuietHours, hours) for window in other.hours)
                gap = _uncovered(hours.hours, alike)
                if gap is not None:
                    message = f"at {gap} {_case(hours)} would go out, which the law forbids from {hours.hours[0]}"
                    yield undercut(subject, law, message, (*path, "hours"))
                elif rule.unless_agreed and not hours.unless_agreed:
                    message = f"the law knows no consent that would open {hours.hours[0]} for {_case(hours)}"
                    yield undercut(subject, law, message, (*path, "unless_agreed"))
        for cap in law.contact.caps:
            for path, own in _own(subject, Cap, cap):
                if _allows_more(own, cap):
                    message = f"{own.most} in {own.per} is more than the {cap.most} in {cap.per} the law allows"
                    yield undercut(subject, law, message, (*path, "most"))
        for label in law.contact.labels:
            for path, written in _own(subject, LabelRule, label):
                wrong = [one for one in written.starts_with if not labelled(label, one)]
                if wrong:
                    message = f"the law wants {_quoted(label.starts_with)} first, not {_quoted(tuple(wrong))}"
                    yield undercut(subject, law, message, (*path, "starts_with"))


def _own(subject: Subject, kind: type[Any], law: ContactRule) -> Iterator[tuple[Path, Any]]:
    """Rules of the policy on messages that the law's rule is about."""
    yield from ((path, rule) for path, rule in subject.parts(kind) if _meet(rule, law))


def _uncovered(law: tuple[TimeRange, ...], own: tuple[TimeRange, ...]) -> str | None:
    """A time of day that the law keeps quiet and the policy does not."""
    edges = [window.start for window in law] + [window.end % 1440 for window in own]
    for minute in edges:
        if _within(minute, law) and not _within(minute, own):
            return f"{minute // 60:02}:{minute % 60:02}"
    return None


def _within(minute: int, hours: tuple[TimeRange, ...]) -> bool:
    return any(minute in window for window in hours)


def _allows_more(own: Cap, law: Cap) -> bool:
    """Whether messages that the policy allows could be more than the law does."""
    if own.most > law.most:
        return own.most > 0
    return at_most_days(own.per) < at_least_days(law.per) and own.most * 2 > law.most


def _can_both(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return any(one.startswith(two) or two.startswith(one) for one in first for two in second)


def _meet(first: ContactRule, second: ContactRule) -> bool:
    """Whether some message is a matter of both rules."""
    purposes = not first.purpose or not second.purpose or set(first.purpose) & set(second.purpose)
    channels = not first.channel or not second.channel or set(first.channel) & set(second.channel)
    return bool(purposes and channels)


def _case(rule: ContactRule) -> str:
    """A message the rule is about, as an example."""
    purpose = (rule.purpose or PURPOSES)[0]
    return f"a {purpose} message by {rule.channel[0]}" if rule.channel else f"a {purpose} message"


def _quoted(words: tuple[str, ...]) -> str:
    return " or ".join(f"`{one}`" for one in words)


def _rules(subject: Subject) -> Iterator[tuple[Path, ContactRule]]:
    for kind in dict.fromkeys(kind for kind in subject.by_kind if issubclass(kind, ContactRule)):
        yield from subject.parts(kind)
