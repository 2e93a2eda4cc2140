"""What the guide to the checks shows is what the command says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dangol_policy.cli import commands
from tests.docs.blocks import DOCS

GUIDE = (DOCS / "guides" / "checks.md").read_text("utf-8")
POLICIES = re.findall(r"^```(?:text|yaml)\n(dangol: 1\n.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
SAID = re.findall(r"^```console\n\$ dangol check policy.yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("policy", "said"), list(zip(POLICIES, SAID, strict=True)), ids=["faulty", "confirmed"])
def test_the_guide_shows_what_check_says(
    policy: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policy.yaml").write_text(policy, "utf-8")
    check = next(one for one in commands if one.name == "check")
    output = CliRunner().invoke(check, ["policy.yaml"]).output
    assert all(line in output.splitlines() for line in said.splitlines())
    assert said in output
