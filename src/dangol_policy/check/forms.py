"""Forms: clauses that say too little or too much to mean one thing, and figures that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dangol_policy.check.subject import Subject, percent
from dangol_policy.model import gives
from dangol_policy.model.base import Part
from dangol_policy.model.conditions import NthOrder
from dangol_policy.model.examples import QUESTIONS
from dangol_policy.model.loyalty import Card, DiscountBenefit, EarnRule, NthTrigger, Pending, Redeem, ReferralReward
from dangol_policy.model.promotions import Brief
from dangol_policy.model.staff import Training
from dangol_policy.problems import Path, Problem

_ONE_OF: dict[type[Part], tuple[str, ...]] = {
    gives.Bundle: ("price", "percent", "amount"),
    EarnRule: ("rate", "points"),
    Pending: ("for", "from_day"),
}
_AT_MOST_ONE_OF: dict[type[Part], tuple[str, ...]] = {gives.Get: ("percent", "amount"), EarnRule: ("per", "per_full")}
_AT_LEAST_ONE_OF: dict[type[Part], tuple[str, ...]] = {
    NthOrder: ("at_least", "at_most", "every"),
    NthTrigger: ("order", "visit", "anniversary", "birthday"),
    ReferralReward: ("points", "voucher"),
}
_DIVISORS: dict[type[Part], tuple[str, ...]] = {
    gives.PerSpend: ("per_spend",),
    EarnRule: ("per", "per_full"),
    Card: ("stamps_per",),
    Redeem: ("worth",),
}


_DISCOUNTS: tuple[type[Part], ...] = (
    *(gives.Percent, gives.Nth, gives.FreeUnits, gives.Get, gives.Bundle, gives.Voucher),
    DiscountBenefit,
)


def one_form_is_chosen(subject: Subject) -> Iterator[Problem]:
    """Where a clause has several forms, exactly one is written."""
    for path, part in subject.parts(*{**_ONE_OF, **_AT_LEAST_ONE_OF}):
        keys = _ONE_OF.get(type(part), _AT_LEAST_ONE_OF.get(type(part), ()))
        if not _present(part, keys):
            yield subject.problem("missing-key", f"one of {_listed(keys)} is missing here", path)
    for forms in (_ONE_OF, _AT_MOST_ONE_OF):
        for path, part in subject.parts(*forms):
            present = _present(part, forms[type(part)])
            if len(present) > 1:
                at = (*path, present[1])
                yield subject.problem("contradiction", f"{_listed(present)} exclude each other", at, key=True)


def points_are_per_something(subject: Subject) -> Iterator[Problem]:
    """Points are earned per unit or per amount."""
    for path, rule in subject.parts(EarnRule):
        if rule.points is not None and rule.per is None and rule.per_full is None:
            message = "it is not said what these points are earned for"
            hint = "Add `per: unit`, `per: 1000` or `per_full: 1000`."
            yield subject.problem("missing-key", message, (*path, "points"), key=True, hint=hint)


def divisors_are_not_zero(subject: Subject) -> Iterator[Problem]:
    """An amount that is divided by is not zero."""
    for path, part in subject.parts(*_DIVISORS):
        for key in _DIVISORS[type(part)]:
            if getattr(part, key) == 0:
                yield subject.problem("bad-number", f"`{key}` must be more than 0", (*path, key))


def shares_are_at_most_whole(subject: Subject) -> Iterator[Problem]:
    """Discounts, and shares of something, are at most 100%."""
    for path, part in subject.parts(*_DISCOUNTS):
        for key in ("percent", "discount", "voucher"):
            for rate in _rates(getattr(part, key, None)):
                if rate > 1:
                    message = f"a discount of {percent(rate)} is more than the price"
                    yield subject.problem("discount-above-price", message, (*path, key))
    for path, redeem in subject.parts(Redeem):
        if redeem.up_to is not None and redeem.up_to > 1:
            yield subject.problem("bad-number", "points can pay at most 100% of an order", (*path, "up_to"))
    for path, brief in subject.parts(Brief):
        if brief.share is not None and brief.share > 1:
            yield subject.problem("bad-number", "at most 100% of the staff can know the promotion", (*path, "share"))
    for path, training in subject.parts(Training):
        for key in ("passed", "share"):
            if (getattr(training, key) or 0) > 1:
                yield subject.problem("bad-number", f"`{key}` can be 100% at most", (*path, key))


def gifts_can_be_given(subject: Subject) -> Iterator[Problem]:
    """Buy-and-get and groups of units leave something to pay for and say what is given."""
    for path, group in subject.parts(gives.FreeUnits):
        if group.units >= group.of_each:
            message = f"{group.units} of each {group.of_each} units would be free, so nothing would be paid"
            yield subject.problem("discount-above-price", message, (*path, "units"))
    for path, get in subject.parts(gives.Get):
        bought = get.for_each.of.product
        if get.source == "proposed" and get.product is None and len(bought) != 1:
            message = "it is not said which product is proposed"
            yield subject.problem("missing-key", message, path, hint="Add `product: …`.")
    for path, bundle in subject.parts(gives.Bundle):
        if sum(part.units for part in bundle.bundle) < 2:
            yield subject.problem("bad-value", "a bundle has at least two units", (*path, "bundle"))


def examples_are_whole(subject: Subject) -> Iterator[Problem]:
    """An example is a situation with an expectation, a story with what it leads to, or a question with its answer."""
    for index, example in enumerate(subject.policy.examples):
        path: Path = ("examples", index)
        written = _present(example, ("given", "story", *QUESTIONS))
        if len(written) > 1:
            listed = " and ".join(f"`{key}`" for key in written)
            yield subject.problem("contradiction", f"an example is one of {listed}, not both", path)
        elif not written:
            yield subject.problem("missing-key", f"`given` (or `story`, {_listed(QUESTIONS)}) is missing here", path)
        elif example.given is not None and example.expect is None:
            yield subject.problem("missing-key", "`expect` is missing here", path)
        elif written[0] in QUESTIONS and example.answer is None:
            yield subject.problem("missing-key", "`answer` is missing here", path)


def _present(part: Part, keys: tuple[str, ...]) -> list[str]:
    names = {field.alias or name: name for name, field in type(part).model_fields.items()}
    return [key for key in keys if getattr(part, names[key]) not in (None, False, ())]


def _listed(keys: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _rates(value: object) -> list[Decimal]:
    values = value.values() if isinstance(value, dict) else (value,)
    return [one for one in values if isinstance(one, Decimal)]
