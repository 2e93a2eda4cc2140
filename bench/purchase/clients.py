"""Lets several processes work at the same moment and says how long they took together."""

import multiprocessing
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import connection

_FORK = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds from the first start to the last end, and of each piece of work."""

    seconds: float
    each: tuple[float, ...]


def together(work: Sequence[Callable[[], Callable[[], list[float]]]]) -> Took:
    """Each item prepares itself in a process of its own, then all begin at once; gives the seconds of each piece."""
    connection.close()
    barrier = _FORK.Barrier(len(work))
    results = _FORK.SimpleQueue()
    processes = [_FORK.Process(target=_one, args=(prepare, barrier, results)) for prepare in work]
    for process in processes:
        process.start()
    told = [results.get() for _ in processes]
    for process in processes:
        process.join()
    failed = [error for *_, error in told if error]
    if failed:
        raise RuntimeError(failed[0])
    begun, ended = min(one[0] for one in told), max(one[1] for one in told)
    return Took(ended - begun, tuple(piece for one in told for piece in one[2]))


def _one(prepare: Callable[[], Callable[[], list[float]]], barrier, results) -> None:  # type: ignore[no-untyped-def]
    try:
        run = prepare()
        barrier.wait(timeout=60)
        begun = time.perf_counter()
        pieces = run()
        results.put((begun, time.perf_counter(), pieces, ""))
    except Exception as error:
        barrier.abort()
        results.put((0.0, 0.0, [], f"{type(error).__name__}: {error}"))
    finally:
        connection.close()
