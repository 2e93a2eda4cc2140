"""Compiles every catalogue of translations that changed since it was last compiled; needs no gettext."""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCES = Path(__file__).resolve().parent.parent / "src" / "dangol"


def compile_stale(root: Path = SOURCES) -> list[Path]:
    """Writes `django.mo` beside each newer `django.po`; returns what was written."""
    stale = [po for po in catalogues(root) if _is_stale(po)]
    for po in stale:
        with po.open("rb") as source:
            catalogue = read_po(source, locale=po.parent.parent.name, domain="django", abort_invalid=True)
        draft = po.with_suffix(".mo.new")
        with draft.open("wb") as target:
            write_mo(target, catalogue)
        draft.replace(po.with_suffix(".mo"))
    return stale


def catalogues(root: Path = SOURCES) -> list[Path]:
    """Those of the rooms, and of the parts of rooms that keep one of their own."""
    file = "locale/*/LC_MESSAGES/django.po"
    return sorted([*root.glob(f"*/{file}"), *root.glob(f"*/*/{file}")])


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime


if __name__ == "__main__":
    compile_stale()
    sys.exit(0)
