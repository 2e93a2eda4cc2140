"""The clauses of a policy, each at its turn: its need, its gift, its group, its budget."""

from __future__ import annotations

from collections.abc import Sequence

from dangol_policy.compile.offers import Offer
from dangol_policy.compile.quick.gifts import How, write_gift
from dangol_policy.compile.quick.needs import write_need
from dangol_policy.compile.quick.page import Page, Unwritten
from dangol_policy.model import gives as kinds


def write_clauses(page: Page) -> int:
    """Writes every clause; the bits of the turns of those that are left to the whole run."""
    offers = [offer for offer in page.planned.offers if not offer.points_each]
    groups: dict[str, list[Offer]] = {}
    for offer in offers:
        if offer.group is not None:
            groups.setdefault(offer.group, []).append(offer)
    hard = 0
    for offer in offers:
        members = groups[offer.group] if offer.group is not None else [offer]
        try:
            if offer is members[0] and len(members) > 1:
                _decide(page, members)
            if not hard >> offer.index & 1:
                _clause(page, offer, f"won{members[0].index}" if len(members) > 1 else None)
        except Unwritten:
            hard |= sum(1 << member.index for member in members)
    return hard


def _clause(page: Page, offer: Offer, won: str | None) -> None:
    """One clause at its turn. The winner of a group acts on what is left then, whatever its need says now.

    `won`: the name of what holds the turn of the winner of its group.
    """
    if offer.alone:
        raise Unwritten
    mark, spread = page.mark(), page.spread
    page.offer = offer
    try:
        if won is not None:
            page.open(f"if {won} == {offer.index}:")
            page.open("if True:")
        else:
            page.open(f"if opens & {1 << offer.index}:")
            write_need(page, offer.needed_by, offer.clause)
        page.add("amount = 0; code = None")
        how = write_gift(page, offer)
        _budget(page, offer)
        page.add(f"if code is not None: refused.append(({offer.clause!r}, code, {_figure(offer)}))")
        page.open("else:")
        _act(page, offer, how)
        page.back(3)
    except Unwritten:
        page.rewind(mark)
        page.spread = spread
        raise
    finally:
        page.offer = None


def _act(page: Page, offer: Offer, how: How) -> None:
    """What carrying it out changes."""
    if how == "lines":
        page.add("total -= amount")
        if isinstance(offer.gives, kinds.Percent) and offer.gives.at_most is not None:
            page.add("if offs is None: stale = True; offs = ()")
            page.spread = True
        page.add("for h, off in offs: h[0] -= off")
    elif how == "order":
        page.add("total -= amount; stale = True")
        page.spread = True
    elif how == "shipping":
        page.add("ship -= amount")
    elif how == "points":
        page.add("bonus += more" if isinstance(offer.gives, kinds.Points) else "times += more")
    if not offer.earns and how in ("lines", "order"):
        page.add("left_out = True")
    page.add(f"applied.append(({offer.clause!r}, amount))")


def _budget(page: Page, offer: Offer) -> None:
    if offer.budget is None:
        return
    page.open("if code is None:")
    page.add(f"used = s['limits'].get({offer.clause!r})")
    page.add(f"left = {offer.budget} - (used.spent if used is not None else 0)")
    page.add("if amount > left: code = 'budget'; figure = max(0, left)")
    page.back()


def _figure(offer: Offer) -> str:
    """Kinds that say how much there was."""
    told = isinstance(offer.gives, kinds.PerSpend | kinds.Nth | kinds.FreeUnits | kinds.Get | kinds.Bundle)
    return "figure if code in TOLD else 0" if told or offer.budget is not None else "0"


# --- groups ----------------------------------------------------------------------------------------


def _decide(page: Page, members: Sequence[Offer]) -> None:
    """Values every open member on the basket as it stands; equals in the order of their ranks."""
    if any(member.alone for member in members):
        raise Unwritten
    mark, spread = page.mark(), page.spread
    won = f"won{members[0].index}"
    by_priority = any(member.by_priority for member in members)
    try:
        page.add(f"{won} = -1; best = 0; winner = ''")
        page.open(f"if opens & {sum(1 << member.index for member in members)}:")
        for member in sorted(members, key=lambda one: one.rank):
            page.offer = member
            page.open(f"if opens & {1 << member.index}:")
            write_need(page, member.needed_by, member.clause)
            page.add("amount = 0; code = None")
            write_gift(page, member)
            _budget(page, member)
            page.add(f"if code is not None: refused.append(({member.clause!r}, code, {_figure(member)}))")
            better = f"{won} < 0" if by_priority else f"{won} < 0 or amount > best"
            page.open(f"elif {better}:")
            page.add(f"if {won} >= 0: refused.append((winner, 'better-in-group', best))")
            page.add(f"{won} = {member.index}; best = amount; winner = {member.clause!r}")
            page.back()
            page.add(f"else: refused.append(({member.clause!r}, 'better-in-group', amount))")
            page.back(2)
        page.back()
    except Unwritten:
        page.rewind(mark)
        page.spread = spread
        raise
    finally:
        page.offer = None
