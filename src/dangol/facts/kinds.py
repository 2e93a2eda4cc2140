"""The closed list of what can happen: each kind of fact, in words, with the figures it carries."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from dangol.facts.errors import NotAFact

_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}", re.ASCII)
_BIGGEST = 2**63


def number(value: object) -> int:
    """A whole number: minor units of money, points, or a count."""
    if type(value) is not int or not -_BIGGEST <= value < _BIGGEST:
        raise NotAFact(f"{value!r} is not a whole number of 64 bits")
    return value


def row(value: object) -> str:
    """The id of a row, written as 32 hexadecimal digits."""
    if not isinstance(value, UUID):
        raise NotAFact(f"{value!r} is not the id of a row")
    return value.hex


def slug(value: object) -> str:
    """A name given by the policy or by the program, such as a tier or a channel; never a person's name."""
    if not isinstance(value, str) or not (value == "" or _SLUG.fullmatch(value)):
        raise NotAFact(f"{value!r} is not an identifier: letters, digits and _ . : - only")
    return value


@dataclass(frozen=True, slots=True)
class Kind:
    says: str
    figures: Mapping[str, Callable[[object], int | str]]


_MOVED: Mapping[str, Callable[[object], int | str]] = {
    "points": number,
    "lot": row,
    "pending": number,
    "usable": number,
    "spent": number,
    "expired": number,
    "reversed": number,
}
_USE: Mapping[str, Callable[[object], int | str]] = {"use": row, "times": number, "amount": number}

_REFUND: Mapping[str, Callable[[object], int | str]] = dict.fromkeys(
    ("goods", "shipping", "by_points", "points", "gift_card", "money", "fee", "kept_back"), number
)

