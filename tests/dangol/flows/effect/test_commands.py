"""`dangol effect`: the same result on the command line, for people and for programs, and nothing is changed by it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dangol.flows import demo
from dangol.flows.effect.commands import effect
from dangol.flows.models import EffectRun
from dangol.lib import clock
from dangol.rulebook.models import PolicyVersion

SHOP = (Path(__file__).parents[4] / "policies" / "shop.yaml").read_text(encoding="utf-8")
CHRISTMAS = """
promotions:
  - id: everything-off
    name: {ko: 모두 할인, en: Everything off, vi: Giảm mọi thứ, be: Зніжка на ўсё}
    gives: {percent: 10%, off: order}
  - id: secret
    name: {ko: 비밀, en: Secret, vi: Bí mật, be: Сакрэт}
    code: NOBODY-KNOWS
    gives: {percent: 50%, off: order}
"""
pytestmark = pytest.mark.django_db


@pytest.fixture
def _shop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "CUSTOMERS", 4)
    monkeypatch.setattr(demo, "DAYS", 260)
    demo.tell(policy=SHOP, at=clock.now())


def run(path: Path, text: str, *options: str) -> tuple[int, str, str]:
    policy = path / "draft.yaml"
    policy.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(effect, [str(policy), *options])
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.usefixtures("_shop")
def test_people_and_programs_are_told_the_same(tmp_path: Path) -> None:
    text = SHOP.replace("\npromotions:", CHRISTMAS, 1)
    code, said, _ = run(tmp_path, text)
    assert code == 0
    assert "“Secret”" in said
    assert "nobody had typed the code" in said
    code, answer, _ = run(tmp_path, text, "--json")
    result = json.loads(answer)
    base, draft, margin = result["figures"]["discount"]
    assert (code, margin, result["share"]) == (0, 0, 1.0)
    assert draft > base
    assert f"{draft - base:,}" in said
    assert {"clause": "everything-off"}.items() <= result["clauses"][0].items()
    assert result["silent"]["code"] == ["secret"]
    assert not EffectRun.objects.exists()
    assert PolicyVersion.objects.count() == 1


@pytest.mark.usefixtures("_shop")
def test_only_so_many_are_played_when_asked(tmp_path: Path) -> None:
    code, answer, _ = run(tmp_path, SHOP, "--json", "--purchases", "1")
    result = json.loads(answer)
    assert code == 0
    assert result["share"] < 1
    assert result["drawn"]["customers"] <= result["of"]["customers"]


def test_what_cannot_be_tried_is_said(tmp_path: Path) -> None:
    code, said, why = run(tmp_path, "dangol: 1\nbusines: {}\n")
    assert (code, said) == (1, "")
    assert "busines" in why
    code, _, why = run(tmp_path, SHOP)
    assert code == 1
    assert "policy" in why
