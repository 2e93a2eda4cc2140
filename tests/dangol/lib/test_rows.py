"""Rows of one act are written after the rows they name, in whatever order they were asked for."""

import re
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection

from dangol.flows.join import join
from dangol.flows.publish import publish
from dangol.flows.purchase import purchase
from dangol.lib.rows import _depth
from dangol.loyalty.models import Entry, Lot
from dangol.sales.models import Purchase, PurchaseLine
from tests.build import NOON

SHOP = Path(__file__).resolve().parents[3] / "policies" / "shop.yaml"


def test_tables_stand_below_those_they_name() -> None:
    assert _depth(Purchase) < _depth(PurchaseLine)
    assert _depth(Lot) < _depth(Entry)


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite looks for rows that wait for others")
def test_no_row_of_a_purchase_waits_for_another() -> None:
    """A lot that an entry already waited for was looked for through all lots: a second, with a million of them."""
    publish(text=SHOP.read_text(), request="policy", by="system:test", at=NOON)
    customer = UUID(join(external="one", request="join", by="system:test", at=NOON).value["customer"])
    statements: list[str] = []
    connection.connection.set_trace_callback(statements.append)
    try:
        lines = [{"sku": "a", "price": 90_000}, {"sku": "b", "price": 2_000}]
        asked = {"request": "buy", "by": "system:test", "at": NOON}
        purchase(number="1", basket={"lines": lines}, customer=customer, **asked)  # type: ignore[arg-type]
    finally:
        connection.connection.set_trace_callback(None)
    inserted = re.findall(r'INSERT INTO "(\w+)"', " ".join(statements))
    depths = {model._meta.db_table: _depth(model) for model in apps.get_models()}
    assert {"loyalty_lot", "loyalty_entry", "sales_purchaseline"} <= set(inserted)
    assert [depths[table] for table in inserted] == sorted(depths[table] for table in inserted)
