"""Goals, figures, staff and partners: every goal is served, every clause serves one, every figure is there."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.references import missing
from dangol_policy.check.subject import Subject
from dangol_policy.model.goals import LOWER_IS_BETTER, Goal, Measure
from dangol_policy.model.partners import Partner
from dangol_policy.model.policy import OTHER_SECTIONS
from dangol_policy.model.staff import Reward, Training
from dangol_policy.problems import Path, Problem

SECTIONS = ("loyalty", "promotions", "returns", *OTHER_SECTIONS)
_SERVING = tuple(name for name in SECTIONS if name not in ("goals", "figures", "segments", "personas"))
"""Sections whose clauses should serve a goal: those that do something."""


def figures_exist(subject: Subject) -> Iterator[Problem]:
    """Figures that goals and rewards name."""
    known = [one.id for one in subject.policy.figures]
    resting: list[tuple[Path, str]] = [(path, goal.figure) for path, goal in subject.parts(Goal)]
    resting += [(path, reward.figure) for path, reward in subject.parts(Reward)]
    for path, figure in resting:
        if figure not in known:
            yield from missing(subject, "figure", (figure,), known, (*path, "figure"))
    for path, goal in subject.parts(Goal):
        yield from missing(subject, "figure", goal.moves, known, (*path, "moves"))


def what_is_named_exists(subject: Subject) -> Iterator[Problem]:
    """Clauses and sections that goals, training and partners name."""
    known = dict.fromkeys([*(clause.id for _, clause in subject.clauses), *SECTIONS])
    for path, goal in subject.parts(Goal):
        yield from missing(subject, "clause or section", goal.served_by, known, (*path, "served_by"))
    for path, training in subject.parts(Training):
        yield from missing(subject, "clause or section", training.knows, known, (*path, "knows"))
    goals = [goal.id for goal in subject.policy.goals]
    for path, clause in subject.clauses:
        yield from missing(subject, "goal", clause.serves, goals, (*path, "serves"))
    standards = [one.id for one in subject.policy.service.standards]
    for path, partner in subject.parts(Partner):
        yield from missing(subject, "standard", partner.standards, standards, (*path, "standards"))


def goals_are_served(subject: Subject) -> Iterator[Problem]:
    """Something serves each goal."""
    named = {goal for _, clause in subject.clauses for goal in clause.serves}
    for path, goal in subject.parts(Goal):
        if not goal.served_by and goal.id not in named:
            yield subject.problem("goal-unserved", f"no clause serves the goal `{goal.id}`", (*path, "id"))
        if not goal.moves:
            message = f"`{goal.id}` moves no figure of growth, so nobody can tell what it is good for"
            yield subject.problem("goal-unserved", message, (*path, "id"))


def clauses_serve_a_goal(subject: Subject) -> Iterator[Problem]:
    """Each section that does something serves a goal, whole or by its clauses. Only where goals are written."""
    goals = subject.policy.goals
    served = {name for goal in goals for name in goal.served_by}
    serving: set[Path] = set()
    for path, clause in subject.clauses if goals else ():
        # Clauses come before those inside them, so whatever holds this one is known already.
        inside = any(path[:depth] in serving for depth in range(1, len(path)))
        if inside or clause.serves or clause.id in served or str(path[0]) in served:
            serving.add(path)
        elif path[0] in _SERVING:
            message = f"`{clause.id}` serves no goal"
            yield subject.problem("serves-no-goal", message, (*path, "id"), clause=clause.id)


def alarms_lie_beyond_targets(subject: Subject) -> Iterator[Problem]:
    """The alarm is on the bad side of the target."""
    for path, figure in subject.parts(Measure):
        if figure.target is None or figure.alarm is None:
            continue
        lower = figure.figure in LOWER_IS_BETTER
        if (figure.alarm <= figure.target) if lower else (figure.alarm >= figure.target):
            better = "lower" if lower else "higher"
            message = f"for the {figure.figure} {better} is better: the alarm would ring while the aim is reached"
            yield subject.problem("contradiction", message, (*path, "alarm"))


def rewards_name_a_bound(subject: Subject) -> Iterator[Problem]:
    """A reward or penalty says when it is given."""
    for path, reward in subject.parts(Reward):
        if reward.at_least is None and reward.at_most is None:
            yield subject.problem("missing-key", "`at_least` or `at_most` is missing here", path)
