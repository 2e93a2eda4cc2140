"""`dangol wording FILE --language ko`: unclear words and words that customers take badly, each with a question."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import BinaryIO

import click
from rich.text import Text

from dangol_policy import words
from dangol_policy.commands.frame import FINDINGS, console, json_option, print_json
from dangol_policy.wording import Checker, Finding, look
from dangol_policy.wording.text import composed
from dangol_policy.words import asked


@click.command("wording")
@click.argument("text", type=click.File("rb"), metavar="FILE")
@click.option("--language", type=click.Choice(words.LANGUAGES), required=True, help="Language of the text.")
@click.option(
    "--kind", type=click.Choice([one.value for one in Checker]), help="Only unclear words, or only those taken badly."
)
@json_option
def command(text: BinaryIO, language: str, kind: str | None, as_json: bool) -> None:
    """Look over the text in FILE, or what comes in when FILE is a dash.

    Each finding is shown with its line and column, the words, what is wrong with them, and a question that leads to
    better ones. Exit status 1 when there is a finding, 2 when the file cannot be read.
    """
    whole = composed(_read(text))
    checkers = (Checker(kind),) if kind else tuple(Checker)
    found = look(whole, language, checkers=checkers)
    if as_json:
        print_json({"language": language, "findings": [_as_json(one, whole, language) for one in found]})
    else:
        _show(found, whole, language)
    sys.exit(FINDINGS if found else 0)


def _read(text: BinaryIO) -> str:
    try:
        return text.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError("the text is not UTF-8; save it as UTF-8 and try again") from error


def _place(found: Finding, whole: str) -> tuple[int, int]:
    """Line and column of a finding, counted from 1."""
    before = whole[: found.start]
    return before.count("\n") + 1, found.start - (before.rfind("\n") + 1) + 1


def _as_json(found: Finding, whole: str, language: str) -> dict[str, object]:
    line, column = _place(found, whole)
    return {
        "checker": found.checker.value,
        "kind": found.kind.value,
        "line": line,
        "column": column,
        "start": found.start,
        "end": found.end,
        "words": found.words,
        "question": asked.question(found, language),
        "form": asked.measurable_form(found, language),
    }


def _show(findings: Sequence[Finding], whole: str, language: str) -> None:
    screen = console()
    for found in findings:
        screen.print(_lines(found, whole, language))
    count = len(findings)
    screen.print(Text(f"{count} finding{'' if count == 1 else 's'}." if count else "Nothing found."))


def _lines(found: Finding, whole: str, language: str) -> Text:
    line, column = _place(found, whole)
    text = Text(f"{line}:{column}: ", style="bold")
    text.append(asked.kind_in_words(found.kind, language), style="cyan")
    text.append(f"  {found.words}\n")
    text.append(f"      {asked.question(found, language)}\n")
    if form := asked.measurable_form(found, language):
        text.append(f"      → {form}\n", style="dim")
    return text
