"""A real `dangol serve` with a database of its own, for tests that need the whole program."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest

_SECONDS_TO_OPEN = 60
_SECONDS_TO_STOP = 20
_DEMO_POLICY = Path(__file__).resolve().parent.parent / "policies" / "shop.yaml"


@dataclass
class Server:
    """One home folder, one database, and the processes that work on them."""

    home: Path
    database_url: str
    port: int
    extra: Mapping[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        place = {"DANGOL_HOME": str(self.home), "DATABASE_URL": self.database_url, "PORT": str(self.port)}
        return {**os.environ, **place, **self.extra}

    def dangol(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs one command of the command line on this database."""
        command = [sys.executable, "-m", "dangol.config", *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        if check and done.returncode != 0:
            raise AssertionError(f"dangol {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
        return done

    def start(self, *options: str) -> None:
        """Starts `dangol serve` and waits until it answers."""
        command = [sys.executable, "-m", "dangol.config", "serve", "--processes", "1", *options]
        log = (self.home / "serve.log").open("ab")
        self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log, start_new_session=True)
        log.close()
        end = time.monotonic() + _SECONDS_TO_OPEN
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise AssertionError(f"the server did not open:\n{self.log()}")
            time.sleep(0.05)

    def answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return True
        except OSError:
            return False

    def get(self, path: str) -> tuple[int, str]:
        request = urllib.request.Request(self.url + path)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.request.HTTPError as error:
            return error.code, error.read().decode()

    def log(self) -> str:
        return (self.home / "serve.log").read_text(errors="replace")

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Asks the server to stop and returns its exit status."""
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(_SECONDS_TO_STOP)

    def kill(self) -> None:
        """Kills the server as a power cut would; its children notice by themselves."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


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


def worker_of(home: Path) -> int | None:
    """The process that does due work for this home folder."""
    for process in processes_of(home):
        if (Path("/proc") / str(process) / "cmdline").read_bytes().rstrip(b"\0").endswith(b"\0worker"):
            return process
    return None


MakeServer = Callable[..., Server]


@dataclass(frozen=True)
class Databases:
    """Copies of one database that was migrated once: a file, or a PostgreSQL database used as a template."""

    template: str

    def copy_for(self, home: Path) -> str:
        if self.template.startswith("sqlite"):
            shutil.copy(self.template.removeprefix("sqlite:///"), home / "dangol.sqlite3")
            return f"sqlite:///{home / 'dangol.sqlite3'}"
        return _create_on_postgres(template=urlsplit(self.template).path.removeprefix("/"))


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    home = tmp_path_factory.mktemp("template")
    on_postgres = os.environ.get("DATABASE_URL", "").startswith("postgres")
    url = _create_on_postgres() if on_postgres else f"sqlite:///{home / 'dangol.sqlite3'}"
    Server(home=home, database_url=url, port=0).dangol("migrate")
    return Databases(url)


@pytest.fixture(scope="session")
def make_server(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Iterator[MakeServer]:
    """Makes servers on fresh databases of the session's kind; all of them are gone at the end."""
    made: list[Server] = []

    def make(**extra: str) -> Server:
        home = tmp_path_factory.mktemp("home")
        made.append(Server(home=home, database_url=databases.copy_for(home), port=_free_port(), extra=extra))
        return made[-1]

    yield make
    for server in made:
        server.kill()


@pytest.fixture(scope="session")
def demo_server(make_server: MakeServer) -> Server:
    """The running program with the demo business; tests that use it leave others' data alone."""
    server = make_server()
    server.dangol("demo", "--policy", str(_DEMO_POLICY))
    server.start()
    return server


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _create_on_postgres(template: str = "template1") -> str:
    session_url = os.environ["DATABASE_URL"]
    name = f"server_{uuid4().hex}"
    with psycopg.connect(session_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
    return urlsplit(session_url)._replace(path=f"/{name}").geturl()
