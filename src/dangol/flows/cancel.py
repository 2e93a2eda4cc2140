"""An order is cancelled before it was fulfilled: as if it had not been, and uses are given back."""

from datetime import datetime

from dangol.facts.actions import Answer
from dangol.flows.reading import Declared
from dangol.flows.return_goods import undone
from dangol.flows.telling import Json, purchase_numbered, stage, told
from dangol.lib.act import Act
from dangol_policy.story import undo


def cancel(*, number: str, money: Declared = "major", request: str, by: str, at: datetime) -> Answer:
    """Undoes the order. Raises NotAllowed when it was delivered, returned or cancelled before."""

    def story(act: Act) -> Json:
        scene = stage(act, order=purchase_numbered(number), money=money)
        done = undo.cancel(scene.tale, number)
        scene.close()
        return undone(scene, done)

    return told(name="cancel", body={"number": number, "money": money}, request=request, by=by, at=at, story=story)
