"""What goes together: promotions that stand alone, and the most that may apply to one order."""

from __future__ import annotations

from dangol_policy.decision import Reason
from dangol_policy.interpret.case import Case
from dangol_policy.interpret.needs import Unmet
from dangol_policy.interpret.offers import Offer
from dangol_policy.interpret.run import Refused, Run, run


def best_run(case: Case, offers: list[Offer]) -> Run:
    """Everything that may stand together, against each promotion that stands alone: the customer gets the best."""
    alone = [offer for offer in offers if offer.alone]
    rest = [offer for offer in offers if not offer.alone]
    others = at_most_together(case, rest)
    if not alone:
        return others
    runs = {offer.clause: run(case, [offer]) for offer in alone}
    able = [offer for offer in alone if runs[offer.clause].applied]
    winner = _winner(able, runs, others)
    chosen = others if winner is None else runs[winner.clause]
    lost = [_lost(offer, runs[offer.clause], winner) for offer in alone if offer is not winner]
    if winner is not None:
        lost += _others_lost(others, winner)
    chosen.refused = [*chosen.refused, *lost]
    return chosen


def _winner(able: list[Offer], runs: dict[str, Run], others: Run) -> Offer | None:
    """The promotion that stands alone and wins; None when the others together do."""
    outright = [offer for offer in able if offer.by_priority]
    if outright:
        return min(outright, key=lambda offer: _rank(offer, 0))
    best = min(able, key=lambda offer: _rank(offer, runs[offer.clause].benefit), default=None)
    if best is None or not others.applied:
        return best
    ranks = [_rank(offer, others.benefit) for offer, _ in others.applied]
    return best if _rank(best, runs[best.clause].benefit) < min(ranks) else None


def _rank(offer: Offer, benefit: int) -> tuple[int, int, bool, str]:
    return (-benefit, -offer.priority, offer.code is not None, offer.clause)


def _lost(offer: Offer, own: Run, winner: Offer | None) -> Refused:
    """An offer that stands alone and did not win, with what it gave in its own run."""
    if not own.applied:
        return own.refused[0]
    reason = Reason("others-better") if winner is None else Reason("alone-better", other=winner.clause)
    return Refused(offer, (Unmet(reason),), own.benefit or None)


def _others_lost(others: Run, winner: Offer) -> list[Refused]:
    reason = (Unmet(Reason("alone-better", other=winner.clause)),)
    return [*others.refused, *(Refused(offer, reason, applied.amount or None) for offer, applied in others.applied)]


def at_most_together(case: Case, offers: list[Offer]) -> Run:
    """A run in which at most so many promotions apply as the policy allows: those that gave most."""
    found = run(case, offers)
    most = case.policy.promotion_rules.most_together
    promotions = [(offer, applied) for offer, applied in found.applied if offer.promotion is not None]
    if most is None or len(promotions) <= most:
        return found
    best_first = sorted(promotions, key=lambda one: _rank(one[0], one[1].amount))
    dropped = {offer.clause: applied.amount for offer, applied in best_first[most:]}
    refused = {one.offer.clause for one in found.refused}
    again = run(case, [offer for offer in offers if offer.clause not in dropped and offer.clause not in refused])
    reason = (Unmet(Reason("enough-together", need=most)),)
    again.refused += found.refused
    again.refused += [Refused(o, reason, dropped[o.clause] or None) for o in offers if o.clause in dropped]
    return again
