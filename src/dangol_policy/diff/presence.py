"""A clause that is new or gone: what that means for customers, by its kind and by what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from dangol_policy.diff.verdict import Verdict
from dangol_policy.model import channels, contact, loyalty, privacy, returns, standards
from dangol_policy.model.base import Clause
from dangol_policy.model.policy import Policy
from dangol_policy.model.promotions import Promotion

_GIVES: tuple[type[Clause], ...] = (
    *(loyalty.EarnRule, loyalty.Reward, loyalty.Card, loyalty.Referral, loyalty.Membership, loyalty.SignatureGesture),
    *(returns.Window, returns.Exchange, returns.WarrantyRule, channels.Channel),
    *(contact.Register, contact.ConsentRule, contact.LabelRule, contact.QuietHours, contact.Cap, contact.Rest),
    *(privacy.Request, privacy.Leak),
)
"""Each adds to what customers have: earn rules add up, of several windows the longest holds, every rule is asked."""
_TAKES: tuple[type[Clause], ...] = (returns.Exclusion, returns.Condition, privacy.Data)
_ALONE: Mapping[type[Clause], bool] = {standards.Standard: True, returns.Fee: False}
"""Of several that match the narrower one holds, so only the first and the last of them can be judged: is it good?"""


def gained(clause: Clause, without: Policy) -> Verdict:
    """What it means that the clause is new in a policy that was `without` it; its mirror is that it is gone."""
    if isinstance(clause, Promotion):
        return _promotion(clause)
    if isinstance(clause, _GIVES):
        return Verdict.BETTER
    if isinstance(clause, _TAKES):
        return Verdict.WORSE
    good = _ALONE.get(type(clause))
    if good is None or any(type(other) is type(clause) for _, other in without.clauses()):
        return Verdict.UNKNOWN
    return Verdict.BETTER if good else Verdict.WORSE


def _promotion(promotion: Promotion) -> Verdict:
    """The best of a group is kept for the customer, unless this one goes before others or takes points away."""
    combine = promotion.combine
    simple = combine.choose == "best" and not combine.alone and promotion.points == "earned"
    return Verdict.BETTER if simple else Verdict.UNKNOWN
