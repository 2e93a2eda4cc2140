"""Where a business is: the zone, currency, language and law that follow from its country; what kind it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

INDUSTRIES = ("restaurant", "shop", "webshop", "salon", "electronics")
"""Kinds of business a starter policy is made for."""
GOODS = frozenset(("shop", "webshop", "electronics"))
"""Kinds whose customers carry goods away, and may want to bring them back."""

HOURS: Mapping[str, Mapping[str, str]] = {
    "daily-1100-2100": {"every day": "11:00-21:00"},
    "daily-1000-2000": {"every day": "10:00-20:00"},
    "no-monday-1130-2130": dict.fromkeys(("tue", "wed", "thu", "fri", "sat", "sun"), "11:30-21:30"),
    "no-sunday-1000-1900": dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat"), "10:00-19:00"),
    "weekdays-0900-1800": {"weekdays": "09:00-18:00"},
}
"""Opening hours to choose from, as a calendar of the policy has them."""


@dataclass(frozen=True, slots=True)
class Country:
    """What follows from the country. Amounts are in major units of its currency, from small to large.

    `window` is the least number of days in which goods may come back on a change of mind, by kind of business, as the
    law of the country has it. Source: `packs`, and the table of laws the product is built on; confirm with counsel.
    """

    zone: str
    currency: str
    language: str
    packs: tuple[str, ...]
    visits: tuple[int, ...]
    """From which amount a visit counts."""
    alone: tuple[int, ...]
    """Up to which amount staff decide on their own."""
    points: tuple[int, ...]
    """From how many points they can be used."""
    window: Mapping[str, int]
    refund: str
    """The longest time in which money is given back."""
    several_zones: bool = False


_EU = {"webshop": 14}


def _in_euro(zone: str) -> Country:
    return Country(zone, "EUR", "en", ("EU",), (5, 10), (10, 30, 100), (5, 10), _EU, "14 days")


COUNTRIES: Mapping[str, Country] = {
    "KR": Country(
        zone="Asia/Seoul",
        currency="KRW",
        language="ko",
        packs=("KR",),
        visits=(5_000, 8_000, 10_000),
        alone=(10_000, 30_000, 100_000),
        points=(1_000, 3_000),
        window={"webshop": 7},
        refund="3 business days",
    ),
    "VN": Country(
        zone="Asia/Ho_Chi_Minh",
        currency="VND",
        language="vi",
        packs=("VN",),
        visits=(50_000, 100_000),
        alone=(200_000, 500_000, 2_000_000),
        points=(10_000, 50_000),
        window={},
        refund="7 days",
    ),
    "BY": Country(
        zone="Europe/Minsk",
        currency="BYN",
        language="be",
        packs=("BY",),
        visits=(10, 20),
        alone=(20, 50, 200),
        points=(5, 10),
        window={"shop": 14, "webshop": 14, "electronics": 14},
        refund="7 days",
    ),
    "LT": _in_euro("Europe/Vilnius"),
    "PL": Country("Europe/Warsaw", "PLN", "en", ("EU",), (20, 40), (50, 100, 400), (20, 40), _EU, "14 days"),
    "DE": _in_euro("Europe/Berlin"),
    "US": Country("America/New_York", "USD", "en", ("US",), (5, 10), (10, 30, 100), (5, 10), {}, "14 days", True),
}
"""The countries the interview offers. Any other is written into the policy by hand."""
