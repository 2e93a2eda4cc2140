"""Sends the code that opens a customer's card: a transactional message the customer has just asked for."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from dangol.facts.actions import record
from dangol.facts.models import Fact
from dangol.lib.act import acting
from dangol.lib.ids import new_id
from dangol.people.models import Customer

MOST_PER_HOUR = 5


def send(*, customer: Customer | None, to: str, code: str, language: str, at: datetime) -> bool:
    """Sends at most five codes an hour to one customer; says whether this one went out."""
    if customer is None or _sent_lately(customer, at) >= MOST_PER_HOUR:
        return False
    with acting(by=f"customer:{customer.id.hex}", at=at, request=f"card-code:{new_id(at).hex}") as act:
        record(act=act, kind="card.code-sent", customer=customer.id)
        transaction.on_commit(lambda: _post(to, code, language))
    return True


def _sent_lately(customer: Customer, at: datetime) -> int:
    since = at - timedelta(hours=1)
    return Fact.objects.filter(customer_id=customer.id, kind="card.code-sent", at__gt=since).count()


def _post(to: str, code: str, language: str) -> None:
    with override(language):
        subject = _("Your code: %(code)s") % {"code": code}
        body = _(
            "%(code)s opens your card for the next ten minutes.\n\nIf you did not ask for it, nothing has happened: "
            "without the code nobody sees your card."
        ) % {"code": code}
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [to])
