"""Roles of the policy, and which clauses each of them must know."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from dangol_policy.care.authority import level_above, level_of
from dangol_policy.model.policy import Policy
from dangol_policy.model.staff import Report, Reward, Training
from dangol_policy.words.sections.shared import role as name_of_role
from dangol_policy.words.sentences import Sentence, sentences
from dangol_policy.words.speakers import speaker_for
from dangol_policy.words.speech import LANGUAGES

EVERYBODY = "everybody"
"""Stands for somebody whose work the policy does not name: they know what customers are told."""

Because = Literal["training", "brief", "decides", "handles", "own", "everybody", "customers"]
"""Why a clause stands in a handbook: a training or a promotion's brief names the role; the role decides by it or hands
over by it; it handles such cases; it is about the role itself; everybody needs it; customers are told it."""


def roles_of(policy: Policy) -> tuple[str, ...]:
    """Every role the policy names, those of section `staff` first, each once."""
    return tuple(dict.fromkeys(_named(policy)))


def _named(policy: Policy) -> Iterator[str]:
    yield from (one.id for one in policy.staff.roles)
    for clause in _about_roles(policy):
        yield from clause.roles
    for level in policy.responsibility.levels:
        yield from (*level.roles, *level.cover)
    for promotion in policy.promotions:
        yield from promotion.brief.roles if promotion.brief else ()
    for process in policy.cases.processes:
        for step in process.steps:
            yield from (*step.accountable, *step.helps)


def _about_roles(policy: Policy) -> tuple[Training | Reward | Report, ...]:
    return (*policy.staff.training, *policy.staff.rewards, *policy.staff.reports)


def role_name(policy: Policy, role: str, language: str) -> str:
    """What a role is called; its id when it has no name. Raises UnknownLanguage."""
    return name_of_role(speaker_for(policy, language), role)


def pass_mark(policy: Policy, role: str) -> Decimal | None:
    """The highest share of right answers any training asks of the role, as part of one; None when none asks."""
    return max((one.passed for one in policy.staff.training if role in one.roles and one.passed), default=None)


def plain_language(policy: Policy) -> str:
    """The first language of the policy that Dangol speaks: in it clauses without a model of their own are compared."""
    return next((one for one in policy.business.languages if one in LANGUAGES), "en")


def concerns(policy: Policy, role: str) -> dict[str, tuple[Because, ...]]:
    """The clauses (or dotted places) the role must know, each with every reason, in the order customers read."""
    found: dict[str, list[Because]] = {}
    said = sentences(policy, plain_language(policy))
    for clause, because in _reasons(policy, role, said):
        reasons = found.setdefault(clause, [])
        if because not in reasons:
            reasons.append(because)
    return {one.clause: tuple(found[one.clause]) for one in said if one.clause in found}


def _reasons(policy: Policy, role: str, said: tuple[Sentence, ...]) -> Iterator[tuple[str, Because]]:
    trainings = [one for one in policy.staff.training if role in one.roles]
    known = {name for one in trainings for name in one.knows}
    for one in said:
        if one.clause in known or one.section in known:
            yield one.clause, "training"
        if one.section in ("channels", "style"):
            yield one.clause, "everybody"
        # Whom no training names must at least know what customers can read.
        if not trainings and one.public:
            yield one.clause, "customers"
    for promotion in policy.promotions:
        if promotion.brief and role in promotion.brief.roles:
            yield promotion.id, "brief"
    for clause in _about_roles(policy):
        if role in clause.roles:
            yield clause.id, "own"
    yield from _decided(policy, role)
    yield from _handled(policy, role)


def _decided(policy: Policy, role: str) -> Iterator[tuple[str, Because]]:
    """The levels it speaks for or stands in for, the one above them, and the steps it answers for or helps with."""
    for level in policy.responsibility.levels:
        if role in (*level.roles, *level.cover):
            yield level.id, "decides"
            above = level_above(policy, level)
            if above is not None:
                yield above, "decides"
    for process in policy.cases.processes:
        for step in process.steps:
            if role in (*step.accountable, *step.helps):
                yield step.id, "decides"


def _handled(policy: Policy, role: str) -> Iterator[tuple[str, Because]]:
    """Scripts, kinds of case and standards, where the role handles cases at all."""
    level = level_of(policy, role)
    if level is None and policy.responsibility.levels:
        return
    kinds = frozenset(level.kinds) if level else frozenset()
    for flow in policy.scripts.flows:
        if _meets(kinds, flow.kinds):
            yield flow.id, "handles"
    yield from ((question.id, "handles") for question in policy.scripts.questions)
    yield from ((kind.id, "handles") for kind in policy.cases.kinds if _meets(kinds, (kind.id,)))
    yield from ((severity.id, "handles") for severity in policy.cases.severities)
    yield from ((one.id, "handles") for one in policy.service.standards if _meets(kinds, one.kind))


def _meets(mine: frozenset[str], theirs: tuple[str, ...]) -> bool:
    """An empty list means every kind."""
    return not mine or not theirs or not mine.isdisjoint(theirs)
