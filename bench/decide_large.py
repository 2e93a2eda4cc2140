"""A policy and a basket far larger than usual: 500 promotions of ten kinds, 900 lines."""

from __future__ import annotations

from random import Random
from typing import Any

from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation
from dangol_policy.values import ValuesContext

Data = dict[str, Any]
CONTEXT = ValuesContext("KRW", money="minor", zone="Asia/Seoul")
PROMOTIONS = 500
LINES = 900
CATEGORIES = tuple(f"category-{number}" for number in range(40))


def large() -> tuple[Policy, Situation]:
    """The same each time."""
    r = Random(1)
    promotions = [{"id": f"p{number}", "gives": _gift(r, number % 10)} for number in range(PROMOTIONS)]
    business = {"name": "Bomnal Mall", "timezone": "Asia/Seoul", "currency": "KRW"}
    data = {"dangol": 1, "business": business, "promotions": promotions}
    basket = {"lines": [_line(r, number) for number in range(LINES)], "shipping": 3000}
    situation = {"at": "2026-03-04T12:00:00+09:00", "customer": {}, "basket": basket}
    return Policy.model_validate(data, context=CONTEXT), Situation.model_validate(situation, context=CONTEXT)


def _line(r: Random, number: int) -> Data:
    price, quantity = r.randint(500, 90_000), r.choice((1, 1, 1, 2, 3, 12))
    return {"sku": f"item-{number}", "category": [r.choice(CATEGORIES)], "price": price, "quantity": quantity}


def _gift(r: Random, kind: int) -> Data:
    of = {"category": r.choice(CATEGORIES)}
    gifts: tuple[Data, ...] = (
        {"percent": "3%", "of": of},
        {"percent": "1%", "off": "order"},
        {"amount": 100, "off": "unit", "of": of},
        {"amount": 500, "off": "order", "of": of},
        {"price": 20_000, "of": of},
        {"prices": {f"item-{r.randrange(LINES)}": 900 for _ in range(5)}},
        {"nth": 2, "percent": "10%", "of": of},
        {"free": "cheapest", "of_each": 5, "of": of},
        {"get": 1, "for_each": {"units": 3, "of": of}, "of": of, "percent": "20%"},
        {"bundle": [{"units": 2, "of": of}, {"units": 1}], "percent": "2%", "times": 3},
    )
    return gifts[kind]
