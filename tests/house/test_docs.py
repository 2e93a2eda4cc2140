"""The docs know every setting, every room and every decision, and link only to what exists."""

import re
from pathlib import Path

import pytest

from tests.house.places import PACKAGE, ROOT, name_of, tracked_files

SETTING = re.compile(r"environment\.(?:text|flag|number|words)\(\s*\"(\w+)\"")
SETTINGS = set(SETTING.findall((PACKAGE / "config" / "settings.py").read_text())) | {"DANGOL_HOME", "DANGOL_SECRET_KEY"}
PAGES = [path for path in tracked_files() if path.suffix == ".md"]


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_every_setting_is_described(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "settings.md").read_text()


def test_every_room_has_its_place_in_the_picture() -> None:
    picture = (ROOT / "docs" / "house.md").read_text()
    assert [path.parent.name for path in PACKAGE.glob("*/__init__.py") if f"{path.parent.name}/" not in picture] == []


def test_every_decision_is_listed_and_says_what_was_decided() -> None:
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text()
    for page in (ROOT / "docs" / "decisions").glob("*.md"):
        if page.name != "README.md":
            assert f"({page.name})" in listed, page.name
            assert "**Decision.**" in page.read_text(), page.name


@pytest.mark.parametrize("document", PAGES, ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []
