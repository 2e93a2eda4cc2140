"""An existing customer names the one they brought, who has not ordered yet."""

from datetime import datetime
from uuid import UUID

from dangol.facts.actions import Answer
from dangol.flows.reading import Declared
from dangol.flows.telling import Json, stage, told
from dangol.lib.act import Act
from dangol_policy.story import meeting


def refer(*, referrer: UUID, friend: UUID, money: Declared = "major", request: str, by: str, at: datetime) -> Answer:
    """Remembers it once. Raises NotAllowed for oneself, a circle, a second referrer, or a friend who has ordered."""

    def story(act: Act) -> Json:
        scene = stage(act, customers=[referrer, friend], money=money)
        meeting.refer(scene.tale, referrer.hex, friend.hex)
        scene.close()
        return {"referrer": referrer.hex, "friend": friend.hex, "account": scene.account(friend.hex)}

    body = {"referrer": referrer.hex, "friend": friend.hex, "money": money}
    return told(name="refer", body=body, request=request, by=by, at=at, story=story, customer=friend)
