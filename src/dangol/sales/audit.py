"""Derives the sums of purchases and returns again from their rows, and lists what differs. Writes nothing."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from dangol.facts.models import Fact
from dangol.lib.audit import Difference, Figures, compare
from dangol.sales.models import CANCELLED, Purchase, PurchaseLine, Return, ReturnLine

_AT_ONCE = 2_000


def sales_differences() -> Iterator[Difference]:
    """Purchases against their lines, returned units against returns, purchases against the journal."""
    yield from _purchases_by_lines()
    yield from _lines_by_returns()
    yield from _refunds_by_returns()
    yield from _purchases_by_facts()


def _rows(rows: QuerySet[Any, Any], key: str, *figures: str) -> Iterator[tuple[Any, Figures]]:
    for row in rows.order_by(key).values_list(key, *figures).iterator(chunk_size=_AT_ONCE):
        yield row[0], dict(zip(figures, row[1:], strict=True))


def _grouped(rows: QuerySet[Any, Any], key: str, **sums: Any) -> Iterator[tuple[Any, Figures]]:
    return _rows(rows.order_by().values(key).annotate(**sums), key, *sums)


def _purchases_by_lines() -> Iterator[Difference]:
    sums = {"list": Sum("list_amount"), "off": Sum("discount")}
    derived = (
        (id_, {"goods": figures["list"], "discount": figures["off"]})
        for id_, figures in _grouped(PurchaseLine.objects.all(), "purchase_id", **sums)
    )
    yield from compare("purchase", _rows(Purchase.objects.all(), "pk", "goods", "discount"), derived)


def _lines_by_returns() -> Iterator[Difference]:
    stored = _rows(PurchaseLine.objects.filter(returned__gt=0), "pk", "returned")
    yield from compare("line", stored, _grouped(ReturnLine.objects.all(), "line_id", returned=Sum("quantity")))


def _refunds_by_returns() -> Iterator[Difference]:
    stored = _rows(Purchase.objects.filter(refunded__gt=0), "pk", "refunded")
    derived = _grouped(Return.objects.filter(money__gt=0), "purchase_id", refunded=Sum("money"))
    yield from compare("purchase", stored, derived)


def _purchases_by_facts() -> Iterator[Difference]:
    told = Fact.objects.filter(kind__in=("purchase.placed", "purchase.cancelled"))
    facts = _grouped(
        told,
        "subject_id",
        placed=Count("id", filter=Q(kind="purchase.placed")),
        cancelled=Count("id", filter=Q(kind="purchase.cancelled")),
    )
    stored = (
        (id_, {"placed": 1, "cancelled": int(row["state"] == CANCELLED)})
        for id_, row in _rows(Purchase.objects.all(), "pk", "state")
    )
    yield from compare("purchase against facts", stored, facts)
