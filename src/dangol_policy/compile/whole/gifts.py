"""Gifts, written out on amounts by line: rates, amounts, prices, shipping. Others are left to what was prepared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dangol_policy.compile.acts import effect
from dangol_policy.compile.acts.on_shipping import NO_SHIPPING
from dangol_policy.compile.offers import Offer
from dangol_policy.compile.whole.page import Page
from dangol_policy.decision import NotApplied, Reason
from dangol_policy.model import gives as kinds
from dangol_policy.model.conditions import Selector

Writer = Callable[[Page, Offer, str], None]
_IN_GROUPS = (kinds.Percent, kinds.Amount)


def write_gift(page: Page, offer: Offer, unmet: str) -> bool:
    """Writes the gift of an offer; false when its kind is not written out. `unmet`: what of its need does not hold."""
    page.names.update(
        NO_VALUE=effect.NO_VALUE.reasons, NOTHING=effect.nothing, NO_SHIPPING=NO_SHIPPING.reasons,
        NOT_DEARER=effect.NOT_DEARER.reasons, NOTHING_LEFT=effect.NOTHING_LEFT.reasons,
        NO_EFFECT=effect.Effect(), EFFECT=effect.Effect, NO_VALUE_EFFECT=effect.NO_VALUE, NO_MATCH=effect.NO_MATCH,
    )  # fmt: skip
    writer = _writer(offer.gives)
    if writer is None:
        return False
    writer(page, offer, unmet)
    return True


def write_member(page: Page, offer: Offer, unmet: str) -> bool:
    """Writes the gift of a member of a group: its effect is put beside those of the others."""
    if not isinstance(offer.gives, _IN_GROUPS) or offer.budget is not None:
        return False
    page.in_group = True
    try:
        return write_gift(page, offer, unmet)
    finally:
        page.in_group = False


def _writer(gives: Any) -> Writer | None:
    if isinstance(gives, kinds.Percent) and gives.at_most is None:
        return {"line": _line_percent, "order": _order_percent}.get(gives.off)
    if isinstance(gives, kinds.Amount):
        return {"line": _line_amount, "order": _order_amount, "unit": _unit_amount, "price": _unit_amount}.get(
            gives.off
        )
    if isinstance(gives, kinds.PerSpend):
        return _per_spend
    if isinstance(gives, kinds.Price) and gives.units is None:
        return _price
    if isinstance(gives, kinds.TimesPoints):
        return _times_points
    return _shipping if isinstance(gives, kinds.Shipping) else None


# --- whole lines -----------------------------------------------------------------------------------


def _line_percent(page: Page, offer: Offer, unmet: str) -> None:
    gives: Any = offer.gives
    value = _value(page, offer, effect.ratios(gives.percent))
    _matching(page, offer, gives.of, unmet)
    page.add(f"up, down = {value}; up *= 2; twice = 2 * down")
    _each_line(page, offer, gives.of, unmet, "(a * up + down) // twice")


def _line_amount(page: Page, offer: Offer, unmet: str) -> None:
    gives: Any = offer.gives
    value = _value(page, offer, gives.amount)
    _matching(page, offer, gives.of, unmet)
    _each_line(page, offer, gives.of, unmet, value)


def _unit_amount(page: Page, offer: Offer, unmet: str) -> None:
    gives: Any = offer.gives
    value = _value(page, offer, gives.amount)
    _matching(page, offer, gives.of, unmet, untouched=True)
    _each_line(page, offer, gives.of, unmet, f"{value} * quantities[i]")


def _price(page: Page, offer: Offer, unmet: str) -> None:
    gives: Any = offer.gives
    value = _value(page, offer, gives.price)
    _matching(page, offer, gives.of, unmet, untouched=True)
    bit = page.marks.bit_of(gives.of)
    page.add(f"asked_for = [(i, a - {value} * quantities[i]) for i, a in enumerate(amounts) if a and bits[i] & {bit}]")
    page.add("pairs = [one for one in asked_for if one[1] > 0]; amount = sum([one[1] for one in pairs])")
    _settle(page, offer, unmet, f"NOT_DEARER if asked_for else NOTHING(L, {bit}).reasons", "ON_LINES", "pairs, amount")


def _each_line(page: Page, offer: Offer, of: Selector, unmet: str, asked: str) -> None:
    """A discount on each line, at most what the line costs; `a` is its amount, `i` its place."""
    bit = page.marks.bit_of(of)
    page.add("pairs = []; amount = 0")
    page.open("for i, b in enumerate(bits):")
    page.open(f"if b & {bit}:")
    page.add("a = amounts[i]")
    page.add(f"off = {asked}")
    page.add("if off > a: off = a")
    page.add("if off: pairs.append((i, off)); amount += off")
    page.back(2)
    _settle(page, offer, unmet, f"NOTHING(L, {bit}).reasons", "ON_LINES", "pairs, amount")


# --- the order -------------------------------------------------------------------------------------


def _order_percent(page: Page, offer: Offer, unmet: str) -> None:
    gives: Any = offer.gives
    value = _value(page, offer, effect.ratios(gives.percent))
    _matching(page, offer, gives.of, unmet)
    page.add(f"up, down = {value}; base = {page.sum_of('amounts', gives.of)}")
    page.add("amount = (2 * base * up + down) // (2 * down)")
    _spread(page, offer, gives.of, unmet)


def _order_amount(page: Page, offer: Offer, unmet: str) -> None:
    gives: Any = offer.gives
    value = _value(page, offer, gives.amount)
    _matching(page, offer, gives.of, unmet)
    page.add(f"base = {page.sum_of('amounts', gives.of)}; amount = {value}")
    _spread(page, offer, gives.of, unmet)


def _per_spend(page: Page, offer: Offer, unmet: str) -> None:
    gives: Any = offer.gives
    value = _value(page, offer, gives.amount)
    _matching(page, offer, gives.of, unmet)
    listed = gives.measure == "before discounts"
    page.add(f"base = {page.sum_of('amounts', gives.of)}")
    page.add(f"spent = {page.sum_of('listed', gives.of) if listed else 'base'}")
    page.add(f"steps = spent // {gives.per_spend}" if gives.per_spend else "steps = 0")
    page.open("if not steps:")
    page.add(f"why = (REASON('spend-short', spent, {gives.per_spend}),)")
    page.add(f"REFUSE(found, O{offer.index}, r, {unmet}, why, 0, 0)")
    page.back()
    page.open("else:")
    page.add(f"amount = {value} * {f'min(steps, {gives.times})' if gives.times else 'steps'}")
    _spread(page, offer, gives.of, unmet, blocks=1)


def _spread(page: Page, offer: Offer, of: Selector, unmet: str, blocks: int = 0) -> None:
    bit = page.marks.bit_of(of)
    page.add("if amount > base: amount = base")
    shared = f"L.spread({bit}, amount), amount"
    _settle(page, offer, unmet, f"NOTHING(L, {bit}).reasons", "ON_LINES", shared)
    page.back(blocks)


# --- shipping --------------------------------------------------------------------------------------


def _shipping(page: Page, offer: Offer, unmet: str) -> None:
    gives: Any = offer.gives
    fixed = 0 if gives.shipping == "free" else gives.shipping
    page.add(f"amount = max(0, L.shipping - {fixed})")
    left = "NOTHING_LEFT if L.shipping_listed else NO_SHIPPING"
    why = f"NOT_DEARER if L.shipping else {left}" if fixed else left
    _settle(page, offer, unmet, why, "ON_SHIPPING", "amount", blocks=0)


# --- points ----------------------------------------------------------------------------------------


def _times_points(page: Page, offer: Offer, unmet: str) -> None:
    gives: Any = offer.gives
    index = offer.index
    page.names["GUEST"] = (Reason("guest"),)
    why = f"() if some & {page.marks.bit_of(gives.of)} else NOTHING_MATCHES"
    page.add(f"why = ({why}) if asked.enrolled else GUEST")
    page.add(f"if why or r or {unmet}: REFUSE(found, O{index}, r, {unmet}, why, 0, 0)")
    page.add(f"else: ACT(found, asked, O{index}, NO_EFFECT)")


# --- what they share -------------------------------------------------------------------------------


def _value(page: Page, offer: Offer, value: Any) -> str:
    """The expression of a value; one by tier is looked up first, and a tier without one is refused."""
    if not isinstance(value, Mapping):
        return repr(value)
    page.names[f"V{offer.index}"] = value
    page.add(f"value = V{offer.index}.get(tier)")
    return "value"


def _matching(page: Page, offer: Offer, of: Selector, unmet: str, *, untouched: bool = False) -> None:
    """Goes on only with a value, lines that are meant, and amounts that tell everything: no floors, like units."""
    index, bit = offer.index, page.marks.bit_of(of)
    word = "if"
    if f"V{index}" in page.names:
        page.open("if value is None:")
        page.add(
            _put(offer, "NO_VALUE_EFFECT", unmet)
            if page.in_group
            else f"REFUSE(found, O{index}, r, {unmet}, NO_VALUE, 0, 0)"
        )
        page.back()
        word = "elif"
    page.open(f"{word} not some & {bit}:")
    if page.in_group:
        page.add(_put(offer, "NO_MATCH", unmet))
        page.back()
        units = f" or not L.untouched([i for i, b in enumerate(bits) if b & {bit}])" if untouched else ""
        page.add(f"elif floored{units}: members.append(VALUED(found, asked, O{index}, {unmet}))")
        page.open("else:")
        return
    page.names[f"M{index}"] = NotApplied(offer.clause, page.names["NOTHING_MATCHES"])
    if unmet == "()":
        page.add(f"refused.append(({index}, {f'unmatched[{offer.number}]' if offer.number >= 0 else f'M{index}'}))")
    else:
        page.add(f"REFUSE(found, O{index}, r, {unmet}, NOTHING_MATCHES, 0, 0)")
    page.back()
    units = f" or not L.untouched([i for i, b in enumerate(bits) if b & {bit}])" if untouched else ""
    page.add(f"elif floored{units}: SINGLE(found, asked, O{index}, r, {unmet})")
    page.open("else:")


def _put(offer: Offer, effect: str, unmet: str) -> str:
    return f"members.append((O{offer.index}, {effect}, R[{offer.number}], {unmet}))"


def _settle(page: Page, offer: Offer, unmet: str, why: str, act: str, given: str, blocks: int = 1) -> None:
    """Acts, or says why not; `amount` is what it would give."""
    index = offer.index
    if page.in_group:
        gives: Any = offer.gives
        bit = page.marks.bit_of(gives.of)
        does = "EFFECT(amount, pairs)" if offer.phase in ("price list", "item") else f"EFFECT(amount, order={bit})"
        page.add(_put(offer, f"{does} if amount else NOTHING(L, {bit})", unmet))
        page.back(blocks)
        return
    if offer.codes:
        page.names[f"C{index}"] = offer.codes
        told = f"0 if C{index}.isdisjoint(codes) else amount"
    else:
        told = "amount"
    page.add(f"if not amount: REFUSE(found, O{index}, r, {unmet}, {why}, 0, 0)")
    if unmet != "()":
        page.add(f"elif u: REFUSE(found, O{index}, r, u, (), {told}, 0)")
    page.add(f"elif r: refused.append(({index}, REFUSED({offer.clause!r}, r, ({told}) or None)))")
    page.add(f"else: {act}(found, asked, O{index}, {given})")
    page.back(blocks)
