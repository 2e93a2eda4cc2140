"""Builds policies and situations for tests of the language: small ones by hand, random ones from a source of chance.

The random ones draw from few products, categories, tiers, codes and days, so that conditions are often met and clauses
often get in one another's way. The source is a `random.Random`: a seeded one for bulk, or Hypothesis's own
(`st.randoms()`), which then shrinks what fails.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

from dangol_policy.model.policy import Policy
from dangol_policy.situation import Situation
from dangol_policy.values import ValuesContext

Data = dict[str, Any]
Maker = Callable[[Random], Any]
T = TypeVar("T")
NOON = "2026-03-04T12:00:00+09:00"
"""A Wednesday in Seoul."""


def policy_of(
    *promotions: Data,
    loyalty: Data | None = None,
    business: Data | None = None,
    currency: str = "KRW",
    **sections: Any,
) -> Policy:
    """A policy with these promotions; ids are given by position (`p1`, `p2`) when absent. Money in major units."""
    named = [{"id": f"p{number}", **promotion} for number, promotion in enumerate(promotions, 1)]
    owner = {"name": "Bomnal", "timezone": "Asia/Seoul", "currency": currency, **(business or {})}
    data = {"dangol": 1, "business": owner, "promotions": named, "loyalty": loyalty or {}, **sections}
    return Policy.model_validate(data, context=ValuesContext(currency, zone=owner["timezone"]))


def situation_of(
    *lines: Data, at: str = NOON, customer: Data | None = None, limits: Data | None = None, **basket: Any
) -> Situation:
    """A situation with these lines, at noon of a Wednesday unless said otherwise. Money in minor units."""
    data = {"at": at, "customer": customer, "basket": {"lines": list(lines), **basket}, "limits": limits or {}}
    return Situation.model_validate(data, context=ValuesContext("KRW", money="minor", zone="Asia/Seoul"))


# --- chance ----------------------------------------------------------------------------------------

SKUS = ("a", "b", "c", "d")
CATEGORIES = ("food", "drink", "toys")
TAGS = ("new", "sale")
TIERS = ("bronze", "silver", "gold")
SEGMENTS = ("students", "regulars")
CODES = ("TEN", "Spring", "vip ")
STORES = ("mapo", "saigon")
CHANNELS = ("web", "counter")
PAYMENTS = ("card", "cash")
RATES = ("0%", "1%", "3%", "5%", "10%", "10.5%", "12.345%", "33.33%", "50%", "80%", "100%", "150%")


def chance(r: Random, one_in: int) -> bool:
    """True once in so many times."""
    return r.randrange(one_in) == 0


def some(r: Random, values: Sequence[T]) -> list[T]:
    """One or two of the values."""
    return list(dict.fromkeys(r.choice(values) for _ in range(r.randint(1, 2))))


def maybe(r: Random, one_in: int, **makers: Maker) -> Data:
    """A mapping in which each key is there once in so many times."""
    return {key: make(r) for key, make in makers.items() if chance(r, one_in)}


def money(r: Random) -> int:
    """Mostly an amount like those of a small basket; sometimes nothing, or very much."""
    return r.choice(
        (r.randint(0, 60), r.randint(1, 900), r.randint(100, 5000), r.choice((0, 1, 10, 100, 1000, 10**12)))
    )


def rate(r: Random) -> str:
    """A percentage."""
    return r.choice(RATES)


def small(r: Random) -> int:
    """A small number."""
    return r.randint(1, 4)


def by_tier(make: Maker) -> Maker:
    """One value, or one per tier for some tiers."""

    def made(r: Random) -> Any:
        return make(r) if not chance(r, 4) else {tier: make(r) for tier in some(r, TIERS)}

    return made


def flag(r: Random) -> bool:
    """True or false."""
    return r.random() < 0.5


# --- selectors and gifts ---------------------------------------------------------------------------


def selector(r: Random, depth: int = 2) -> Data:
    """Which lines; mostly everything, a category or products."""
    kind = r.randrange(8)
    if kind < 2:
        return {}
    if kind < 4:
        return {"category": some(r, CATEGORIES)}
    if kind < 6:
        return {"product": some(r, SKUS)}
    simple = maybe(
        r,
        3,
        product=lambda r: some(r, SKUS),
        category=lambda r: some(r, CATEGORIES),
        tag=lambda r: some(r, TAGS),
        price_at_least=lambda r: r.randint(0, 2000),
        price_at_most=lambda r: r.randint(500, 3000),
        discounted=flag,
    )
    if depth == 0 or kind == 6:
        return simple
    inner = {
        "not": lambda r: selector(r, depth - 1),
        "any": lambda r: [selector(r, depth - 1) for _ in range(r.randint(0, 2))],
        "all": lambda r: [selector(r, depth - 1) for _ in range(r.randint(0, 2))],
    }
    return {**simple, **maybe(r, 2, **inner)}


def measure(r: Random) -> str:
    """On which amount."""
    return r.choice(("before discounts", "now"))


def off(r: Random) -> str:
    """What a percentage or amount is taken off."""
    return r.choice(("price", "line", "unit", "cheapest", "dearest", "order", "order", "shipping"))


def _bought(r: Random) -> Data:
    return {"units": small(r), **maybe(r, 2, of=selector)}


def _bundle_worth(r: Random) -> Data:
    key = r.choice(("price", "percent", "amount"))
    return {key: by_tier(rate if key == "percent" else money)(r)}


GIFTS: dict[str, Maker] = {
    "percent": lambda r: {
        "percent": by_tier(rate)(r),
        **maybe(r, 2, off=off, of=selector),
        **maybe(r, 5, at_most=money),
    },
    "amount": lambda r: {"amount": by_tier(money)(r), **maybe(r, 2, off=off, of=selector)},
    "per_spend": lambda r: {
        "per_spend": money(r),
        "amount": by_tier(money)(r),
        **maybe(r, 2, times=small, of=selector, measure=measure),
    },
    "price": lambda r: {"price": by_tier(money)(r), **maybe(r, 2, of=selector, units=small)},
    "prices": lambda r: {
        "prices": {sku: by_tier(money)(r) for sku in SKUS if flag(r)},
        **maybe(r, 3, units=small),
    },
    "nth": lambda r: {
        "nth": r.randint(2, 3),
        "percent": by_tier(rate)(r),
        **maybe(
            r,
            2,
            of=selector,
            counted=lambda r: r.choice(("dearest first", "cheapest first")),
            same_product=flag,
            times=small,
        ),
    },
    "of_each": lambda r: {
        "free": r.choice(("cheapest", "dearest")),
        "of_each": r.randint(2, 4),
        **maybe(
            r, 3, units=lambda r: r.randint(1, 2), percent=by_tier(rate), of=selector, same_product=flag, times=small
        ),
    },
    "get": lambda r: {
        "get": r.randint(1, 2),
        "for_each": _bought(r),
        **maybe(r, 2, of=selector, pick=lambda r: r.choice(("cheapest", "dearest"))),
        **maybe(r, 3, times=small, **{"from": lambda r: r.choice(("basket", "proposed"))}),
        **r.choice(({}, {"percent": by_tier(rate)(r)}, {"amount": by_tier(money)(r)})),
    },
    "get product": lambda r: {
        "get": small(r),
        "for_each": _bought(r),
        "from": "proposed",
        "product": r.choice(SKUS),
        **maybe(r, 3, times=small),
    },
    "bundle": lambda r: {
        "bundle": [_bought(r) for _ in range(r.randint(1, 3))],
        **_bundle_worth(r),
        **maybe(r, 3, times=small),
    },
    "shipping": lambda r: {"shipping": r.choice(("free", money(r)))},
    "item": lambda r: {"item": "dessert", **maybe(r, 2, units=small)},
    "points": lambda r: {"points": by_tier(small)(r)},
    "points_times": lambda r: {"points_times": r.randint(2, 3), **maybe(r, 2, of=selector)},
    "voucher": lambda r: {
        "voucher": by_tier(lambda r: r.choice(("5%", "12.5%", r.randint(1, 900))))(r),
        **maybe(r, 2, of=selector),
    },
    "free": lambda r: {"free": r.choice(("returns", "shipping"))},
    "warranty": lambda r: {"warranty": "12 months", **maybe(r, 2, of=selector)},
    "priority": lambda _: {"priority": "queue"},
    "gesture": lambda r: {"gesture": "a card", **maybe(r, 2, cost=money)},
}
_LIKELY = (*GIFTS, *("percent", "amount", "percent", "amount", "bundle", "nth", "of_each", "get", "price", "prices"))


def gift(r: Random) -> Data:
    """A gift of any kind; those that change prices are likelier."""
    found: Data = GIFTS[r.choice(_LIKELY)](r)
    return found


# --- conditions ------------------------------------------------------------------------------------


def _term(r: Random) -> str:
    return r.choice(("1 day", "30 days", "2 weeks", "1 month", "12 months", "36 hours", "90 minutes", "2 years"))


def who(r: Random, depth: int = 2) -> Data:
    """Which customers."""
    simple = maybe(
        r,
        7,
        tier=lambda r: some(r, TIERS),
        segment=lambda r: some(r, SEGMENTS),
        membership=lambda r: some(r, ("club", "press")),
        member=flag,
        member_for_at_least=_term,
        member_for_at_most=_term,
        birthday=lambda r: maybe(r, 2, before=lambda r: r.randint(0, 40), after=lambda r: r.randint(0, 40), month=flag),
        order=lambda r: small(r) if flag(r) else maybe(r, 2, at_least=small, at_most=small, every=small),
        no_order_for=_term,
        referred=flag,
    )
    if depth == 0:
        return simple
    inner = {
        "not": lambda r: who(r, depth - 1),
        "any": lambda r: [who(r, depth - 1) for _ in range(r.randint(0, 2))],
        "all": lambda r: [who(r, depth - 1) for _ in range(r.randint(0, 2))],
    }
    return {**simple, **maybe(r, 6, **inner)}


def when(r: Random) -> Data:
    """Weekdays and hours."""
    days = ("mon", "tue", "wed", "wed", "wed", "thu", "fri", "sat", "sun")
    hours = ("09:00-18:00", "12:00-13:00", "22:00-02:00", "00:00-24:00", "11:30-12:01")
    return maybe(r, 2, weekdays=lambda r: some(r, days) + some(r, days), hours=lambda r: some(r, hours))


def where(r: Random) -> Data:
    """Stores and channels."""
    return maybe(r, 2, store=lambda r: some(r, STORES), channel=lambda r: some(r, CHANNELS))


def need(r: Random, depth: int = 2) -> Data:
    """What the basket must hold."""
    kind = r.randrange(8 if depth else 5)
    if kind < 2:
        counted = maybe(
            r,
            4,
            at_most=lambda r: r.randint(1, 9),
            counting=lambda r: r.choice(("units", "products")),
        )
        return {"at_least": small(r), **counted, **maybe(r, 2, of=selector)}
    if kind < 4:
        return {"spend": money(r), **maybe(r, 2, of=selector, measure=measure), **maybe(r, 5, at_most=money)}
    if kind == 4:
        return {"above": money(r), **maybe(r, 2, of=selector, measure=measure)}
    if kind == 7:
        return {"not": need(r, depth - 1)}
    return {"all" if kind == 5 else "any": [need(r, depth - 1) for _ in range(r.randint(0, 2))]}


def _combine(r: Random, alone_in: int) -> Data:
    found = maybe(r, 2, group=lambda r: r.choice(("g1", "g2")))
    found |= maybe(r, 4, choose=lambda _: "priority")
    return found | (maybe(r, alone_in, alone=lambda _: True) if alone_in else {})


def promotion(r: Random, number: int, *, alone_in: int = 12) -> Data:
    """A promotion of any kind; each condition is rare, so that many promotions act."""
    limit = {
        "per_customer": small,
        "total": small,
        "budget": lambda r: r.randint(0, 3000),
        "on_cancel": lambda r: r.choice(("give back", "keep")),
    }
    conditions: dict[str, Maker] = {
        "runs": lambda r: r.choice(
            ("2026-03-01..2026-03-04", "2026-03-05..", "..2026-02-28", "2026-01-01..2026-12-31")
        ),
        "when": when,
        "who": who,
        "where": where,
        "code": lambda r: some(r, CODES),
        "payment": lambda r: some(r, PAYMENTS),
        "limit": lambda r: maybe(r, 2, **limit),
        "reference": lambda _: {"lowest_of": "30 days"},
    }
    return {
        "id": f"p{number}",
        "gives": gift(r),
        "priority": r.choice((0, 0, 0, 5, -5)),
        "points": r.choice(("earned", "earned", "not earned")),
        **maybe(r, 8, **conditions),
        **maybe(r, 4, needs=need, combine=lambda r: _combine(r, alone_in)),
    }


# --- programmes ------------------------------------------------------------------------------------


def _base(r: Random) -> Any:
    if flag(r):
        return r.choice(("net", "list"))
    return maybe(
        r,
        2,
        amount=lambda r: r.choice(("net", "list")),
        tax=lambda r: r.choice(("as priced", "without")),
        points_spent=lambda r: r.choice(("count as paid", "do not count")),
    )


def _formula(r: Random) -> Data:
    kind = r.randrange(4)
    if kind < 2:
        return {"rate": by_tier(rate)(r)}
    if kind == 2:
        return {"points": by_tier(small)(r), "per": r.choice(("unit", money(r)))}
    return {"points": by_tier(small)(r), "per_full": money(r)}


def _earn_conditions(r: Random) -> Data:
    return {**maybe(r, 3, on=selector, base=_base), **maybe(r, 6, when=when, who=who, where=where)}


def _points(r: Random) -> Data:
    earn = [
        {
            "id": f"earn{n}",
            **_formula(r),
            **maybe(r, 3, on=selector, base=_base),
            **maybe(r, 6, when=when, who=who, where=where),
        }
        for n in range(r.randint(0, 3))
    ]
    redeem = maybe(r, 3, minimum=small, step=small, maximum=lambda r: r.randint(1, 50), up_to=rate, on=selector)
    redeem |= maybe(r, 2, shipping=flag, same_order=flag)
    redeem |= maybe(r, 5, order_minimum=lambda r: r.randint(0, 3000))
    if not chance(r, 5):
        redeem["worth"] = r.choice((1, 1, 10, 150, 7, 0))
    rewards = [{"id": f"r{n}", "points": small(r), "gives": gift(r)} for n in range(r.randint(0, 2))]
    return {
        "earn": earn,
        "decimals": r.choice((0, 0, 2)),
        "rounding": r.choice(("down", "half up", "up")),
        "redeem": {**redeem, "rewards": rewards},
    }


def _benefit(r: Random) -> Data:
    kind = r.randrange(4)
    if kind == 0:
        return {"discount": rate(r), **maybe(r, 2, of=selector)}
    if kind == 1:
        return {"warranty": "6 months", **maybe(r, 2, of=selector)}
    return r.choice(({"free": "shipping"}, {"free": "returns"}, {"priority": "queue"}))


def _tiers(r: Random) -> Data:
    low = r.randint(1, 2000)
    thresholds = (r.choice((0, 0, 100)), 100 + low, 100 + low + r.randint(1, 3000))
    levels = [
        {"id": tier, "from": threshold, "benefits": [_benefit(r) for _ in range(r.randint(0, 2))]}
        for tier, threshold in zip(TIERS, thresholds, strict=True)
    ]
    return {
        "levels": levels,
        "measure": r.choice(("spend", "visits", "points earned")),
        "upgrade": r.choice(("next order", "next order", "this order")),
    }


def _tax(r: Random) -> Data:
    return maybe(
        r,
        2,
        prices=lambda r: r.choice(("included", "excluded")),
        rate=lambda r: r.choice(("10%", "8.25%", "20 %")),
        discounts=lambda r: r.choice(("as priced", "with tax")),
    )


def random_policy(r: Random, *, most: int = 8, alone_in: int = 12) -> Policy:
    """A policy of up to `most` promotions with, often, points, rewards and tiers."""
    data = random_data(r, most=most, alone_in=alone_in)
    context = ValuesContext(data["business"]["currency"], money="minor", zone="Asia/Seoul")
    return Policy.model_validate(data, context=context)


def random_data(r: Random, *, most: int = 8, alone_in: int = 12) -> Data:
    """The same as plain data, amounts in minor units."""
    currency = r.choice(("KRW", "USD"))
    stores = [{"id": "mapo", "name": "Mapo"}, {"id": "saigon", "name": "Saigon", "timezone": "Asia/Ho_Chi_Minh"}]
    return {
        "dangol": 1,
        "business": {
            "name": "Bomnal",
            "timezone": r.choice(("Asia/Seoul", "America/New_York")),
            "currency": currency,
            "stores": stores,
            **maybe(r, 3, tax=_tax),
        },
        "promotions": [promotion(r, number, alone_in=alone_in) for number in range(r.randint(0, most))],
        "loyalty": maybe(r, 2, points=_points, tiers=_tiers),
        **maybe(r, 8, promotion_rules=lambda r: {"most_together": small(r)}),
    }


# --- situations ------------------------------------------------------------------------------------

_INSTANTS = (
    NOON,
    NOON,
    "2026-03-04T23:59:59+09:00",
    "2026-03-05T00:00:00+09:00",
    "2026-03-07T01:30:00+09:00",
    "2026-03-08T02:30:00-05:00",
    "2028-02-29T11:45:00+09:00",
)


def _at(r: Random) -> str:
    if flag(r):
        return r.choice(_INSTANTS)
    return (dt.datetime(2026, 2, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=r.randint(0, 80_000))).isoformat()


def _price(r: Random) -> int:
    return r.choice((r.randint(0, 3000), r.randint(100, 999), r.choice((0, 1, 100, 333, 1000, 10**15))))


def _history(r: Random) -> list[Data]:
    return [{"from": r.choice(("2026-01-01", "2026-02-20")), "price": _price(r)} for _ in range(r.randint(0, 2))]


def line(r: Random, *, plain: bool) -> Data:
    """A line; a plain one has neither floor nor tax nor history."""
    found = {
        "price": r.randint(0, 3000) if plain else _price(r),
        "sku": r.choice(SKUS),
        "category": some(r, CATEGORIES),
    }
    found |= maybe(r, 2, quantity=lambda r: r.randint(1, 7), tags=lambda r: some(r, TAGS))
    if plain:
        return found
    if chance(r, 5):
        del found["sku"]
    tax = maybe(r, 2, rate=lambda r: r.choice(("10%", "7.5%")), amount=lambda r: r.randint(0, 300), included=flag)
    more: dict[str, Maker] = {
        "name": lambda r: r.choice(("Rice", "Tea")),
        "floor": lambda r: r.choice((r.randint(0, 900), 10**15)),
        "tax": lambda _: tax,
        "price_history": _history,
        "id": lambda r: r.choice(("one", "two")),
    }
    return {**found, **maybe(r, 5, **more)}


def _uses(r: Random) -> Data:
    use: dict[str, Maker] = {
        "used": lambda r: r.randint(0, 4),
        "cancelled": lambda r: r.randint(0, 4),
        "spent": lambda r: r.randint(0, 3000),
    }
    return {f"p{r.randrange(8)}": maybe(r, 2, **use) for _ in range(r.randint(0, 3))}


def _customer(r: Random) -> Data | None:
    if chance(r, 4):
        return None
    return maybe(
        r,
        2,
        tier=lambda r: r.choice(TIERS),
        segments=lambda r: some(r, SEGMENTS),
        memberships=lambda r: some(r, ("club", "press")),
        member_since=lambda r: r.choice(("2024-02-29", "2025-03-04", "2026-02-02", "2026-03-03")),
        birthday=lambda r: r.choice(("1990-03-04", "1992-02-29", "1980-12-31", "2000-01-02")),
        orders=lambda r: r.randint(0, 5),
        last_order=lambda r: r.choice(
            ("2026-03-03T00:00:00+09:00", "2026-02-02T12:00:00+09:00", "2027-01-01T00:00:00Z")
        ),
        referred=flag,
        points=lambda r: r.choice((r.randint(-5, 20), r.randint(0, 5000))),
        qualifying=lambda r: r.randint(0, 6000),
        uses=_uses,
    )


def _redeem(r: Random) -> Data:
    return maybe(
        r,
        2,
        points=lambda r: r.choice((r.randint(0, 300), "max")),
        rewards=lambda r: {
            r.choice(("r0", "r1", "r0", "r1", "nobody-knows")): r.randint(1, 3) for _ in range(r.randint(1, 2))
        },
    )


def _voucher(r: Random) -> Data:
    return {
        "code": r.choice(("V1", "v1", "V2")),
        **maybe(
            r,
            2,
            amount=lambda r: r.randint(0, 900),
            percent=lambda r: r.choice(("10%", "33.3%")),
        ),
        **maybe(
            r,
            4,
            minimum=lambda r: r.randint(0, 2000),
            expires=lambda r: r.choice((NOON, "2026-12-31T00:00:00Z")),
            clause=lambda r: r.choice(("p0", "p1", "r0")),
        ),
    }


def random_situation(r: Random, *, plain: bool | None = None) -> Situation:
    """A situation of up to six lines. `plain`: nothing but products, codes and shipping; None: either."""
    plain = flag(r) if plain is None else plain
    basket: Data = {
        "lines": [line(r, plain=plain or not chance(r, 3)) for _ in range(0 if chance(r, 25) else r.randint(1, 6))],
        "codes": some(r, ("TEN", "ten ", "spring", "VIP", "unknown")) if flag(r) else [],
        "shipping": r.choice((0, 1, 2500, 2500)),
        "store": r.choice((None, *STORES)),
        "channel": r.choice((None, *CHANNELS)),
        "payment": r.choice((None, *PAYMENTS)),
    }
    if not plain:
        basket |= maybe(
            r,
            4,
            redeem=_redeem,
            vouchers=lambda r: [_voucher(r) for _ in range(r.randint(1, 2))],
            gift_card=lambda r: r.choice((500, 10**9)),
        )
    data = {"at": _at(r), "customer": _customer(r), "basket": basket, **maybe(r, 4, limits=_uses)}
    return Situation.model_validate(data, context=ValuesContext("KRW", money="minor", zone="Asia/Seoul"))
