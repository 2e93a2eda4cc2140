"""Identifiers: sortable by the moment of creation, safe in addresses, and hard to guess."""

import os
import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def new_id(at: datetime) -> UUID:
    """A UUID version 7 (RFC 9562): 48 bits of milliseconds since 1970, then 74 random bits.

    Rows inserted one after another stay neighbours in an index, unlike random UUIDs.
    """
    milliseconds = (at - _EPOCH) // timedelta(milliseconds=1)
    if not 0 <= milliseconds < 1 << 48:
        raise ValueError(f"{at.isoformat()} is outside the years a UUID version 7 can hold (1970 to 10889)")
    random = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80
    value |= 0x7 << 76
    value |= (random >> 68 & 0xFFF) << 64
    value |= 0b10 << 62
    value |= random & (1 << 62) - 1
    return UUID(int=value)


def new_secret() -> str:
    """256 random bits as text for keys and signed links."""
    return secrets.token_urlsafe(32)
