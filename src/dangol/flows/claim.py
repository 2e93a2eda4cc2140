"""A gift or voucher in the customer's hands is used outside of an order: the dessert is served."""

from datetime import datetime
from uuid import UUID

from dangol.facts.actions import Answer
from dangol.flows.errors import NotFound
from dangol.flows.loading import Wanted
from dangol.flows.reading import Declared
from dangol.flows.telling import Json, stage, told
from dangol.lib.act import Act
from dangol.loyalty.models import Voucher
from dangol_policy.story import hands


def claim(*, voucher: UUID, money: Declared = "major", request: str, by: str, at: datetime) -> Answer:
    """Uses it up, once. Raises NotAllowed when it was used, withdrawn or has expired."""

    def story(act: Act) -> Json:
        owner = Voucher.objects.filter(id=voucher).values_list("customer_id", flat=True).first()
        if owner is None:
            raise NotFound("voucher", str(voucher), "There is no such voucher: check the code.")
        scene = stage(act, customers=[owner], money=money, wanted=Wanted(vouchers=(voucher,)))
        claimed = hands.claim(scene.tale, owner.hex, voucher.hex)
        scene.close()
        return {"voucher": scene.writer.voucher(claimed), "account": scene.account(owner.hex)}

    body = {"voucher": voucher.hex, "money": money}
    return told(name="claim", body=body, request=request, by=by, at=at, story=story)
