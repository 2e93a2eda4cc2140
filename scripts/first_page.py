"""Starts `make run` in a fresh home, opens the first page, stops it again and looks for anything left behind."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_OPEN = 300


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as page:  # noqa: S310 our own server
            return bool(page.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def members(group: int) -> list[str]:
    """The processes of a process group that still run."""
    listed = subprocess.run(["ps", "-eo", "pgid=,pid=,stat=,args="], capture_output=True, text=True, check=True)
    rows = (line.split(None, 3) for line in listed.stdout.splitlines())
    return [row[3] for row in rows if row[0] == str(group) and not row[2].startswith("Z")]


def main() -> int:
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="dangol-first-") as home:
        place = {**os.environ, "PORT": str(port), "DANGOL_HOME": home, "DATABASE_URL": ""}
        began = time.monotonic()
        run = subprocess.Popen(["make", "run"], cwd=ROOT, env=place, start_new_session=True)
        try:
            while not answers(f"http://127.0.0.1:{port}/"):
                if run.poll() is not None:
                    print(f"`make run` ended with status {run.returncode} before the first page", file=sys.stderr)
                    return 1
                if time.monotonic() - began > SECONDS_TO_OPEN:
                    print(f"no first page after {SECONDS_TO_OPEN} s", file=sys.stderr)
                    return 1
                time.sleep(0.1)
            print(f"first page after {time.monotonic() - began:.1f} s")
        finally:
            run.send_signal(signal.SIGTERM)
            run.wait(timeout=30)
        time.sleep(1.5)
        left = members(run.pid)
        if answers(f"http://127.0.0.1:{port}/") or left:
            print(f"something still runs after SIGTERM: {left}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
