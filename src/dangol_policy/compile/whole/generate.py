"""Writes the function that runs a policy's clauses over a basket, each at its turn, whatever their kinds.

The text is made only of numbers and of `repr()` of validated values; everything else is handed in by name. Usual gifts
are written out on amounts by line; the others call what was prepared for them.
"""

from __future__ import annotations

from collections.abc import Sequence

from dangol_policy.compile import engine
from dangol_policy.compile.engine import Runner
from dangol_policy.compile.marks import Marks
from dangol_policy.compile.offers import Offer
from dangol_policy.compile.whole.gifts import write_gift, write_member
from dangol_policy.compile.whole.needs import write_need
from dangol_policy.compile.whole.page import Page
from dangol_policy.decision import NotApplied, Reason
from dangol_policy.interpret.needs import Unmet

LAST_PHASE = 5
VOUCHERS_BEFORE = 4
"""The phase before which vouchers are used."""


def generate(offers: Sequence[Offer], marks: Marks) -> Runner:
    """The run of offers that are given in the order of their turns."""
    page = Page(marks)
    page.names.update(
        RUN=engine.Run,
        OFFERS=tuple(offers),
        EMPTY=engine.nothing_bought,
        VOUCHERS=engine.vouchers,
        SINGLE=engine.single,
        VALUED=engine.valued,
        DECIDE=engine.decide,
        ACT=engine.act,
        ACT_LATER=engine.act_later,
        ON_LINES=engine.act_on_lines,
        ON_SHIPPING=engine.act_on_shipping,
        REFUSE=engine.refuse,
        NOTHING_MATCHES=engine.NOTHING_MATCHES,
        REFUSED=NotApplied,
        REASON=Reason,
        UNMET=Unmet,
    )
    page.names.update({f"O{offer.index}": offer for offer in offers})
    groups: dict[str, list[Offer]] = {}
    for offer in offers:
        if offer.group is not None:
            groups.setdefault(offer.group, []).append(offer)
    for members in groups.values():
        _group(page, members)
    _head(page, [f"won{members[0].index}" for members in groups.values()])
    phase = 0
    for offer in offers:
        while phase < offer.turn[0]:
            phase += 1
            _begin(page, phase)
        if offer.group is None:
            page.open(f"if keep & {1 << offer.index}:")
            _single(page, offer)
            page.back()
        else:
            _member(page, offer, groups[offer.group])
    while phase < LAST_PHASE:
        phase += 1
        _begin(page, phase)
    page.add("return found")
    found: Runner = page.function("run", "<run of a policy>")
    return found


_ALIASES = (
    "tier = asked.tier; R = asked.opened.reasons; unmatched = asked.opened.unmatched; codes = asked.codes",
    "amounts = L.amounts; listed = L.listed; quantities = L.quantities; refused = found.refused",
    "bits = L.bits; some = L.any_bits; floored = L.floored; in_all = sum(listed)",
)


def _head(page: Page, groups: Sequence[str]) -> None:
    page.open("def run(L, asked, keep):")
    page.add("found = RUN(L)")
    page.open("if not L.count:")
    page.add("EMPTY(found, asked, [asked.chosen.get(o.index, o) for o in OFFERS if keep >> o.index & 1])")
    page.add("if asked.with_vouchers is not None: VOUCHERS(found, asked, asked.with_vouchers)")
    page.add("return found")
    page.back()
    for line in (*_ALIASES, *[f"{won} = 0" for won in groups]):
        page.add(line)


def _begin(page: Page, phase: int) -> None:
    if phase == VOUCHERS_BEFORE:
        page.add("if asked.with_vouchers is not None: VOUCHERS(found, asked, asked.with_vouchers)")
    if page.marks.dynamic:
        page.add("L.begin_phase(); bits = L.bits; some = L.any_bits")


def _group(page: Page, members: Sequence[Offer]) -> None:
    """A function that decides a group: the winner with its effect, or None."""
    page.open(f"def group{members[0].index}(found, L, asked, keep):")
    for line in (*_ALIASES, "members = []"):
        page.add(line)
    for member in members:
        page.open(f"if keep & {1 << member.index}:")
        unmet = write_need(page, member)
        if not write_member(page, member, unmet):
            page.add(f"members.append(VALUED(found, asked, O{member.index}, {unmet}))")
        page.back()
    page.add("return DECIDE(found, asked, members)")
    page.back()


def _member(page: Page, offer: Offer, members: Sequence[Offer]) -> None:
    """The first member that takes part decides the group; the winner acts at its own turn."""
    first, index = members[0].index, offer.index
    next_to_one_another = len(members) == members[-1].index - first + 1 and members[0].phase == members[-1].phase
    page.open(f"if keep & {1 << index}:")
    page.open(f"if won{first} == 0:")
    page.add(f"won{first} = group{first}(found, L, asked, keep)")
    if next_to_one_another:
        page.add(f"if won{first}: ACT(found, asked, *won{first}[:2])")
        page.back()
    else:
        page.back()
        page.add(f"if won{first} and won{first}[0] is O{index}: ACT_LATER(found, asked, won{first})")
    page.back()


def _single(page: Page, offer: Offer) -> None:
    """An offer that stands for itself."""
    index = offer.index
    reward = offer.points_each > 0
    if reward or offer.budget is not None:
        page.add(f"O = asked.chosen[{index}]" if reward else f"O = O{index}")
        unmet = write_need(page, offer)
        page.add(f"SINGLE(found, asked, O, {'O.reasons' if reward else f'R[{offer.number}]'}, {unmet})")
        return
    page.add(f"r = R[{offer.number}]" if offer.number >= 0 else "r = ()")
    unmet = write_need(page, offer)
    if not write_gift(page, offer, unmet):
        page.add(f"SINGLE(found, asked, O{index}, r, {unmet})")
