"""Templates of section `promotions`: combos, second item, member price, free shipping, happy hour, gifts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dangol_policy.catalogue import texts
from dangol_policy.catalogue.asking import DAY, NOON, basket, count, length, money, name, number, price, rate, words
from dangol_policy.catalogue.parameters import WEEKDAYS, Parameter
from dangol_policy.catalogue.setting import Setting, written
from dangol_policy.catalogue.template import Addition, Built, Chosen, Template

_ORDER = {"group": "order-discount"}
_SHIPPING = {"group": "shipping"}
Line = dict[str, Any]


def _promotion(setting: Setting, template: str, example: Line, **keys: Any) -> Built:
    """A promotion named after its template; its id stands in the example as `applied`."""
    clause = setting.id(template)
    value = {"id": clause, "name": setting.words(texts.title(template)), **keys, "on_return": "net-price"}
    example["expect"] = {**example["expect"], "applied": [clause]}
    return Built((Addition(("promotions",), value),), (clause,), (example,))


def _sum(setting: Setting, *amounts: Any) -> int | str:
    return written(sum((number(one) for one in amounts), start=number(0)), setting.currency)


def _less(setting: Setting, amount: Any, off: Any) -> int | str:
    """An amount without a rate of it; prices of examples are so round that nothing is rounded."""
    return written(number(amount) * (1 - number(off)), setting.currency)


def _combo_price(setting: Setting, chosen: Chosen) -> Built:
    lines = [{"category": chosen[one], "price": chosen["price"]} for one in ("first", "second")]
    example = basket({"total": chosen["price"]}, *lines, label="the combo costs its price", at=NOON)
    parts = [{"of": {"category": chosen[one]}} for one in ("first", "second")]
    return _promotion(setting, "combo-price", example, gives={"bundle": parts, "price": chosen["price"]})


def _combo_ships_free(setting: Setting, chosen: Chosen) -> Built:
    cost = price(setting, 10)
    lines = [{"category": chosen[one], "price": cost} for one in ("first", "second")]
    example = basket(
        {"shipping": 0, "total": _sum(setting, cost, cost)},
        *lines,
        label="the combo ships free",
        at=NOON,
        shipping=price(setting, 3),
    )
    same = chosen["first"] == chosen["second"]
    each = [{"at_least": 2 if same else 1, "of": {"category": chosen[one]}} for one in ("first", "second")]
    needs = each[0] if same else {"all": each}
    return _promotion(setting, "combo-ships-free", example, needs=needs, gives={"shipping": "free"}, combine=_SHIPPING)


def _second_item(setting: Setting, chosen: Chosen) -> Built:
    cost = price(setting)
    example = basket(
        {"total": _sum(setting, cost, _less(setting, cost, chosen["discount"]))},
        {"category": chosen["category"], "price": cost, "quantity": 2},
        label="the second of two costs less",
        at=NOON,
    )
    gives = {"nth": 2, "percent": chosen["discount"], "of": {"category": chosen["category"]}}
    return _promotion(setting, "second-item", example, gives=gives)


def _member_price(setting: Setting, chosen: Chosen) -> Built:
    cost = price(setting)
    example = basket(
        {"total": _less(setting, cost, chosen["discount"])},
        {"category": chosen["category"], "price": cost},
        label="a member pays the member price",
        at=NOON,
        customer={},
    )
    gives = {"percent": chosen["discount"], "off": "price", "of": {"category": chosen["category"]}}
    return _promotion(setting, "member-price", example, who={"member": True}, gives=gives)


def _free_shipping(setting: Setting, chosen: Chosen) -> Built:
    example = basket(
        {"shipping": 0, "total": chosen["from_amount"]},
        {"price": chosen["from_amount"]},
        label="exactly this amount ships free",
        at=NOON,
        shipping=price(setting, 3),
    )
    needs = {"spend": chosen["from_amount"]}
    return _promotion(
        setting, "free-shipping-from", example, needs=needs, gives={"shipping": "free"}, combine=_SHIPPING
    )


def _happy_hour(setting: Setting, chosen: Chosen) -> Built:
    cost = price(setting)
    example = basket(
        {"total": _less(setting, cost, chosen["discount"])},
        {"price": cost},
        label="an order in these hours costs less",
        at=f"{_on(chosen['weekday'])}T{chosen['hours'][:5]}",
    )
    when = {"weekdays": [chosen["weekday"]], "hours": chosen["hours"]}
    gives = {"percent": chosen["discount"], "off": "order"}
    return _promotion(setting, "happy-hour", example, when=when, gives=gives, combine=_ORDER)


def _on(weekday: str) -> dt.date:
    """The first such day from the day on which examples begin."""
    first = dt.date.fromisoformat(DAY)
    return first + dt.timedelta(days=(WEEKDAYS.index(weekday) - first.weekday()) % 7)


def _double_points(setting: Setting, chosen: Chosen) -> Built:
    example = basket(
        {},
        {"price": price(setting)},
        label="on this weekday points are multiplied",
        at=f"{_on(chosen['weekday'])}T12:00",
        customer={},
    )
    return _promotion(
        setting,
        "double-points",
        example,
        when={"weekdays": [chosen["weekday"]]},
        who={"member": True},
        gives={"points_times": chosen["times"]},
    )


def _win_back(setting: Setting, chosen: Chosen) -> Built:
    days = int(number(chosen["away"]))
    last = dt.date.fromisoformat(DAY) - dt.timedelta(days=days + 2)
    cost = price(setting)
    off = min(number(cost) * number(chosen["discount"]), number(chosen["at_most"]))
    example = basket(
        {"total": written(number(cost) - off, setting.currency)},
        {"price": cost},
        label="who comes back after long pays less",
        at=NOON,
        customer={"orders": 3, "last_order": f"{last}T12:00"},
    )
    gives = {"percent": chosen["discount"], "off": "order", "at_most": chosen["at_most"]}
    return _promotion(
        setting,
        "win-back",
        example,
        who={"no_order_for": chosen["away"]},
        gives=gives,
        combine=_ORDER,
        limit={"per_customer": 1},
    )


def _spend_steps(setting: Setting, chosen: Chosen) -> Built:
    cost = written(number(chosen["step"]) * 2, setting.currency)
    off = number(chosen["off"]) * min(2, chosen["most_times"])
    example = basket(
        {"total": written(number(cost) - off, setting.currency)},
        {"price": cost},
        label="two full steps take the amount off twice, or as often as it may",
        at=NOON,
    )
    gives = {"per_spend": chosen["step"], "amount": chosen["off"], "times": chosen["most_times"]}
    return _promotion(setting, "spend-steps", example, gives=gives, combine=_ORDER)


def _gift_from(setting: Setting, chosen: Chosen) -> Built:
    item = setting.id("gift")
    example = basket(
        {"gifts": {item: 1}}, {"price": chosen["from_amount"]}, label="exactly this amount brings the gift", at=NOON
    )
    needs, gives = {"spend": chosen["from_amount"]}, {"item": item, "name": chosen["gift"]}
    return _promotion(setting, "gift-from", example, needs=needs, gives=gives)


def _weekday(default: str) -> Parameter:
    return Parameter("weekday", "weekday", texts.label("weekday"), default)


def _template(id_: str, make: Any, *parameters: Parameter, asks: tuple[Any, ...] = ()) -> Template:
    return Template(id_, "promotions", texts.title(id_), texts.about(id_), parameters, make, asks)


TEMPLATES: tuple[Template, ...] = (
    _template("combo-price", _combo_price, name("first", "meal"), name("second", "drink", nth=1), money("price", 12)),
    _template("combo-ships-free", _combo_ships_free, name("first", "meal"), name("second", "drink", nth=1)),
    _template("second-item", _second_item, name("category", "goods"), rate("discount", 50, most=100)),
    _template("member-price", _member_price, name("category", "goods"), rate("discount", 5)),
    _template("free-shipping-from", _free_shipping, money("from_amount", 30, most=10_000)),
    _template(
        "happy-hour",
        _happy_hour,
        _weekday("tue"),
        Parameter("hours", "hours", texts.label("hours"), "15:00-17:00"),
        rate("discount", 10),
    ),
    _template("double-points", _double_points, _weekday("wed"), count("times", 2, least=2, most=10), asks=("points",)),
    _template(
        "win-back",
        _win_back,
        length("away", 180, "days", least=30, most=720),
        rate("discount", 10),
        money("at_most", 10),
    ),
    _template(
        "spend-steps",
        _spend_steps,
        money("step", 50, least="10", most=1_000),
        money("off", 2, most=9),
        count("most_times", 3, most=20),
    ),
    _template("gift-from", _gift_from, money("from_amount", 50, most=10_000), words("gift", "surprise")),
)
