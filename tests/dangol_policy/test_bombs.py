"""No document takes more than 2 seconds or 200 MB, or gets a traceback for an answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.dangol_policy import bombs

EXPECTED = {
    "billion laughs": "too-many-aliases",
    "aliases of aliases": "too-many-aliases",
    "deep brackets": "too-deep",
    "deep keys": "too-deep",
    "a million keys": "too-big",
    "100 MB": "too-big",
    "endless": "too-big",
    "many promotions": "too-big",
    "tabs": "tab-indent",
    "nul bytes": "bad-character",
    "utf-16": "bad-encoding",
    "cp949": "bad-encoding",
    "nothing": "empty-document",
}
HARMLESS = {"long texts"}
"""Large, but a policy."""


@cache
def measured() -> dict[str, dict[str, Any]]:
    """What each bomb did to a process of its own."""
    done = subprocess.run(
        [sys.executable, bombs.__file__],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return {one["name"]: one for one in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", bombs.TEXTS + bombs.FILES)
def test_a_bomb_is_answered_quickly_with_problems(name: str) -> None:
    cost = measured()[name]
    assert cost["seconds"] <= 2
    assert cost["megabytes"] <= 200
    assert cost["count"] <= 200
    assert cost["ok"] is (name in HARMLESS)
    assert name not in EXPECTED or cost["codes"] == [EXPECTED[name]]