KINDS: Mapping[str, Kind] = {
    "customer.enrolled": Kind("A customer was met for the first time.", {}),
    "customer.joined": Kind("A customer became a member of the programme.", {}),
    "customer.changed": Kind("Details of a customer were corrected.", {"fields": number}),
    "customer.identified": Kind("A phone number, e-mail or outside id was added.", {"identity": row, "kind": slug}),
    "customer.unidentified": Kind("A phone number, e-mail or outside id was removed.", {"identity": row, "kind": slug}),
    "customer.referred": Kind("A customer was brought by another customer.", {"referrer": row}),
    "customer.grouped": Kind("A customer was put into a segment, tag or membership.", {"kind": slug, "group": slug}),
    "customer.ungrouped": Kind("A customer left a segment, tag or membership.", {"kind": slug, "group": slug}),
    "customer.erased": Kind("What identified a customer was erased.", {"rows": number}),
    "card.code-sent": Kind("A code that opens a customer's card was sent to them.", {}),
    "staff.changed": Kind("A user of the business was added, changed or closed.", {"user": number, "role": slug}),
    "staff.password-set": Kind("A user of the business was given a new password.", {"user": number}),
    "staff.assigned": Kind("Somebody took on a role of the policy.", {"user": number, "duty": slug}),
    "staff.relieved": Kind("Somebody gave up a role of the policy.", {"user": number, "duty": slug}),
    "staff.acknowledged": Kind("Somebody has read what a version asks of a role.", {"user": number, "duty": slug}),
    "staff.checked": Kind(
        "Somebody answered the check questions of a brief.",
        {"user": number, "duty": slug, "right": number, "asked": number},
    ),
    "staff.coverage-waived": Kind(
        "A version may take effect although too few of the staff have read a clause (whole percents).",
        {"share": number, "needed": number},
    ),
    "key.created": Kind("A key for programs was made.", {}),
    "key.revoked": Kind("A key for programs was withdrawn.", {}),
    "draft.opened": Kind("Somebody began to work on a draft of the policy.", {}),
    "draft.submitted": Kind("A draft was handed in and became a version.", {"number": number}),
    "draft.reopened": Kind("A version was sent back, and its draft is worked on again.", {}),
    "draft.dropped": Kind("A draft is no longer worked on.", {}),
    "policy.drafted": Kind("A version of the policy was written down.", {}),
    "policy.checked": Kind("A version passed every check and its own examples.", {"warnings": number}),
    "policy.approved": Kind("A version was approved.", {}),
    "policy.sent-back": Kind("A version was sent back to its author.", {}),
    "policy.announced": Kind("A version was published for a later day.", {}),
    "policy.withdrawn": Kind("A published version was withdrawn before its day.", {}),
    "policy.in-force": Kind("A version came into force.", {}),
    "policy.retired": Kind("A version was followed by the next one.", {}),
    "purchase.placed": Kind(
        "A purchase was recorded.",
        {
            "goods": number,
            "discount": number,
            "shipping": number,
            "tax": number,
            "total": number,
            "by_points": number,
            "by_gift_card": number,
            "lines": number,
            "units": number,
            "currency": slug,
            "paid": number,
        },
    ),
    "purchase.paid": Kind("A purchase was paid.", {"total": number}),
    "purchase.delivered": Kind("A purchase reached the customer.", {}),
    "purchase.cancelled": Kind("A purchase was cancelled.", {"total": number, **_REFUND}),
    "clause.applied": Kind("A clause changed the price of a purchase.", {"amount": number, "times": number}),
    "return.accepted": Kind(
        "Goods came back.",
        {"return": row, "units": number, "fault": number, **_REFUND},
    ),
    "visit.recorded": Kind("A customer came by.", {"amount": number}),
    "visit.cancelled": Kind("A visit was recorded by mistake and taken back.", {"amount": number}),
    "points.earned": Kind("Points were earned with an order.", _MOVED),
    "points.granted": Kind("Points were given without an order.", _MOVED),
    "points.matured": Kind("Pending points became usable.", _MOVED),
    "points.spent": Kind("Points were spent.", _MOVED),
    "points.expired": Kind("Points expired.", _MOVED),
    "points.reversed": Kind("Points were taken back because what earned them was undone.", _MOVED),
    "points.restored": Kind("Spent points came back.", _MOVED),
    "points.adjusted": Kind("A person of the business corrected a balance.", _MOVED),
    "points.owed": Kind("Points already spent were taken back: the balance went below zero.", _MOVED),
    "points.repaid": Kind("Points filled a balance below zero.", _MOVED),
    "points.made-good": Kind("Spent points were taken back by other means than their lot.", _MOVED),
    "points.dated": Kind("Pending points got the day on which they become usable.", _MOVED),
    "points.waived": Kind("A balance below zero was let off, or made good by a smaller refund.", _MOVED),
    "measure.counted": Kind(
        "An amount began to count for the tier (or no longer counts, when negative).",
        {"spend": number, "visits": number, "points": number, "orders": number},
    ),
    "tier.changed": Kind("A customer moved to another tier.", {"from": slug, "to": slug, "reason": slug}),
    "tier.reviewed": Kind("A tier was reviewed and kept.", {"tier": slug}),
    "card.stamped": Kind("A visit card saw a visit and got its stamps.", {"stamp": row, "stamps": number}),
    "card.unstamped": Kind("Stamps were taken back.", {"stamp": row, "stamps": number}),
    "card.rewarded": Kind("So many full rounds of a visit card were rewarded.", {"rounds": number}),
    "voucher.issued": Kind("A voucher or gift was given.", {"kind": slug, "amount": number}),
    "voucher.used": Kind("A voucher or gift was used.", {"use": row}),
    "voucher.released": Kind("A used voucher became free again.", {"use": row}),
    "voucher.expired": Kind("A voucher or gift expired unused.", {}),
    "voucher.revoked": Kind("A voucher or gift was withdrawn.", {"reason": slug}),
    "promotion.reserved": Kind("One use of a promotion was set aside for an order.", _USE),
    "promotion.confirmed": Kind("A use of a promotion became final.", _USE),
    "promotion.released": Kind("A use of a promotion was given back.", _USE),
    "referral.waiting": Kind("The reward of a referral waits for a day.", {"referrer": row, "friend": row}),
    "referral.rewarded": Kind("A referral was rewarded.", {"referrer": row, "friend": row}),
    "referral.void": Kind("A referral will not be rewarded.", {"referrer": row, "friend": row, "reason": slug}),
    "work.died": Kind("Due work failed too often and waits for a person.", {"attempts": number, "work": slug}),
    "work.revived": Kind("A person let dead work be tried again.", {"work": slug}),
}


def checked(kind: str, figures: Mapping[str, object]) -> dict[str, int | str]:
    """The figures in the form they are kept; refuses what this kind does not carry."""
    known = KINDS.get(kind)
    if known is None:
        raise NotAFact(f"{kind!r} is no kind of fact; the kinds are listed in facts/kinds.py")
    return {name: _carried(kind, known, name)(value) for name, value in figures.items()}


def _carried(kind: str, known: Kind, name: str) -> Callable[[object], int | str]:
    check = known.figures.get(name)
    if check is None:
        carries = ", ".join(known.figures) or "none"
        raise NotAFact(f"{kind} carries no figure {name!r}; its figures: {carries}")
    return check
