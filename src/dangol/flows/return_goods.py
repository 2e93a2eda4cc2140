"""Goods come back: judged by the policy version in force at purchase, refunded, points settled."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from dangol.facts.actions import Answer
from dangol.flows import loading
from dangol.flows.errors import NotFound
from dangol.flows.reading import Declared
from dangol.flows.standing import reading_tale
from dangol.flows.telling import Json, Stage, purchase_numbered, stage, told, translated
from dangol.flows.versions import Versions
from dangol.lib.act import Act
from dangol.sales import queries as sold
from dangol_policy.story import due, undo
from dangol_policy.story.answers import Writer
from dangol_policy.story.refused import Refused as StepRefused

Reason = Literal["change of mind", "fault", "wrong item"]


def return_goods(
    *,
    number: str,
    lines: Mapping[str, int] | None = None,
    reason: Reason = "change of mind",
    money: Declared = "major",
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """Takes units back by line id, everything when no line is named. Raises NotAllowed with the policy's reasons."""

    def story(act: Act) -> Json:
        scene = stage(act, order=purchase_numbered(number), money=money)
        done = undo.return_goods(scene.tale, number, lines, reason)
        scene.close()
        assert done.judgement is not None
        return {**undone(scene, done), **scene.writer.judgement(done.judgement)}

    body = {"number": number, "lines": dict(lines) if lines is not None else None, "reason": reason, "money": money}
    return told(name="return", body=body, request=request, by=by, at=at, story=story)


def undone(scene: Stage, done: undo.Undone) -> Json:
    """What an undone order answers."""
    return {
        "order": done.order.id,
        "number": done.order.number,
        "refund": scene.writer.refund(done.refund, taken_back=done.taken_back, shortfall=done.shortfall),
        "entries": scene.entries(),
        "account": scene.account(done.order.customer),
    }


def preview(
    *,
    number: str,
    lines: Mapping[str, int] | None = None,
    reason: Reason = "change of mind",
    money: Declared = "major",
    at: datetime,
) -> Json:
    """What a return would come to, also when the policy does not allow it. Reads only."""
    row = sold.by_number(number)
    if row is None:
        raise NotFound("order", number, f"There is no order {number!r}: check the number.")
    instant, versions = loading.utc(at), Versions()
    policy = versions.in_force(instant).policy
    order = loading.order_of(row)
    customers = [row.customer_id] if row.customer_id is not None else []
    tale = reading_tale(versions, customers, instant, policy, orders=[order])
    try:
        if order.customer is not None:
            due.begin(tale, order.customer)
        _, judgement = undo.judged(tale, number, lines, reason)
    except StepRefused as refused:
        raise translated(refused) from refused
    writer = Writer(policy, money)
    return {
        "order": order.id,
        "number": number,
        "refund": writer.refund(judgement.refund),
        **writer.judgement(judgement),
    }
