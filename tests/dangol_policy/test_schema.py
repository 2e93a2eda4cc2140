"""The JSON Schema accepts what the parser accepts, and complains about what editors should complain about."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dangol_policy.schema import schema_of
from dangol_policy.source import read_file, read_text

POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*.yaml"))
HEAD = "dangol: 1\nbusiness: {name: Bomnal, timezone: Asia/Seoul, currency: KRW}\n"
FORMS = """\
calendars:
- id: a
  hours: {every day: "09:00-18:00", sat: ["09:00-12:00", "13:00-15:00"]}
  closed: [2026-12-25, 2026-12-30..2027-01-02]
loyalty:
  points: {earn: [{id: b, rate: {gold: 3%}, base: net, on: {category: [x, y]}}]}
  tiers: {levels: [{id: gold, from: 1000 KRW}]}
promotions:
- {id: c, code: SPRING, who: {tier: gold, order: {every: 5}}, gives: {percent: {gold: 5%}}, where: {channel: web}}
- {id: d, who: {order: 3}, needs: {all: [{at_least: 1, of: {tag: x}}, {spend: 5}]}, gives: {shipping: free}}
examples:
- {name: e, given: {basket: [{category: x, price: 12000}], shipping: 3000, codes: SPRING}, expect: {total: 5}}
- {name: f, given: {basket: {lines: [{price: 12000}], shipping: 3000}}, expect: {total: 5}}
"""


def faults(data: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(schema_of("policy")).iter_errors(plain(data))]


def plain(data: Any) -> Any:
    """The data as an editor's YAML reader has it: decimal numbers are numbers."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return float(data) if isinstance(data, Decimal) else data


@pytest.mark.parametrize("document", ["policy", "situation", "event"])
def test_schemas_are_schemas(document: Any) -> None:
    Draft202012Validator.check_schema(schema_of(document))


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_the_ready_policies_fit(path: Path) -> None:
    assert faults(read_file(path).data) == []


def test_every_form_that_is_read_fits() -> None:
    document = read_text(HEAD + FORMS)
    assert document.problems == ()
    assert faults(document.data) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "promotion: []",
        "promotions: [{id: a}]",
        "promotions: [{id: a, gives: {percent: 5}}]",
        "loyalty: {points: {rounding: dwn}}",
        "calendars: [{id: a, hours: {monday: 09:00-18:00}}]",
    ],
)
def test_slips_do_not_fit(wrong: str) -> None:
    assert faults(read_text(HEAD + wrong + "\n").data)


def test_keys_have_descriptions() -> None:
    definitions = schema_of("policy")["$defs"]
    assert "before discounts" in definitions["Selector"]["properties"]["price_at_least"]["description"]
    assert definitions["Nth"]["description"].startswith("Every nth unit")
