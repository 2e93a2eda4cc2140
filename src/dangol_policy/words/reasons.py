"""Why something did not apply, with the way out: every reason a decision can name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from dangol_policy.decision import Reason
from dangol_policy.model.conditions import EVERYTHING, AllNeed, Need, SpendNeed, UnitsNeed
from dangol_policy.model.policy import Policy
from dangol_policy.model.promotions import Promotion
from dangol_policy.words.conditions import stores, time_range, weekdays
from dangol_policy.words.lines import lines
from dangol_policy.words.names import clause_name, promotion_of
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for
from dangol_policy.words.speech import Argument

_MONEY = {"spend-short", "spend-over", "budget", "voucher-minimum", "order-minimum"}
_POINTS = {"points-short", "points-minimum", "points-limit", "points-step"}
_DAYS = {"not-begun", "ended"}


def reason(why: Reason, policy: Policy, language: str, *, clause: str | None = None) -> str:
    """One reason as a sentence; `clause` is what did not apply, so that the sentence can name what it asks for."""
    speaker = speaker_for(policy, language)
    return speaker.sentence(reason_words(speaker, why, clause))


def reason_words(speaker: Speaker, why: Reason, clause: str | None = None) -> str:
    """The reason without its full stop. With figures or details where the reason or the clause gives them."""
    message = f"why-{why.code}"
    arguments = _figures(speaker, why)
    promotion = promotion_of(speaker, clause) if clause else None
    detail = next(_detail(speaker, promotion, why), "") if promotion else ""
    if detail:
        arguments["detail"] = detail
    for form, needed in (
        ("detailed", {"detail"}),
        ("figures", {"have"} | {"need"}),
        ("most", {"need"}),
        ("other", {"other"}),
    ):
        if needed <= arguments.keys() and speaker.speech.has_form(message, form):
            return speaker.speech.form(message, form, **arguments)
    return speaker.say(message, **arguments)


def _figures(speaker: Speaker, why: Reason) -> dict[str, Argument]:
    write: Callable[[int], Argument] = int
    if why.code in _MONEY:
        write = speaker.money
    elif why.code in _POINTS:
        write = speaker.point_parts
    found: dict[str, Argument] = {"word": speaker.points_word}
    if why.have is not None:
        found["have"] = write(why.have)
    if why.need is not None:
        found["need"] = write(why.need)
    if why.have is not None and why.need is not None:
        found["more"] = write(abs(why.need - why.have))
    if why.other is not None:
        found["other"] = _other(speaker, why)
    return found


def _other(speaker: Speaker, why: Reason) -> str:
    if why.code in _DAYS:
        return speaker.day(dt.date.fromisoformat(why.other or ""))
    return clause_name(speaker, why.other or "")


def _detail(speaker: Speaker, promotion: Promotion, why: Reason) -> Iterator[str]:
    """What the promotion asks for, where one key says it."""
    who, when, where = promotion.who, promotion.when, promotion.where
    match why.code:
        case "wrong-tier" if who and who.tier:
            yield speaker.tiers(who.tier)
        case "no-membership" if who and who.membership:
            yield speaker.either(speaker.named(speaker.membership(one)) for one in who.membership)
        case "member-too-short" if who and who.member_for_at_least:
            yield speaker.duration(who.member_for_at_least)
        case "member-too-long" if who and who.member_for_at_most:
            yield speaker.duration(who.member_for_at_most)
        case "ordered-recently" if who and who.no_order_for:
            yield speaker.duration(who.no_order_for)
        case "wrong-weekday" if when and when.weekdays:
            yield weekdays(speaker, when.weekdays)
        case "wrong-hour" if when and when.hours:
            yield speaker.either(time_range(speaker, hours) for hours in when.hours)
        case "wrong-store" if where and where.store:
            yield stores(speaker, where.store)
        case "wrong-channel" if where and where.channel:
            yield speaker.either(map(speaker.means, where.channel))
        case "wrong-payment" if promotion.payment:
            yield speaker.either(map(speaker.means, promotion.payment))
        case "units-short" | "spend-short" if promotion.needs:
            yield from needed_lines(speaker, promotion.needs, why.need)


def needed_lines(speaker: Speaker, need: Need, amount: int | None) -> Iterator[str]:
    """The lines a single need is about, when it is not about everything."""
    if isinstance(need, AllNeed):
        for inner in need.all_of:
            yield from needed_lines(speaker, inner, amount)
    elif isinstance(need, UnitsNeed | SpendNeed) and need.of != EVERYTHING:
        least = need.at_least if isinstance(need, UnitsNeed) else need.spend
        if amount is None or least == amount:
            yield lines(speaker, need.of)
