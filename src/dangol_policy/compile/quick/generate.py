"""Writes the quick function of a policy: what an order comes to, from few looks at each line.

The text is made only of numbers and of `repr()` of validated values; everything else is handed in by name. Amounts by
line are kept only of lines that open clauses ask about; a discount on the order is not shared. Where a clause of a kind
that is not written is open, or a line has to be known that is not known any more, the answer is None.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from dangol_policy.compile.lazy import LazyDecision, set_known
from dangol_policy.compile.planned import Planned
from dangol_policy.compile.quick.clauses import write_clauses
from dangol_policy.compile.quick.page import Page
from dangol_policy.compile.quick.points import write_points
from dangol_policy.compile.quick.state import States
from dangol_policy.compile.quick.units import rows_of, shared, units_of
from dangol_policy.interpret.taxes import taxed_at
from dangol_policy.model.conditions import EVERYTHING
from dangol_policy.situation import Situation

Quick = Callable[[Situation], LazyDecision | None]


def generate(planned: Planned) -> Quick | None:
    """The quick function; None when the policy is of a kind that the whole run decides alone."""
    tax = planned.policy.business.tax
    on_top = tax.prices != "included" and tax.rate is not None
    if on_top and tax.discounts != "as priced":
        return None
    page = Page(planned)
    if on_top:
        planned.marks.bit(EVERYTHING)
        page.bit(EVERYTHING)
    states = States(planned, page.asked)
    openings = planned.openings
    page.names.update(
        EPOCH=dt.datetime(1970, 1, 1, tzinfo=dt.UTC),
        PRODUCTS=states.products, MARK=states.mark,
        TIMES=openings.times, MINUTES=openings.by_minute,
        STATES=states.remembered, STATE=states.find, PERSONAL=states.personal,
        CODES=openings.codes, ENTERED=openings.entered, ORDERS=openings.orders, MEANT=openings.meant,
        ENTRY=planned.entry_tier, REACHED=planned.tier_reached, UNSET=object(),
        UNITS=units_of, ROWS=rows_of, SHARED=shared, CASE=planned.case,
        TOLD=frozenset({"units-short", "spend-short", "budget"}),
        NEW=object.__new__, LAZY=LazyDecision, SET=set_known, FULL=planned.quote,
    )  # fmt: skip
    _head(page)
    _state(page)
    _lines(page)
    hard = write_clauses(page)
    write_points(page)
    if on_top:
        page.names["TAX"] = taxed_at(tax.rate, included=False).tax_in
        page.by_line()
        page.add("on_top = sum([TAX(h[0]) for h in hits])")
    _tail(page, " + on_top" if on_top else "")
    page.names["HARD"] = hard
    found: Quick = page.function("quick")
    return found


def _head(page: Page) -> None:
    planned = page.planned
    page.open("def quick(situation, ruled=UNSET):")
    page.add("s = situation.__dict__; basket = s['basket'].__dict__; given = basket['lines']; c = s['customer']")
    page.add("redeem = basket['redeem']")
    points = " or redeem.points" if planned.points_paid_count else ""
    page.add(f"if basket['vouchers'] or redeem.rewards{points} or not given: return None")
    page.open("if c is None:")
    page.add("C = None; tier = None")
    page.back()
    page.open("else:")
    page.add("C = c.__dict__; tier = (C['tier'] or ENTRY(c)) if ruled is UNSET else ruled")
    page.back()


def _state(page: Page) -> None:
    """Looks up what the situation leaves open."""
    openings = page.planned.openings
    key = ["c is None", "tier"]
    if openings.timed:
        minute = "since.days * 1440 + since.seconds // 60"
        page.add("since = s['at'] - EPOCH")
        where = f"({minute}, basket['store'])" if page.planned.clocks.stores else minute
        page.add(f"known = MINUTES.get({where}) or TIMES(situation)")
        key.append("known[0]")
    if openings.known_codes:
        page.add("codes = (CODES.get(basket['codes']) or ENTERED(basket['codes'])) if basket['codes'] else None")
        key.append("codes")
    for name in ("store", "channel", "payment"):
        if getattr(openings, f"by_{name}"):
            key.append(f"basket[{name!r}]")
    for name, field in (("segments", "segments"), ("memberships", "memberships"), ("referral", "referred")):
        if getattr(openings, f"by_{name}"):
            key.append(f"C and C[{field!r}]")
    if openings.by_orders:
        page.add("meant = ORDERS.get(C['orders']) if C is not None else 0")
        page.add("if meant is None: meant = MEANT(C['orders'])")
        key.append("meant")
    page.add(f"key = ({', '.join(key)})")
    page.add("state = STATES.get(key) or STATE(key, situation, tier)")
    page.add("opens, wanted, closed, asks, opened = state")
    _personal(page)
    page.add("if opens & HARD: return None")


def _personal(page: Page) -> None:
    """Asks anew about the customer's own dates, and about limits where something has been used."""
    planned = page.planned
    turns = {offer.number: offer.index for offer in planned.promotions}
    limited = sum(1 << turns[number] for number, _ in planned.openings.limited)
    asked = []
    if planned.openings.own:
        asked.append("(asks and c is not None)")
    if limited:
        asked.append(f"(opens & {limited} and LIMITED(s['limits'], C and C['uses']))")
        page.names["LIMITED"] = planned.openings.used_up
    if asked:
        page.add(f"if {' or '.join(asked)}: opens, wanted, closed, asks, opened = PERSONAL(state, situation, tier)")


def _lines(page: Page) -> None:
    """One look at each line; `hits` are those that open clauses ask about: amount, bits, line, floor, list amount."""
    marks = page.planned.marks
    page.add("listed = some = low = 0; every = -1; hits = []")
    page.open("for line in given:")
    page.add("d = line.__dict__; mark = PRODUCTS.get(d['sku']); a = d['price'] * d['quantity']; listed += a")
    places = {"category": 1, "tags": 2, "price": 3}
    same = "".join([f" and mark[{places[name]}] == d[{name!r}]" for name in sorted(marks.looks_at)])
    page.add(f"b = mark[0] if mark is not None{same} else MARK(line)")
    page.add("some |= b; every &= b")
    page.open("if d['floor'] or d['tax'] is not None:")
    page.add("if d['tax'] is not None: return None")
    page.add("floor = min(d['floor'], d['price']) * d['quantity']; low += floor")
    page.add("if b & wanted: hits.append([a, b, d, floor, a])")
    page.back()
    page.add("elif b & wanted: hits.append([a, b, d, 0, a])")
    page.back()
    page.add("total = listed; ship = ship_listed = basket['shipping']; applied = []; refused = []")
    page.add("times = 1; bonus = figure = 0; stale = left_out = False")


def _tail(page: Page, on_top: str) -> None:
    planned = page.planned
    most = planned.policy.promotion_rules.most_together
    if most is not None:
        standing = {planned.offers[index].clause for index in planned.level_of}
        page.add(f"if len([1 for one in applied if one[0] not in {frozenset(standing)!r}]) > {most}: return None")
    if planned.this_order:
        page.open("if ruled is UNSET and c is not None:")
        page.add("after = REACHED(c, tier, total, points)")
        page.add("if after != tier: return quick(situation, after)")
        page.back()
    page.add("D = NEW(LAZY)")
    known = f"listed, total, ship, total + ship{on_top}, points, tier, applied, refused, closed"
    page.add(f"SET(D, (FULL, situation, {known}))")
    page.add("return D")
