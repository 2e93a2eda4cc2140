"""What goes together, on prepared offers: the same choices as `interpret.together`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dangol_policy.compile.engine import Asked, Refusal, Run, run
from dangol_policy.compile.lines import Lines
from dangol_policy.compile.offers import Offer
from dangol_policy.decision import Reason

OTHERS_BETTER = (Reason("others-better"),)


def best_run(fresh: Callable[[], Lines], asked: Asked, offers: Sequence[Offer], most: int | None) -> Run:
    """Everything that may stand together, against each promotion that stands alone: the customer gets the best."""
    alone = [offer for offer in offers if offer.alone]
    if not alone:
        return _in_turn(at_most_together(fresh, asked, offers, most), grouped=any(offer.group for offer in offers))
    others = at_most_together(fresh, asked, [offer for offer in offers if not offer.alone], most)
    runs = {offer.clause: run(fresh(), asked, [offer]) for offer in alone}
    winner = _winner([offer for offer in alone if runs[offer.clause].applied], runs, others)
    chosen = others if winner is None else runs[winner.clause]
    lost = [_lost(offer, runs[offer.clause], winner) for offer in alone if offer is not winner]
    if winner is not None:
        lost += _others_lost(others, winner)
    chosen.refused += lost
    return _in_turn(chosen, grouped=True)


def _in_turn(found: Run, *, grouped: bool) -> Run:
    """Refusals in the order of turns; without groups they are in it already."""
    if grouped:
        found.refused.sort(key=lambda one: one.offer.turn)
    return found


def _winner(able: list[Offer], runs: dict[str, Run], others: Run) -> Offer | None:
    outright = [offer for offer in able if offer.by_priority]
    if outright:
        return min(outright, key=lambda offer: offer.rank)
    best = min(able, key=lambda offer: (-runs[offer.clause].benefit, offer.rank), default=None)
    if best is None or not others.applied:
        return best
    least = min((-others.benefit, offer.rank) for offer, _ in others.applied)
    return best if (-runs[best.clause].benefit, best.rank) < least else None


def _lost(offer: Offer, own: Run, winner: Offer | None) -> Refusal:
    if not own.applied:
        return own.refused[0]
    reasons = OTHERS_BETTER if winner is None else (Reason("alone-better", other=winner.clause),)
    return Refusal(offer, reasons, own.benefit or None)


def _others_lost(others: Run, winner: Offer) -> list[Refusal]:
    reasons = (Reason("alone-better", other=winner.clause),)
    return [*others.refused, *[Refusal(offer, reasons, applied.amount or None) for offer, applied in others.applied]]


def at_most_together(fresh: Callable[[], Lines], asked: Asked, offers: Sequence[Offer], most: int | None) -> Run:
    """A run in which at most so many promotions apply as the policy allows: those that gave most."""
    found = run(fresh(), asked, offers)
    promotions = [(offer, applied) for offer, applied in found.applied if offer.promotion is not None]
    if most is None or len(promotions) <= most:
        return found
    best_first = sorted(promotions, key=lambda one: (-one[1].amount, one[0].rank))
    dropped = {offer.clause: applied.amount for offer, applied in best_first[most:]}
    refused = {one.offer.clause for one in found.refused}
    again = run(fresh(), asked, [o for o in offers if o.clause not in dropped and o.clause not in refused])
    reasons = (Reason("enough-together", need=most),)
    again.refused += found.refused
    again.refused += [Refusal(o, reasons, dropped[o.clause] or None) for o in offers if o.clause in dropped]
    again.refused.sort(key=lambda one: one.offer.turn)
    return again
