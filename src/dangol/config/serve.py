"""The running program: web server processes and one worker, started together and stopped together."""

import logging
import os
import socket
import subprocess
import sys
import threading
import time

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from dangol.config import lifeline

log = logging.getLogger("dangol")
_FIRST_DELAY, _LONGEST_DELAY = 1.0, 60.0
_SECONDS_TO_FINISH = 10


class AddressTaken(Exception):
    """Something else listens there already."""


def run(host: str, port: int, processes: int, with_worker: bool) -> None:
    """Serves until told to stop (SIGINT, SIGTERM); then the worker is stopped too, and only then this returns."""
    _refuse_taken(host, port)
    os.environ[lifeline.VARIABLE] = "1"
    worker = Worker() if with_worker else None
    try:
        if worker:
            worker.start()
        Server(
            "dangol.config.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            websockets=False,
            workers=processes,
            blocking_threads=4,
            backlog=1024,
            log_level=LogLevels.warning,
            respawn_failed_workers=True,
            workers_kill_timeout=_SECONDS_TO_FINISH,
        ).serve()
    finally:
        if worker:
            worker.stop()


def _refuse_taken(host: str, port: int) -> None:
    """The web server would take the address beside another one, and answers would come from either."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise AddressTaken(f"{host}:{port} cannot be used: {error.strerror}") from error


class Worker:
    """Keeps one `dangol worker` running beside the server; one that dies is started again, and the log says so."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        threading.Thread(target=self._keep_running, name="worker keeper", daemon=True).start()

    def stop(self) -> None:
        self._stopping.set()
        with self._lock:
            process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_SECONDS_TO_FINISH)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _keep_running(self) -> None:
        delay = _FIRST_DELAY
        while not self._stopping.is_set():
            began = time.monotonic()
            with self._lock:
                if self._stopping.is_set():
                    return
                # A session of its own: Ctrl-C in the terminal reaches it through stop(), once and in order.
                command = [sys.executable, "-m", "dangol.config", "worker"]
                self._process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 our own command
            code = self._process.wait()
            if self._stopping.is_set():
                return
            # One that ran well for long starts again at once; one that cannot start does not burn the processor.
            delay = _FIRST_DELAY if time.monotonic() - began > _LONGEST_DELAY else min(delay * 2, _LONGEST_DELAY)
            log.error("The worker ended with status %s; starting it again in %.0f s", code, delay)
            self._stopping.wait(delay)


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
