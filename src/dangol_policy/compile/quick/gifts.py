"""Gifts, written as what they would do: on lines, on the order, on shipping, on points, things that come along.

Every writer sets `amount`, what the gift would take off, and `code`, why it does nothing or None. Those on lines also
set `offs`, the discount of each line looked at, or None where lines are not told apart any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from dangol_policy.compile.acts.effect import ratios
from dangol_policy.compile.offers import Offer
from dangol_policy.compile.quick.page import Page, Unwritten
from dangol_policy.compile.quick.units import write_units
from dangol_policy.model import gives as kinds
from dangol_policy.model.conditions import Selector

How = Literal["lines", "order", "shipping", "points", "thing"]
_ON_UNITS = (kinds.Nth, kinds.FreeUnits, kinds.Get, kinds.Bundle, kinds.Price)
_THINGS = (kinds.Item, kinds.Priority, kinds.Gesture, kinds.FreeService, kinds.Warranty, kinds.Voucher)


def write_gift(page: Page, offer: Offer) -> How:
    """Writes what the gift of an offer would do; raises Unwritten for kinds that are left to the whole run."""
    gives: Any = offer.gives
    if isinstance(gives, kinds.Percent | kinds.Amount):
        return _reduction(page, gives)
    if isinstance(gives, kinds.PerSpend):
        return _per_spend(page, gives)
    if isinstance(gives, kinds.Price) and gives.units is None:
        return _price(page, gives)
    if isinstance(gives, kinds.Prices):
        return _prices(page, gives)
    if isinstance(gives, _ON_UNITS):
        write_units(page, gives)
        return "thing" if isinstance(gives, kinds.Get) and gives.source == "proposed" else "order"
    if isinstance(gives, kinds.Shipping) or (isinstance(gives, kinds.FreeService) and gives.free == "shipping"):
        fixed = 0 if isinstance(gives, kinds.FreeService) or gives.shipping == "free" else gives.shipping
        return _shipping(page, f"ship - {fixed}", None)
    if isinstance(gives, kinds.Points | kinds.TimesPoints):
        return _points(page, gives)
    if isinstance(gives, _THINGS):
        return _thing(page, gives)
    raise Unwritten


def _reduction(page: Page, gives: kinds.Percent | kinds.Amount) -> How:
    rate = isinstance(gives, kinds.Percent)
    value = page.value(ratios(gives.percent) if isinstance(gives, kinds.Percent) else gives.amount, "value")
    at_most = gives.at_most if isinstance(gives, kinds.Percent) else None
    if gives.off == "shipping":
        return _shipping(page, _share("ship", value) if rate else value, at_most, value)
    if gives.off == "order":
        _when(page, value, gives.of)
        page.base("base", gives.of)
        page.add(f"amount = {_share('base', value) if rate else value}")
        _on_order(page, gives.of, at_most)
        return "order"
    if gives.off in ("cheapest", "dearest"):
        _one_unit(page, gives, value, at_most, rate=rate)
        return "order"
    _when(page, value, gives.of)
    if gives.off == "line":
        _each_line(page, gives.of, _share("a", value) if rate else value)
    else:
        _each_line(page, gives.of, f"({_share('(a // q)', value) if rate else value}) * q", untouched=True)
    if at_most is not None:
        page.add(f"if amount > {at_most}: amount = {at_most}; offs = None")
    _why_nothing_on_lines(page, gives.of)
    page.back()
    return "lines"


# --- lines -----------------------------------------------------------------------------------------


def _each_line(page: Page, of: Selector, asked: str, *, untouched: bool = False) -> None:
    """A discount on each line; `a` is what it costs, `q` how many units it has, `h` all that is known about it."""
    page.by_line()
    page.add("offs = []")
    page.open("for h in hits:")
    page.open(f"if h[1] & {page.bit(of)}:")
    page.add("a = h[0]; room = a - h[3]")
    if untouched:
        page.add("q = h[2]['quantity']")
        page.add("if q > 1 and a != h[4]: return None")
    page.add(f"off = {asked}")
    page.add("if off > room: off = room")
    page.add("if off > 0: offs.append((h, off)); amount += off")
    page.back(2)


def _why_nothing_on_lines(page: Page, of: Selector) -> None:
    left = f"[h for h in hits if h[1] & {page.bit(of)} and h[0] > h[3]]"
    page.add(f"if not amount: code = 'too-small' if {left} else 'nothing-left'")


def _price(page: Page, gives: kinds.Price) -> How:
    value = page.value(gives.price, "value")
    _when(page, value, gives.of)
    _each_line(page, gives.of, f"a - ({value}) * q", untouched=True)
    bit = page.bit(gives.of)
    page.open("if not amount:")
    page.add(f"costly = [h[0] - ({value}) * h[2]['quantity'] for h in hits if h[1] & {bit} and h[0]]")
    page.add("if costly and max(costly) <= 0: code = 'not-dearer'")
    page.add(f"else: code = 'too-small' if [h for h in hits if h[1] & {bit} and h[0] > h[3]] else 'nothing-left'")
    page.back(2)
    return "lines"


def _prices(page: Page, gives: kinds.Prices) -> How:
    if not gives.prices:
        page.add("code = 'nothing-matches'; offs = []")
        return "lines"
    of = page.planned.listed_selector(gives)
    known = f"P{page.count()}"
    tiers = {tier for price in gives.prices.values() if isinstance(price, Mapping) for tier in price}
    page.names[known] = {tier: _prices_of(gives, tier) for tier in (None, *tiers)}
    page.add(f"prices = {known}.get(tier) or {known}[None]")
    _when(page, "0", of)
    page.add("asked = dearer = 0")
    bit = page.bit(of)
    page.by_line()
    page.add("offs = []" if gives.units is None else "offs = []; seen = set()")
    page.open("for h in hits:")
    page.open(f"if h[1] & {bit} and h[0]:")
    page.add("a = h[0]; d = h[2]; q = d['quantity']; asked |= 1; price = prices.get(d['sku'])")
    page.add("if q > 1 and a != h[4]: return None")
    page.open("if price is not None:")
    if gives.units is None:
        page.add("off = a - price * q; room = a - h[3]; asked = 3")
    else:
        page.add("if d['sku'] in seen: return None")
        page.add(f"seen.add(d['sku']); few = min(q, {gives.units})")
        page.add("off = (a // q - price) * few; room = (a - h[3]) // q * few; asked = 3")
    page.open("if off > 0:")
    page.add("dearer = 1")
    page.add("if off > room: off = room")
    page.add("if off > 0: offs.append((h, off)); amount += off")
    page.back(4)
    page.open("if not amount:")
    page.add("if asked == 1: code = 'no-tier-value'")
    page.add("elif asked and not dearer: code = 'not-dearer'")
    page.add(f"else: code = 'too-small' if [h for h in hits if h[1] & {bit} and h[0] > h[3]] else 'nothing-left'")
    page.back(2)
    return "lines"


def _prices_of(gives: kinds.Prices, tier: str | None) -> dict[str, int]:
    """Prices that hold for a tier, by product."""
    found = {sku: price.get(tier or "") if isinstance(price, Mapping) else price for sku, price in gives.prices.items()}
    return {sku: price for sku, price in found.items() if price is not None}


# --- the order, one unit ---------------------------------------------------------------------------


def _on_order(page: Page, of: Selector, at_most: int | None) -> None:
    """Holds `amount` to what the lines still cost; `base` is that without floors."""
    page.add("room = base")
    page.open("if low:")
    page.room("room", of)
    page.back()
    page.add("if amount > room: amount = room")
    if at_most is not None:
        page.add(f"if amount > {at_most}: amount = {at_most}")
    page.add("if not amount: code = 'too-small' if room else 'nothing-left'")
    page.back()


def _per_spend(page: Page, gives: kinds.PerSpend) -> How:
    value = page.value(gives.amount, "value")
    _when(page, value, gives.of)
    page.base("base", gives.of)
    page.add(f"spent = {page.listed(gives.of) if gives.measure == 'before discounts' else 'base'}")
    page.add(f"steps = spent // {gives.per_spend}" if gives.per_spend else "steps = 0")
    if gives.times:
        page.add(f"if steps > {gives.times}: steps = {gives.times}")
    page.add("if not steps: code = 'spend-short'; figure = spent")
    page.open("else:")
    page.add(f"amount = ({value}) * steps")
    _on_order(page, gives.of, None)
    page.back()
    return "order"


def _one_unit(page: Page, gives: kinds.Percent | kinds.Amount, value: str, at_most: int | None, *, rate: bool) -> None:
    _when(page, value, gives.of)
    page.by_line()
    page.add(f"units = UNITS(hits, {page.bit(gives.of)})")
    page.add("if low or units is None: return None")
    page.add("if not units: code = 'nothing-left'")
    page.open("else:")
    page.add(f"base = {'max' if gives.off == 'dearest' else 'min'}(units)")
    page.add(f"amount = min({_share('base', value) if rate else value}, base)")
    if at_most is not None:
        page.add(f"if amount > {at_most}: amount = {at_most}")
    page.add("if not amount: code = 'too-small'")
    page.back(2)


# --- shipping, points, things ----------------------------------------------------------------------


def _shipping(page: Page, asked: str, at_most: int | None, value: str = "0") -> How:
    word = "if"
    if value == "value":
        page.add("if value is None: code = 'no-tier-value'")
        word = "elif"
    page.add(f"{word} not ship: code = 'nothing-left' if ship_listed else 'no-shipping'")
    page.open("else:")
    page.add(f"amount = {asked}")
    if at_most is not None:
        page.add(f"if amount > {at_most}: amount = {at_most}")
    fixed = asked.startswith("ship - ")
    page.add(f"if amount <= 0: amount = 0; code = {'not-dearer' if fixed else 'too-small'!r}")
    page.add("elif amount > ship: amount = ship")
    page.back()
    return "shipping"


def _points(page: Page, gives: kinds.Points | kinds.TimesPoints) -> How:
    if isinstance(gives, kinds.TimesPoints):
        page.add("more = 0")
        met = page.met(gives.of)
        page.add("if c is None: code = 'guest'")
        if met is not None:
            page.add(f"elif not {met}: code = 'nothing-matches'")
            page.add(f"elif not every & {page.planned.marks.bit_of(gives.of)}: return None")
        page.add(f"else: more = {gives.points_times - 1}")
        return "points"
    value = page.value(gives.points, "value")
    page.add("more = 0")
    page.add("if c is None: code = 'guest'")
    if value == "value":
        page.add("elif value is None: code = 'no-tier-value'")
    page.add(f"else: more = {value}")
    return "points"


def _thing(page: Page, gives: Any) -> How:
    if isinstance(gives, kinds.Voucher) and isinstance(gives.voucher, Mapping):
        page.add(f"if tier not in {frozenset(gives.voucher)!r}: code = 'no-tier-value'")
    if isinstance(gives, kinds.Warranty) and (met := page.met(gives.of)) is not None:
        page.add(f"if not {met}: code = 'nothing-matches'")
    return "thing"


# --- what they share -------------------------------------------------------------------------------


def _share(of: str, value: str) -> str:
    """A rate of an amount, rounded half-up; the rate is a pair of whole numbers."""
    return f"(2 * {of} * ({value})[0] + ({value})[1]) // (2 * ({value})[1])"


def _when(page: Page, value: str, of: Selector) -> None:
    """Goes on only with a value and with lines that are meant."""
    word = "if"
    if value == "value":
        page.add("if value is None: code = 'no-tier-value'")
        word = "elif"
    met = page.met(of)
    if met is not None:
        page.add(f"{word} not {met}: code = 'nothing-matches'")
        word = "elif"
    page.open("if True:" if word == "if" else "else:")
