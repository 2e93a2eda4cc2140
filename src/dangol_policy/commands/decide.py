"""`dangol decide POLICY --situation FILE`: one quote, with its reasons."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from pydantic import ValidationError
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
from dangol_policy.model.policy import Policy
from dangol_policy.parse import ParseResult
from dangol_policy.parse.policy import problems_of
from dangol_policy.problems import Problem, in_order
from dangol_policy.situation import Situation
from dangol_policy.source import Document, read_file
from dangol_policy.story.answers import Writer
from dangol_policy.values import ValuesContext


@click.command("decide")
@policy_argument
@click.option(
    "--situation",
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
    required=True,
    help="The situation: {at, customer, basket: {lines, codes, shipping, store, channel, payment}}, JSON or YAML.",
)
@click.option("--language", type=click.Choice(words.LANGUAGES), help="Language of the reasons.")
@json_option
def command(policy: Path, situation: Path, language: str | None, as_json: bool) -> None:
    """Decide one situation by the policy in the file POLICY.

    Says what the basket comes to, what applied, what did not and why, and the points it would earn. Exit status 1 when
    policy or situation have problems, 2 when a file cannot be read.
    """
    result = policy_or_stop(policy, as_json=as_json)
    assert result.policy is not None
    asked = _situation_or_stop(situation, result.policy, as_json=as_json)
    decision = compile_policy(result.policy, digest=result.digest).quote(asked)
    if as_json:
        print_json(Writer(result.policy).decision(decision))
    else:
        show_decision(decision, result.policy, language or spoken(result.policy))


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
