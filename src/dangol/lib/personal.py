"""The form in which each room declares what it keeps about a person, and how to hand it over or erase it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Holding:
    """One table: what it says about a person, in plain words; empty where it says nothing about anybody.

    `export` gives a customer's rows, `erase` removes what identifies the customer and says how many rows it touched.
    A table without `erase` says in `kept_because` why its rows may stay.
    """

    model: type[models.Model]
    what: str = ""
    export: Callable[[UUID], list[Record]] | None = None
    erase: Callable[[UUID], int] | None = None
    kept_because: str = ""


def rows_of(model: type[models.Model], column: str = "customer_id") -> Callable[[UUID], list[Record]]:
    """Exports every column of the rows that name the customer."""

    def export(customer: UUID) -> list[Record]:
        return list(model._default_manager.filter(**{column: customer}).values())

    return export
