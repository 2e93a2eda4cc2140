"""Ends a process whose parent is gone, so that a killed server leaves nothing behind."""

import os
import signal
import threading
import time

VARIABLE = "DANGOL_LIFELINE"
_SECONDS_BETWEEN_LOOKS = 0.5
_SECONDS_TO_FINISH = 10


def hand_out() -> None:
    """Asks every process started from now on to end with this one."""
    os.environ[VARIABLE] = str(os.getpid())


def hold() -> None:
    """Watches the parent from now on, if it asked for that.

    The parent is known by the number it gave: it may have died while this process was still starting.
    """
    parent = os.environ.pop(VARIABLE, "")
    if parent:
        threading.Thread(target=_watch, args=(int(parent),), name="lifeline", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_SECONDS_TO_FINISH)
    os.kill(os.getpid(), signal.SIGKILL)
