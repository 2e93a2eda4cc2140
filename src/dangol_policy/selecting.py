"""Which lines a selector means, and how wide it is."""

from __future__ import annotations

from dangol_policy.model.conditions import Selector
from dangol_policy.situation import Line

Width = tuple[int, int]
"""Narrower sorts first: (0, products named), then (1, 0) for a category, tag or price, then (2, 0) for everything."""


def matches(selector: Selector, line: Line, *, discounted: bool) -> bool:
    """Whether the selector means the line. `discounted`: an earlier phase has already lowered it."""
    return (
        (not selector.product or line.sku in selector.product)
        and (not selector.category or not set(selector.category).isdisjoint(line.category))
        and (not selector.tag or not set(selector.tag).isdisjoint(line.tags))
        and (selector.price_at_least is None or line.price >= selector.price_at_least)
        and (selector.price_at_most is None or line.price <= selector.price_at_most)
        and (selector.discounted is None or selector.discounted == discounted)
        and (selector.none_of is None or not matches(selector.none_of, line, discounted=discounted))
        and (not selector.any_of or any(matches(inner, line, discounted=discounted) for inner in selector.any_of))
        and all(matches(inner, line, discounted=discounted) for inner in selector.all_of)
    )


def looks_at_discounts(selector: Selector) -> bool:
    """Whether what the selector means can change while a quote is worked out."""
    inner = (*selector.any_of, *selector.all_of, *((selector.none_of,) if selector.none_of else ()))
    return selector.discounted is not None or any(looks_at_discounts(part) for part in inner)


def width(selector: Selector) -> Width:
    """How wide a selector is, from the policy alone: products before categories and tags before everything else."""
    narrowest: Width = (2, 0)
    if selector.product:
        narrowest = (0, len(selector.product))
    elif selector != Selector():
        narrowest = (1, 0)
    if selector.any_of:
        narrowest = min(narrowest, union_width(tuple(width(inner) for inner in selector.any_of)))
    return min(narrowest, *(width(inner) for inner in selector.all_of)) if selector.all_of else narrowest


def union_width(widths: tuple[Width, ...]) -> Width:
    """Width of several selectors taken together."""
    widest = max(kind for kind, _ in widths)
    return (widest, sum(count for _, count in widths) if widest == 0 else 0)


def product_key(line: Line, position: int) -> str:
    """What makes two lines the same product: the sku, else the name; a line without either stands for itself."""
    return line.sku or line.name or f"line {position}"
