"""What is kept about persons in this room: those who work here, and no customers."""

from dangol.lib.personal import Holding
from dangol.staff.models import ApiKey, User

HOLDINGS = (
    Holding(User, kept_because="users are staff, not customers; a closed user stays as the author of what they did"),
    Holding(ApiKey, kept_because="keys belong to programs"),
)
