"""A customer comes by, with or without buying; or the visit was recorded by mistake and is taken back."""

from datetime import datetime
from uuid import UUID

from dangol.facts.actions import Answer
from dangol.flows import loading, reading
from dangol.flows.errors import NotFound
from dangol.flows.loading import Wanted
from dangol.flows.reading import Declared
from dangol.flows.telling import Json, Stage, stage, told
from dangol.lib.act import Act
from dangol.sales import queries as sold
from dangol_policy.story import visits
from dangol_policy.story.outcomes import Stamped
from dangol_policy.story.state import Visit


def visit(
    *,
    customer: UUID,
    amount: int | str | None = None,
    store: str | None = None,
    number: str | None = None,
    money: Declared = "major",
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """Records the visit and stamps cards. `number` names it for taking it back; without one it gets its id."""

    def story(act: Act) -> Json:
        scene = stage(act, customers=[customer], money=money, wanted=Wanted(store=store))
        spent = reading.amount(amount, scene.rules.policy, money, "amount")
        came = visits.visit(scene.tale, customer.hex, amount=spent, store=store, number=number)
        scene.close()
        stamps = [one.stamp for one in scene.tale.outcomes if isinstance(one, Stamped)]
        return {
            **_about(came, scene),
            "counted": came.counted,
            "stamps": {stamp.card: stamp.count for stamp in stamps},
            "issued": scene.issued(),
        }

    body = {"customer": customer.hex, "amount": amount, "store": store, "number": number, "money": money}
    return told(name="visit", body=body, request=request, by=by, at=at, story=story, customer=customer)


def cancel_visit(*, number: str, money: Declared = "major", request: str, by: str, at: datetime) -> Answer:
    """Takes a visit back, its stamps with it; a gift that was claimed stays."""

    def story(act: Act) -> Json:
        row = sold.visit_by_number(number)
        came = loading.visit_of(number)
        if row is None or came is None:
            raise NotFound("visit", number, f"There is no visit {number!r}: check the number.")
        scene = stage(act, visit=(came, row), money=money, wanted=Wanted(visit=row.id))
        taken_back = visits.cancel_visit(scene.tale, number)
        scene.close()
        return _about(taken_back, scene)

    body = {"number": number, "money": money}
    return told(name="cancel visit", body=body, request=request, by=by, at=at, story=story)


def _about(came: Visit, scene: Stage) -> Json:
    return {
        "visit": came.id,
        "number": came.number,
        "day": came.day.isoformat(),
        "entries": scene.entries(),
        "account": scene.account(came.customer),
    }
