"""The two servers of the bench, started alike: the product with a policy of twenty promotions, and a bare echo."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POLICY = Path(__file__).with_name("policy.yaml")
_OPTIONS = ("--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning")
_PATIENCE = 30.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(application: str, environment: dict[str, str]) -> Iterator[int]:
    """Runs the application by itself; gives its port."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", *_OPTIONS, "--host", "127.0.0.1", "--port", str(port), application]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("the server ended before it answered")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not answer in time")


@contextmanager
def product(home: Path) -> Iterator[tuple[int, str, str]]:
    """The product with its policy in force: port, key, and the id of an enrolled customer."""
    environment = {**os.environ, "DANGOL_HOME": str(home), "DATABASE_URL": "", "DANGOL_LOG_LEVEL": "ERROR"}

    def dangol(*words: str) -> str:
        command = [sys.executable, "-c", "from dangol.config.cli import main; main()", *words]
        return subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout

    dangol("migrate")
    dangol("publish", str(POLICY))
    scopes = ("quotes", "customers.write")
    made = dangol("key", "create", "bench", "--json", *(word for scope in scopes for word in ("--scope", scope)))
    key = json.loads(made)["key"]
    with served("dangol.config.wsgi:application", environment) as port:
        yield port, key, _enrolled(port, key)


def _enrolled(port: int, key: str) -> str:
    from bench.api.load import answer_of, request

    body = json.dumps({"external": "bench", "name": "Bench"}).encode()
    message = request("/api/customers", body, Authorization=f"Bearer {key}", Idempotency_Key="bench")
    return str(json.loads(answer_of(port, message))["id"])


@contextmanager
def echo() -> Iterator[int]:
    """The bare Django."""
    with served("bench.api.echo:application", dict(os.environ)) as port:
        yield port
