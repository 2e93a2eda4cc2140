"""Periods the law sets for returns, refunds, complaints and consent of the young: none is undercut."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.counsel import undercut
from dangol_policy.check.standards import is_shorter
from dangol_policy.check.subject import Subject
from dangol_policy.model.conditions import EVERYTHING
from dangol_policy.model.returns import Window
from dangol_policy.model.standards import Standard
from dangol_policy.packs import LegalRule, rules_of
from dangol_policy.problems import Problem


def _law(subject: Subject, kind: str) -> Iterator[LegalRule]:
    """Rules of a kind that bind what the business does: those on sales at a distance only where it has such."""
    for rule in rules_of(subject.policy.business.jurisdictions, kind, None):
        if rule.sale is None or subject.sells_at_a_distance:
            yield rule


def goods_come_back_as_long_as_the_law_demands(subject: Subject) -> Iterator[Problem]:
    """No window for everybody that is shorter than the law's, and one where the law demands one."""
    returns = subject.policy.returns
    for rule in _law(subject, "return window"):
        assert rule.period is not None
        found = [(path, window) for path, window in subject.parts(Window) if _is_about(subject, rule, window)]
        for path, window in found:
            if window.who is None and is_shorter(window.for_time, rule.period):
                message = f"{window.for_time} is shorter than the {rule.period} the law demands"
                yield undercut(subject, rule, message, (*path, "for"))
        # Faulty goods come back without end where no window says otherwise.
        silent = rule.goods is not None and returns is not None and (returns.exclusions or returns.windows)
        if not found and returns is not None and "change of mind" in rule.reasons and not silent:
            message = f"there is no window for a change of mind, and the law demands {rule.period}"
            yield undercut(subject, rule, message, ("returns",), key=True)


def _is_about(subject: Subject, rule: LegalRule, window: Window) -> bool:
    """Whether a window is one the rule is about; where goods are sold both ways, those after delivery are."""
    at_a_distance = window.after == "delivery" or "in person" not in subject.policy.business.sells
    # Some goods by their category may well be those the law leaves out.
    in_general = rule.goods is None or window.of == EVERYTHING
    return not set(rule.reasons).isdisjoint(window.reasons) and in_general and (rule.sale is None or at_a_distance)


def money_comes_back_as_soon_as_the_law_demands(subject: Subject) -> Iterator[Problem]:
    """No refund later than the law's."""
    returns = subject.policy.returns
    for rule in _law(subject, "refund within") if returns is not None else ():
        within = returns.refund.within if returns is not None else None
        if within is not None and rule.period is not None and is_shorter(rule.period, within):
            message = f"{within} is later than the {rule.period} the law allows"
            yield undercut(subject, rule, message, ("returns", "refund", "within"))


def complaints_are_answered_as_soon_as_the_law_demands(subject: Subject) -> Iterator[Problem]:
    """No complaint is solved later than the law's."""
    complaints = {kind.id for kind in subject.policy.cases.kinds if kind.sort == "complaint"}
    for rule in _law(subject, "answer complaints"):
        for path, standard in subject.parts(Standard):
            about = not standard.kind or complaints.intersection(standard.kind)
            if about and standard.resolve and rule.period and is_shorter(rule.period, standard.resolve):
                message = f"{standard.resolve} is later than the {rule.period} the law allows"
                yield undercut(subject, rule, message, (*path, "resolve"))


def guardians_consent_for_whom_the_law_demands(subject: Subject) -> Iterator[Problem]:
    """No age lower than the law's."""
    age = subject.policy.privacy.guardian_under
    for rule in _law(subject, "guardian under"):
        if age is not None and rule.age is not None and age < rule.age:
            message = f"{age} is lower than the {rule.age} years the law demands"
            yield undercut(subject, rule, message, ("privacy", "guardian_under"))
