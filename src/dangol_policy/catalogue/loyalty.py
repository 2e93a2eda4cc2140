"""Templates of section `loyalty`: points, tiers, visit card, referral, vouchers, free returns."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dangol_policy.catalogue import texts
from dangol_policy.catalogue.asking import (
    DAY,
    NOON,
    basket,
    bought,
    count,
    joined,
    length,
    money,
    number,
    price,
    rate,
    words,
)
from dangol_policy.catalogue.parameters import Parameter
from dangol_policy.catalogue.setting import Setting, written
from dangol_policy.catalogue.template import Addition, Built, Chosen, Template

_BIRTHDAY = "04-20"


def _points(setting: Setting, chosen: Chosen) -> Built:
    rule = setting.id("base-earn")
    spent = price(setting)
    example = basket(
        {"points": int(number(spent) * number(chosen["rate"]))},
        {"price": spent},
        label="a purchase earns points",
        at=NOON,
        customer={},
    )
    return Built((_programme(setting, chosen, {"id": rule, "rate": chosen["rate"]}),), (rule,), (example,))


def _programme(setting: Setting, chosen: Chosen, rule: dict[str, Any]) -> Addition:
    programme: dict[str, Any] = {"earn": [rule], "rounding": "down"}
    if setting.longest_return:
        programme["pending"] = {"for": f"{setting.longest_return} days"}
    programme["expire"] = {"after": chosen["expire"], "counted": "end of month"}
    programme["redeem"] = {"worth": 1, "minimum": chosen["minimum_points"]}
    return Addition(("loyalty", "points"), programme, as_item=False)


def _tiers(setting: Setting, chosen: Chosen) -> Built:
    rule = setting.id("base-earn")
    ids = [setting.id(one) for one in ("welcome", "silver", "gold")]
    base, more = number(chosen["rate"]), number(chosen["more"])
    rates = {tier: f"{(100 * (base + more * rank)).normalize():f}%" for rank, tier in enumerate(ids)}
    second = number(chosen["second_tier"])
    bounds = (0, chosen["second_tier"], written(second * chosen["times_for_third"], setting.currency))
    levels = [
        {"id": tier, "name": setting.words(texts.words(word)), "from": bound}
        for tier, word, bound in zip(ids, ("welcome", "silver", "gold"), bounds, strict=True)
    ]
    tiers = {
        "measure": "spend",
        "window": {"rolling": "12 months"},
        "upgrade": "next order",
        "levels": levels,
        "review": {"every": "12 months", "counted": "end of month", "step": "one", "grace": "30 days"},
    }
    spent = price(setting)
    examples = tuple(
        basket(
            {"points": int(number(spent) * number(rates[tier]))},
            {"price": spent},
            label=f"what a customer of the tier {tier} earns",
            at=NOON,
            customer={"tier": tier},
        )
        for tier in ids
    )
    additions = (
        _programme(setting, chosen, {"id": rule, "rate": rates}),
        Addition(("loyalty", "tiers"), tiers, as_item=False),
    )
    return Built(additions, (rule, *ids), examples)


def _visit_card(setting: Setting, chosen: Chosen) -> Built:
    card = setting.id("visit-card")
    clause = {
        "id": card,
        "every": chosen["every"],
        "counts_first": True,
        "visit": {"minimum": chosen["minimum"], "per": "day"},
        "gives": {"item": card, "name": chosen["gift"]},
        "valid": chosen["valid"],
    }
    first = dt.date.fromisoformat(DAY)
    visits = [
        {"visit": "mina", "amount": chosen["minimum"], "at": f"{first + dt.timedelta(days=day)}T12:10"}
        for day in range(chosen["every"])
    ]
    example = {
        "name": f"the visit number {chosen['every']} fills the card",
        "story": [joined(), *visits],
        "then": [{"customer": "mina", "cards": {card: 0}, "vouchers": [card]}],
    }
    return Built((Addition(("loyalty", "cards"), clause),), (card,), (example,))


def _referral(setting: Setting, chosen: Chosen) -> Built:
    clause = setting.id("bring-a-friend")
    waiting = max(setting.longest_return, 14)
    value = {
        "id": clause,
        "referrer": {"voucher": chosen["voucher"], "valid": "60 days"},
        "friend": {"voucher": chosen["friend"], "valid": "60 days"},
        "first_order_at_least": chosen["first_order"],
        "pending": {"for": f"{waiting} days"},
        "most_per_year": 10,
    }
    later = dt.date.fromisoformat(DAY) + dt.timedelta(days=waiting + 2)
    example = {
        "name": "a friend's first order brings both a voucher once it is final",
        "story": [
            joined(),
            joined("jiho"),
            {"refer": "mina", "friend": "jiho", "at": f"{DAY}T11:30"},
            bought(chosen["first_order"], customer="jiho"),
            {"pass": "to", "at": f"{later}T12:00"},
        ],
        "then": [{"customer": "mina", "vouchers": [clause]}, {"customer": "jiho", "vouchers": [clause]}],
    }
    return Built((Addition(("loyalty", "referral"), value, as_item=False),), (clause,), (example,))


def _gesture(setting: Setting, chosen: Chosen, template: str, on: dict[str, Any], story: list[Any]) -> Built:
    clause = setting.id(template)
    value = {
        "id": clause,
        "name": setting.words(texts.title(template)),
        "on": on,
        "gives": {"voucher": chosen["voucher"], "valid": chosen["valid"]},
    }
    example = {
        "name": f"the voucher of {clause} is there",
        "story": story,
        "then": [{"customer": "mina", "vouchers": [clause]}],
    }
    return Built((Addition(("loyalty", "gestures"), value),), (clause,), (example,))


def _birthday(setting: Setting, chosen: Chosen) -> Built:
    story = [joined(birthday=f"1990-{_BIRTHDAY}"), {"pass": "to", "at": f"2026-{_BIRTHDAY}T12:00"}]
    return _gesture(setting, chosen, "birthday-gift", {"birthday": True}, story)


def _welcome(setting: Setting, chosen: Chosen) -> Built:
    return _gesture(setting, chosen, "welcome-voucher", {"order": 1}, [joined(), bought(price(setting))])


def _free_returns(setting: Setting, chosen: Chosen) -> Built:
    """Every tier from the chosen one on: a higher tier never has less."""
    first = setting.tiers.index(chosen["tier"])
    additions = tuple(
        Addition(("loyalty", "tiers", "levels", rank, "benefits"), {"free": "returns"})
        for rank in range(first, len(setting.tiers))
        if not _returns_free(setting, rank)
    )
    return Built(additions, setting.tiers[first:])


def _returns_free(setting: Setting, rank: int) -> bool:
    benefits = setting.data["loyalty"]["tiers"]["levels"][rank].get("benefits") or []
    return {"free": "returns"} in benefits


_MINIMUM_POINTS = count("minimum_points", 1_000, most=100_000)
_EXPIRE = length("expire", 12, "months", least=3, most=60)
_VALID = length("valid", 60, "days", least=7, most=365)


def _template(id_: str, make: Any, *parameters: Parameter, asks: tuple[Any, ...] = ()) -> Template:
    return Template(id_, "loyalty", texts.title(id_), texts.about(id_), parameters, make, asks)


TEMPLATES: tuple[Template, ...] = (
    _template("points", _points, rate("rate", 1, most=10), _EXPIRE, _MINIMUM_POINTS, asks=("no points",)),
    _template(
        "points-and-tiers",
        _tiers,
        rate("rate", 1, most=10),
        rate("more", 1, most=5),
        money("second_tier", 300, least="10", most=100_000),
        count("times_for_third", 3, least=2, most=20),
        _EXPIRE,
        _MINIMUM_POINTS,
        asks=("no points",),
    ),
    _template(
        "visit-card",
        _visit_card,
        count("every", 10, least=2, most=60),
        words("gift", "dessert"),
        money("minimum", 8),
        length("valid", 30, "days", least=7, most=365),
    ),
    _template(
        "referral",
        _referral,
        money("voucher", 3),
        money("friend", 3),
        money("first_order", 20, most=10_000),
        asks=("no referral",),
    ),
    _template("birthday-gift", _birthday, money("voucher", 5), _VALID),
    _template("welcome-voucher", _welcome, money("voucher", 3), _VALID),
    _template(
        "free-returns", _free_returns, Parameter("tier", "tier", texts.label("tier"), ""), asks=("tiers", "return fee")
    ),
)
