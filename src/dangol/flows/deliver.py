"""The goods of an order arrived: points and rewards that waited for it get their day."""

from datetime import date, datetime

from dangol.facts.actions import Answer
from dangol.flows.reading import Declared
from dangol.flows.telling import Json, purchase_numbered, stage, told
from dangol.lib.act import Act
from dangol_policy.story import visits


def deliver(*, number: str, on: date, money: Declared = "major", request: str, by: str, at: datetime) -> Answer:
    """Records the day of delivery, once."""

    def story(act: Act) -> Json:
        scene = stage(act, order=purchase_numbered(number), money=money)
        order = visits.deliver(scene.tale, number, on)
        scene.close()
        return {
            "order": order.id,
            "number": number,
            "delivered": on.isoformat(),
            "entries": scene.entries(),
            "account": scene.account(order.customer),
        }

    body = {"number": number, "on": on.isoformat(), "money": money}
    return told(name="deliver", body=body, request=request, by=by, at=at, story=story)
