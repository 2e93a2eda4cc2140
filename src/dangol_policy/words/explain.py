"""A decision in words: what applied and how much, what did not and why, what is nearest, points with the sum shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dangol_policy.decision import Applied, CodeResult, Decision, Earned, Gift, Miss, NotApplied
from dangol_policy.model.policy import Policy
from dangol_policy.values import exponent, read_duration
from dangol_policy.words.names import clause_name, gift_of, item_name, promotion_of
from dangol_policy.words.reasons import needed_lines, reason_words
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for
from dangol_policy.words.speech import Argument


@dataclass(frozen=True, slots=True)
class Told:
    """One thing about a decision in words, with the clause it comes from (a code, where no clause knows it)."""

    clause: str
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A decision in words, in the order people ask."""

    totals: tuple[str, ...]
    applied: tuple[Told, ...]
    gifts: tuple[Told, ...]
    points: tuple[Told, ...]
    codes: tuple[Told, ...]
    not_applied: tuple[Told, ...]
    nearest: Told | None

    def lines(self) -> tuple[str, ...]:
        """Everything, one sentence or short paragraph each."""
        told = (*self.applied, *self.gifts, *self.points, *self.codes, *self.not_applied)
        return (*self.totals, *(one.text for one in told), *([self.nearest.text] if self.nearest else []))


def explain(decision: Decision, policy: Policy, language: str) -> Explanation:
    """The decision in words; `policy` is the one it was taken by. Raises UnknownLanguage."""
    speaker = speaker_for(policy, language)
    return Explanation(
        totals=tuple(map(speaker.sentence, _totals(speaker, decision))),
        applied=(
            *(_told(speaker, one.clause, _applied(speaker, one)) for one in decision.applied),
            *_announced(speaker, decision),
        ),
        gifts=tuple(_told(speaker, one.clause, _gift(speaker, one)) for one in decision.gifts),
        points=tuple(_points(speaker, decision)),
        codes=tuple(Told(one.code, _code(speaker, one, decision)) for one in decision.codes),
        not_applied=tuple(Told(one.clause, _not_applied(speaker, one)) for one in decision.not_applied),
        nearest=_nearest(speaker, decision.nearest) if decision.nearest else None,
    )


def _told(speaker: Speaker, clause: str, text: str) -> Told:
    return Told(clause, speaker.sentence(text))


def _totals(speaker: Speaker, decision: Decision) -> Iterator[str]:
    if decision.discount:
        yield speaker.say(
            "total-discounted", list=speaker.money(decision.list_total), discount=speaker.money(decision.discount)
        )
    else:
        yield speaker.say("total-goods", amount=speaker.money(decision.subtotal))
    if decision.shipping:
        yield speaker.say("total-shipping", amount=speaker.money(decision.shipping))
    elif decision.shipping_list:
        yield speaker.say("total-shipping-free")
    if decision.points_used:
        yield speaker.say(
            "total-points", points=speaker.point_parts(decision.points_used), amount=speaker.money(decision.points_paid)
        )
    for why in decision.points_reasons:
        yield reason_words(speaker, why)
    if decision.gift_card:
        yield speaker.say("total-gift-card", amount=speaker.money(decision.gift_card))
    yield speaker.say("total-due", amount=speaker.money(decision.due))


def _applied(speaker: Speaker, one: Applied) -> str:
    name = clause_name(speaker, one.clause)
    if not one.amount:
        return speaker.say("applied", name=name)
    amount = speaker.money(one.amount)
    message = "applied-shipping" if one.phase == "shipping" else "applied-off"
    if one.times > 1:
        return speaker.say(f"{message}-times", name=name, amount=amount, times=one.times)
    return speaker.say(message, name=name, amount=amount)


def _announced(speaker: Speaker, decision: Decision) -> Iterator[Told]:
    for clause, _, prior, percent in decision.announced:
        yield _told(
            speaker,
            clause,
            speaker.say("announced", prior=speaker.money(prior), percent=speaker.rate_as_written(f"{percent}%")),
        )


def _gift(speaker: Speaker, one: Gift) -> str:
    if one.kind in ("item", "proposed"):
        message = f"gift-{one.kind}" if one.units == 1 else f"gift-{one.kind}s"
        return speaker.say(message, item=item_name(speaker, one.clause, one.item), units=one.units)
    if one.kind == "voucher":
        if one.rate:
            return speaker.say("gift-voucher", value=speaker.rate_as_written(one.rate))
        value = speaker.money(one.amount) if one.amount is not None else clause_name(speaker, one.clause)
        return speaker.say("gift-voucher", value=value)
    words = gift_of(speaker, one.clause)
    if words is not None:
        return words.predicate
    if one.kind == "warranty":
        return speaker.say("gift-warranty", time=speaker.duration(read_duration(one.item)))
    if one.kind == "priority":
        return speaker.say(f"give-priority-{one.item or 'queue'}")
    if one.kind == "gesture":
        return speaker.say("gift-gesture", name=clause_name(speaker, one.clause))
    return speaker.say(f"give-{one.kind.replace(' ', '-')}")


