"""Templates: each one compiles, holds nothing inline, and names each of its controls."""

import re
from pathlib import Path

import pytest
from django.template import engines
from django.template.backends.django import DjangoTemplates

from tests.house.places import PACKAGE, TEMPLATES, name_of

INLINE = {
    "inline style": r"\sstyle\s*=",
    "style element": r"<style\b",
    "script inside the page": r"<script(?![^>]*\bsrc=)",
    "event handler": r"\son[a-z]+\s*=",
    "hx-on": r"\bhx-on",
    "evaluated value": r"[\"']\s*(js|javascript):",
    "address elsewhere": r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//",
}


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_compiles(path: Path) -> None:
    engine = engines["django"]
    assert isinstance(engine, DjangoTemplates)
    room = next(parent for parent in path.parents if parent.name == "templates")
    engine.get_template(str(path.relative_to(room)))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_holds_nothing_the_content_policy_forbids(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [name for name, pattern in INLINE.items() if re.search(pattern, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_forms_that_change_something_carry_the_token(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for form in re.findall(r"<form\b.*?</form>", text, re.DOTALL | re.IGNORECASE):
        if re.search(r"method\s*=\s*[\"']?post", form, re.IGNORECASE):
            assert "{% csrf_token %}" in form, form[:120]


def test_there_are_templates_to_look_at() -> None:
    assert PACKAGE / "front" / "templates" / "base.html" in TEMPLATES
