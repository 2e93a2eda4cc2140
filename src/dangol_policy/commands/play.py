"""`dangol play POLICY EVENTS`: a story through the whole state machine, in memory."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError
from rich.table import Table
from rich.text import Text

from dangol_policy.commands.frame import (
    FINDINGS,
    console,
    json_option,
    policy_argument,
    policy_or_stop,
    print_json,
    problems_as_json,
)
from dangol_policy.compile import compile_policy
from dangol_policy.model import events as on
from dangol_policy.model.policy import Policy
from dangol_policy.parse.policy import problems_of
from dangol_policy.problems import Place, Problem, in_order
from dangol_policy.source import read_text
from dangol_policy.story.answers import Writer
from dangol_policy.story.play import Played, Story
from dangol_policy.values import ValuesContext

KINDS: dict[str, type[on.Event]] = {
    kind.key: kind
    for kind in (
        on.Join,
        on.Refer,
        on.Purchase,
        on.Deliver,
        on.Return,
        on.Cancel,
        on.CancelVisit,
        on.Visit,
        on.Redeem,
        on.Claim,
        on.Grant,
        on.PassTime,
    )
}
"""What an event is, by the key that names it."""
_LONGEST_LINE = 1_000_000


@click.command("play")
@policy_argument
@click.argument("events", type=click.File("rb"), metavar="EVENTS")
@json_option
def command(policy: Path, events: Any, as_json: bool) -> None:
    """Play the events in the file EVENTS (one JSON object per line; - reads standard input) under POLICY.

    Answers each event with the decision, the entries of the ledger, and how the customers it touched stand after it.
    An event the policy refuses is answered with the reason, and changes nothing. Exit status 1 when a line cannot be
    understood (then nothing is played) or the policy has problems, 2 when a file cannot be read.
    """
    result = policy_or_stop(policy, as_json=as_json)
    assert result.policy is not None
    read, problems = read_events(events, str(getattr(events, "name", "events")), result.policy)
    if problems:
        if as_json:
            print_json(problems_as_json(problems))
        else:
            _show_problems(problems)
        sys.exit(FINDINGS)
    story = Story(compile_policy(result.policy, digest=result.digest))
    for event in read:
        played = story.play(event)
        if as_json:
            click.echo(json.dumps(answer(played, story), ensure_ascii=False, separators=(",", ":")))
        else:
            _show(played, story)


def read_events(
    lines: Iterable[bytes], file: str, policy: Policy
) -> tuple[tuple[on.StoryEvent, ...], tuple[Problem, ...]]:
    """The events of a file, or every problem with its line. Empty lines are passed over."""
    found: list[on.StoryEvent] = []
    problems: list[Problem] = []
    context = ValuesContext(policy.business.currency, zone=policy.business.timezone)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            event, wrong = _read_event(line, number, file, context)
            problems += wrong
            found += [event] if event is not None else []
    return tuple(found), in_order(problems)


def _read_event(
    line: bytes, number: int, file: str, context: ValuesContext
) -> tuple[on.StoryEvent | None, list[Problem]]:
    if len(line) > _LONGEST_LINE:
        return None, [Problem("too-big", "this line is longer than a million characters", Place(file, number, 1))]
    document = read_text(line.rstrip(b"\r\n"), file)
    if document.problems:
        return None, [_on_line(problem, number) for problem in document.problems]
    data = document.data
    kind = next((kind for key, kind in KINDS.items() if isinstance(data, dict) and key in data), None)
    if kind is None:
        message = f"an event has one of the keys {', '.join(KINDS)}"
        return None, [Problem("unknown-kind", message, Place(file, number, 1))]
    try:
        return kind.model_validate(data, context=context), []  # type: ignore[return-value]
    except ValidationError as wrong:
        faults = wrong.errors(include_url=False, include_input=False)
        return None, [_on_line(problem, number) for problem in problems_of(faults, document, kind)]


def _on_line(problem: Problem, number: int) -> Problem:
    place = problem.place
    return replace(problem, place=Place(place.file, place.line + number - 1, place.column) if place else None)


def _show_problems(problems: Iterable[Problem]) -> None:
    screen = console()
    for problem in problems:
        screen.print(Text(f"{problem.place}: {problem.code}  {problem.message}", style="red"))
        screen.print(Text(f"      mend  {problem.way_out}", style="dim"))
    screen.print("Nothing was played.")


# -- answers --------------------------------------------------------------------------------------------------


def answer(played: Played, story: Story) -> dict[str, Any]:
    """What one event led to, as JSON for programs."""
    writer = Writer(story.rules.policy)
    world = story.world
    numbers = {order.id: order.number for order in world.orders.values()}
    said: dict[str, Any] = {
        "event": played.event.key,
        "at": writer.instant(played.at),
        "replayed": played.replayed,
        "refused": None,
    }
    if played.refused is not None:
        said["refused"] = {"code": played.refused.code, "message": played.refused.message, **played.refused.figures}
        if played.judgement is not None:
            said["return"] = writer.judgement(played.judgement)
        return said
    undone = played.undone
    said |= {
        "decision": writer.decision(played.decision) if played.decision is not None else None,
        "refund": undone and writer.refund(undone.refund, taken_back=undone.taken_back, shortfall=undone.shortfall),
        "return": writer.judgement(played.judgement) if played.judgement is not None else None,
        "worth": writer.money(played.worth) if played.worth else None,
        "entries": writer.entries(played.entries, numbers),
        "tiers": [
            {"customer": one.customer, "tier": one.tier, "reason": one.reason, "at": writer.instant(one.at)}
            for one in played.tiers
        ],
        "issued": [writer.voucher(one.voucher) for one in played.issued],
        "customers": {name: writer.account(world.accounts[name], numbers, played.at) for name in played.customers},
    }
    return said


def _show(played: Played, story: Story) -> None:
    """One event for people: what happened, then how each customer stands."""
    screen, said = console(), answer(played, story)
    screen.print(Text(f"{said['at']}  {said['event']}", style="bold") + Text("  (again)" if played.replayed else ""))
    if played.refused is not None:
        screen.print(Text(f"  refused: {played.refused.message}", style="red"))
        return
    if played.decision is not None:
        decision = said["decision"]
        screen.print(Text(f"  total {decision['total']}, due {decision['due']}, earns {decision['points']} points"))
    if said["refund"] is not None:
        refund = said["refund"]
        screen.print(Text(f"  back: {refund['money']} money, {refund['points']} points; fee {refund['fee']}"))
    for entry in said["entries"]:
        moved = f"{entry['from'] or 'new'} → {entry['to']}"
        screen.print(Text(f"  {entry['customer']}: {entry['kind']} {entry['points']} ({moved}) by {entry['clause']}"))
    for given in said["issued"]:
        worth = given["item"] or given["amount"] or given["rate"] or given["kind"]
        screen.print(Text(f"  gift {given['id']}: {worth}, until {given['expires'] or 'used'}"))
    if said["customers"]:
        screen.print(_standings(said["customers"]))


def _standings(customers: dict[str, Any]) -> Table:
    table = Table("customer", "usable", "pending", "tier", "until", "stamps", "gifts", box=None, padding=(0, 2))
    for name, one in customers.items():
        stamps = ", ".join(f"{card} {count}" for card, count in one["cards"].items())
        gifts = ", ".join(voucher["id"] for voucher in one["vouchers"])
        until = one["valid_until"] or ""
        table.add_row(name, str(one["usable"]), str(one["pending"]), one["tier"] or "", until, stamps, gifts)
    return table
