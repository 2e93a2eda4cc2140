"""From the customer's side: costs that come as a surprise, burdens, and choices that are none."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.subject import Subject
from dangol_policy.model.channels import Channel
from dangol_policy.model.conditions import EVERYTHING
from dangol_policy.model.privacy import Data
from dangol_policy.model.returns import Condition
from dangol_policy.problems import Problem

_NOT_DIGITAL = ("phone", "post", "store")


def complaining_costs_nothing(subject: Subject) -> Iterator[Problem]:
    """No charge, and no identity card, for a way by which complaints come in."""
    for path, channel in _for_complaints(subject):
        if channel.charge:
            message = f"a customer who complains by `{channel.id}` pays {subject.money(channel.charge)}"
            yield subject.problem("harms-customer", message, (*path, "charge"), hint="Let complaining cost nothing.")
        if "identity card" in channel.identity:
            message = f"a customer must show an identity card to complain by `{channel.id}`"
            hint = "Ask for what the case needs, such as the order number."
            yield subject.problem("harms-customer", message, (*path, "identity"), hint=hint)


def complaining_is_open_to_all(subject: Subject) -> Iterator[Problem]:
    """More than one way to complain, one of them without a screen."""
    ways = {channel.means for _, channel in _for_complaints(subject)}
    if subject.policy.channels and _complaints(subject) and (len(ways) < 2 or not ways.intersection(_NOT_DIGITAL)):
        found = ", ".join(sorted(ways)) or "no channel"
        message = f"complaints come in by {found} alone"
        hint = "Open a second way, and one that needs no screen: phone, post or the store."
        yield subject.problem("harms-customer", message, ("channels",), key=True, hint=hint)


def _complaints(subject: Subject) -> set[str]:
    return {kind.id for kind in subject.policy.cases.kinds if kind.sort == "complaint"}


def _for_complaints(subject: Subject) -> Iterator[tuple[tuple[str | int, ...], Channel]]:
    kinds = _complaints(subject)
    yield from (
        (path, one) for path, one in subject.parts(Channel) if not one.purposes or kinds.intersection(one.purposes)
    )


def returns_are_paid_once(subject: Subject) -> Iterator[Problem]:
    """A customer pays the way back or a fee, not both."""
    returns = subject.policy.returns
    if returns is not None and returns.fees and returns.return_shipping == "customer":
        message = f"a customer pays the way back and {subject.money(returns.fees[0].fee)} by `{returns.fees[0].id}`"
        hint = "Write `return_shipping: business` where the fee is for the way back, or drop the fee."
        yield subject.problem("harms-customer", message, ("returns", "fees", 0, "fee"), hint=hint)


def refunds_are_money(subject: Subject) -> Iterator[Problem]:
    """Who sends goods back need not buy something else."""
    returns = subject.policy.returns
    if returns is not None and returns.refund.method == "store credit":
        message = "money that was paid does not come back, only credit for another purchase"
        hint = "Write `as paid` or `customer's choice`."
        yield subject.problem("harms-customer", message, ("returns", "refund", "method"), hint=hint)


def goods_may_be_looked_at(subject: Subject) -> Iterator[Problem]:
    """Goods that were bought unseen may be unpacked to look at them."""
    for path, condition in subject.parts(Condition):
        if subject.sells_at_a_distance and "unopened" in condition.state and condition.of == EVERYTHING:
            message = "goods bought unseen go back only unopened, so nobody can look at them first"
            hint = "Name under `of:` the goods for which it matters, such as food."
            yield subject.problem("harms-customer", message, (*path, "state"), hint=hint)


def consent_can_be_refused(subject: Subject) -> Iterator[Problem]:
    """Where the ground is consent, service goes on without it."""
    for path, data in subject.parts(Data):
        if data.ground == "consent" and not data.optional:
            message = f"`{data.id}` rests on consent, and a customer who refuses is not served"
            hint = "Write `optional: true`, or name the ground that makes it necessary."
            yield subject.problem("harms-customer", message, (*path, "ground"), hint=hint)
