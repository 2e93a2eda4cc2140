"""Signed links to a customer's card: whoever holds one sees the card, for half a year."""

from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

HOLDS = timedelta(days=180)
_SIGNER = TimestampSigner(salt="dangol.card")


class LinkExpired(Exception):
    """The link was good once."""


class LinkBroken(Exception):
    """The link is not complete, or was never ours."""


def token_for(customer: UUID) -> str:
    """What stands in the customer's link."""
    return _SIGNER.sign(customer.hex)


def customer_of(token: str) -> UUID:
    """Whose card the link opens. Raises LinkExpired or LinkBroken."""
    try:
        return UUID(_SIGNER.unsign(token, max_age=HOLDS))
    except SignatureExpired as expired:
        raise LinkExpired from expired
    except (BadSignature, ValueError) as broken:
        raise LinkBroken from broken
