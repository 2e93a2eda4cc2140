"""Needs, written as questions to the basket."""

from __future__ import annotations

from dangol_policy.compile.quick.page import Page
from dangol_policy.model.conditions import EVERYTHING, AllNeed, AnyNeed, Need, NotNeed, SpendNeed, UnitsNeed


def write_need(page: Page, need: Need | None, clause: str) -> None:
    """Writes a chain of `if`s that refuses the clause where its need does not hold; the caller goes on with `else`."""
    if need is None:
        page.open("if True:")
        return
    word = "if"
    for code, unmet, figure in _unmet(page, need):
        page.add(f"{word} {unmet}: refused.append(({clause!r}, {code!r}, {figure}))")
        word = "elif"
    page.open("else:" if word == "elif" else "if True:")


def _unmet(page: Page, need: Need) -> list[tuple[str, str, str]]:
    """Code, question and figure of each part that may not hold."""
    if isinstance(need, AllNeed):
        return [one for part in need.all_of for one in _unmet(page, part)]
    if isinstance(need, AnyNeed):
        return [("need-alternatives", f"not ({_any(page, need)})", "0")]
    if isinstance(need, NotNeed):
        return [("need-excluded", _holds(page, need.none_of), "0")]
    name = f"have{page.count()}"
    if isinstance(need, UnitsNeed):
        _units(page, need, name)
        found = [("units-short", f"{name} < {need.at_least}", name)]
        return found if need.at_most is None else [*found, ("units-over", f"{name} > {need.at_most}", name)]
    least = need.spend if isinstance(need, SpendNeed) else need.above + 1
    most = need.at_most if isinstance(need, SpendNeed) else None
    if need.measure == "now":
        page.base(name, need.of)
    else:
        page.add(f"{name} = {page.listed(need.of)}")
    found = [("spend-short", f"{name} < {least}", name)]
    return found if most is None else [*found, ("spend-over", f"{name} > {most}", name)]


def _units(page: Page, need: UnitsNeed, name: str) -> None:
    if need.counting == "products":
        page.add(f"products = {{h[2]['sku'] for h in hits if h[1] & {page.bit(need.of)}}}")
        page.add("if '' in products: return None")
        page.add(f"{name} = len(products)")
        return
    if need.of == EVERYTHING:
        page.add(f"{name} = sum([line.quantity for line in given])")
        return
    bit = page.bit(need.of)
    page.add(f"{name} = 0")
    page.open(f"if some & {bit}:")
    page.open("for h in hits:")
    page.add(f"if h[1] & {bit}: {name} += h[2]['quantity']")
    page.back(2)


def _holds(page: Page, need: Need) -> str:
    unmet = [question for _, question, _ in _unmet(page, need)]
    return f"not ({' or '.join(unmet)})" if unmet else "True"


def _any(page: Page, need: AnyNeed) -> str:
    return " or ".join([_holds(page, part) for part in need.any_of]) or "False"
