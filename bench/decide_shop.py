"""The shop of `bench/decide.py`: twenty promotions, a catalogue, random baskets; the same rules for zen-engine."""

from __future__ import annotations

import datetime as dt
import json
from random import Random
from typing import Any

from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation
from dangol_policy.values import ValuesContext

Data = dict[str, Any]
SEOUL = dt.timezone(dt.timedelta(hours=9))
CONTEXT = ValuesContext("KRW", money="minor", zone="Asia/Seoul")
PROMOTIONS: list[Data] = [
    {"id": "fruit-10", "gives": {"percent": "10%", "of": {"category": "fruit"}}, "runs": "2026-03-01..2026-03-20"},
    {
        "id": "bakery-evening",
        "gives": {"percent": "20%", "of": {"category": "bakery"}},
        "when": {"hours": "18:00-22:00"},
    },
    {"id": "dairy-days", "gives": {"percent": "5%", "of": {"category": "dairy"}}, "when": {"weekdays": ["wed", "thu"]}},
    {"id": "clearance", "gives": {"amount": 300, "off": "unit", "of": {"tag": "clearance"}}},
    {"id": "member-rice", "gives": {"prices": {"rice": {"silver": 19500, "gold": 18900}}}},
    {"id": "app-household", "gives": {"percent": "7%", "of": {"category": "household"}}, "where": {"channel": "app"}},
    {"id": "snack-code", "gives": {"percent": "15%", "of": {"category": "snack"}}, "code": "SNACK15"},
    {
        "id": "pet-pair",
        "gives": {"percent": "8%", "of": {"category": "pet"}},
        "needs": {"at_least": 2, "of": {"category": "pet"}},
    },
    {"id": "oil-price", "gives": {"price": 9900, "of": {"product": "oil"}}},
    {
        "id": "band-3",
        "gives": {"percent": "3%", "off": "order"},
        "needs": {"spend": 30000},
        "combine": {"group": "bands"},
    },
    {
        "id": "band-5",
        "gives": {"percent": "5%", "off": "order"},
        "needs": {"spend": 60000},
        "combine": {"group": "bands"},
    },
    {
        "id": "band-8",
        "gives": {"percent": "8%", "off": "order"},
        "needs": {"spend": 100000},
        "combine": {"group": "bands"},
    },
    {"id": "card-steps", "gives": {"per_spend": 50000, "amount": 2000, "times": 3}, "payment": "card"},
    {"id": "gold-2", "gives": {"percent": "2%", "off": "order"}, "who": {"tier": "gold"}},
    {"id": "student", "gives": {"amount": 1500}, "who": {"segment": "students"}, "needs": {"spend": 20000}},
    {"id": "welcome", "gives": {"amount": 3000}, "code": "WELCOME", "who": {"order": 1}},
    {"id": "ship-40", "gives": {"shipping": "free"}, "needs": {"spend": 40000}},
    {"id": "ship-members", "gives": {"shipping": 1500}, "who": {"tier": ["silver", "gold"]}},
    {"id": "tote", "gives": {"item": "tote"}, "needs": {"spend": 70000, "measure": "now"}},
    {"id": "weekend-double", "gives": {"points_times": 2}, "when": {"weekdays": ["sat", "sun"]}},
]
LOYALTY: Data = {
    "points": {"earn": [{"id": "base-earn", "rate": {"bronze": "1%", "silver": "2%", "gold": "3%"}}]},
    "tiers": {
        "levels": [{"id": "bronze", "from": 0}, {"id": "silver", "from": 300000}, {"id": "gold", "from": 1000000}]
    },
}
_NAMED = [
    ("rice", "grain", 21000, False), ("oil", "pantry", 11900, False), ("apple", "fruit", 6900, False),
    ("pear", "fruit", 8900, True), ("bread", "bakery", 4500, False), ("cake", "bakery", 15900, True),
    ("milk", "dairy", 2900, False), ("cheese", "dairy", 8700, False), ("soap", "household", 5200, False),
    ("towels", "household", 12800, False), ("chips", "snack", 1900, False), ("nuts", "snack", 9900, True),
    ("cat-food", "pet", 12400, False), ("dog-food", "pet", 23100, False),
]  # fmt: skip
CATALOGUE = _NAMED + [
    (f"item-{n}", ("pantry", "grain", "pet", "toys")[n % 4], 900 + n * 731 % 30000, False) for n in range(60)
]


def policy() -> Policy:
    """The policy with its twenty promotions."""
    business = {"name": "Bomnal Mart", "timezone": "Asia/Seoul", "currency": "KRW"}
    data = {"dangol": 1, "business": business, "loyalty": LOYALTY, "promotions": PROMOTIONS}
    return Policy.model_validate(data, context=CONTEXT)


