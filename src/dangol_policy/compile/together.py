"""What goes together, on a generated run: the same choices as `interpret.together`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dangol_policy.compile.engine import Asked, Run, Runner
from dangol_policy.compile.lines import Lines
from dangol_policy.compile.offers import Offer
from dangol_policy.decision import NotApplied, Reason

OTHERS_BETTER = (Reason("others-better"),)


@dataclass(frozen=True, slots=True)
class Together:
    """What one order may come to: a run, and the policy's word on how much goes together."""

    run: Runner
    offers: Sequence[Offer]
    """In the order of their turns."""
    most: int | None
    """Most promotions that may apply to one order."""

    def best(self, fresh: Callable[[], Lines], asked: Asked, keep: int) -> Run:
        """Everything that may stand together, against each promotion that stands alone: the customer gets the best."""
        alone = [offer for offer in self.offers if offer.alone and keep >> offer.index & 1]
        if not alone:
            return self._at_most(fresh, asked, keep)
        others = self._at_most(fresh, asked, keep & ~_bits(alone))
        runs = {offer.clause: self.run(fresh(), asked, _bits([offer])) for offer in alone}
        winner = _winner([offer for offer in alone if runs[offer.clause].applied], runs, others)
        chosen = others if winner is None else runs[winner.clause]
        for offer in alone:
            if offer is not winner:
                _lost(chosen, offer, runs[offer.clause], winner)
        if winner is not None:
            _others_lost(chosen, others, winner)
        return chosen

    def _at_most(self, fresh: Callable[[], Lines], asked: Asked, keep: int) -> Run:
        """A run in which at most so many promotions apply as the policy allows: those that gave most."""
        found = self.run(fresh(), asked, keep)
        if self.most is None:
            return found
        promotions = [(offer, applied) for offer, applied in found.applied if offer.promotion is not None]
        if len(promotions) <= self.most:
            return found
        best_first = sorted(promotions, key=lambda one: (-one[1].amount, one[0].rank))
        dropped = best_first[self.most :]
        refused = sum(1 << index for index, _ in found.refused)
        again = self.run(fresh(), asked, keep & ~refused & ~_bits([offer for offer, _ in dropped]))
        reasons = (Reason("enough-together", need=self.most),)
        again.refused += found.refused
        again.missed += found.missed
        again.refused += [_refused(offer, reasons, applied.amount) for offer, applied in dropped]
        return again


def _bits(offers: Iterable[Offer]) -> int:
    return sum(1 << offer.index for offer in offers)


def _refused(offer: Offer, reasons: tuple[Reason, ...], amount: int) -> tuple[int, NotApplied]:
    return offer.index, NotApplied(offer.clause, reasons, amount or None)


def _winner(able: list[Offer], runs: dict[str, Run], others: Run) -> Offer | None:
    outright = [offer for offer in able if offer.by_priority]
    if outright:
        return min(outright, key=lambda offer: offer.rank)
    best = min(able, key=lambda offer: (-runs[offer.clause].benefit, offer.rank), default=None)
    if best is None or not others.applied:
        return best
    least = min((-others.benefit, offer.rank) for offer, _ in others.applied)
    return best if (-runs[best.clause].benefit, best.rank) < least else None


def _lost(chosen: Run, offer: Offer, own: Run, winner: Offer | None) -> None:
    """Adds what is said of a promotion that stands alone and was not chosen."""
    if not own.applied:
        chosen.refused.append(own.refused[0])
        chosen.missed += own.missed
        return
    reasons = OTHERS_BETTER if winner is None else (Reason("alone-better", other=winner.clause),)
    chosen.refused.append(_refused(offer, reasons, own.benefit))


def _others_lost(chosen: Run, others: Run, winner: Offer) -> None:
    reasons = (Reason("alone-better", other=winner.clause),)
    chosen.refused += others.refused
    chosen.missed += others.missed
    chosen.refused += [_refused(offer, reasons, applied.amount) for offer, applied in others.applied]
