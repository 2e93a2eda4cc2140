"""Settings from the environment: defaults, and a sentence for each value that cannot be read."""

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from dangol.config import environment


@pytest.mark.parametrize(
    ("value", "meant"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("", False), ("no", False)]
)
def test_a_flag_is_read(monkeypatch: pytest.MonkeyPatch, value: str, meant: bool) -> None:
    monkeypatch.setenv("SHOP_OPEN", value)
    assert environment.flag("SHOP_OPEN", default=not meant) is meant


@pytest.mark.parametrize("value", ["maybe", "2", "TRUE!"])
def test_a_flag_that_is_neither_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SHOP_OPEN", value)
    with pytest.raises(ImproperlyConfigured, match=r"SHOP_OPEN.*write 1 or 0"):
        environment.flag("SHOP_OPEN")


@pytest.mark.parametrize("value", ["80a", "-1", "１２", "1.5"])
def test_a_number_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DOOR", value)
    with pytest.raises(ImproperlyConfigured, match=r"DOOR.*whole number"):
        environment.number("DOOR", 1)


def test_what_is_not_set_has_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOOR", raising=False)
    assert (environment.number("DOOR", 8), environment.flag("DOOR"), environment.words("DOOR", "a, b,")) == (
        8,
        False,
        ["a", "b"],
    )


def test_home_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DANGOL_HOME", str(tmp_path / "a" / "b"))
    assert environment.home() == tmp_path / "a" / "b"
    assert environment.home().is_dir()


def test_a_home_that_is_a_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DANGOL_HOME", str(tmp_path / "file"))
    with pytest.raises(ImproperlyConfigured, match="cannot be used as a folder"):
        environment.home()


def test_the_secret_is_made_once_and_for_its_owner_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DANGOL_SECRET_KEY", raising=False)
    first = environment.secret_key(tmp_path)
    assert len(first) >= 50
    assert environment.secret_key(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_given_secret_is_used_and_not_written_down(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DANGOL_SECRET_KEY", "given")
    assert environment.secret_key(tmp_path) == "given"
    assert list(tmp_path.iterdir()) == []
