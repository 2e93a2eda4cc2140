"""Situations made to meet conditions: the basket, the customer and the instant for which a clause is written.

They are plain data as an example writes them under `given`. What cannot be met by simple means is not made: whoever
uses one decides it and looks whether it shows what it should.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any

from dangol_policy.calendar import includes
from dangol_policy.calendar.hours import WEEKDAYS
from dangol_policy.interpret.dates import day_after
from dangol_policy.model import gives
from dangol_policy.model.base import Part
from dangol_policy.model.conditions import (
    EVERYTHING,
    AboveNeed,
    AllNeed,
    AnyNeed,
    NthOrder,
    Selector,
    SpendNeed,
    UnitsNeed,
    When,
    Who,
)
from dangol_policy.model.promotions import Promotion
from dangol_policy.selecting import matches
from dangol_policy.situation import Line
from dangol_policy.values import DayRange, exponent, write_money

Data = dict[str, Any]

USUAL_DAY = dt.date(2026, 1, 5)
"""The day of a situation when no clause asks for one: a Monday, as in examples without a day."""
_A_FORTNIGHT = 14
_GOODS = "goods"
"""What is bought when any goods will do."""


def usual_price(currency: str) -> int:
    """A round price in minor units: 10,000 of a currency without decimals, 100.00 of one with them."""
    return int(10_000 if exponent(currency) == 0 else 100 * 10 ** exponent(currency))


def money(minor: int, currency: str) -> int | str:
    """An amount as a policy writes it: a whole number where it is one."""
    written = write_money(minor, currency)
    return int(written) if "." not in written else written


# --- goods -----------------------------------------------------------------------------------------


def line(of: Selector, price: int, currency: str, quantity: int = 1) -> Data | None:
    """A line that a selector means, as near to the price (minor units) as it allows; None when none is found."""
    data: Data = {"sku": _GOODS}
    for part in _meant(of):
        data |= {"sku": part.product[0]} if part.product else {}
        data |= {"category": part.category[0]} if part.category else {}
        data |= {"tags": part.tag[0]} if part.tag else {}
        price = max(price, part.price_at_least or 0)
        price = price if part.price_at_most is None else min(price, part.price_at_most)
    marks: Data = {key: (data[key],) for key in ("category", "tags") if key in data}
    if not matches(of, Line.model_construct(sku=data["sku"], price=price, **marks), discounted=False):
        return None
    return data | {"price": money(price, currency)} | ({"quantity": quantity} if quantity > 1 else {})


def _meant(of: Selector) -> Iterator[Selector]:
    """The selector and those inside it that a line may meet with it."""
    yield of
    for inner in (*of.all_of, *of.any_of[:1]):
        yield from _meant(inner)


Wanted = tuple[Selector, int, int]
"""Goods, the price of a unit in minor units, and how many."""


@singledispatch
def _needed(need: object, price: int) -> Iterator[Wanted]:
    """Goods that meet a need, or that a gift acts on."""
    yield from ()


@_needed.register
def _(need: UnitsNeed, price: int) -> Iterator[Wanted]:
    yield need.of, price, need.at_least


@_needed.register
def _(need: SpendNeed, price: int) -> Iterator[Wanted]:
    yield need.of, need.spend, 1


@_needed.register
def _(need: AboveNeed, price: int) -> Iterator[Wanted]:
    yield need.of, need.above + 1, 1


@_needed.register
def _(need: AllNeed, price: int) -> Iterator[Wanted]:
    for inner in need.all_of:
        yield from _needed(inner, price)


@_needed.register
def _(need: AnyNeed, price: int) -> Iterator[Wanted]:
    for inner in need.any_of[:1]:
        yield from _needed(inner, price)


@_needed.register
def _(gift: gives.Prices, price: int) -> Iterator[Wanted]:
    for product, listed in list(gift.prices.items())[:1]:
        dearest = max(listed.values(), default=0) if isinstance(listed, dict) else listed
        yield Selector.model_construct(product=(product,)), max(price, 2 * dearest), 1


@_needed.register
def _(gift: gives.Price, price: int) -> Iterator[Wanted]:
    dearest = max(gift.price.values(), default=0) if isinstance(gift.price, dict) else gift.price
    yield gift.of, max(price, 2 * dearest), 1


@_needed.register
def _(gift: gives.Nth, price: int) -> Iterator[Wanted]:
    yield gift.of, price, gift.nth


@_needed.register
def _(gift: gives.FreeUnits, price: int) -> Iterator[Wanted]:
    yield gift.of, price, gift.of_each


@_needed.register
def _(gift: gives.Get, price: int) -> Iterator[Wanted]:
    yield gift.for_each.of, price, gift.for_each.units
    if gift.source == "basket":
        yield gift.of, price, gift.get


@_needed.register
def _(gift: gives.Bundle, price: int) -> Iterator[Wanted]:
    worth = max(gift.price.values(), default=0) if isinstance(gift.price, dict) else gift.price or 0
    for part in gift.bundle:
        yield part.of, max(price, worth), part.units


@_needed.register
def _(gift: gives.PerSpend, price: int) -> Iterator[Wanted]:
    yield gift.of, max(gift.per_spend, 1), 1


@_needed.register(gives.Percent | gives.Amount | gives.TimesPoints | gives.Warranty)
def _(gift: Any, price: int) -> Iterator[Wanted]:
    yield gift.of, price, 1


def basket(promotions: Iterable[Promotion], currency: str) -> list[Data] | None:
    """Lines that meet what promotions need and that their gifts act on; None when some cannot be made."""
    wanted: list[Wanted] = []
    for promotion in promotions:
        asked: list[Wanted] = list(_needed(promotion.needs, usual_price(currency)))
        acted = list(_needed(promotion.gives, usual_price(currency)))
        # What the offer asks for is often what it acts on: then nothing more is bought.
        enough = bool(asked) and (
            isinstance(promotion.gives, gives.PerSpend) or all(n == 1 and of == EVERYTHING for of, _, n in acted)
        )
        wanted += [one for one in [*asked, *([] if enough else acted)] if one not in wanted]
    wanted = wanted or [(EVERYTHING, usual_price(currency), 1)]
    lines = [line(of, price, currency, units) for of, price, units in wanted]
    return None if None in lines else [one for one in lines if one is not None]


# --- time ------------------------------------------------------------------------------------------


def instant(runs: Iterable[DayRange | None], whens: Iterable[When | None]) -> str | None:
    """An instant in the days, weekdays and hours of all of them, as an example writes it; None when none is found."""
    ranges = [one for one in runs if one is not None]
    clocks = [one for one in whens if one is not None]
    first = max((one.first for one in ranges if one.first), default=None)
    last = min((one.last for one in ranges if one.last), default=None)
    start = first or (last - dt.timedelta(days=_A_FORTNIGHT - 1) if last else USUAL_DAY)
    for number in range(_A_FORTNIGHT):
        day = start + dt.timedelta(days=number)
        if all(includes(one, day) for one in ranges) and all(
            not clock.weekdays or WEEKDAYS[day.weekday()] in clock.weekdays for clock in clocks
        ):
            minute = _minute(clocks)
            return None if minute is None else f"{day.isoformat()}T{minute // 60:02}:{minute % 60:02}"
    return None


def _minute(clocks: list[When]) -> int | None:
    """A minute of the day in the hours of all: noon where that is one, else the first of some window."""
    starts = [hours.start for clock in clocks for hours in clock.hours]
    for minute in (720, *starts):
        if all(not clock.hours or any(minute in hours for hours in clock.hours) for clock in clocks):
            return minute
    return None


# --- customers -------------------------------------------------------------------------------------


def customer(whos: Iterable[Who | None], at: str, tier: str | None = None) -> Data | None:
    """A customer for whom the conditions are written; None is a guest."""
    data: Data = {}
    for who in whos:
        for part in _all_of(who) if who is not None else ():
            if part.member is False:
                return None
            data |= _asked(part, dt.date.fromisoformat(at[:10]))
    return data | ({"tier": tier} if tier is not None else {})


def _all_of(who: Who) -> Iterator[Who]:
    yield who
    for inner in (*who.all_of, *who.any_of[:1]):
        yield from _all_of(inner)


def _asked(who: Who, day: dt.date) -> Data:
    """The facts a customer must have to meet a condition on a day."""
    data: Data = {}
    for key, names in (("tier", who.tier), ("segments", who.segment), ("memberships", who.membership)):
        data |= {key: names[0] if key == "tier" else list(names)} if names else {}
    if who.member_for_at_least:
        data["member_since"] = (day_after(day, who.member_for_at_least, back=True) - dt.timedelta(days=1)).isoformat()
    elif who.member_for_at_most:
        data["member_since"] = day.isoformat()
    if who.birthday:
        data["birthday"] = f"1990-{day.month:02}-{min(day.day, 28):02}"
    if who.order is not None:
        nth = who.order
        number = (nth.every or nth.at_least or 1) if isinstance(nth, NthOrder) else nth
        data["orders"] = number - 1
    if who.no_order_for:
        before = day_after(day, who.no_order_for, back=True) - dt.timedelta(days=2)
        data |= {"orders": max(1, int(data.get("orders", 1))), "last_order": f"{before.isoformat()}T12:00"}
    return data | ({"referred": True} if who.referred else {})


# --- together --------------------------------------------------------------------------------------


def given_for(*promotions: Promotion, currency: str, tier: str | None = None) -> Data | None:
    """A situation that promotions are written for, all of them at once; None when it cannot be made simply."""
    at = instant((one.runs for one in promotions), (one.when for one in promotions))
    lines = basket(promotions, currency)
    if at is None or lines is None:
        return None
    given: Data = {"at": at}
    buyer = customer((one.who for one in promotions), at, tier)
    given |= {"customer": buyer} if buyer is not None else {}
    given["basket"] = lines
    codes = [one.code[0] for one in promotions if one.code]
    given |= {"codes": codes} if codes else {}
    for one in promotions:
        given |= {"payment": one.payment[0]} if one.payment else {}
        if one.where is not None:
            given |= {"store": one.where.store[0]} if one.where.store else {}
            given |= {"channel": one.where.channel[0]} if one.where.channel else {}
        if _about_shipping(one.gives):
            given["shipping"] = money(usual_price(currency), currency)
    return given


def _about_shipping(gift: Part) -> bool:
    return isinstance(gift, gives.Shipping) or getattr(gift, "off", None) == "shipping"