# --- points ---------------------------------------------------------------------------------------


def _points(speaker: Speaker, decision: Decision) -> Iterator[Told]:
    for one in decision.earned:
        yield _told(speaker, one.clause, _sum(speaker, one))
    if decision.points or decision.earned:
        exact = sum((one.exact for one in decision.earned), Fraction(0))
        total = speaker.point_parts(decision.points)
        if exact == decision.points or not decision.earned:
            text = speaker.say("points-total", points=total)
        else:
            text = speaker.say("points-total-rounded", points=total, exact=_exact(speaker, exact))
        yield _told(speaker, "loyalty.points.rounding", text)


_RATE = re.compile(r"^(?P<rate>\d[\d.]*%)$")
_PER = re.compile(r"^(?P<points>\d+) per (?P<full>full )?(?:(?P<unit>unit)|(?P<step>\d[\d.]*))$")
_TIMES = re.compile(r"^x(?P<times>\d+)$")
_BONUS = re.compile(r"^\+(?P<points>\d+)$")


def _sum(speaker: Speaker, one: Earned) -> str:
    """The sum of one rule: `15,000원의 3% = 450포인트`."""
    result = _exact(speaker, one.exact)
    if found := _RATE.match(one.rate):
        return speaker.say(
            "sum-rate", base=speaker.money(one.base), rate=speaker.rate_as_written(found["rate"]), result=result
        )
    if found := _PER.match(one.rate):
        points = speaker.points(int(found["points"]))
        if found["unit"]:
            return speaker.say("sum-per-unit", units=one.base, points=points, result=result)
        step = speaker.money(_minor(speaker, found["step"]))
        message = "sum-per-full" if found["full"] else "sum-per"
        return speaker.say(message, base=speaker.money(one.base), step=step, points=points, result=result)
    name = clause_name(speaker, one.clause)
    if found := _TIMES.match(one.rate):
        return speaker.say("sum-times", name=name, times=int(found["times"]), result=result)
    if _BONUS.match(one.rate):
        return speaker.say("sum-bonus", name=name, result=result)
    return speaker.say("sum-plain", name=name, result=result)


def _minor(speaker: Speaker, major: str) -> int:
    return int(Decimal(major).scaleb(exponent(speaker.currency)))


def _exact(speaker: Speaker, parts: Fraction) -> str:
    """Points before rounding, to two decimals; `about` when that is not all."""
    whole = parts / 10**speaker.decimals
    rounded = Decimal(round(whole * 100)).scaleb(-2).normalize()
    points = speaker.points(int(rounded) if rounded == rounded.to_integral_value() else rounded)
    return points if Fraction(rounded) == whole else speaker.say("about", what=points)


# --- codes, refusals, the nearest miss --------------------------------------------------------------


def _code(speaker: Speaker, one: CodeResult, decision: Decision) -> str:
    if one.accepted:
        return speaker.sentence(speaker.say("code-accepted", code=one.code))
    if not one.reasons:
        return speaker.paragraph([speaker.say("code-unknown", code=one.code), speaker.say("code-unknown-way-out")])
    clause = next((promotion.id for promotion in speaker.policy.promotions if _opens(one.code, promotion.code)), None)
    why = [reason_words(speaker, reason, clause) for reason in one.reasons]
    return speaker.paragraph([speaker.say("code-refused", code=one.code), *why])


def _opens(code: str, codes: tuple[str, ...]) -> bool:
    return code.casefold() in (one.casefold() for one in codes)


def _not_applied(speaker: Speaker, one: NotApplied) -> str:
    sentences = [speaker.say("not-applied", name=clause_name(speaker, one.clause))]
    sentences += dict.fromkeys(reason_words(speaker, why, one.clause) for why in one.reasons)
    if one.would_give:
        sentences.append(speaker.say("would-give", amount=speaker.money(one.would_give)))
    return speaker.paragraph(sentences)


def _nearest(speaker: Speaker, miss: Miss) -> Told:
    words = gift_of(speaker, miss.clause)
    name = words.name if words else clause_name(speaker, miss.clause)
    promotion = promotion_of(speaker, miss.clause)
    of = next(needed_lines(speaker, promotion.needs, None), "") if promotion and promotion.needs else ""
    more: Argument = miss.more_units or 0 if miss.more_spend is None else speaker.money(miss.more_spend)
    message = "miss-units" if miss.more_spend is None else "miss-spend"
    text = speaker.say(f"{message}-of" if of else message, of=of, more=more, gift=name)
    worth = speaker.say("miss-worth", amount=speaker.money(miss.would_give)) if miss.would_give else ""
    return Told(miss.clause, speaker.paragraph([text, worth]))
