"""Gifts on sets of units, written on what units cost: nth, free units, buy and get, combos.

Which of several units that cost the same is chosen makes no difference to what the order comes to, so that only their
amounts are looked at. Afterwards lines are not told apart any more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dangol_policy.compile.acts.effect import ratios
from dangol_policy.compile.quick.page import Page, Unwritten
from dangol_policy.model import gives as kinds
from dangol_policy.model.conditions import Selector


def units_of(hits: Sequence[Sequence[Any]], bit: int) -> list[int] | None:
    """What each unit of the lines of a bit costs, free ones left out; None when units of a line may differ."""
    found: list[int] = []
    for amount, bits, line, _, listed in hits:
        if bits & bit and amount:
            quantity = line["quantity"]
            if quantity == 1:
                found.append(amount)
            elif amount != listed:
                return None
            else:
                found += [amount // quantity] * quantity
    return found


def rows_of(hits: Sequence[Sequence[Any]], bit: int) -> list[list[int]] | None:
    """What units cost, product by product in canonical order; None also where a product has no number."""
    by_product: dict[str, list[Sequence[Any]]] = {}
    for hit in hits:
        if hit[1] & bit:
            by_product.setdefault(hit[2]["sku"], []).append(hit)
    rows = [units_of(by_product[sku], bit) for sku in sorted(by_product)]
    if "" in by_product or any(row is None for row in rows):
        return None
    return [row for row in rows if row]


def shared(hits: Sequence[Sequence[Any]], parts: Sequence[int]) -> bool:
    """Whether any line belongs to several parts."""
    return any(sum([bits & part > 0 for part in parts]) > 1 for _, bits, *_ in hits)


def write_units(page: Page, gives: Any) -> None:
    """Writes what the gift would do; raises Unwritten where single units have to be told apart."""
    if isinstance(gives, kinds.Nth | kinds.FreeUnits) and gives.same_product:
        _by_product(page, gives)
    elif isinstance(gives, kinds.Nth):
        _nth(page, gives)
    elif isinstance(gives, kinds.FreeUnits):
        _free_units(page, gives)
    elif isinstance(gives, kinds.Bundle):
        _bundle(page, gives)
    elif isinstance(gives, kinds.Price):
        _price(page, gives)
    else:
        _get(page, gives)


def _begin(
    page: Page,
    of: Selector,
    tiers: Sequence[Any],
    *,
    dearest_first: bool = True,
    rows: bool = False,
    floors: bool = False,
) -> None:
    """Puts the units in order; goes on where the tier has its values. `n` is how many units there are, of a product."""
    page.by_line()
    named = [frozenset(value) for value in tiers if isinstance(value, Mapping)]
    found = "rows" if rows else "units"
    page.add(f"{found} = {found.upper()}(hits, {page.bit(of)})")
    page.add(f"if {'' if floors else 'low or '}{found} is None: return None")
    if rows:
        page.add("n = max([len(row) for row in rows], default=0)")
    else:
        page.add(f"units.sort({'reverse=True' if dearest_first else ''}); n = len(units)")
    without = " or ".join([f"tier not in {one!r}" for one in named]) or "False"
    page.add(f"if {without}: code = 'no-tier-value'")


def _off(page: Page, percent: Any, amount: Any = None) -> str:
    """The expression of what is taken off a unit that costs `u`."""
    if percent is not None:
        rate = page.value(ratios(percent), "rate")
        return f"min(u, (2 * u * ({rate})[0] + ({rate})[1]) // (2 * ({rate})[1]))"
    return "u" if amount is None else f"min(u, {page.value(amount, 'each')})"


def _too_few(page: Page, of: Selector, condition: str, have: str) -> None:
    met = page.met(of)
    code = "'units-short'" if met is None else f"'units-short' if {met} else 'nothing-matches'"
    page.add(f"elif {condition}: code = {code}; figure = {have}")


def _end(page: Page, chosen: str, off: str) -> None:
    page.open("else:")
    page.add(f"amount = sum([{off} for u in {chosen}])")
    page.add("if not amount: code = 'too-small'")
    page.back()


def _nth(page: Page, gives: kinds.Nth) -> None:
    off = _off(page, gives.percent)
    _begin(page, gives.of, [gives.percent], dearest_first=gives.counted == "dearest first")
    _too_few(page, gives.of, f"n < {gives.nth}", "n")
    _end(page, f"units[{gives.nth - 1}::{gives.nth}][:{gives.times}]", off)


def _free_of_each(gives: kinds.FreeUnits) -> tuple[int, int]:
    """Which places of a full group are free."""
    size, free = gives.of_each, gives.units
    return (max(0, size - free), size) if gives.free == "cheapest" else (0, min(free, size))


def _free_units(page: Page, gives: kinds.FreeUnits) -> None:
    size = gives.of_each
    off = _off(page, gives.percent)
    _begin(page, gives.of, [gives.percent])
    _too_few(page, gives.of, f"n < {size}", "n")
    times = f"n // {size}" if gives.times is None else f"min(n // {size}, {gives.times})"
    first, last = _free_of_each(gives)
    _end(page, f"[u for t in range({times}) for u in units[t * {size} + {first} : t * {size} + {last}]]", off)


def _by_product(page: Page, gives: kinds.Nth | kinds.FreeUnits) -> None:
    """The same within each product apart."""
    nth = isinstance(gives, kinds.Nth)
    size = gives.nth if isinstance(gives, kinds.Nth) else gives.of_each
    dearest_first = gives.counted == "dearest first" if isinstance(gives, kinds.Nth) else True
    off = _off(page, gives.percent)
    _begin(page, gives.of, [gives.percent], rows=True)
    _too_few(page, gives.of, f"n < {size}", "n")
    page.open("else:")
    page.add(f"for row in rows: row.sort({'reverse=True' if dearest_first else ''})")
    if nth:
        page.add(f"chosen = [u for row in rows for u in row[{size - 1}::{size}]][:{gives.times}]")
    else:
        assert isinstance(gives, kinds.FreeUnits)
        first, last = _free_of_each(gives)
        groups = f"[(row, t * {size}) for row in rows for t in range(len(row) // {size})][:{gives.times}]"
        page.add(f"chosen = [u for row, at in {groups} for u in row[at + {first} : at + {last}]]")
    page.add(f"amount = sum([{off} for u in chosen])")
    page.add("if not amount: code = 'too-small'")
    page.back()


def _proposed(page: Page, gives: kinds.Get) -> None:
    """Extra units change no price; they are proposed when enough is bought, of one product unless one is named."""
    bought = gives.for_each
    _begin(page, bought.of, [], rows=gives.product is None, floors=True)
    _too_few(page, bought.of, f"n < {bought.units}", "n")


def _get(page: Page, gives: kinds.Get) -> None:
    if gives.source == "proposed":
        _proposed(page, gives)
        return
    if gives.of != gives.for_each.of:
        _get_other(page, gives)
        return
    need, get = gives.for_each.units, gives.get
    off = _off(page, gives.percent, gives.amount)
    _begin(page, gives.of, [gives.percent, gives.amount], dearest_first=gives.pick == "dearest")
    _too_few(page, gives.of, f"n < {need}", "n")
    page.add(f"elif n < {need + get}: code = 'units-short'; figure = n - {need}")
    times = f"n // {need + get}" if gives.times is None else f"min(n // {need + get}, {gives.times})"
    _end(page, f"units[:({times}) * {get}]", off)


def _get_other(page: Page, gives: kinds.Get) -> None:
    """Buy some and get others, where no line is both."""
    need, get = gives.for_each.units, gives.get
    off = _off(page, gives.percent, gives.amount)
    bits = [page.bit(gives.for_each.of), page.bit(gives.of)]
    page.add(f"if SHARED(hits, {bits!r}): return None")
    page.add(f"buys = UNITS(hits, {bits[0]}); buy = len(buys or ())")
    page.add("if buys is None: return None")
    _begin(page, gives.of, [gives.percent, gives.amount], dearest_first=gives.pick == "dearest")
    _too_few(page, gives.for_each.of, f"buy < {need}", "buy")
    page.add(f"elif n < {get}: code = 'units-short'; figure = min(n, buy + n - {need})")
    times = f"min(buy // {need}, n // {get}{'' if gives.times is None else f', {gives.times}'})"
    _end(page, f"units[:{times} * {get}]", off)


def _price(page: Page, gives: kinds.Price) -> None:
    """A price for the dearest few units."""
    price = page.value(gives.price, "worth")
    _begin(page, gives.of, [gives.price])
    met = page.met(gives.of)
    if met is not None:
        page.add(f"elif not {met}: code = 'nothing-matches'")
    page.add("elif not n: code = 'nothing-left'")
    page.open("else:")
    page.add(f"amount = sum([u - ({price}) for u in units[:{gives.units}] if u > ({price})])")
    page.add("if not amount: code = 'not-dearer'")
    page.back()


def _bundle(page: Page, gives: kinds.Bundle) -> None:
    """Bundle after bundle of the dearest units left, where no line belongs to several parts."""
    discount = "0"
    if gives.price is not None:
        discount = f"apart - ({page.value(gives.price, 'worth')})"
    elif gives.percent is not None:
        rate = page.value(ratios(gives.percent), "worth")
        discount = f"(2 * apart * ({rate})[0] + ({rate})[1]) // (2 * ({rate})[1])"
    elif gives.amount is not None:
        discount = page.value(gives.amount, "worth")
    bits, sizes = [page.bit(part.of) for part in gives.bundle], [part.units for part in gives.bundle]
    if len(set(bits)) != len(bits):
        raise Unwritten
    page.by_line()
    page.add(f"pools = [UNITS(hits, b) for b in {bits!r}]")
    page.add(f"if low or None in pools or SHARED(hits, {bits!r}): return None")
    page.add("for pool in pools: pool.sort(reverse=True)")
    named = [frozenset(one) for one in (gives.price, gives.percent, gives.amount) if isinstance(one, Mapping)]
    page.add(f"if {' or '.join([f'tier not in {one!r}' for one in named]) or 'False'}: code = 'no-tier-value'")
    page.add("elif not any(pools): code = 'nothing-matches'")
    page.open("else:")
    page.add(f"most = min([len(pool) // size for pool, size in zip(pools, {sizes!r})])")
    page.open("if not most:")
    page.add(f"figure = sum([min(len(pool), size) for pool, size in zip(pools, {sizes!r})]); code = 'units-short'")
    page.back()
    if gives.times is not None:
        page.add(f"most = min(most, {gives.times})")
    page.open("for t in range(most):")
    page.add(f"apart = sum([sum(pool[t * size : (t + 1) * size]) for pool, size in zip(pools, {sizes!r})])")
    page.add(f"off = min({discount}, apart)")
    page.add("if off <= 0: break")
    page.add("amount += off")
    page.back()
    page.add("if not amount and code is None: code = 'not-dearer'")
    page.back()
