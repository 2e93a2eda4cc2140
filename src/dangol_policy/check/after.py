"""Aftercare and voice: every step does something, reaches the customer lawfully, and nobody is asked without end."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.contact import MEANS
from dangol_policy.check.references import missing
from dangol_policy.check.subject import Subject
from dangol_policy.model.aftercare import Touch
from dangol_policy.model.voice import Survey
from dangol_policy.problems import Problem


def channels_of_messages_exist(subject: Subject) -> Iterator[Problem]:
    """Channels by which customers are written to and asked."""
    known = [*(one.id for one in subject.policy.channels), *MEANS]
    for path, touch in subject.parts(Touch):
        yield from missing(subject, "channel", touch.channel, known, (*path, "channel"))
    for path, survey in subject.parts(Survey):
        yield from missing(subject, "channel", survey.channel, known, (*path, "channel"))


def touches_do_something(subject: Subject) -> Iterator[Problem]:
    """A step is a message with a channel, or a task with a role."""
    for path, touch in subject.parts(Touch):
        if touch.message is None and touch.task is None:
            yield subject.problem("missing-key", "`message` (or `task`) is missing here", path)
        if touch.message is not None and not touch.channel:
            yield subject.problem("missing-key", "`channel` is missing here: how does the message go?", path)
        if touch.task is not None and touch.role is None:
            message = f"nobody does the task of `{touch.id}`"
            yield subject.problem("nobody-responsible", message, (*path, "id"))


def surveys_have_a_limit(subject: Subject) -> Iterator[Problem]:
    """Where customers are asked, it is said how often at most."""
    voice = subject.policy.voice
    if voice.surveys and not voice.fatigue:
        message = "customers are asked, and nothing says how often at most"
        yield subject.problem("no-fatigue-limit", message, ("voice", "surveys"), key=True)
