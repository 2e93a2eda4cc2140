"""Points are exchanged outside of an order: for a reward, or plainly."""

from datetime import datetime
from uuid import UUID

from dangol.facts.actions import Answer
from dangol.flows.reading import Declared
from dangol.flows.telling import Json, stage, told
from dangol.lib.act import Act
from dangol_policy.story import hands


def redeem(
    *,
    customer: UUID,
    reward: str | None = None,
    points: int | None = None,
    money: Declared = "major",
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """Uses points (smallest parts, or the cost of the reward). Raises NotAllowed when there are not enough."""

    def story(act: Act) -> Json:
        scene = stage(act, customers=[customer], money=money)
        used, worth = hands.redeem(scene.tale, customer.hex, reward=reward, amount=points)
        scene.close()
        return {
            "points": used,
            "worth": scene.writer.money(worth),
            "issued": scene.issued(),
            "entries": scene.entries(),
            "account": scene.account(customer.hex),
        }

    body = {"customer": customer.hex, "reward": reward, "points": points, "money": money}
    return told(name="redeem", body=body, request=request, by=by, at=at, story=story, customer=customer)
