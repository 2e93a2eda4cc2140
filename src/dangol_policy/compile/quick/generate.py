"""Writes the quick function of a policy: totals, what applied, what stands against the rest.

The text is made only of numbers and of `repr()` of validated values; everything else is handed in by name. It decides
baskets without floors, own taxes, vouchers or points to use. Wherever a clause it does not know could act, or amounts
by line are asked for after an order discount, it answers None and the engine decides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from dangol_policy.compile.acts.effect import ratios
from dangol_policy.compile.offers import Offer
from dangol_policy.compile.planned import Planned
from dangol_policy.compile.text import Text
from dangol_policy.model import gives as kinds
from dangol_policy.model.conditions import AboveNeed, Need, SpendNeed, UnitsNeed
from dangol_policy.situation import Situation

Raw = tuple[int, int, int, int, list[tuple[int, int]], list[tuple[int, str, int]], Any, str | None]
"""List amount, goods, shipping, points, applied (offer, minor units), against open offers (offer, why, figure), what
stands against each promotion, tier."""
Quick = Callable[[Situation], Raw | None]
_THINGS = (
    *(kinds.Item, kinds.Voucher, kinds.Priority, kinds.Gesture),
    *(kinds.Points, kinds.TimesPoints, kinds.FreeService),
)


def generate(planned: Planned) -> Quick | None:
    """The quick function; None when the policy is of a kind that the engine decides alone."""
    policy = planned.policy
    tax = policy.business.tax
    plain_tax = tax.prices == "included" or tax.rate is None
    if not plain_tax or planned.this_order or policy.promotion_rules.most_together is not None or planned.marks.dynamic:
        return None
    text = Text()
    names: dict[str, Any] = {
        "EPOCH": dt.datetime(1970, 1, 1, tzinfo=dt.UTC),
        "MARKS": planned.marks.remembered,
        "MARK": planned.marks.of,
        "PLAIN": planned.openings.plain,
        "TIMES": planned.openings.times,
        "MINUTES": planned.openings.by_minute,
        "OPENED": planned.openings.remembered,
        "ENTERED": planned.openings.entered,
        "OWN": planned.openings.personal,
        "ENTRY": planned.entry_tier,
    }
    _head(text, planned)
    grouped: set[int] = set()
    for index, offer in enumerate(planned.offers):
        if offer.points_each:
            continue
        members = _order_group(planned, index)
        if members:
            grouped.update(members)
            _group(text, planned, members, names)
        elif index not in grouped:
            _offer(text, planned, index, offer, names)
    _points(text, planned, names)
    text.add("return listed, total, ship, points, applied, why, opened, tier")
    exec(compile(text.source(), "<policy>", "exec"), names)  # noqa: S102 - made of validated values only
    found: Quick = names["quick"]
    return found


def _head(text: Text, planned: Planned) -> None:
    text.add("def quick(situation):")
    text.deeper()
    text.add("s = situation.__dict__")
    text.add("basket = s['basket'].__dict__")
    text.add("redeem = basket['redeem'].__dict__")
    text.add("given = basket['lines']")
    text.add("if basket['vouchers'] or basket['gift_card'] or redeem['points'] or redeem['rewards'] or not given:")
    text.inside("return None")
    text.add("c = s['customer']")
    text.add("if c is None: tier = group = None")
    text.add("else:")
    text.deeper()
    text.add("C = c.__dict__; tier = C['tier'] or ENTRY(c)")
    text.add("group = (tier, C['segments'], C['memberships'], C['referred'])")
    text.back()
    state = "0"
    if planned.openings.timed:
        store = "basket['store']" if planned.clocks.stores else "None"
        text.add("since = s['at'] - EPOCH")
        text.add(f"known = MINUTES.get((since.days * 1440 + since.seconds // 60, {store})) or TIMES(situation)")
        state = "known[0]"
    codes = "ENTERED(basket['codes']) if basket['codes'] else None" if planned.openings.known_codes else "None"
    text.add(f"codes = {codes}")
    text.add(f"key = ({state}, basket['store'], basket['channel'], basket['payment'], group, codes)")
    text.add("opened = OPENED.get(key) or PLAIN(situation, tier)")
    text.add("closed = opened.closed")
    own = sum(1 << n for n, _ in planned.openings.own) | sum(1 << n for n, _ in planned.openings.limited)
    if own:
        text.add(f"if ~closed & {own}:")
        text.inside("closed = OWN(opened, situation, tier).closed")
    alone = sum(1 << offer.number for offer in planned.promotions if offer.alone)
    if alone:
        text.add(f"if ~closed & {alone}:")
        text.inside("return None")
    text.add("amounts = []; bits = []; data = []; some = 0; every = -1; listed = 0; stale = False")
    text.add("for line in given:")
    text.deeper()
    text.add("d = line.__dict__")
    text.add("if d['floor'] is not None or d['tax'] is not None: return None")
    key = ", ".join(f"d[{name!r}]" for name in planned.marks.key_names)
    text.add(f"mark = MARKS.get(({key}))" if key else "mark = None")
    text.add("b = (mark or MARK(line))[0]")
    text.add("a = d['price'] * d['quantity']")
    text.add("amounts.append(a); bits.append(b); data.append(d); some |= b; every &= b; listed += a")
    text.back()
    text.add("total = listed; ship = ship_listed = basket['shipping']; applied = []; why = []; times = 1; bonus = 0")


def _offer(text: Text, planned: Planned, index: int, offer: Offer, names: dict[str, Any]) -> None:
    """One clause at its turn."""
    open_when = f"not closed & {1 << offer.number}" if offer.number >= 0 else f"tier == {planned.level_of[index]!r}"
    text.add(f"if {open_when}:")
    text.deeper()
    plain = offer.group is None and offer.budget is None and offer.earns
    if plain and _need(text, planned, index, offer.needed_by):
        _effect(text, planned, index, offer, names)
        text.back(2)
    else:
        text.add("return None")
        text.back()


def _order_group(planned: Planned, first: int) -> list[int]:
    """A group that begins here and whose members all act on the order one after another; else empty."""
    offers = planned.offers
    group = offers[first].group
    members = [index for index, offer in enumerate(offers) if group is not None and offer.group == group]
    together = members == list(range(first, first + len(members)))
    return members if together and all(_simple_member(offers[index]) for index in members) else []


def _simple_member(offer: Offer) -> bool:
    gives, need = offer.gives, offer.needed_by
    simple = isinstance(gives, kinds.Amount) or (isinstance(gives, kinds.Percent) and gives.at_most is None)
    spend = need is None or (isinstance(need, SpendNeed) and need.at_most is None)
    plain = offer.budget is None and offer.earns and not offer.by_priority
    return simple and spend and plain and offer.phase == "order"


def _group(text: Text, planned: Planned, members: list[int], names: dict[str, Any]) -> None:
    """The best of a group: every member is valued on the same amounts, equals in the order of their ranks."""
    text.add("best = 0; winner = -1; lost = []")
    for index in sorted(members, key=lambda one: planned.offers[one].rank):
        offer = planned.offers[index]
        gives: Any = offer.gives
        bit = planned.marks.bit_of(gives.of)
        text.add(f"if not closed & {1 << offer.number}:")
        text.deeper()
        _need(text, planned, index, offer.needed_by)
        _value(text, index, ratios(gives.percent) if isinstance(gives, kinds.Percent) else gives.amount, names, "value")
        _guard(text, index, bit)
        _base(text, bit, listed=False, name="base")
        if isinstance(gives, kinds.Percent):
            text.add("off = min((2 * base * value[0] + value[1]) // (2 * value[1]), base)")
        else:
            text.add("off = value if value < base else base")
        text.add(f"if not off: why.append(({index}, 'nothing-left', 0))")
        text.add(f"elif off > best: lost.append((winner, best)); best = off; winner = {index}")
        text.add(f"else: lost.append(({index}, off))")
        text.back(3)
    text.add("if winner >= 0:")
    text.inside("total -= best; applied.append((winner, best)); stale = True")
    text.inside("why += [(one, 'better-in-group', off) for one, off in lost if one >= 0]")


def _need(text: Text, planned: Planned, index: int, need: Need | None) -> bool:
    """Opens the block in which the need holds; False when needs of this kind are left to the engine."""
    if need is None:
        text.add("if True:")
    elif isinstance(need, UnitsNeed) and need.counting == "units" and need.at_most is None:
        bit = planned.marks.bit_of(need.of)
        text.add(f"have = sum([d['quantity'] for d, b in zip(data, bits) if b & {bit}]) if some & {bit} else 0")
        _against(text, index, f"have < {need.at_least}", "units-short", "have")
    elif isinstance(need, SpendNeed | AboveNeed) and (not isinstance(need, SpendNeed) or need.at_most is None):
        least = need.spend if isinstance(need, SpendNeed) else need.above + 1
        _base(text, planned.marks.bit_of(need.of), listed=need.measure == "before discounts", name="have")
        _against(text, index, f"have < {least}", "spend-short", "have")
    else:
        return False
    text.deeper()
    return True


def _against(text: Text, index: int, condition: str, code: str, figure: str) -> None:
    text.add(f"if {condition}:")
    text.inside(f"why.append(({index}, {code!r}, {figure}))")
    text.add("else:")


def _base(text: Text, bit: int, *, listed: bool, name: str) -> None:
    """The amount of the lines of a bit; what they cost now is not known by line once an order discount is stale."""
    if listed:
        text.add(
            f"{name} = listed if every & {bit} else "
            f"sum([d['price'] * d['quantity'] for d, b in zip(data, bits) if b & {bit}]) if some & {bit} else 0"
        )
        return
    text.add(f"if every & {bit}: {name} = total")
    text.add(f"elif not some & {bit}: {name} = 0")
    text.add("elif stale: return None")
    text.add(f"else: {name} = sum([a for a, b in zip(amounts, bits) if b & {bit}])")


def _effect(text: Text, planned: Planned, index: int, offer: Offer, names: dict[str, Any]) -> None:
    gives = offer.gives
    if isinstance(gives, kinds.Shipping):
        _shipping(text, index, 0 if gives.shipping == "free" else gives.shipping)
    elif isinstance(gives, _THINGS) and not (isinstance(gives, kinds.FreeService) and gives.free == "shipping"):
        _thing(text, planned, index, gives, names)
    elif isinstance(gives, kinds.Percent) and gives.at_most is None and gives.off in ("line", "order"):
        _percent(text, planned, index, gives, names)
    elif isinstance(gives, kinds.Amount) and gives.off in ("line", "unit", "order"):
        _amount(text, planned, index, gives, names)
    elif isinstance(gives, kinds.PerSpend):
        _per_spend(text, planned, index, gives, names)
    elif isinstance(gives, kinds.Price | kinds.Prices) and gives.units is None:
        _price(text, planned, index, gives, names)
    else:
        text.add("return None")


def _value(text: Text, index: int, value: Any, names: dict[str, Any], name: str) -> None:
    """Sets the value by tier, or None."""
    names[f"V{index}"] = value
    if isinstance(value, Mapping):
        text.add(f"{name} = V{index}.get(tier)")
    else:
        text.add(f"{name} = {value!r}" if isinstance(value, int | tuple) else f"{name} = V{index}")


def _guard(text: Text, index: int, bit: int) -> None:
    text.add("if value is None:")
    text.inside(f"why.append(({index}, 'no-tier-value', 0))")
    text.add(f"elif not some & {bit}:")
    text.inside(f"why.append(({index}, 'nothing-matches', 0))")
    text.add("else:")
    text.deeper()


def _settle(text: Text, index: int, *, stale: bool) -> None:
    text.add("if off:")
    text.deeper()
    text.add(f"total -= off; applied.append(({index}, off))")
    if stale:
        text.add("stale = True")
    text.back()
    text.add("else:")
    text.inside(f"why.append(({index}, 'nothing-left', 0))")


def _percent(text: Text, planned: Planned, index: int, gives: kinds.Percent, names: dict[str, Any]) -> None:
    bit = planned.marks.bit_of(gives.of)
    _value(text, index, ratios(gives.percent), names, "value")
    _guard(text, index, bit)
    text.add("up, down = value; up *= 2; twice = 2 * down")
    if gives.off == "order":
        _base(text, bit, listed=False, name="base")
        text.add("off = min((base * up + down) // twice, base)")
    else:
        _each(text, bit, "(a * up + down) // twice")
    _settle(text, index, stale=gives.off == "order")
    text.back()


def _each(text: Text, bit: int, asked: str) -> None:
    """A discount on each line of a bit, at most what the line costs; `a` is its amount and `d` its data."""
    text.add("if stale: return None")
    text.add("off = 0")
    text.add("for i, b in enumerate(bits):")
    text.deeper()
    text.add(f"if b & {bit}:")
    text.deeper()
    text.add("a = amounts[i]")
    text.add(f"one = {asked}")
    text.add("if one > a: one = a")
    text.add("if one > 0: amounts[i] = a - one; off += one")
    text.back(2)


def _amount(text: Text, planned: Planned, index: int, gives: kinds.Amount, names: dict[str, Any]) -> None:
    bit = planned.marks.bit_of(gives.of)
    _value(text, index, gives.amount, names, "value")
    _guard(text, index, bit)
    if gives.off == "order":
        _base(text, bit, listed=False, name="base")
        text.add("off = value if value < base else base")
    elif gives.off == "line":
        _each(text, bit, "value")
    else:
        _untouched(text, bit)
        _each(text, bit, "value * data[i]['quantity']")
    _settle(text, index, stale=gives.off == "order")
    text.back()


def _untouched(text: Text, bit: int) -> None:
    """Single units are known only while nothing has acted on their line, unless the line is one unit."""
    text.add("for a, b, d in zip(amounts, bits, data):")
    text.inside(f"if b & {bit} and d['quantity'] > 1 and a != d['price'] * d['quantity']: return None")


def _per_spend(text: Text, planned: Planned, index: int, gives: kinds.PerSpend, names: dict[str, Any]) -> None:
    bit = planned.marks.bit_of(gives.of)
    _value(text, index, gives.amount, names, "value")
    _guard(text, index, bit)
    _base(text, bit, listed=gives.measure == "before discounts", name="spent")
    text.add(f"steps = spent // {gives.per_spend}" if gives.per_spend else "steps = 0")
    if gives.times:
        text.add(f"if steps > {gives.times}: steps = {gives.times}")
    text.add("if steps:")
    text.deeper()
    _base(text, bit, listed=False, name="base")
    text.add("off = min(value * steps, base)")
    _settle(text, index, stale=True)
    text.back()
    text.add("else:")
    text.inside(f"why.append(({index}, 'spend-short', spent))")
    text.back()


def _price(text: Text, planned: Planned, index: int, gives: Any, names: dict[str, Any]) -> None:
    if isinstance(gives, kinds.Price):
        bit = planned.marks.bit_of(gives.of)
        _value(text, index, gives.price, names, "value")
        asked = "(a // data[i]['quantity'] - value) * data[i]['quantity']"
    else:
        bit = planned.listed_bit(gives)
        names[f"V{index}"] = {
            sku: price if isinstance(price, Mapping) else {None: price} for sku, price in gives.prices.items()
        }
        named = {sku: isinstance(price, Mapping) for sku, price in gives.prices.items()}
        names[f"N{index}"] = named
        text.add("value = 0")
        price = f"V{index}[d['sku']].get(tier if N{index}[d['sku']] else None, a)"
        asked = f"a - ({price}) * d['quantity'] if (d := data[i]) else 0"
    _guard(text, index, bit)
    _untouched(text, bit)
    _each(text, bit, asked)
    _settle(text, index, stale=False)
    text.back()


def _shipping(text: Text, index: int, charge: int) -> None:
    text.add(f"if ship > {charge}:")
    text.inside(f"applied.append(({index}, ship - {charge})); ship = {charge}")
    text.add("else:")
    text.inside(f"why.append(({index}, 'nothing-left' if ship_listed else 'no-shipping', 0))")


def _thing(text: Text, planned: Planned, index: int, gives: Any, names: dict[str, Any]) -> None:
    if isinstance(gives, kinds.Points | kinds.TimesPoints):
        text.add("if c is None:")
        text.inside(f"why.append(({index}, 'guest', 0))")
        text.add("else:")
        text.deeper()
    if isinstance(gives, kinds.TimesPoints):
        bit = planned.marks.bit_of(gives.of)
        text.add(f"if every & {bit}: times += {gives.points_times - 1}; applied.append(({index}, 0))")
        text.add(f"elif some & {bit}: return None")
        text.add(f"else: why.append(({index}, 'nothing-matches', 0))")
    elif isinstance(gives, kinds.Points | kinds.Voucher):
        _value(text, index, gives.points if isinstance(gives, kinds.Points) else gives.voucher, names, "value")
        text.add(f"if value is None: why.append(({index}, 'no-tier-value', 0))")
        bonus = f"bonus += value * {planned.unit}; " if isinstance(gives, kinds.Points) else ""
        text.add(f"else: {bonus}applied.append(({index}, 0))")
    else:
        text.add(f"applied.append(({index}, 0))")
    if isinstance(gives, kinds.Points | kinds.TimesPoints):
        text.back()


def _points(text: Text, planned: Planned, names: dict[str, Any]) -> None:
    """Points, where every rule is a rate of what is left or an amount per amount; others are left to the engine."""
    text.add("points = 0")
    if not planned.earning.programme:
        return
    text.add("if c is not None:")
    text.deeper()
    text.add("up = 0; down = 1")
    for number, rule in enumerate(planned.earning.rules):
        written = rule.written
        base = written.base
        plain = base.amount == "net" and base.tax == "as priced"
        if rule.conditional or rule.full or written.per == "unit" or not plain:
            text.add("return None")
            break
        names[f"F{number}"] = rule.formula
        text.add(f"formula = F{number}(tier)")
        text.add("if formula is not None:")
        text.deeper()
        _base(text, rule.bit, listed=False, name="base")
        text.add("n, m, _ = formula")
        text.add("up = up * m + base * n * down; down *= m")
        text.back()
    text.add("up = up * times + bonus * down")
    rounding = planned.policy.loyalty.points.rounding if planned.policy.loyalty.points else "down"
    rounded = {"down": "up // down", "up": "-(-up // down)", "half up": "(2 * up + down) // (2 * down)"}[rounding]
    text.add(f"points = {rounded}")
    text.back()
