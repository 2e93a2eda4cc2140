"""What is kept about persons in this room: those who work here, and no customers."""

from dangol.lib.personal import Holding
from dangol.staff.models import Acknowledgement, ApiKey, CheckAnswer, CoverageWaiver, User

HOLDINGS = (
    Holding(User, kept_because="users are staff, not customers; a closed user stays as the author of what they did"),
    Holding(Acknowledgement, kept_because="it says what staff have read, and names no customer"),
    Holding(CheckAnswer, kept_because="it says what staff know, and names no customer"),
    Holding(CoverageWaiver, kept_because="it is a decision about the policy, and names no customer"),
    Holding(ApiKey, kept_because="keys belong to programs"),
)
