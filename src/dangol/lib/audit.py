"""Compares what is stored with what can be derived again, row by row in the order of ids, whatever the size."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Figures = Mapping[str, Any]
Derived = Iterable[tuple[Any, Figures]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored figure that is not what its source says. `where` names the table, `id` its row."""

    where: str
    id: str
    figure: str
    stored: Any
    derived: Any

    def __str__(self) -> str:
        return f"{self.where} {self.id}: {self.figure} is {self.stored}, derived {self.derived}"


def compare(where: str, stored: Derived, derived: Derived) -> Iterator[Difference]:
    """Both sides come sorted by id. A row that one side lacks counts as zeros there."""
    for id_, left, right in _side_by_side(stored, derived):
        for figure in sorted({*left, *right}):
            ours, theirs = left.get(figure) or 0, right.get(figure) or 0
            if ours != theirs:
                yield Difference(where, str(id_), figure, ours, theirs)


def _side_by_side(stored: Derived, derived: Derived) -> Iterator[tuple[Any, Figures, Figures]]:
    left, right = iter(stored), iter(derived)
    ours, theirs = next(left, None), next(right, None)
    while ours is not None or theirs is not None:
        if theirs is None or (ours is not None and ours[0] < theirs[0]):
            assert ours is not None
            yield ours[0], ours[1], {}
            ours = next(left, None)
        elif ours is None or theirs[0] < ours[0]:
            yield theirs[0], {}, theirs[1]
            theirs = next(right, None)
        else:
            yield ours[0], ours[1], theirs[1]
            ours, theirs = next(left, None), next(right, None)
