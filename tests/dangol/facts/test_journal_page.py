"""The page about the journal lists each kind of fact with its meaning and figures, and no other."""

import re
from pathlib import Path

import pytest

from dangol.facts.kinds import KINDS

PAGE = (Path(__file__).parents[3] / "docs" / "journal.md").read_text()


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_has_its_line(name: str) -> None:
    kind = KINDS[name]
    figures = ", ".join(f"`{figure}`" for figure in kind.figures) or "–"
    assert f"| `{name}` | {kind.says} | {figures} |" in PAGE


def test_no_line_without_a_kind() -> None:
    assert set(re.findall(r"^\| `([a-z.-]+)`", PAGE, re.MULTILINE)) == set(KINDS)
