"""Stories told while another writes: SQLite has one writer at a time, who waits reads and decides meanwhile.

What was read is remembered as the database gave it. When the turn comes everything is read again: if nothing changed,
the story would be told in the very same way, so that only its rows are left to be written; otherwise it is told anew.
So the turn lasts as long as writing does, not as long as reading and deciding.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dangol.lib.direct import ALONE, Seen, database, rows_of, seeing


class MustWait(Exception):
    """The story needs more than direct reads: it is told when its turn has come."""


def has_turn() -> bool:
    """Whether nobody writes just now, as far as can be seen.

    Inside another transaction, on PostgreSQL, and where somebody listens to statements, the turn is not asked about.
    """
    to = database()
    asked = to.vendor == "sqlite" and not to.in_atomic_block and to.connection is not None and not to.execute_wrappers
    return not (asked and _another_writes(to))


def _another_writes(to: Any) -> bool:
    """Asks for the turn and gives it back at once; nobody is kept waiting by that."""
    driver = to.connection
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("ROLLBACK")
    except Exception as refused:
        if "locked" not in str(refused):
            raise
        return True
    finally:
        driver.execute(f"PRAGMA busy_timeout = {int(1000 * to.settings_dict['OPTIONS'].get('timeout', 5))}")
    return False


def _refused(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    raise MustWait


ALONE.append(_refused)


@contextmanager
def rehearsing() -> Iterator[Seen]:
    """Direct reads go on and are remembered; any other statement, and so any transaction, raises MustWait."""
    to = database()
    with seeing() as seen, to.execute_wrapper(_refused):
        yield seen


def still_holds(seen: Seen) -> bool:
    """Whether every read gives the very same rows again."""
    to = database()
    again = rows_of(to, *[(statement, values) for statement, values, _ in seen])
    return all(rows == before for rows, (_, _, before) in zip(again, seen, strict=True))
