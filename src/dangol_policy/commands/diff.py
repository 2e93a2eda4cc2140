"""`dangol diff OLD NEW`: what changes from one policy to another, in sentences, and what it means for customers."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click
from rich.text import Text

from dangol_policy import words
from dangol_policy.commands.frame import FINDINGS, USAGE, console, json_option, print_json, read_policy, show_problems
from dangol_policy.diff import Difference, SaidChange, Verdict, difference, said
from dangol_policy.model.policy import Policy

_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
_COLOUR = {
    Verdict.BETTER: "bold green",
    Verdict.WORSE: "bold red",
    Verdict.BOTH: "bold yellow",
    Verdict.NEUTRAL: "dim",
    Verdict.UNKNOWN: "bold yellow",
}


@click.command("diff")
@click.argument("old", type=_FILE, metavar="OLD")
@click.argument("new", type=_FILE, metavar="NEW")
@click.option("--language", type=click.Choice(words.LANGUAGES), default="en", show_default=True)
@json_option
def command(old: Path, new: Path, language: str, as_json: bool) -> None:
    """Compare the policies in the files OLD and NEW clause by clause.

    Each change is shown as the sentence before and after, with the figures that changed and whether customers are
    better or worse off. Exit status 0 when both mean the same, 1 when they differ, 2 when one of them cannot be read.
    """
    before, after = _policy(old), _policy(new)
    found = difference(before, after)
    changes = said(found, before, after, language)
    if as_json:
        print_json(_as_json(found, changes, before))
    else:
        _show(found, changes, before, language)
    sys.exit(FINDINGS if found else 0)


def _policy(path: Path) -> Policy:
    result = read_policy(path)
    if result.policy is None or not result.ok:
        show_problems(result)
        sys.exit(USAGE)
    return result.policy


def _as_json(found: Difference, changes: tuple[SaidChange, ...], before: Policy) -> dict[str, Any]:
    notice = before.business.changes.notice
    return {
        "same": not found,
        "verdict": found.verdict.value,
        "needs_notice": bool(found.harming),
        "notice": str(notice) if notice else None,
        "changes": [
            {
                "clause": one.key,
                "kind": one.kind,
                "section": one.section,
                "verdict": one.verdict.value,
                "before": one.before,
                "after": one.after,
                "reasons": [
                    {"field": why.field, "text": why.text, "verdict": why.verdict.value}
                    | ({"before": why.before, "after": why.after} if why.before or why.after else {})
                    for why in one.reasons
                ],
            }
            for one in changes
        ],
    }


def _show(found: Difference, changes: tuple[SaidChange, ...], before: Policy, language: str) -> None:
    screen = console()
    for change in changes:
        screen.print(_lines(change))
    screen.print(_summary(found))
    notice = before.business.changes.notice
    if found.harming and notice:
        screen.print(f"The old policy promises {notice} of notice of what is worse or cannot be told.")


def _lines(change: SaidChange) -> Text:
    text = Text()
    text.append(change.key, style="cyan")
    text.append(f"  {change.kind}, ")
    text.append(change.judged, style=_COLOUR[change.verdict])
    text.append("\n")
    for mark, sentence in (("-", change.before), ("+", change.after)):
        if sentence:
            text.append(f"  {mark} {sentence}\n")
    if change.kind == "changed":
        for why in change.reasons:
            figures = f" {why.before} → {why.after}" if why.before or why.after else ""
            text.append(f"    {why.field}: {why.text}{figures}\n", style="dim")
    return text


def _summary(found: Difference) -> str:
    if not found:
        return "Both say the same."
    counted = Counter(change.verdict for change in found.changes)
    parts = [f"{counted[verdict]} {verdict.value}" for verdict in Verdict if counted[verdict]]
    return f"{len(found.changes)} changes: {', '.join(parts)}."
