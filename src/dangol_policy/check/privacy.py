"""Privacy: periods and deadlines are no worse than the law, and partners see what the inventory knows."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.care.keeping import mandatory
from dangol_policy.check.counsel import undercut
from dangol_policy.check.days import at_least_days, at_most_days
from dangol_policy.check.references import missing
from dangol_policy.check.standards import is_shorter
from dangol_policy.check.subject import Subject
from dangol_policy.model.partners import Partner
from dangol_policy.model.privacy import Data, Leak, Request
from dangol_policy.model.questions import KeepQuestion
from dangol_policy.packs import rules_of
from dangol_policy.problems import Problem

_SENSITIVE = ("health", "biometric")


def data_is_kept_as_long_as_the_law_demands(subject: Subject) -> Iterator[Problem]:
    """No period shorter than the law's."""
    for path, data in subject.parts(Data):
        for rule, period in mandatory(subject.policy, data, None):
            if at_most_days(data.keep.for_time) < at_least_days(period):
                message = f"{data.keep.for_time} is shorter than the {period} the law demands"
                yield undercut(subject, rule, message, (*path, "keep", "for"))


def requests_are_answered_as_soon_as_the_law_demands(subject: Subject) -> Iterator[Problem]:
    """No deadline longer than the law's."""
    law = rules_of(subject.policy.business.jurisdictions, "answer requests", None)
    for path, request in subject.parts(Request):
        for rule in law:
            concerned = [kind for kind in request.kind if kind in rule.requests]
            if concerned and rule.period and is_shorter(rule.period, request.within):
                message = f"{concerned[0]} within {request.within} is later than the {rule.period} the law allows"
                yield undercut(subject, rule, message, (*path, "within"))


def leaks_are_told_as_soon_as_the_law_demands(subject: Subject) -> Iterator[Problem]:
    """No notice of a leak later than the law's."""
    law = rules_of(subject.policy.business.jurisdictions, "tell of leaks", None)
    for path, leak in subject.parts(Leak):
        for rule in law:
            key = f"tell_{rule.tell}"
            within = getattr(leak, key)
            if within and rule.period and is_shorter(rule.period, within):
                message = f"{within} is later than the {rule.period} the law allows"
                yield undercut(subject, rule, message, (*path, key))


def sensitive_data_has_a_firm_ground(subject: Subject) -> Iterator[Problem]:
    """Data about health and the body rests on consent, law or life, not on an interest of the business."""
    for path, data in subject.parts(Data):
        if data.sensitivity in _SENSITIVE and data.ground in ("legitimate interest", "contract"):
            message = f"`{data.id}` is about {data.sensitivity}, and its ground is {data.ground}"
            yield subject.problem("weak-ground", message, (*path, "ground"))


def recipients_exist(subject: Subject) -> Iterator[Problem]:
    """Recipients are partners, and partners see only fields of the inventory."""
    partners = [one.id for one in subject.policy.partners]
    fields = {field for _, data in subject.parts(Data) for field in data.fields}
    for path, data in subject.parts(Data):
        yield from missing(subject, "partner", data.recipients, partners, (*path, "recipients"))
    for path, partner in subject.parts(Partner):
        yield from missing(subject, "field of `privacy.data`", partner.fields, sorted(fields), (*path, "fields"))


def rows_that_examples_ask_about_exist(subject: Subject) -> Iterator[Problem]:
    """Rows of the inventory that examples ask about."""
    known = [data.id for _, data in subject.parts(Data)]
    for path, question in subject.parts(KeepQuestion):
        if question.data not in known:
            yield from missing(subject, "row of `privacy.data`", (question.data,), known, (*path, "data"))


def partners_see_what_is_told(subject: Subject) -> Iterator[Problem]:
    """Whoever sees a field is named as its recipient: the notice to customers comes from there."""
    for number, partner in enumerate(subject.policy.partners):
        for index, field in enumerate(partner.fields):
            rows = [data for _, data in subject.parts(Data) if field in data.fields]
            if rows and not any(partner.id in data.recipients for data in rows):
                message = f"`{partner.id}` sees `{field}`, and `{rows[0].id}` does not name it among its recipients"
                yield subject.problem("contradiction", message, ("partners", number, "fields", index))
