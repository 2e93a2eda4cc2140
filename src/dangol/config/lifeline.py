"""Ends a process whose parent is gone, so that a killed server leaves nothing behind."""

import os
import signal
import threading
import time

VARIABLE = "DANGOL_LIFELINE"
_SECONDS_BETWEEN_LOOKS = 0.5
_SECONDS_TO_FINISH = 10


def hold() -> None:
    """Watches the parent from now on, if whoever started this process asked for it."""
    if os.environ.get(VARIABLE) == "1":
        threading.Thread(target=_watch, args=(os.getppid(),), name="lifeline", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_SECONDS_TO_FINISH)
    os.kill(os.getpid(), signal.SIGKILL)
