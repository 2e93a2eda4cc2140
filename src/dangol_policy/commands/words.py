"""`dangol words POLICY --language ko`: every clause of a policy as a plain sentence."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from dangol_policy import words
from dangol_policy.commands.frame import console, json_option, policy_argument, policy_or_stop, print_json
from dangol_policy.model.policy import Policy


@click.command("words")
@policy_argument
@click.option(
    "--language",
    type=click.Choice(words.LANGUAGES),
    help="Language of the sentences; without it, the first of the policy's languages that Dangol speaks.",
)
@click.option("--summary", "brief", is_flag=True, help="Only the short summary that fits on one screen.")
@json_option
def command(policy: Path, language: str | None, brief: bool, as_json: bool) -> None:
    """Say the policy in the file POLICY as sentences: loyalty, promotions and returns.

    Each sentence states the figures of its clause. Exit status 1 when the policy has errors, 2 when the file cannot be
    read.
    """
    result = policy_or_stop(policy, as_json=as_json)
    assert result.policy is not None
    spoken = language or _spoken(result.policy)
    if as_json:
        print_json(_as_json(result.policy, spoken, result.digest))
    elif brief:
        _show_summary(result.policy, spoken)
    else:
        _show(result.policy, spoken)


def _spoken(policy: Policy) -> str:
    return next((one for one in policy.business.languages if one in words.LANGUAGES), "en")


def _as_json(policy: Policy, language: str, digest: str) -> dict[str, object]:
    return {
        "language": language,
        "digest": digest,
        "business": policy.business.name.get(language),
        "summary": list(words.summary(policy, language)),
        "sentences": [
            {"section": one.section, "clause": one.clause, "text": one.text}
            for one in words.sentences(policy, language)
        ],
    }


def _show_summary(policy: Policy, language: str) -> None:
    screen = console()
    screen.print(Text(policy.business.name.get(language), style="bold"))
    for line in words.summary(policy, language):
        screen.print(Text(f"  {line}"))


def _show(policy: Policy, language: str) -> None:
    """The summary, then each section with its clauses; the id of a clause stands before its sentence."""
    _show_summary(policy, language)
    screen = console()
    section = None
    for one in words.sentences(policy, language):
        if one.section != section:
            section = one.section
            screen.print(Text(f"\n{words.section_title(section, language)}", style="bold"))
        screen.print(Text(one.clause, style="cyan"))
        screen.print(Text(f"  {one.text}"))
