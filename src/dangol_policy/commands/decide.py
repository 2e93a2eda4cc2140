"""`dangol decide POLICY`: one quote with its reasons (`--situation`), or what many come to (`--situations`)."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError
from rich.table import Table
from rich.text import Text

from dangol_policy import words
from dangol_policy.commands.frame import (
    FINDINGS,
    console,
    json_option,
    policy_argument,
    policy_or_stop,
    print_json,
    problems_as_json,
    show_problems,
)
from dangol_policy.compile import compile_policy
from dangol_policy.decision import Decision
from dangol_policy.many import Tally, outlines, tally
from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.parse.policy import problems_of
from dangol_policy.problems import Place, Problem, in_order
from dangol_policy.situation import Situation
from dangol_policy.source import Document, read_file, read_text
from dangol_policy.story.answers import Writer
from dangol_policy.values import ValuesContext, write_money


@click.command("decide")
@policy_argument
@click.option(
    "--situation",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    help="The situation: {at, customer, basket: {lines, codes, shipping, store, channel, payment}}, JSON or YAML.",
)
@click.option(
    "--situations",
    type=click.File("rb"),
    help="Many situations, one as JSON per line (- reads standard input): what they come to, clause by clause.",
)
@click.option("--language", type=click.Choice(words.LANGUAGES), help="Language of the reasons.")
@json_option
def command(policy: Path, situation: Path | None, situations: Any, language: str | None, as_json: bool) -> None:
    """Decide one situation, or many, by the policy in the file POLICY.

    Of one it says what the basket comes to, what applied, what did not and why, and the points it would earn; of many,
    what they come to together and what each clause did. Exit status 1 when policy or situations have problems, 2 when
    a file cannot be read.
    """
    if (situation is None) == (situations is None):
        raise click.UsageError("Name one file: --situation for one situation, or --situations for many.")
    result = policy_or_stop(policy, as_json=as_json)
    assert result.policy is not None
    if situation is None:
        many_or_stop(result, situations, as_json=as_json)
        return
    asked = _situation_or_stop(situation, result.policy, as_json=as_json)
    decision = compile_policy(result.policy, digest=result.digest).quote(asked)
    if as_json:
        print_json(Writer(result.policy).decision(decision))
    else:
        show_decision(decision, result.policy, language or spoken(result.policy))


def many_or_stop(result: ParseResult, lines: Any, *, as_json: bool) -> None:
    """Decides every situation of a file; nothing when any of its lines cannot be understood."""
    policy = result.policy
    assert policy is not None
    found, problems = read_situations(lines, str(getattr(lines, "name", "situations")), policy)
    if problems:
        if as_json:
            print_json(problems_as_json(problems))
        else:
            for problem in problems:
                console().print(Text(f"{problem.place}: {problem.severity.value} {problem.code}  {problem.message}"))
        sys.exit(FINDINGS)
    sums = tally(outlines(compile_policy(policy, digest=result.digest), found))
    if as_json:
        print_json(asdict(sums))
    else:
        show_tally(sums, policy)


def read_situations(
    lines: Iterable[bytes], file: str, policy: Policy
) -> tuple[tuple[Situation, ...], tuple[Problem, ...]]:
    """The situations of a file, one per line, or every problem with its line. Empty lines are passed over."""
    found: list[Situation] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            one, wrong = read_situation(read_text(line.rstrip(b"\r\n"), file), policy)
            found += [one] if one is not None else []
            problems += [replace(problem, place=_on_line(problem, file, number)) for problem in wrong]
    return tuple(found), in_order(problems)


def _on_line(problem: Problem, file: str, number: int) -> Place:
    return Place(file, number, problem.place.column if problem.place else 1)


def show_tally(sums: Tally, policy: Policy) -> None:
    """What many situations come to, for people."""
    money = partial(write_money, currency=policy.business.currency)
    screen = console()
    screen.print(Text(f"{sums.situations:,} situations"))
    for name in ("list_total", "subtotal", "shipping", "total"):
        screen.print(Text(f"  {name.replace('_', ' '):<12}{money(getattr(sums, name))}"))
    points = policy.loyalty.points
    screen.print(Text(f"  {'points':<12}{Decimal(sums.points) / 10 ** (points.decimals if points else 0):,f}"))
    table = Table("clause", "applied", "took off", "otherwise, most often")
    for clause, one in sums.clauses.items():
        often = one.most_often
        table.add_row(clause, f"{one.applied:,}", money(one.amount), f"{often[0]} ({often[1]:,})" if often else "")
    screen.print(table)


def _situation_or_stop(path: Path, policy: Policy, *, as_json: bool) -> Situation:
    try:
        document = read_file(path)
    except OSError as error:
        raise click.UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    found, problems = read_situation(document, policy)
    if found is not None:
        return found
    if as_json:
        print_json(problems_as_json(problems))
    else:
        show_problems(ParseResult(None, problems, document))
    sys.exit(FINDINGS)


def read_situation(document: Document, policy: Policy) -> tuple[Situation | None, tuple[Problem, ...]]:
    """The situation a document holds, or every problem it has with its place."""
    if document.problems:
        return None, in_order(list(document.problems))
    if not isinstance(document.data, dict):
        return None, (Problem("wrong-type", "a situation is made of keys: at, customer, basket", document.place(())),)
    context = ValuesContext(policy.business.currency, zone=policy.business.timezone)
    try:
        return Situation.model_validate(document.data, context=context), ()
    except ValidationError as wrong:
        faults = wrong.errors(include_url=False, include_input=False)
        return None, in_order(problems_of(faults, document, Situation))


def spoken(policy: Policy) -> str:
    """The first of the policy's languages that Dangol speaks."""
    return next((one for one in policy.business.languages if one in words.LANGUAGES), "en")


def show_decision(decision: Decision, policy: Policy, language: str) -> None:
    """The decision for people: the sum, then every reason."""
    screen = console()
    for line in words.explain(decision, policy, language).lines():
        screen.print(Text(line))
