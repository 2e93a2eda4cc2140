"""The examples of a draft: which come out, what differs, and keeping a situation that shows a problem as an example."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dangol.facts.actions import Answer
from dangol.flows import drafting
from dangol.flows.errors import NotFound
from dangol.flows.studio import reading
from dangol_policy.edit import rewrite, with_item


@dataclass(frozen=True, slots=True)
class Differs:
    """One figure that is not as expected."""

    what: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class ExampleView:
    """One example and what became of it."""

    name: str
    line: int
    passed: bool
    differs: tuple[Differs, ...]
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExamplesView:
    """All of them."""

    examples: tuple[ExampleView, ...]
    passed: int
    failed: int
    ran: bool
    """Whether they could be run: a policy with errors decides nothing."""
    written: int
    missing: tuple[str, ...]
    """Clauses no example shows."""


def examples(draft: UUID) -> ExamplesView:
    """Runs them. Raises NotFound."""
    text = drafting.draft_text(draft).text
    ran = reading.tried(text)
    document = reading.looked_at(text).document
    covered = reading.coverage(text)
    views = tuple(
        ExampleView(
            name=one.name,
            line=document.place(("examples", one.number)).line,
            passed=one.passed,
            differs=tuple(Differs(each.what, each.expected, each.found) for each in one.differences),
            clauses=tuple(sorted(one.exercised & set(covered))),
        )
        for one in ran
    )
    failed = sum(not one.passed for one in views)
    policy = reading.looked_at(text).policy
    written = len(policy.examples) if policy is not None else 0
    missing = tuple(clause for clause, shown in covered.items() if not shown)
    return ExamplesView(views, len(views) - failed, failed, bool(ran) or not written, written, missing)


def keep_example(*, draft: UUID, number: int, finding: int, request: str, by: str, at: datetime) -> Answer:
    """Saves the draft with the situation that shows a finding as one more example. Raises NotFound."""
    text = drafting.draft_text(draft, number).text
    problems = reading.looked_at(text).problems
    example = reading.example_of(problems[finding]) if 0 <= finding < len(problems) else None
    if example is None:
        raise NotFound("example", str(finding))
    kept = rewrite(text, with_item(reading.data_of(text), ("examples",), dict(example)))
    note = f"kept an example of {problems[finding].clause or problems[finding].code}"
    return drafting.save_draft(draft=draft, base=number, text=kept, note=note, request=request, by=by, at=at)
