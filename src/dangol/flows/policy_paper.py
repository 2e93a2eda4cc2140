"""The policy as a PDF: the same parts as the page, with its letters inside, tagged for screen readers.

Made by Typst from `paper/policy.typ`, which needs nothing of the system. One is kept per version, language and day.
"""

import json
from dataclasses import asdict, fields, is_dataclass
from functools import lru_cache
from pathlib import Path

from dangol.flows.policy_centre import CentreView
from dangol_policy.words.centre import around

_HERE = Path(__file__).resolve().parent
_TEMPLATE = _HERE / "paper" / "policy.typ"
LETTERS = _HERE.parent / "static_built" / "letters"
_PAPERS_AT_ONCE = 16


class NoLetters(RuntimeError):
    """The letters of papers were not built; the message says what to do."""

    def __init__(self) -> None:
        super().__init__("The letters of PDFs are not there: run `make front`, or install Dangol as a package.")


@lru_cache(maxsize=_PAPERS_AT_ONCE)
def paper(view: CentreView, language: str) -> bytes:
    """The view as a PDF. Raises NoLetters."""
    if not any(LETTERS.glob("*.ttf")):
        raise NoLetters
    # Loaded here: a library of its own size that only papers need.
    import typst

    return typst.compile(
        str(_TEMPLATE),
        font_paths=[str(LETTERS)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"told": json.dumps(_told(view, language), ensure_ascii=False)},
    )


def _told(view: CentreView, language: str) -> dict[str, object]:
    """What the template reads: the view, and the few words around it."""
    words = around(view.business, language)
    about = next((part.lines for part in view.parts if part.id == "about"), ())
    return {
        **{key: _plain(getattr(view, key)) for key in ("business", "mission", "summary", "parts")},
        **asdict(words),
        "language": language,
        "dates": about[:3],
        "footer": f"{words.title} · {about[0]}" if about else words.title,
    }


def _plain(value: object) -> object:
    """As JSON knows it; words that know their cases become plain text."""
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else str(value)
