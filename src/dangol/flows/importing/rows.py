"""Reads a CSV file row by row: each with the line it begins on, or with what is wrong with it."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dangol.flows.importing.errors import UnusableFile

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_HEADER = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file it begins on, and its cells in the order of the columns."""

    line: int
    cells: tuple[str, ...]
    fault: str = ""
    """Why the row cannot be read; its cells are then what was found."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file that can be read: its columns, and how it is written."""

    path: Path
    encoding: str
    delimiter: str
    columns: tuple[str, ...]

    def rows(self) -> Iterator[Row]:
        """Every row after the one with the names of the columns; empty lines are none."""
        with self.path.open(encoding=self.encoding, newline="") as file:
            reader = csv.reader(file, delimiter=self.delimiter, strict=True)
            next(reader)
            while True:
                line = reader.line_num + 1
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    yield Row(line, (), f"the row cannot be read: {error}")
                    continue
                if cells:
                    yield self._row(line, cells)

    def _row(self, line: int, cells: Sequence[str]) -> Row:
        fault = ""
        if len(cells) != len(self.columns):
            fault = f"the row has {len(cells)} cells, the table has {len(self.columns)} columns"
        return Row(line, tuple(cells), fault)


def table_of(path: Path, *, encoding: str, delimiter: str | None = None) -> Table:
    """The table in the file. Raises UnusableFile when its first row cannot name columns."""
    try:
        with path.open(encoding=encoding, newline="") as file:
            first = file.readline(_LONGEST_HEADER)
    except (UnicodeDecodeError, LookupError) as error:
        raise UnusableFile(f"{path.name} cannot be read as {encoding}: choose another --encoding.") from error
    if not first.strip():
        raise UnusableFile(f"{path.name} is empty, or its first line is: it must name the columns.")
    delimiter = delimiter or max(_DELIMITERS, key=first.count)
    columns = tuple(name.strip() for name in next(csv.reader([first], delimiter=delimiter)))
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise UnusableFile(f"The column {twice[0]!r} is there twice. Give each column its own name in the first line.")
    return Table(path, encoding, delimiter, columns)
