"""A promotion in sentences: the offer, how it combines, how far it goes, how it is told, and what a return does."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.promotions import Limit, Notice, Promotion
from dangol_policy.values import DayRange
from dangol_policy.words.conditions import (
    Condition,
    code_condition,
    need_condition,
    offer,
    payment_condition,
    when_words,
    where_words,
    who_conditions,
)
from dangol_policy.words.gifts import gift
from dangol_policy.words.speaker import Speaker

_MOST_NAMED = 6
"""More promotions of a group than this are not named one by one."""


def promotion_text(speaker: Speaker, promotion: Promotion) -> str:
    """The whole promotion as a paragraph."""
    words = gift(speaker, promotion.gives)
    lead = [
        *([day_range(speaker, promotion.runs)] if promotion.runs else []),
        *when_words(speaker, promotion.when),
        *where_words(speaker, promotion.where),
    ]
    first = offer(speaker, lead, _conditions(speaker, promotion), words.predicate)
    return speaker.paragraph([first, *words.also, *_terms(speaker, promotion)])


def promotion_name(speaker: Speaker, promotion: Promotion) -> str:
    """Its name in the language, else what it gives."""
    return speaker.own(promotion.name) or gift(speaker, promotion.gives).name


def day_range(speaker: Speaker, days: DayRange) -> str:
    """`from … to …`, with either end open."""
    if days.first is None:
        return speaker.say("days-to", last=speaker.day(days.last)) if days.last else ""
    if days.last is None:
        return speaker.say("days-from", first=speaker.day(days.first))
    if days.first == days.last:
        return speaker.say("days-on", day=speaker.day(days.first))
    return speaker.say("days-between", first=speaker.day(days.first), last=speaker.day(days.last))


def _conditions(speaker: Speaker, promotion: Promotion) -> Iterator[Condition]:
    yield from who_conditions(speaker, promotion.who)
    if promotion.needs:
        yield need_condition(speaker, promotion.needs)
    if promotion.code:
        yield code_condition(speaker, promotion.code)
    if promotion.payment:
        yield payment_condition(speaker, promotion.payment)


def _terms(speaker: Speaker, promotion: Promotion) -> Iterator[str]:
    yield from _combination(speaker, promotion)
    yield from _limits(speaker, promotion.limit)
    if promotion.points == "not earned":
        yield speaker.say("terms-no-points", points=speaker.points_word)
    if promotion.reference:
        yield speaker.say("terms-reference", time=speaker.duration(promotion.reference.lowest_of))
    if promotion.programme:
        yield speaker.say("terms-programme-concentrated")
    if promotion.notice:
        yield notice(speaker, promotion.notice)
    if promotion.on_return:
        yield speaker.say(f"terms-return-{promotion.on_return}")
    if promotion.on_warranty:
        yield speaker.say("terms-warranty", what=promotion.on_warranty.get(speaker.language))


def _combination(speaker: Speaker, promotion: Promotion) -> Iterator[str]:
    combine = promotion.combine
    if combine.alone:
        yield speaker.say("combine-alone-priority" if combine.choose == "priority" else "combine-alone-best")
    others = [name for clause, name in groups(speaker).get(combine.group or "", ()) if clause != promotion.id]
    if not others:
        return
    chosen = "priority" if combine.choose == "priority" else "best"
    if len(others) > _MOST_NAMED or not all(others):
        yield speaker.say(f"combine-group-many-{chosen}")
    else:
        yield speaker.say(
            f"combine-group-{chosen}",
            names=speaker.listed(speaker.say("titled", name=name) for name in dict.fromkeys(others)),
        )


def groups(speaker: Speaker) -> dict[str, list[tuple[str, str]]]:
    """Promotions by group, each with its own name; counted once per speaker.

    A promotion without a name, or with figures in it, is left nameless: the figures of one clause must not stand in the
    sentence of another.
    """
    return speaker.once("groups", lambda: _groups(speaker))


def _groups(speaker: Speaker) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for one in speaker.policy.promotions:
        if one.combine.group:
            name = speaker.own(one.name) or ""
            plain = "" if any(letter.isdigit() for letter in name) else name
            found.setdefault(one.combine.group, []).append((one.id, plain))
    return found


def _limits(speaker: Speaker, limit: Limit) -> Iterator[str]:
    parts = []
    if limit.per_customer:
        parts.append(speaker.say("limit-customer", times=limit.per_customer))
    if limit.total:
        parts.append(speaker.say("limit-total", times=limit.total))
    if limit.budget is not None:
        parts.append(speaker.say("limit-budget", money=speaker.money(limit.budget)))
    if parts:
        yield speaker.say("limits", list=speaker.listed(parts))
        yield speaker.say("limit-given-back" if limit.on_cancel == "give back" else "limit-kept")


def notice(speaker: Speaker, told: Notice) -> str:
    """How long before the start customers are told, and how."""
    time = speaker.duration(told.before)
    if not told.by:
        return speaker.say("notice", time=time)
    return speaker.say("notice-by", time=time, by=speaker.together(map(speaker.means, told.by)))
