"""The web server: `python -m dangol.config.web HOST PORT PROCESSES`, started and watched by `dangol serve`."""

import sys

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from dangol.config import lifeline

_THREADS = 4
_SECONDS_TO_FINISH = 10


def main(host: str, port: str, processes: str) -> None:
    lifeline.hold()
    lifeline.hand_out()
    Server(
        "dangol.config.wsgi:application",
        address=host,
        port=int(port),
        interface=Interfaces.WSGI,
        websockets=False,
        workers=int(processes),
        blocking_threads=_THREADS,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=_SECONDS_TO_FINISH,
    ).serve()


if __name__ == "__main__":
    main(*sys.argv[1:4])
