"""The house stays the house: imports, floors, first lines, names, one reader of the clock."""

import ast
import configparser
import re
import subprocess
import sys
from pathlib import Path

from dangol_policy.model.policy import Policy
from tests.house.places import MODULES, PACKAGE, ROOT, SOURCE, name_of, tree_of

NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "core", "common", "manager", "managers", "service"}
NAMES_THAT_SAY_NOTHING |= {"services", "misc", "signals"}
CLOCK_READERS = {"now", "utcnow", "today"}
CLOCK_OWNER = PACKAGE / "lib" / "clock.py"
SHIPPED = [path for path in MODULES if path.is_relative_to(SOURCE)]
OURS = [path for path in SHIPPED if "migrations" not in path.parts]


def test_imports_go_downward_only() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_the_contract_names_every_room() -> None:
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    told_verbs = set(contract["importlinter:contract:verbs"]["source_modules"].split())
    may_use_the_language = {"dangol.config", "dangol.rulebook", "dangol.flows", "dangol.front"}
    rooms = {f"dangol.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}
    assert rooms == told_verbs | may_use_the_language


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name_of(path) for path in MODULES if "migrations" not in path.parts and not ast.get_docstring(tree_of(path))
    ]
    assert silent == []


def _is_of_a_section(path: Path) -> bool:
    """In the language `service` says something: it is the section with the times a business promises."""
    return path.is_relative_to(SOURCE / "dangol_policy") and path.stem in Policy.model_fields


def test_no_name_that_says_nothing() -> None:
    empty = [path for path in OURS if NAMES_THAT_SAY_NOTHING & {path.stem, path.parent.name}]
    assert [name_of(path) for path in empty if not _is_of_a_section(path)] == []


def _reads_clock(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_READERS:
        owner = ast.unparse(node.func.value)
        return owner.split(".")[-1] in {"datetime", "date", "timezone", "dt"} and owner != "clock"
    return ast.unparse(node.func) in {"time.time", "time.time_ns"}


def test_one_reader_of_the_clock() -> None:
    readers = [
        f"{name_of(path)}:{node.lineno}"
        for path in OURS
        if path != CLOCK_OWNER
        for node in ast.walk(tree_of(path))
        if _reads_clock(node) and isinstance(node, ast.Call)
    ]
    assert readers == []


def test_no_signals_and_no_hooks() -> None:
    hooked = [
        name_of(path)
        for path in OURS
        if re.search(r"django\.(db\.models|core|dispatch|contrib\.auth)[.\w]*signals|@receiver\b", path.read_text())
    ]
    assert hooked == []


WRITERS = {"create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}


def _writes(node: ast.AST) -> bool:
    """Whether rows are changed here through a model's manager."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in WRITERS and "objects" in ast.unparse(called.value)


def test_faces_and_reads_never_write() -> None:
    faces = [path for path in OURS if path.parts[len(PACKAGE.parts) :][:1] in {("console",), ("portal",), ("api",)}]
    reads = [path for path in OURS if path.stem == "queries" or path.parent.name == "queries"]
    found = [name_of(path) for path in (*faces, *reads) if any(_writes(node) for node in ast.walk(tree_of(path)))]
    assert found == []
