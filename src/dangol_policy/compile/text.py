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

    def inside(self, line: str) -> None:
        """One line, one deeper."""
        self._lines.append(" " * (self._depth + 1) + line)

    def deeper(self) -> None:
        """Opens a block."""
        self._depth += 1

    def back(self, blocks: int = 1) -> None:
        """Leaves blocks."""
        self._depth -= blocks

    def source(self) -> str:
        """The whole text."""
        return "\n".join(self._lines) + "\n"
