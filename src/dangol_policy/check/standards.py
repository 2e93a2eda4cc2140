"""Cases and service: every clock can be kept, one standard holds for a case, and somebody answers for each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, permutations

from dangol_policy.care.standards import MARKS, is_narrower
from dangol_policy.check.asked import WORKDAY, question
from dangol_policy.check.baskets import Data
from dangol_policy.check.contact import MEANS
from dangol_policy.check.days import at_least_days, at_most_days
from dangol_policy.check.references import missing
from dangol_policy.check.subject import Subject
from dangol_policy.model.base import Clause
from dangol_policy.model.cases import CaseKind, Process, Step
from dangol_policy.model.channels import Channel
from dangol_policy.model.partners import Partner
from dangol_policy.model.responsibility import Level
from dangol_policy.model.scripts import Flow
from dangol_policy.model.standards import CLOCKS, ClockName, Standard
from dangol_policy.model.voice import Reviews
from dangol_policy.problems import Path, Problem
from dangol_policy.values import Duration

_ORDER: tuple[tuple[ClockName, ClockName], ...] = (
    ("acknowledge", "first_response"),
    ("first_response", "next_response"),
    ("first_response", "resolve"),
    ("update_every", "resolve"),
)
_NAMING_KINDS: tuple[tuple[type[Clause], str], ...] = (
    *((Standard, "kind"), (Channel, "purposes"), (Level, "kinds"), (Partner, "kinds")),
    (Flow, "kinds"),
)
_WORDS = {clock: clock.replace("_", " ") for clock in CLOCKS}


def kinds_of_case_exist(subject: Subject) -> Iterator[Problem]:
    """Kinds of case that other clauses name."""
    known = [one.id for one in subject.policy.cases.kinds]
    if known:
        for kind, key in (
            (Standard, "kind"),
            (Channel, "purposes"),
            (Level, "kinds"),
            (Partner, "kinds"),
            (Flow, "kinds"),
        ):
            for path, part in subject.parts(kind):
                yield from missing(subject, "kind of case", getattr(part, key), known, (*path, key))
        for path, reviews in subject.parts(Reviews):
            if reviews.opens not in known:
                yield from missing(subject, "kind of case", (reviews.opens,), known, (*path, "opens"))


def severities_exist(subject: Subject) -> Iterator[Problem]:
    """Severities that kinds, standards and levels name."""
    known = [one.id for one in subject.policy.cases.severities]
    for path, case in subject.parts(CaseKind):
        yield from missing(subject, "severity", case.severities, known, (*path, "severities"))
    for path, standard in subject.parts(Standard):
        yield from missing(subject, "severity", standard.severity, known, (*path, "severity"))
    for path, level in subject.parts(Level):
        if level.rises:
            yield from missing(subject, "severity", level.rises.severity, known, (*path, "rises", "severity"))


def marks_of_standards_exist(subject: Subject) -> Iterator[Problem]:
    """Channels and tiers that standards name."""
    channels = [*(one.id for one in subject.policy.channels), *MEANS]
    for path, standard in subject.parts(Standard):
        yield from missing(subject, "channel", standard.channel, channels, (*path, "channel"))
        yield from missing(subject, "tier", standard.tier, subject.ranks(), (*path, "tier"))


def clocks_are_in_order(subject: Subject) -> Iterator[Problem]:
    """Nothing is due before what must come first."""
    for path, standard in subject.parts(Standard):
        for early, late in _ORDER:
            first, second = getattr(standard, early), getattr(standard, late)
            if first and second and is_shorter(second, first):
                message = f"{_WORDS[late]} is due after {second}, {_WORDS[early]} only after {first}"
                yield subject.problem("clock-order", message, (*path, late))


def is_shorter(one: Duration, other: Duration) -> bool:
    """Whether a term is certainly shorter than another."""
    if one.unit == other.unit:
        return one.amount < other.amount
    return at_most_days(one) < at_least_days(other)


def standards_do_not_overlap(subject: Subject) -> Iterator[Problem]:
    """For one case and one clock there is one standard: of two that fit, one is narrower in every way."""
    for (_, first), (path, second) in combinations(subject.parts(Standard), 2):
        shared = [clock for clock in CLOCKS if getattr(first, clock) and getattr(second, clock)]
        case = _both(first, second)
        if not shared or case is None or is_narrower(first, second) or is_narrower(second, first):
            continue
        clock = shared[0]
        message = (
            f"{case} has the {_WORDS[clock]} {getattr(first, clock)} by `{first.id}` "
            f"and {getattr(second, clock)} by `{second.id}`"
        )
        example = question(subject.policy, message, "clock", _opened(first, second))
        yield subject.problem("overlapping-standards", message, (*path, "id"), clause=second.id, example=example)


def _opened(first: Standard, second: Standard) -> Data:
    """A case that both standards are about, just opened."""
    shared = {mark: set(getattr(first, mark)) & set(getattr(second, mark)) for mark in MARKS}
    marks = {mark: (*shared[mark], *getattr(first, mark), *getattr(second, mark)) for mark in MARKS}
    case = {mark: names[0] for mark, names in marks.items() if names}
    return {"opened": WORKDAY, "at": WORKDAY, "case": {"kind": "case", **case}}


def _both(first: Standard, second: Standard) -> str | None:
    """A case that both standards are about, in words; None when there is none."""
    found = []
    for mark in MARKS:
        one, two = getattr(first, mark), getattr(second, mark)
        shared = [name for name in one if name in two] if one and two else [*one, *two]
        if one and two and not shared:
            return None
        if shared:
            found.append(f"{mark} {shared[0]}")
    return f"a case of {', '.join(found)}" if found else "any case"


def higher_tiers_wait_no_longer(subject: Subject) -> Iterator[Problem]:
    """For the same cases a higher tier is served at least as soon as a lower one, or as everybody."""
    ranks = subject.ranks()
    alike: dict[str, list[tuple[Path, Standard]]] = {}
    for path, standard in subject.parts(Standard):
        if set(standard.tier) <= ranks.keys():
            marks = repr([getattr(standard, mark) for mark in MARKS if mark != "tier"])
            alike.setdefault(marks, []).append((path, standard))
    for standards in alike.values():
        for (_, low), (path, high) in permutations(standards, 2):
            if not high.tier or max((ranks[one] for one in low.tier), default=-1) >= min(
                ranks[one] for one in high.tier
            ):
                continue
            for clock in CLOCKS:
                sooner, later = getattr(low, clock), getattr(high, clock)
                if sooner and later and is_shorter(sooner, later):
                    whom = low.tier[-1] if low.tier else "everybody"
                    message = f"{_WORDS[clock]}: {sooner} for {whom} by `{low.id}`, and {later} for {high.tier[0]} here"
                    example = question(subject.policy, message, "clock", _opened(high, high))
                    yield subject.problem("worse-tier", message, (*path, clock), example=example)


def promises_have_somebody(subject: Subject) -> Iterator[Problem]:
    """For each case that customers are promised something about, some level decides."""
    levels = subject.policy.responsibility.levels
    for path, standard in subject.parts(Standard):
        if not standard.public:
            continue
        kinds = standard.kind or ("",)
        for index, kind in enumerate(kinds):
            if not any(level.roles and (not level.kinds or kind in level.kinds) for level in levels):
                what = f"`{kind}`" if kind else "these cases"
                message = f"`{standard.id}` is promised to customers, and no level of responsibility decides {what}"
                at: Path = (*path, "kind", index) if kind else (*path, "id")
                yield subject.problem("nobody-responsible", message, at, clause=standard.id)


def pauses_stop_something(subject: Subject) -> Iterator[Problem]:
    """A pause stops a clock that some standard sets."""
    service = subject.policy.service
    for number, pause in enumerate(service.pauses):
        for index, clock in enumerate(pause.clocks):
            if not any(getattr(standard, clock) for standard in service.standards):
                message = f"no standard sets the clock `{clock}`, so nothing pauses"
                yield subject.problem("no-effect", message, ("service", "pauses", number, "clocks", index))


def channels_keep_to_the_standards(subject: Subject) -> Iterator[Problem]:
    """What a channel promises is what the standard for its cases promises."""
    for path, channel in subject.parts(Channel):
        for _, standard in subject.parts(Standard):
            names = {channel.id, channel.means}
            about = bool(standard.channel) and not names.isdisjoint(standard.channel)
            promised, due = channel.answer_within, standard.first_response
            if about and promised and due and is_shorter(promised, due):
                message = f"a customer by `{channel.id}` is promised {promised} here, and {due} by `{standard.id}`"
                case = {"kind": (*standard.kind, "case")[0], "channel": channel.id}
                asked = {"opened": WORKDAY, "at": WORKDAY, "case": case}
                example = question(subject.policy, message, "clock", asked)
                yield subject.problem("contradiction", message, (*path, "answer_within"), example=example)


def processes_exist(subject: Subject) -> Iterator[Problem]:
    """Processes that kinds of case name, and steps that steps name."""
    known = [process.id for process in subject.policy.cases.processes]
    for path, case in subject.parts(CaseKind):
        if case.process is not None and case.process not in known:
            yield from missing(subject, "process", (case.process,), known, (*path, "process"))
    for path, process in subject.parts(Process):
        steps = [step.id for step in process.steps]
        for number, step in enumerate(process.steps):
            yield from missing(subject, "step", step.next, steps, (*path, "steps", number, "next"))


def processes_end(subject: Subject) -> Iterator[Problem]:
    """Every step can be reached, and from every step the end."""
    for path, process in subject.parts(Process):
        ways = {step.id: step.next for step in process.steps}
        ends = {step.id for step in process.steps if not step.next}
        there = reached(ways, [step.id for step in process.steps[:1]])
        finishing = reached(backwards(ways), ends)
        for number, step in enumerate(process.steps):
            at = (*path, "steps", number, "id")
            if step.id not in there:
                yield subject.problem("unreachable-step", f"nothing leads to the step `{step.id}`", at)
            elif step.id not in finishing:
                yield subject.problem("dead-end", f"from the step `{step.id}` no way leads to an end", at)


def reached(ways: Mapping[str, Iterable[str]], starts: Iterable[str]) -> set[str]:
    """Everything that can be reached from some places, the places themselves included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for one in ways.get(waiting.pop(), ()):
            if one in ways and one not in found:
                found.add(one)
                waiting.append(one)
    return found


def backwards(ways: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The same ways, gone the other way round."""
    turned: dict[str, list[str]] = {place: [] for place in ways}
    for place, onward in ways.items():
        for one in onward:
            turned.setdefault(one, []).append(place)
    return turned


def one_answers_for_each_step(subject: Subject) -> Iterator[Problem]:
    """Exactly one role is accountable for a step."""
    for path, step in subject.parts(Step):
        if len(step.accountable) != 1:
            whom = " and ".join(f"`{one}`" for one in step.accountable) or "nobody"
            yield subject.problem("accountability", f"{whom} answers for the step `{step.id}`", (*path, "id"))
