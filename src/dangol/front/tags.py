"""What every template may use without loading it: icons, built files, money, counts and moments."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from babel.dates import format_date
from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from dangol.lib import money as amounts

register = template.Library()
_FOLDER = "dangol"
# Where Unicode's middle length is not what shops of the country write.
_DAYS = {"vi": "dd/MM/y", "be": "dd.MM.y"}


@cache
def _fingerprint(path: str) -> str:
    found = finders.find(path)
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:10] if isinstance(found, str) else "unbuilt"


@register.simple_tag
def asset(name: str) -> str:
    """The address of a built file, changing with its content so that browsers may keep it."""
    path = f"{_FOLDER}/{name}"
    return f"{static(path)}?v={_fingerprint(path)}"


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """A Lucide icon; decoration only, a word always stands beside it."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        classes,
        asset("icons.svg"),
        name,
    )


@register.filter
def money(minor: int, currency: str) -> str:
    """`{{ price|money:currency }}`: minor units as the reader writes them."""
    return amounts.as_text(minor, currency, _language())


@register.filter
def unit(currency: str) -> str:
    """`{{ currency|unit }}`: the sign or word that stands beside an amount: 원, ₩, $."""
    return amounts.as_text(0, currency, _language()).strip("0., \u00a0\u202f")


@register.filter
def count(number: int) -> str:
    """`{{ points|count }}`: a whole number with the reader's grouping."""
    return amounts.count_as_text(number, _language())


@register.filter
def points(smallest: int, decimals: int) -> str:
    """`{{ balance|points:decimals }}`: smallest parts of a point as whole points, with the reader's grouping."""
    return amounts.points_as_text(smallest, decimals, _language())


@register.filter
def day(instant: datetime) -> SafeString:
    """`{{ at|day }}`: the date in the active zone."""
    local = timezone.localtime(instant)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), _written(local))


@register.filter
def last_day(end: datetime) -> SafeString:
    """`{{ expires_at|last_day }}`: the last day before an end that is the first instant after it."""
    return day(end - timedelta(microseconds=1))


@register.filter
def moment(instant: datetime) -> SafeString:
    """`{{ at|moment }}`: a date and time of 24 hours in the active zone, exact for machines and screen readers."""
    local = timezone.localtime(instant)
    text = f"{_written(local)} {local:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), text)


def _written(local: datetime) -> str:
    """The date of an instant as the reader writes it."""
    language = _language()
    return str(format_date(local.date(), format=_DAYS.get(language, "medium"), locale=language.replace("-", "_")))


def _language() -> str:
    return get_language() or "en"


@dataclass(frozen=True)
class Stamp:
    number: int
    filled: bool
    gift: bool


@register.inclusion_tag("frame/stamps.html")
def stamps(filled: int, needed: int) -> dict[str, object]:
    """`{% stamps 6 10 %}`: a card as a filling row, the last stamp being the gift."""
    return {
        "stamps": [Stamp(number, number <= filled, number == needed) for number in range(1, needed + 1)],
        "label": gettext("%(filled)s of %(needed)s visits") % {"filled": filled, "needed": needed},
    }
