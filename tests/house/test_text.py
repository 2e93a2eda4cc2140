"""What no file of the project may say: addresses of a machine or an index, and promises to finish it later."""

import json
import re

import pytest

from tests.house.places import ROOT, name_of, tracked_files

# Written in pieces, or this file would be the first to break its own rule.
MACHINE = "|".join(rf"(?<![\w.$}}*])/{name}/" for name in ("wo" + "rk", "ro" + "ot", "home/" + r"\w+"))
INDEX = "|".join(("pypi" + r"\.org", "python" + r"hosted\.org", "npm" + r"js\.(org|com)", "files" + r"\.pythonhosted"))
LATER = "|".join((r"\bTO" + r"DO\b", r"\bFIX" + r"ME\b", "raise NotImplemented" + "Error"))
NOT_OURS = {"LICENSE"}
READ = {
    path: path.read_text(encoding="utf-8", errors="replace") for path in tracked_files() if path.name not in NOT_OURS
}


@pytest.mark.parametrize("pattern", [MACHINE, INDEX, LATER], ids=["machine", "index", "later"])
def test_no_file_says(pattern: str) -> None:
    found = [
        f"{name_of(path)}:{number}: {line.strip()[:120]}"
        for path, text in READ.items()
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert found == []


def test_locks_hold_hashes_and_no_address() -> None:
    for lock in sorted((ROOT / "locks").glob("*.txt")):
        text = lock.read_text()
        pinned = re.findall(r"^[A-Za-z0-9][^=\n]*==", text, re.MULTILINE)
        assert pinned
        assert text.count(" \\\n    --hash=sha256:") >= len(pinned), lock.name
        assert "//" not in text, lock.name


def test_the_front_end_lock_holds_hashes_and_no_address() -> None:
    lock = json.loads((ROOT / "src/dangol/front/package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    bundled = {name for name, entry in packages.items() if entry.get("inBundle")}
    assert [name for name, entry in packages.items() if "integrity" not in entry and name not in bundled] == []
