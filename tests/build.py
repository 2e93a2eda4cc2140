"""Small builders for tests of the rooms: acts, customers, lots, sales."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Barrier
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, connections

from dangol.lib.act import Act, acting
from dangol.loyalty.actions import Book
from dangol.people.actions import enrol
from dangol.people.models import Customer
from dangol.sales.actions import LineSold, Sale, place

NOON = datetime(2026, 1, 5, 3, tzinfo=UTC)
"""Noon in Seoul."""
DAY = timedelta(days=1)
_numbers = count(1)
T = TypeVar("T")


def an_act(request: str = "", *, at: datetime = NOON, by: str = "system:test") -> AbstractContextManager[Act]:
    return acting(by=by, at=at, request=request or f"request-{next(_numbers)}")


def a_customer(**details: Any) -> Customer:
    """A new customer; with no identity named, a phone number nobody else has."""
    identities = details.pop("identities", {"phone": f"010-{next(_numbers):08d}"})
    with an_act() as act:
        return enrol(act=act, identities=identities, **details)


def a_line(*, quantity: int = 1, price: int = 1000, discount: int = 0, **details: Any) -> LineSold:
    """A line whose discount falls on its first unit."""
    units = (price - discount, *[price] * (quantity - 1))
    values = {"key": "1", "sku": "bread", **details}
    return LineSold(quantity=quantity, unit_price=price, list_amount=price * quantity, unit_amounts=units, **values)


def a_sale(*, lines: Sequence[LineSold] = (), **details: Any) -> Sale:
    values = {"number": f"A{next(_numbers)}", "currency": "KRW", "version": 1, **details}
    return Sale(lines=lines or [a_line()], **values)


def a_purchase(**details: Any) -> UUID:
    with an_act() as act:
        return place(act=act, sale=a_sale(**details))


def give(book: Book, points: int, *, clause: str = "base", target: str = "usable", **dates: Any) -> UUID:
    """A lot with its points."""
    id_ = book.act.new_id()
    order = dates.pop("order", None)
    book.add_lot(id=id_, points=points, clause=clause, version=1, order=order, **dates)
    book.move(lot=id_, kind="earn", origin="", target=target, points=points, clause=clause, version=1, order=order)
    return id_


def shift(book: Book, lot: UUID, kind: str, origin: str, target: str, points: int, **details: Any) -> None:
    """A movement of a lot's points."""
    values = {"clause": "base", "version": 1, **details}
    book.move(lot=lot, kind=kind, origin=origin, target=target, points=points, **values)


def at_once(task: Any, tasks: int, *, threads: int = 8) -> list[Any]:
    """Runs the task so many times on threads that start together; returns results, exceptions among them.

    `task` is called with its number. Each thread has its own connection to the database.
    """
    gate = Barrier(threads)

    def work(first: int) -> list[Any]:
        gate.wait()
        try:
            return [_attempt(task, number) for number in range(first, tasks, threads)]
        finally:
            connections.close_all()

    connection.close()
    with ThreadPoolExecutor(threads) as pool:
        return [result for results in pool.map(work, range(threads)) for result in results]


def _attempt(task: Any, number: int) -> Any:
    try:
        return task(number)
    except Exception as error:
        return error
