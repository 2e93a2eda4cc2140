"""Reads a file in a process of its own, so that no file can slow or fill the program."""

import json
import os
import subprocess
import sys

from dangol.flows.documents.refusal import Unreadable

MOST_BYTES = 10_000_000
_SECONDS = 20
"""By the clock on the wall: a busy machine may take longer than the seconds of processor the child is allowed."""
_KEPT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "SYSTEMROOT")


def text_of(data: bytes) -> str:
    """The text of a file. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big")
    # No secrets of ours are around a file from outside.
    around = {name: os.environ[name] for name in _KEPT if name in os.environ}
    command = [sys.executable, "-P", "-m", "dangol.flows.documents.child"]
    try:
        done = subprocess.run(  # noqa: S603 our own command
            command, input=data, capture_output=True, env=around, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable("slow") from error
    if done.returncode != 0 or not done.stdout:
        raise Unreadable("slow" if done.returncode < 0 else "broken")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise Unreadable(answer["refused"])
    return str(answer["text"])
