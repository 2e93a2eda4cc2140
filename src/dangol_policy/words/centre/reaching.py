"""Who the business is and how to reach it: names, addresses, each way with its hours, its cost and who answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from babel import Locale
from babel.dates import get_day_names

from dangol_policy.calendar.hours import WEEKDAYS
from dangol_policy.model.business import Calendar, Weekday
from dangol_policy.model.channels import Channel
from dangol_policy.values import TimeRange
from dangol_policy.words.centre.shape import Table
from dangol_policy.words.sections.channels import language_name, means
from dangol_policy.words.speaker import Speaker

_EMPTY = "–"


def reaching_lines(speaker: Speaker) -> Iterator[str]:
    """Name, registration, places, and every contact that is no channel of its own."""
    about = speaker.policy.business
    yield speaker.sentence(speaker.say("reach-name", name=about.name.get(speaker.language)))
    if about.legal_identity:
        name = about.legal_identity.get(speaker.language)
        yield speaker.sentence(speaker.say("reach-legal", name=name))
    for store in about.stores:
        parts = [part for part in (store.address, store.phone, hours_of(speaker, store.calendar)) if part]
        if parts:
            name, place = store.name.get(speaker.language), " · ".join(parts)
            yield speaker.sentence(speaker.say("reach-store", store=name, place=place))
    named = {channel.at for channel in speaker.policy.channels}
    for contact in about.contacts:
        if contact.value not in named:
            own = contact.label.get(speaker.language) if contact.label else None
            kind = own or speaker.say("contact-address" if contact.kind == "address" else f"channel-{contact.kind}")
            yield speaker.say("reach-contact", kind=kind, value=contact.value)


def ways_table(speaker: Speaker) -> Iterator[Table]:
    """Each way to reach the business in a row."""
    rows = tuple(_way(speaker, channel) for channel in speaker.policy.channels)
    if rows:
        heads = ("head-channel", "head-place", "head-hours", "head-first", "head-cost", "head-answer")
        yield Table(tuple(speaker.say(one) for one in heads), rows)


def _way(speaker: Speaker, channel: Channel) -> tuple[str, ...]:
    hours = hours_of(speaker, channel.calendar or speaker.policy.business.calendar)
    first = speaker.say(f"first-{channel.first}")
    if channel.charge is None:
        cost = _EMPTY
    else:
        cost = speaker.money(channel.charge) if channel.charge else speaker.say("cost-free")
    within = str(speaker.duration(channel.answer_within)) if channel.answer_within else _EMPTY
    return means(speaker, channel.id), channel.at or _EMPTY, hours or _EMPTY, first, cost, within


def hours_of(speaker: Speaker, calendar: str | None) -> str:
    """When a calendar is open in a usual week: `Mon–Fri 10:00–20:00, Sat 10:00–18:00`; empty without a calendar."""
    found = next((one for one in speaker.policy.calendars if one.id == calendar), None)
    return speaker.listed([*_week(speaker, found), *_holidays(speaker, found)]) if found else ""


def _week(speaker: Speaker, calendar: Calendar) -> Iterator[str]:
    days = get_day_names("abbreviated", locale=speaker.language)
    by_hours = groupby(WEEKDAYS, key=lambda day: tuple(calendar.hours.get(day, ())))
    for windows, group in by_hours:
        together: list[Weekday] = list(group)
        if windows:
            first, last = (days[WEEKDAYS.index(day)] for day in (together[0], together[-1]))
            named = first if first == last else f"{first}–{last}"
            hours = speaker.listed(_window(speaker, one) for one in windows)
            yield speaker.say("open-days", days=named, hours=hours)


def _window(speaker: Speaker, window: TimeRange) -> str:
    text = f"{window}".replace("-", "–")
    return text if window.start < window.end else speaker.say("open-next-day", hours=text)


def _holidays(speaker: Speaker, calendar: Calendar) -> Iterator[str]:
    if calendar.holidays:
        names = Locale.parse(speaker.language).territories
        country = calendar.holidays.country
        yield speaker.say("open-holidays", country=str(names.get(country, country)))


def access_lines(speaker: Speaker) -> Iterator[str]:
    """Languages the policy is written in, formats, and the help the owner names."""
    about = speaker.policy.business
    languages = speaker.listed(language_name(speaker, one) for one in about.languages)
    yield speaker.sentence(speaker.say("access-languages", list=languages))
    yield speaker.sentence(speaker.say("access-formats"))
    for help_ in about.access:
        yield speaker.sentence(help_.get(speaker.language))
