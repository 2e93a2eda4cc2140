"""Which concepts a clause is about by its kind, whatever words its sentence uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dangol_policy.model import contact, gives, loyalty, privacy, promotions, responsibility, returns, scripts, voice
from dangol_policy.model.base import Clause
from dangol_policy.model.cases import CaseKind, Severity
from dangol_policy.model.channels import Channel
from dangol_policy.model.conditions import Who
from dangol_policy.model.policy import Policy
from dangol_policy.model.standards import Pause, Standard
from dangol_policy.model.style import Style

Weights = Mapping[str, float]
"""How much a clause is about each concept, 1 at most."""

_PLACES: dict[str, Weights] = {
    "loyalty.points.expire": {"points": 1, "expire": 1, "howlong": 0.6},
    "loyalty.points.pending": {"points": 1, "pending": 1, "spend": 0.3, "howlong": 0.4},
    "loyalty.points.redeem": {"points": 1, "spend": 1},
    "loyalty.points.rounding": {"points": 0.7, "earn": 0.3},
    "loyalty.points.if_already_spent": {"points": 0.8, "return": 0.6, "spend": 0.3},
    "loyalty.points.restored_valid": {"points": 0.8, "return": 0.6, "expire": 0.5},
    "loyalty.tiers": {"tier": 1, "reach": 0.5, "howlong": 0.2},
    "loyalty.tiers.review": {"tier": 1, "review": 1},
    "promotion_rules": {"promotion": 0.7, "combine": 1, "discount": 0.4},
    "promotion_rules.notice": {"promotion": 0.7, "update": 0.4},
    "returns.refund": {"refund": 1, "howlong": 0.7, "return": 0.5, "shipping": 0.3},
    "returns.return_shipping": {"return": 0.8, "shipping": 0.9, "cost": 0.9},
    "returns.tier_at": {"return": 0.6, "tier": 0.6},
}
"""Parts of the policy that are no clauses, by their place."""

_FIXED: dict[type, Weights] = {
    loyalty.EarnRule: {"points": 1, "earn": 1},
    loyalty.Reward: {"points": 1, "reward": 1, "spend": 0.6},
    loyalty.Card: {"stamp": 1, "reward": 0.4, "gets": 0.8},
    loyalty.Referral: {"referral": 1, "gets": 0.8},
    loyalty.Membership: {"member": 1, "expire": 0.4, "cost": 0.3},
    returns.Exclusion: {"return": 0.9, "cannot": 1, "refund": 0.5, "mind": 0.4},
    returns.Condition: {"return": 0.9, "condition": 1, "refund": 0.3, "mind": 0.2},
    returns.Fee: {"return": 1, "cost": 1, "mind": 0.3, "shipping": 0.4},
    returns.Exchange: {"exchange": 1, "howlong": 0.5, "mind": 0.3},
    returns.WarrantyRule: {"warranty": 1, "howlong": 0.4, "fault": 0.4},
    Pause: {"pause": 1, "answer": 0.3},
    contact.ConsentRule: {"advertising": 1, "consent": 1},
    contact.QuietHours: {"advertising": 1, "night": 1},
    contact.Cap: {"advertising": 1, "often": 1},
    contact.Rest: {"advertising": 1, "complaint": 0.8},
    contact.LabelRule: {"advertising": 1},
    contact.Register: {"advertising": 0.8, "consent": 0.8},
    contact.Floor: {"often": 0.7, "update": 0.3},
    voice.Survey: {"survey": 1, "complaint": 0.3},
    voice.Fatigue: {"survey": 1, "often": 1},
    voice.Reviews: {"survey": 0.8, "answer": 0.4},
    voice.Ideas: {"survey": 0.6},
    privacy.Leak: {"privacy": 0.6, "leak": 1, "howlong": 0.3},
    scripts.Flow: {"script": 1},
    scripts.Question: {"script": 0.3},
    Style: {"script": 0.4},
}

_SORTS = {
    "complaint": "complaint",
    "question": "question",
    "advice": "question",
    "return": "return",
    "exchange": "exchange",
    "warranty": "warranty",
    "privacy": "privacy",
}
_POWERS = {
    "refund": "refund",
    "voucher": "voucher_give",
    "apology": "apology",
    "gift": "reward",
    "discount": "discount",
    "points": "points",
    "exchange": "exchange",
    "repair": "warranty",
}


def kinds_of(policy: Policy) -> dict[str, Weights]:
    """The concepts of every clause and place by its kind."""
    sorts = {kind.id: _SORTS.get(kind.sort, "") for kind in policy.cases.kinds}
    found: dict[str, Weights] = dict(_PLACES)
    for _, clause in policy.clauses():
        weights = dict(_FIXED.get(type(clause), {}))
        weights |= {name: weight for name, weight in _by_content(clause, sorts) if name}
        found[clause.id] = weights
    return found


def _by_content(clause: Clause, sorts: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    match clause:
        case loyalty.Level():
            yield from (("tier", 1.0), ("reach", 0.8))
            yield from (("benefit", 0.9), ("gets", 0.9)) if clause.benefits else (("benefit", 0.1),)
            yield from _benefits(clause)
        case loyalty.SignatureGesture():
            yield from (("warm", 0.7), ("reward", 0.5), ("gets", 0.8))
            yield from _trigger(clause)
        case promotions.Promotion():
            yield "promotion", 0.9
            yield from _gift(clause.gives)
            yield from _who(clause.who)
            yield "code", 1.0 if clause.code else 0.0
        case returns.Window():
            yield from (("return", 1.0), ("refund", 0.8), ("howlong", 0.7))
            yield "fault", 1.0 if "fault" in clause.reasons else 0.0
            yield "mind", 1.0 if "change of mind" in clause.reasons else 0.0
        case Standard():
            yield from _standard(clause, sorts)
        case CaseKind():
            yield sorts.get(clause.id, ""), 0.5
        case Severity():
            yield "grave", 0.9 if clause.first else 0.1
        case Channel():
            yield from (("contact", 1.0), ("person", 0.7), ("identity", 0.7 if clause.identity else 0.0))
            yield from (("answer", 0.4), ("cost", 0.4 if clause.charge is not None else 0.0))
        case responsibility.Level():
            yield "authority", 1.0
            yield from ((_POWERS.get(power.give, ""), 0.8) for power in clause.may)
            yield "rise", 1.0 if clause.rises else 0.4
            yield "grave", 0.5 if clause.rises and clause.rises.severity else 0.0
            yield "complaint", 0.3
        case privacy.Data():
            yield from (("privacy", 1.0), ("keep", 1.0), ("erase", 0.5), ("howlong", 0.3))
            yield "consent", 0.5 if clause.ground == "consent" else 0.0
            yield "advertising", 0.6 if clause.sort == "marketing profile" else 0.0
        case privacy.Request():
            yield from (("privacy", 1.0), ("howlong", 0.4), ("answer", 0.3))
            yield "erase", 1.0 if "erasure" in clause.kind else 0.0
            yield "request", 1.0 if {"access", "correction", "copy"} & set(clause.kind) else 0.3
            yield "consent", 0.6 if "withdrawal" in clause.kind else 0.0


def _benefits(level: loyalty.Level) -> Iterator[tuple[str, float]]:
    for benefit in level.benefits:
        match benefit:
            case loyalty.BirthdayBenefit():
                yield from (("birthday", 1.0), ("code", 0.4))
            case loyalty.DiscountBenefit():
                yield "discount", 0.9
            case loyalty.FreeBenefit():
                yield from (("free", 0.8), ("return" if benefit.free == "returns" else "shipping", 0.8), ("cost", 0.5))
            case loyalty.WarrantyBenefit():
                yield "warranty", 0.7
            case loyalty.WelcomeBenefit():
                yield "code", 0.5


def _trigger(gesture: loyalty.SignatureGesture) -> Iterator[tuple[str, float]]:
    trigger = gesture.on
    yield "first_order", 1.0 if 1 in (trigger.order, trigger.visit) else 0.0
    yield "anniversary", 1.0 if trigger.anniversary else 0.0
    yield "birthday", 1.0 if trigger.birthday else 0.0
    yield "stamp", 0.5 if trigger.visit else 0.0


def _gift(given: object) -> Iterator[tuple[str, float]]:
    match given:
        case gives.Shipping():
            yield from (("shipping", 1.0), ("free", 0.9 if given.shipping == "free" else 0.3), ("cost", 0.3))
        case gives.Voucher():
            yield from (("code", 0.8), ("discount", 0.4))
        case gives.Points() | gives.TimesPoints():
            yield from (("points", 0.9), ("earn", 0.9))
        case gives.Item():
            yield "reward", 0.8
        case gives.Bundle():
            yield from (("set", 1.0), ("discount", 0.6))
        case _:
            key = getattr(type(given), "key", "")
            yield "warranty" if key == "warranty" else "discount", 0.9


def _who(who: Who | None) -> Iterator[tuple[str, float]]:
    if who is None:
        return
    yield "birthday", 1.0 if who.birthday else 0.0
    yield "first_order", 1.0 if who.order == 1 else 0.0
    yield "away", 1.0 if who.no_order_for else 0.0
    yield "member", 0.8 if who.membership or who.member else 0.0
    yield "tier", 0.4 if who.tier else 0.0
    yield "referral", 0.8 if who.referred else 0.0


def _standard(standard: Standard, sorts: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    yield from (("answer", 1.0), ("howlong", 0.8))
    yield from ((sorts.get(kind, ""), 0.8) for kind in standard.kind)
    yield "question", 0.9 if any(sorts.get(kind) == "question" for kind in standard.kind) else 0.0
    yield "complaint", 0.9 if any(sorts.get(kind) == "complaint" for kind in standard.kind) else 0.0
    yield "grave", 0.9 if standard.severity else 0.0
    for key, name in (("resolve", "resolve"), ("acknowledge", "receipt_told"), ("update_every", "update")):
        yield name, 1.0 if getattr(standard, key) else 0.0
    yield "missed", 1.0 if standard.if_missed else 0.0
