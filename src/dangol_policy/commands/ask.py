"""`dangol ask POLICY "question"`: the clauses that apply, what they decide, and who may give what."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from pydantic_core import PydanticCustomError
from rich.text import Text

from dangol_policy import words
from dangol_policy.ask import Answer, ask
from dangol_policy.commands.frame import (
    FINDINGS,
    console,
    json_option,
    policy_argument,
    policy_or_stop,
    print_json,
)
from dangol_policy.compile import compile_policy
from dangol_policy.values import ValuesContext, read_instant


@click.command("ask")
@policy_argument
@click.argument("question")
@click.option("--language", type=click.Choice(words.LANGUAGES), help="Language of the question; guessed when left out.")
@click.option("--at", "at", required=True, help="Instant of the situation, like 2026-05-06T12:00; now when left out.")
@click.option("--public", is_flag=True, help="Answer only with clauses that customers read.")
@json_option
def command(policy: Path, question: str, language: str | None, at: str, public: bool, as_json: bool) -> None:
    """Ask the policy in the file POLICY a question in plain words, in Korean, English, Vietnamese or Belarusian.

    Exit status 1 when the policy has errors or says nothing about it, 2 when the file cannot be read.
    """
    result = policy_or_stop(policy, as_json=as_json)
    assert result.policy is not None
    rules = compile_policy(result.policy, digest=result.digest)
    instant = _instant(at, result.policy.business.timezone)
    answer = ask(rules, question, at=instant, language=language, public=public)
    if as_json:
        print_json(_as_json(answer, instant))
    else:
        _show(answer)
    if answer.silent:
        sys.exit(FINDINGS)


def _instant(at: str, zone: str) -> dt.datetime:
    try:
        return read_instant(at, ValuesContext("XXX", zone=zone))
    except PydanticCustomError as wrong:
        raise click.BadParameter(wrong.message(), param_hint="--at") from wrong


def _as_json(answer: Answer, at: dt.datetime) -> dict[str, Any]:
    told = {
        key: value.isoformat() if isinstance(value, dt.time) else value
        for key, value in asdict(answer.understood).items()
        if value not in (None, (), False, 0)
    }
    return {
        "question": answer.question,
        "language": answer.language,
        "at": at.isoformat(),
        "understood": told,
        "answered": not answer.silent,
        "rulings": [asdict(one) for one in answer.rulings],
        "clauses": [{"clause": one.clause, "section": one.section, "text": one.text} for one in answer.clauses],
        "levels": [one.clause for one in answer.levels],
        "scripts": list(answer.scripts),
    }


def _show(answer: Answer) -> None:
    screen = console()
    if answer.silent:
        screen.print(Text("The policy says nothing about this."))
        return
    for ruling in answer.rulings:
        mark = {True: "yes", False: "no", None: "so"}[ruling.yes]
        screen.print(Text(f"{mark:3} ", style="bold").append(" ".join(ruling.lines), style="default"))
    shown = {one.clause for one in answer.clauses}
    for one in (*answer.clauses, *(level for level in answer.levels if level.clause not in shown)):
        screen.print(Text(one.clause, style="cyan"))
        screen.print(Text(f"  {one.text}"))
