"""Starting a policy: the interview page by page, its outline, and the first policy as a working draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dangol.facts.actions import Answer
from dangol.flows import drafting, publish
from dangol.flows.models import Interview
from dangol_policy.start import (
    STEPS,
    Answers,
    OutlinePart,
    Starter,
    StepShown,
    outline,
    read_answers,
    ready,
    start,
    step_shown,
    told,
)
from dangol_policy.start import NotReady as NotReady
from dangol_policy.start.parts import OF_STEP
from dangol_policy.start.questions import Question, Step, asked, of_step, step_named

Given = Mapping[str, Sequence[str]]
"""Answers as they came, by question."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the interview of a user is: its pages, which of them are done, and where to go on."""

    steps: tuple[tuple[str, str, bool], ...]
    """Id, title, and whether every question of the page was answered or left for later."""
    begun: bool
    ready: bool
    on: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One page of the interview, what it makes the policy say, and what is still needed on it."""

    shown: StepShown
    says: tuple[str, ...]
    before: str | None
    after: str | None
    missing: tuple[str, ...]
    whole: bool
    """Whether every question of the page was shown to the reader when it was sent."""


@dataclass(frozen=True, slots=True)
class OutlineView:
    """The outline of the policy, its text, and what the checks find."""

    name: str
    parts: tuple[OutlinePart, ...]
    later: tuple[str, ...]
    """Titles of parts that say nothing yet."""
    open: int
    text: str
    findings: tuple[str, ...]
    examples: int


def progress(user: int, language: str) -> Progress:
    """How far somebody is."""
    raw = _raw(user)
    answers = read_answers(raw)
    done = {step: all(_settled(one, raw, answers) for one in asked(answers, step)) for step in STEPS}
    steps = tuple((step, step_shown(step, answers, language).title, done[step]) for step in STEPS)
    return Progress(steps, bool(raw), ready(answers), next((step for step in STEPS if not done[step]), STEPS[-1]))


def page(user: int, step: str, language: str) -> StepView:
    """One page. Raises KeyError when the interview has no such page."""
    known = step_named(step)
    raw = _raw(user)
    answers = read_answers(raw)
    shown = step_shown(known, answers, language)
    number = STEPS.index(known)
    return StepView(
        shown=shown,
        says=_says(answers, known, language),
        before=STEPS[number - 1] if number else None,
        after=STEPS[number + 1] if number + 1 < len(STEPS) else None,
        missing=tuple(one.ask for one in shown.questions if one.needed and not answers.many(one.id)),
        whole=all(one.id in raw for one in shown.questions),
    )


def keep(*, user: int, step: str, given: Given, at: datetime) -> None:
    """Keeps what was answered on a page; the other pages stay as they are. Raises KeyError."""
    sent = [question for question in of_step(step_named(step)) if question in given]
    kept = {**_raw(user), **{question: list(given[question]) for question in sent}}
    Interview.objects.update_or_create(user_id=user, defaults={"answers": kept, "updated_at": at})


def forget(*, user: int) -> None:
    """Begins anew."""
    Interview.objects.filter(user_id=user).delete()


def whole(user: int, language: str) -> OutlineView | None:
    """The outline; None while name, kind of business or country are missing."""
    answers = read_answers(_raw(user))
    if not ready(answers):
        return None
    made = start(answers)
    parts = outline(made, language)
    return OutlineView(
        name=answers.one("name") or "",
        parts=parts,
        later=tuple(part.title for part in parts if part.later),
        open=sum(len(part.open) for part in parts),
        text=made.text,
        findings=told(made, language),
        examples=_examples(made),
    )


def make_draft(*, user: int, request: str, by: str, at: datetime) -> Answer:
    """The first policy as a working draft. Raises NotReady."""
    made = start(read_answers(_raw(user)))
    name = made.answers.one("name") or ""
    return drafting.open_draft(text=made.text, title=name, request=request, by=by, at=at)


def publish_first(*, user: int, reason: str, request: str, by: str, at: datetime) -> Answer | None:
    """The first policy comes into force at once; None where there was one before, which then stays.

    Raises NotReady, and what publishing raises.
    """
    if publish.anything_published():
        return None
    made = start(read_answers(_raw(user)))
    return publish.publish(text=made.text, reason=reason, request=request, by=by, at=at)


def _raw(user: int) -> dict[str, list[str]]:
    kept = Interview.objects.filter(user_id=user).values_list("answers", flat=True).first()
    return dict(kept or {})


def _settled(question: Question, raw: Given, answers: Answers) -> bool:
    """Whether it was answered, or left for later where that is possible."""
    return question.id in raw and not (question.needed and question.id not in answers.given)


def _says(answers: Answers, step: Step, language: str) -> tuple[str, ...]:
    """What the answers so far make the policy say in the part this page is about."""
    if not ready(answers):
        return ()
    wanted = OF_STEP[step]
    return next((part.promises for part in outline(start(answers), language) if part.id == wanted), ())


def _examples(made: Starter) -> int:
    return len(made.result.policy.examples) if made.result.policy else 0
