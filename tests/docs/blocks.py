"""Finds the examples in the documentation: policies, situations and events, each with the policy they go with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
_BLOCK = re.compile(r"^```(?P<kind>yaml|json|jsonl)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_BUSINESS = "business: {name: Bomnal Diner, timezone: Asia/Seoul, currency: KRW}\n"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page."""

    page: Path
    line: int
    kind: str
    text: str
    policy: str
    """The policy the block is, or the last one before it on the page."""

    def __str__(self) -> str:
        return f"{self.page.relative_to(DOCS)}:{self.line}"


def completed(text: str) -> str:
    """A policy block with the two lines that examples leave out: the version of the language and the business."""
    head = "" if re.search(r"^dangol:", text, re.MULTILINE) else "dangol: 1\n"
    return head + ("" if re.search(r"^business:", text, re.MULTILINE) else _BUSINESS) + text


def blocks() -> Iterator[Block]:
    """Every block of every page of the reference of the language, in order."""
    for page in sorted((DOCS / "policy").glob("*.md")):
        text, policy = page.read_text("utf-8"), ""
        for found in _BLOCK.finditer(text):
            if found["kind"] == "yaml":
                policy = completed(found["text"])
            yield Block(page, text[: found.start()].count("\n") + 2, found["kind"], found["text"], policy)


def pages_of_other_parts() -> Iterator[tuple[Path, str]]:
    """YAML blocks of the rest of the documentation that are whole policies."""
    for page in sorted(DOCS.rglob("*.md")):
        if page.parent.name != "policy":
            for found in _BLOCK.finditer(page.read_text("utf-8")):
                if found["kind"] == "yaml":
                    yield page, found["text"]
