"""The running program: it answers, it stops when told, and a kill leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers import MakeServer, Server


@pytest.fixture(scope="module")
def shared(make_server: MakeServer) -> Server:
    """For tests that leave it running."""
    made = make_server()
    made.start()
    return made


@pytest.fixture
def server(make_server: MakeServer) -> Server:
    made = make_server()
    made.start()
    return made


def processes_of(home: Path) -> list[int]:
    """Every process that was started for this home folder."""
    mark = f"DANGOL_HOME={home}".encode()
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and mark in (entry / "environ").read_bytes().split(b"\0"):
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def wait_until_gone(home: Path, seconds: float) -> list[int]:
    end = time.monotonic() + seconds
    while (left := processes_of(home)) and time.monotonic() < end:
        time.sleep(0.1)
    return left


def test_serves_pages_and_their_files(shared: Server) -> None:
    assert shared.get("/nowhere/")[0] == 404
    assert shared.get("/static/dangol/dangol.js")[0] == 200


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_stops_everything_when_told(server: Server, how: signal.Signals) -> None:
    assert len(processes_of(server.home)) >= 2
    server.stop(how)
    assert wait_until_gone(server.home, 5) == []


def test_a_killed_server_leaves_nothing_behind(server: Server) -> None:
    server.kill()
    assert wait_until_gone(server.home, 30) == []


def worker_of(home: Path) -> int | None:
    """The process that does due work for this home folder."""
    for process in processes_of(home):
        if (Path("/proc") / str(process) / "cmdline").read_bytes().rstrip(b"\0").endswith(b"\0worker"):
            return process
    return None


def wait_for_worker(home: Path, other_than: int | None) -> int:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found = worker_of(home)
        if found and found != other_than:
            return found
        time.sleep(0.2)
    raise AssertionError("no worker was started")


def test_a_worker_that_dies_is_started_again(server: Server) -> None:
    first = wait_for_worker(server.home, None)
    os.kill(first, signal.SIGKILL)
    assert wait_for_worker(server.home, first)
    assert "The worker ended with status -9" in server.log()
    server.stop()
    assert wait_until_gone(server.home, 5) == []


def test_says_so_when_the_port_is_taken(shared: Server) -> None:
    second = shared.dangol("serve", "--port", str(shared.port), check=False)
    assert (second.returncode, "Choose another port" in second.stderr) == (1, True)
    assert shared.answers()


def test_says_so_when_the_tables_are_not_there(tmp_path: Path) -> None:
    place = {**os.environ, "DANGOL_HOME": str(tmp_path), "DATABASE_URL": ""}
    done = subprocess.run(
        [sys.executable, "-m", "dangol.config", "serve"], env=place, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, "dangol migrate" in done.stderr) == (1, True)
