"""One run over one file: from the text to a count in which every row has its place."""

import csv
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dangol.flows.errors import NoPolicyInForce
from dangol.flows.importing.encoding import encoding_of
from dangol.flows.importing.errors import BadRow, UnusableFile
from dangol.flows.importing.meaning import Entry, Meaning, meaning_of
from dangol.flows.importing.orders import Order, orders_of
from dangol.flows.importing.rehearsal import rehearse
from dangol.flows.importing.rows import Table, table_of
from dangol.flows.importing.story import Telling
from dangol.flows.importing.told import Tally
from dangol.flows.policy_view import compiled_at
from dangol.lib.money import to_major

Shown = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]
"""Shows how far a part of the work is: its name and how much there is to do; called with each step done."""

_SOURCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    file: Path
    mapping: Mapping[str, str]
    currency: str
    source: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    comma: bool = False
    day_format: str = ""
    region: str = "KR"
    rejected: Path | None = None
    dry_run: bool = False


@dataclass(slots=True)
class Run:
    """Ready to go."""

    wanted: Wanted
    table: Table
    meaning: Meaning
    source: str
    now: datetime
    tally: Tally = field(default_factory=Tally)

    def go(self, shown: Shown) -> dict[str, object]:
        """Does it, and says what became of every row."""
        begun = time.perf_counter()
        orders = self._orders(shown)
        self._judged(orders)
        with shown("Looking at" if self.wanted.dry_run else "Importing", sum(len(o.rows) for o in orders)) as told:
            self._tell(orders, told)
        file = self._write_rejected()
        return self._summary(time.perf_counter() - begun, file)

    def _orders(self, shown: Shown) -> list[Order]:
        with shown("Reading", 0) as told:
            entries = list(self._entries(told))
        orders, disagreements = orders_of(entries, lines=self.meaning.lines_of_orders)
        for disagreement in disagreements:
            for row in disagreement.rows:
                self.tally.reject(row, disagreement.reason)
        return orders

    def _entries(self, told: Callable[[int], None]) -> Iterator[Entry]:
        try:
            for row in self.table.rows():
                self.tally.read += 1
                told(1)
                try:
                    yield self.meaning.entry(row, now=self.now)
                except BadRow as error:
                    self.tally.reject(row.line, str(error))
        except UnicodeDecodeError as error:
            raise UnusableFile(
                f"After row {self.tally.read} the file is not {self.table.encoding}: choose another --encoding."
            ) from error

    def _judged(self, orders: Sequence[Order]) -> None:
        """Some version must rule on the day of the first order, or none of them could be decided."""
        if not orders:
            return
        first = orders[0].at
        try:
            compiled_at(first)
        except NoPolicyInForce as error:
            raise UnusableFile(
                f"The first order is of {first:%Y-%m-%d}, and no policy was in force then. "
                f"Publish the first version with --from {first:%Y-%m-%d}T00:00:00+0000, or leave these orders out."
            ) from error

    def _tell(self, orders: Sequence[Order], told: Callable[[int], None]) -> None:
        region = self.wanted.region
        if self.wanted.dry_run:
            rehearse(orders, source=self.source, region=region, tally=self.tally, told=told)
        else:
            Telling(self.source, region, ZoneInfo(self.meaning.zone), self.tally).tell(orders, told=told)

    def _write_rejected(self) -> Path | None:
        """The rejected rows as they were, each with its line and the reason."""
        path = self.wanted.rejected or Path(f"{self.wanted.file.stem}.rejected.csv")
        if not self.tally.rejected:
            return None
        reasons = {one.row: one.reason for one in self.tally.rejected}
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["line", "reason", *self.table.columns])
            for row in self.table.rows():
                if row.line in reasons:
                    writer.writerow([row.line, reasons[row.line], *row.cells])
        return path

    def _summary(self, seconds: float, file: Path | None) -> dict[str, object]:
        tally = self.tally
        assert tally.adds_up, f"rows got lost: {tally}"
        return {
            "file": self.wanted.file.name,
            "source": self.source,
            "encoding": self.table.encoding,
            "dry_run": self.wanted.dry_run,
            "read": tally.read,
            "imported": tally.imported,
            "already": tally.already,
            "rejected": len(tally.rejected),
            "rejected_file": str(file) if file else None,
            "purchases": tally.purchases,
            "new_customers": tally.customers,
            "amount": to_major(tally.amount, self.meaning.currency),
            "currency": self.meaning.currency,
            "seconds": round(seconds, 1),
        }


def prepare(wanted: Wanted, *, now: datetime) -> Run:
    """Looks at the file and the policy. Raises UnusableFile or NoPolicyInForce before anything is read."""
    business = compiled_at(now).policy.business
    if wanted.currency != business.currency:
        raise UnusableFile(
            f"The file counts in {wanted.currency}, the policy in {business.currency}: no amount would be right."
        )
    source = wanted.source or wanted.file.stem
    if not _SOURCE.fullmatch(source):
        raise UnusableFile(f"{source!r} cannot name a source: give --source with letters, digits and . _ - only.")
    encoding = wanted.encoding or encoding_of(wanted.file)
    table = table_of(wanted.file, encoding=encoding, delimiter=wanted.delimiter)
    meaning = meaning_of(
        table.columns,
        wanted.mapping,
        currency=wanted.currency,
        zone=business.timezone,
        day_format=wanted.day_format,
        comma=wanted.comma,
    )
    return Run(wanted, table, meaning, source, now)
