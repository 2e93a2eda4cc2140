"""Lines of Python, with their depth."""

from __future__ import annotations


class Text:
    """Collects lines; a block is opened by `deeper` and left by `back`."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._depth = 0

    def add(self, line: str) -> None:
        """One line at the present depth."""
        self._lines.append(" " * self._depth + line)

    def deeper(self) -> None:
        """Opens a block."""
        self._depth += 1

    def back(self, blocks: int = 1) -> None:
        """Leaves blocks."""
        self._depth -= blocks

    def mark(self) -> tuple[int, int]:
        """Where the text stands, for `rewind`."""
        return len(self._lines), self._depth

    def rewind(self, mark: tuple[int, int]) -> None:
        """Forgets what was added since."""
        del self._lines[mark[0] :]
        self._depth = mark[1]

    def count(self) -> int:
        """How many lines there are; makes names that nothing else has."""
        return len(self._lines)

    def source(self) -> str:
        """The whole text."""
        return "\n".join(self._lines) + "\n"
