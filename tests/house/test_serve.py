"""The running program: it answers, it stops when told, and a kill leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers import MakeServer, Server, processes_of, wait_until_gone, worker_of


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