def drawn(count: int, seed: int = 1) -> list[Data]:
    """Situations as plain data: five lines each."""
    r = Random(seed)
    return [_situation(r) for _ in range(count)]


def _situation(r: Random) -> Data:
    lines = [
        {"sku": sku, "category": [category], "price": price, "quantity": r.choice((1, 1, 1, 1, 2, 3)),
         "tags": ["clearance"] if clearance else []}
        for sku, category, price, clearance in r.sample(CATALOGUE, 5)
    ]  # fmt: skip
    at = dt.datetime(2026, 3, 1, tzinfo=SEOUL) + dt.timedelta(minutes=r.randrange(30 * 1440), seconds=r.randrange(60))
    customer = {
        "tier": r.choice(("bronze", "bronze", "silver", "gold")),
        "segments": r.choice(([], [], ["students"])),
        "orders": r.choice((0, 1, 5)),
    }
    basket = {
        "lines": lines,
        "codes": r.choice(([], [], [], ["SNACK15"], ["WELCOME"])),
        "shipping": 3000,
        "channel": r.choice(("web", "app")),
        "payment": r.choice(("card", "cash")),
    }
    return {"at": at.isoformat(), "customer": None if r.random() < 0.25 else customer, "basket": basket}


def read(data: Data) -> Situation:
    """A situation as the engine takes it."""
    return Situation.model_validate(data, context=CONTEXT)


# --- the same rules for zen-engine -----------------------------------------------------------------


def for_zen(data: Data) -> Data:
    """The same situation as zen-engine's context. Guests are customers of no tier; day and hour are worked out for it."""  # noqa: E501
    at = dt.datetime.fromisoformat(data["at"])
    clock = {"day": at.year * 10000 + at.month * 100 + at.day, "hour": at.hour, "weekday": at.isoweekday()}
    customer = data["customer"] or {"tier": "", "segments": [], "orders": -1}
    lines = [
        {**line, "category": line["category"][0], "clearance": bool(line["tags"])} for line in data["basket"]["lines"]
    ]
    codes = data["basket"]["codes"]
    return {**data["basket"], **clock, "customer": customer, "lines": lines, "code": codes[0] if codes else ""}


def _line(before: str, condition: str, discount: str) -> str:
    """Amounts of the lines after a gift: an expression over `before`, a list of {a, c, q, t, s}."""
    return f"map($.{before}, {{a: #.a - ({condition} ? {discount} : 0), c: #.c, q: #.q, t: #.t, s: #.s}})"


def _percent(rate: int) -> str:
    return f"floor((#.a * {rate} * 2 + 100) / 200)"


_LINE_GIFTS = [
    # (clause, open, lines meant, discount)
    ("member-rice", "true", "#.s == 'rice'",
     "max([0, (#.a / #.q) - ($root.customer.tier == 'gold' ? 18900 : $root.customer.tier == 'silver' ? 19500 : 999999)]) * #.q"),  # noqa: E501
    ("oil-price", "true", "#.s == 'oil'", "max([0, (#.a / #.q) - 9900]) * #.q"),
    ("app-household", "channel == 'app'", "#.c == 'household'", _percent(7)),
    ("bakery-evening", "hour >= 18 and hour < 22", "#.c == 'bakery'", _percent(20)),
    ("clearance", "true", "#.t", "min([300 * #.q, #.a])"),
    ("dairy-days", "weekday == 3 or weekday == 4", "#.c == 'dairy'", _percent(5)),
    ("fruit-10", "day >= 20260301 and day <= 20260320", "#.c == 'fruit'", _percent(10)),
    ("pet-pair", "sum(map(filter(lines, #.category == 'pet'), #.quantity)) >= 2", "#.c == 'pet'", _percent(8)),
    ("snack-code", "code == 'SNACK15'", "#.c == 'snack'", _percent(15)),
]  # fmt: skip


def zen_graph() -> str:
    """The twenty promotions as one graph for zen-engine: an expression node, the quickest of its node kinds here."""
    expressions = [
        ("l0", "map(lines, {a: #.price * #.quantity, c: #.category, q: #.quantity, t: #.clearance, s: #.sku})"),
        ("listed", "sum(map($.l0, #.a))"),
    ]
    before, left = "l0", "listed"
    for number, (clause, opened, meant, discount) in enumerate(_LINE_GIFTS, 1):
        key = clause.replace("-", "_")
        expressions.append((f"open_{key}", opened))
        expressions.append((f"l{number}", f"$.open_{key} ? {_line(before, meant, discount)} : $.{before}"))
        expressions.append((f"t{number}", f"sum(map($.l{number}, #.a))"))
        expressions.append((f"off_{key}", f"$.{left} - $.t{number}"))
        why = f"$.off_{key} > 0 ? '' : $.open_{key} ? (some(lines, {_on_line(meant)}) ? 'nothing' : 'nothing-matches') : 'closed'"  # noqa: E501
        expressions.append((f"why_{key}", why))
        before, left = f"l{number}", f"t{number}"
    expressions += _order(left)
    return _graph(expressions)


