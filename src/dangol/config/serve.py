"""Keeps the running program running: the web server and one worker, started together and stopped together."""

import logging
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from types import FrameType

from dangol.config import lifeline

log = logging.getLogger("dangol")
_FIRST_DELAY, _LONGEST_DELAY = 1.0, 60.0
_SECONDS_BETWEEN_LOOKS = 0.2
_SECONDS_TO_FINISH = 15


class AddressTaken(Exception):
    """Something else listens there already."""


class Kept:
    """One process that is started again when it ends by itself; the log says so."""

    def __init__(self, name: str, *arguments: str) -> None:
        self.name = name
        self._command = [sys.executable, "-m", *arguments]
        self._process: subprocess.Popen[bytes] | None = None
        self._began = self._due = time.monotonic()
        self._delay = _FIRST_DELAY

    def look(self) -> None:
        """Starts it when it is due; plans the next start when it has ended."""
        at = time.monotonic()
        if self._process is None:
            if at >= self._due:
                # A session of its own: Ctrl-C in the terminal reaches it through stop(), once and in order.
                self._process = subprocess.Popen(self._command, start_new_session=True)  # noqa: S603 our own command
                self._began = at
        elif (code := self._process.poll()) is not None:
            # One that ran well for long starts again at once; one that cannot start does not burn the processor.
            self._delay = _FIRST_DELAY if at - self._began > _LONGEST_DELAY else min(self._delay * 2, _LONGEST_DELAY)
            log.error("The %s ended with status %s; starting it again in %.0f s", self.name, code, self._delay)
            self._process, self._due = None, at + self._delay

    def ask_to_stop(self) -> None:
        if self._process is not None:
            self._process.terminate()

    def wait_until_stopped(self, deadline: float) -> None:
        if self._process is None:
            return
        try:
            self._process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            log.error("The %s did not stop in %s s; it is ended now", self.name, _SECONDS_TO_FINISH)
            self._process.kill()
            self._process.wait()


def run(host: str, port: int, processes: int, with_worker: bool) -> None:
    """Serves until told to stop (SIGINT, SIGTERM); returns when everything it started has ended."""
    _refuse_taken(host, port)
    told = threading.Event()

    def stop(signum: int, frame: FrameType | None) -> None:
        told.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    lifeline.hand_out()
    kept = [Kept("web server", "dangol.config.web", host, str(port), str(processes))]
    if with_worker:
        kept.append(Kept("worker", "dangol.config", "worker"))
    try:
        while not told.wait(_SECONDS_BETWEEN_LOOKS):
            for one in kept:
                one.look()
    finally:
        _stop_all(kept)


def _stop_all(kept: Sequence[Kept]) -> None:
    for one in kept:
        one.ask_to_stop()
    deadline = time.monotonic() + _SECONDS_TO_FINISH
    for one in kept:
        one.wait_until_stopped(deadline)


def _refuse_taken(host: str, port: int) -> None:
    """The web server would take the address beside another one, and answers would come from either."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise AddressTaken(f"{host}:{port} cannot be used: {error.strerror}") from error


def wait_until_open(host: str, port: int, seconds: float) -> bool:
    """Whether something answers there before the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection((host, port), timeout=0.5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return True
    return False
