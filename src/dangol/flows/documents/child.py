"""Run as a program of its own: reads a file from its input within limits, and answers with its text or why not.

Whatever a file does to its reader happens here and ends with it: two seconds of processor, 200 MB, no files to write.
"""

import json
import sys

SECONDS = 2
MEGABYTES = 200


def main() -> None:
    _limit()
    from dangol.flows.documents.kinds import text_of
    from dangol.flows.documents.refusal import Unreadable

    try:
        answer = {"text": text_of(sys.stdin.buffer.read())}
    except Unreadable as refusal:
        answer = {"refused": refusal.code}
    except (MemoryError, RecursionError):
        answer = {"refused": "bomb"}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on every system; the parent's clock still holds
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