def _on_line(meant: str) -> str:
    return meant.replace("#.c ", "#.category ").replace("#.s ", "#.sku ").replace("#.t", "#.clearance")


def _order(left: str) -> list[tuple[str, str]]:
    share = "floor(({base} * {rate} * 2 + 100) / 200)"
    return [
        ("rate", "$.listed >= 100000 ? 8 : $.listed >= 60000 ? 5 : $.listed >= 30000 ? 3 : 0"),
        ("off_bands", share.format(base=f"$.{left}", rate="$.rate")),
        ("why_band_3", "$.rate == 3 ? '' : $.rate > 3 ? 'better-in-group' : 'spend-short'"),
        ("why_band_5", "$.rate == 5 ? '' : $.rate > 5 ? 'better-in-group' : 'spend-short'"),
        ("why_band_8", "$.rate == 8 ? '' : 'spend-short'"),
        ("o1", f"$.{left} - $.off_bands"),
        ("off_card_steps", "payment == 'card' ? min([2000 * min([3, floor($.listed / 50000)]), $.o1]) : 0"),
        ("why_card_steps", "payment != 'card' ? 'closed' : $.off_card_steps > 0 ? '' : 'spend-short'"),
        ("o2", "$.o1 - $.off_card_steps"),
        ("off_gold_2", f"customer.tier == 'gold' ? {share.format(base='$.o2', rate='2')} : 0"),
        ("why_gold_2", "$.off_gold_2 > 0 ? '' : 'closed'"),
        ("o3", "$.o2 - $.off_gold_2"),
        ("student", "some(customer.segments, # == 'students')"),
        ("off_student", "$.student and $.listed >= 20000 ? min([1500, $.o3]) : 0"),
        ("why_student", "not($.student) ? 'closed' : $.off_student > 0 ? '' : 'spend-short'"),
        ("o4", "$.o3 - $.off_student"),
        ("off_welcome", "code == 'WELCOME' and customer.orders == 0 ? min([3000, $.o4]) : 0"),
        ("why_welcome", "$.off_welcome > 0 ? '' : 'closed'"),
        ("subtotal", "$.o4 - $.off_welcome"),
        ("off_ship_40", "$.listed >= 40000 ? shipping : 0"),
        ("why_ship_40", "$.off_ship_40 > 0 ? '' : 'spend-short'"),
        ("member", "customer.tier == 'gold' or customer.tier == 'silver'"),
        ("off_ship_members", "$.member ? max([0, shipping - $.off_ship_40 - 1500]) : 0"),
        ("why_ship_members", "not($.member) ? 'closed' : $.off_ship_members > 0 ? '' : 'nothing'"),
        ("shipping", "shipping - $.off_ship_40 - $.off_ship_members"),
        ("tote", "$.subtotal >= 70000"),
        ("why_tote", "$.tote ? '' : 'spend-short'"),
        ("double", "customer.tier != '' and (weekday == 6 or weekday == 7)"),
        ("why_weekend_double", "$.double ? '' : 'closed'"),
        ("points_rate", "customer.tier == 'gold' ? 3 : customer.tier == 'silver' ? 2 : customer.tier == 'bronze' ? 1 : 0"),  # noqa: E501
        ("points", "floor($.subtotal * $.points_rate * ($.double ? 2 : 1) / 100)"),
        ("total", "$.subtotal + $.shipping"),
    ]  # fmt: skip


def _graph(expressions: list[tuple[str, str]]) -> str:
    written = [{"id": str(n), "key": key, "value": value} for n, (key, value) in enumerate(expressions)]
    content = {
        "expressions": written,
        "passThrough": False,
        "inputField": None,
        "outputPath": None,
        "executionMode": "single",
    }
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "content": {"schema": ""}},
        {"id": "rules", "name": "rules", "type": "expressionNode", "content": content},
        {"id": "out", "name": "out", "type": "outputNode", "content": {"schema": ""}},
    ]
    edges = [
        {"id": "1", "type": "edge", "sourceId": "in", "targetId": "rules"},
        {"id": "2", "type": "edge", "sourceId": "rules", "targetId": "out"},
    ]
    return json.dumps({"nodes": nodes, "edges": edges})
