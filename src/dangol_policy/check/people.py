"""Segments and personas: groups somebody can belong to, and pictures that rest on something seen."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.days import at_least_days, at_most_days
from dangol_policy.check.references import missing
from dangol_policy.check.subject import Subject
from dangol_policy.model.conditions import Who
from dangol_policy.model.segments import Persona, Segment
from dangol_policy.problems import Problem


def segments_exist(subject: Subject) -> Iterator[Problem]:
    """Segments that conditions and personas name, when the policy defines any."""
    known = [one.id for one in subject.policy.segments]
    if known:
        named = [*known, *subject.policy.names.segments]
        for path, who in subject.parts(Who):
            yield from missing(subject, "segment", who.segment, named, (*path, "segment"))
    for path, persona in subject.parts(Persona):
        if persona.segment is not None and persona.segment not in known:
            yield from missing(subject, "segment", (persona.segment,), known, (*path, "segment"))


def marks_of_segments_exist(subject: Subject) -> Iterator[Problem]:
    """Tiers and stores that segments name."""
    stores = [store.id for store in subject.policy.business.stores]
    for path, segment in subject.parts(Segment):
        yield from missing(subject, "tier", segment.of.tier, subject.ranks(), (*path, "of", "tier"))
        yield from missing(subject, "store", segment.of.store, stores, (*path, "of", "store"))


def somebody_can_belong(subject: Subject) -> Iterator[Problem]:
    """The marks of a segment do not rule each other out."""
    for path, segment in subject.parts(Segment):
        of = segment.of
        for key in ("spent", "orders"):
            bounds = getattr(of, key)
            if bounds and None not in (bounds.at_least, bounds.at_most) and bounds.at_least > bounds.at_most:
                message = f"nobody in `{segment.id}`: at least {bounds.at_least} and at most {bounds.at_most}"
                yield subject.problem("empty-segment", message, (*path, "of", key, "at_most"))
        last, none = of.last_order_within, of.no_order_for
        if last and none and at_most_days(last) <= at_least_days(none):
            message = f"nobody in `{segment.id}` has ordered within {last} and not for {none}"
            yield subject.problem("empty-segment", message, (*path, "of", "no_order_for"))


def personas_rest_on_something(subject: Subject) -> Iterator[Problem]:
    """A persona has evidence and a group that can be counted."""
    for path, persona in subject.parts(Persona):
        if not persona.evidence:
            yield subject.problem("no-evidence", f"nothing is said to show that `{persona.id}` exists", (*path, "id"))
        if persona.segment is None:
            message = f"`{persona.id}` belongs to no segment, so nobody can count such customers"
            yield subject.problem("no-evidence", message, (*path, "id"))
