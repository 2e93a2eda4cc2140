"""Long tests: how far they have come is printed, and a time they are given is kept, saying loudly what was left out.

A test marked `long` takes the fixture `stint` and goes through its work in steps. `DANGOL_LONG_MINUTES` limits all long
tests of a run together: each gets a share of the time that is left by the minutes its mark says it takes.
"""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

_BETWEEN_LINES = 10.0
_LEFT_OUT = pytest.StashKey[list[str]]()
_END = pytest.StashKey[float | None]()


@dataclass
class Stint:
    """The work of one long test and the time it has."""

    name: str
    config: pytest.Config
    until: float | None
    done: int = 0
    total: int = 0
    what: str = "steps"
    began: float = field(default_factory=time.monotonic)
    said: float = field(default_factory=time.monotonic)
    said_done: int = 0

    def through(self, total: int, what: str, *, step: int = 1) -> Iterator[range]:
        """The numbers below the total, a few at a time, until all are done or the time is up; the first step always."""
        self.total, self.what = total, what
        for first in range(0, total, step):
            if self.done and not self.has_time():
                break
            yield range(first, min(total, first + step))
            self.done = min(total, first + step)
            self.tell()
        self.tell(last=True)

    def goes_on(self, total: int, what: str) -> bool:
        """Whether one more of about so many is to be done; for steps that somebody else hands out."""
        self.total, self.what = total, what
        if self.done and not self.has_time():
            return False
        self.done += 1
        self.tell()
        return True

    def has_time(self) -> bool:
        return self.until is None or time.monotonic() < self.until

    @property
    def left_out(self) -> str:
        """What the time was too short for."""
        missing = self.total - self.done
        return f"{missing:,} of {self.total:,} {self.what}" if missing > 0 and not self.has_time() else ""

    def tell(self, *, last: bool = False) -> None:
        now = time.monotonic()
        if self.done == self.said_done if last else now - self.said < _BETWEEN_LINES:
            return
        self.said, self.said_done = now, self.done
        line = f"{self.name}: {self.done:,} of {self.total:,} {self.what} in {now - self.began:,.0f} s"
        capture = self.config.pluginmanager.getplugin("capturemanager")
        with capture.global_and_fixture_disabled():
            print(line, file=sys.stderr, flush=True)


def _minutes(item: pytest.Item) -> float:
    mark = item.get_closest_marker("long")
    return float(mark.kwargs.get("minutes", 1)) if mark else 0.0


def pytest_configure(config: pytest.Config) -> None:
    limit = os.environ.get("DANGOL_LONG_MINUTES", "")
    config.stash[_LEFT_OUT] = []
    config.stash[_END] = time.monotonic() + 60 * float(limit) if limit else None


@pytest.fixture
def stint(request: pytest.FixtureRequest) -> Iterator[Stint]:
    """This test's share of the time that is left for it and those after it."""
    end = request.config.stash[_END]
    until = None
    if end is not None:
        items = request.session.items
        ahead = sum(_minutes(item) for item in items[items.index(request.node) :])
        now = time.monotonic()
        until = now + max(0.0, end - now) * _minutes(request.node) / ahead
    name = f"{request.config.getoption('--database')}, {request.node.name}"
    given = Stint(name=name, config=request.config, until=until)
    yield given
    if given.left_out:
        request.config.stash[_LEFT_OUT].append(f"{request.node.nodeid}: {given.left_out}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out = terminalreporter.config.stash[_LEFT_OUT]
    if not left_out:
        return
    title = "LEFT OUT: the time was up (DANGOL_LONG_MINUTES); `make test-long` without it does everything"
    terminalreporter.write_sep("!", title, red=True, bold=True)
    for line in left_out:
        terminalreporter.write_line(line)
