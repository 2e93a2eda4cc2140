"""Where things are, for tests that read the source itself."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "dangol"
TEMPLATES = sorted(path for path in [*PACKAGE.glob("*/templates/**/*.html"), *PACKAGE.glob("*/*/templates/**/*.html")])
MODULES = sorted(
    path
    for folder in (SOURCE, ROOT / "tests", ROOT / "bench", ROOT / "scripts")
    for path in folder.rglob("*.py")
    if "node_modules" not in path.parts
)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that is or would be part of the project; empty where git does not know the folder."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in paths if path.is_file())
