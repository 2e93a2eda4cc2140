"""Start: five questions and a few more become an outline with open points, and a first policy as text."""

from dangol_policy.start.asking import StepShown, step_shown
from dangol_policy.start.questions import STEPS, Answers, Step, read_answers, ready
from dangol_policy.start.starter import NotReady, OpenPoint, OutlinePart, Starter, open_points, outline, start, told

__all__ = [
    "STEPS",
    "Answers",
    "NotReady",
    "OpenPoint",
    "OutlinePart",
    "Starter",
    "Step",
    "StepShown",
    "open_points",
    "outline",
    "read_answers",
    "ready",
    "start",
    "step_shown",
    "told",
]
