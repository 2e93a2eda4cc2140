"""Reading: an existing policy text in Korean, English, Vietnamese or Belarusian, part by part, with exact quotes."""

from dangol_policy.reading.quotes import LONGEST, Quote
from dangol_policy.reading.reading import Asked, PartFound, Proposal, Reading, Status, read
from dangol_policy.reading.taking import OtherCurrency, Taken, take
from dangol_policy.reading.vague import Vague

__all__ = [
    "LONGEST",
    "Asked",
    "OtherCurrency",
    "PartFound",
    "Proposal",
    "Quote",
    "Reading",
    "Status",
    "Taken",
    "Vague",
    "read",
    "take",
]
