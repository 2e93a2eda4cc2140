"""Conditions as words: who, what must be in the basket, when and where.

A condition can be said in several forms, because languages join conditions differently: `and` (…시고), `or` (…시거나),
`if` (…시면), `of` (…신, before a noun) and `not`. English needs only the plain form and `not`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dangol_policy.model.conditions import (
    EVERYTHING,
    AboveNeed,
    AllNeed,
    AnyNeed,
    Birthday,
    Need,
    NotNeed,
    NthOrder,
    Selector,
    SpendNeed,
    UnitsNeed,
    When,
    Where,
    Who,
)
from dangol_policy.values import TimeRange
from dangol_policy.words.lines import counted_lines, lines
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speech import Argument


class Condition(Protocol):
    """Something that can be said in every form."""

    def form(self, speaker: Speaker, form: str) -> str:
        """The condition in a form."""


@dataclass(frozen=True, slots=True)
class Plain:
    """One message."""

    message: str
    arguments: tuple[tuple[str, Argument], ...] = ()

    def form(self, speaker: Speaker, form: str) -> str:
        """The message's own form; without one for `not`, a general negation."""
        if form == "not" and not speaker.speech.has_form(self.message, "not"):
            return speaker.say("not-so", what=self.form(speaker, "of"))
        return speaker.speech.form(self.message, form, **dict(self.arguments))


@dataclass(frozen=True, slots=True)
class Every:
    """All of several."""

    parts: tuple[Condition, ...]

    def form(self, speaker: Speaker, form: str) -> str:
        """All but the last in the form `and`, the last in the form asked for."""
        if not self.parts:
            return Plain("always").form(speaker, form)
        if len(self.parts) == 1:
            return self.parts[0].form(speaker, form)
        if form == "not":
            return speaker.say("not-so", what=self.form(speaker, "of"))
        first = [part.form(speaker, "and") for part in self.parts[:-1]]
        last = self.parts[-1].form(speaker, form)
        return speaker.say("every", first=speaker.say("every-separator").join(first), last=last)


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of several."""

    parts: tuple[Condition, ...]

    def form(self, speaker: Speaker, form: str) -> str:
        """The alternatives as a list, then the form."""
        if not self.parts:
            return Plain("never").form(speaker, form)
        if len(self.parts) == 1:
            return self.parts[0].form(speaker, form)
        if form == "not":
            return speaker.say("not-so", what=self.form(speaker, "of"))
        items = [
            speaker.say(
                "either-group" if isinstance(part, Every) and len(part.parts) > 1 else "either-item",
                what=part.form(speaker, "of"),
            )
            for part in self.parts
        ]
        return speaker.speech.form("either", form, list=speaker.either(items))


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of one."""

    part: Condition

    def form(self, speaker: Speaker, form: str) -> str:
        """The negation in the form asked for."""
        if isinstance(self.part, Not):
            return self.part.part.form(speaker, form)
        if form == "not":
            return self.part.form(speaker, "of")
        return speaker.speech.form(
            "not", form, what=self.part.form(speaker, "of"), without=self.part.form(speaker, "not")
        )


def _plain(message: str, /, **arguments: Argument) -> Plain:
    return Plain(message, tuple(arguments.items()))


def if_all(speaker: Speaker, conditions: Iterable[Condition]) -> str:
    """`if you …`, or nothing when there is no condition."""
    parts = tuple(part for condition in conditions for part in _flat(condition))
    return speaker.say("if", what=Every(parts).form(speaker, "if")) if parts else ""


def _flat(condition: Condition) -> tuple[Condition, ...]:
    """The parts of conditions that must all hold, so that they read as one list."""
    if isinstance(condition, Every) and condition.parts:
        return tuple(inner for part in condition.parts for inner in _flat(part))
    return (condition,)


# --- customers -----------------------------------------------------------------------------------


def who_conditions(speaker: Speaker, who: Who | None) -> tuple[Condition, ...]:
    """What a customer must be, one condition per key."""
    return tuple(_who(speaker, who)) if who else ()


def _who(speaker: Speaker, who: Who) -> Iterator[Condition]:
    if who.tier:
        yield _plain("who-tier", tiers=speaker.tiers(who.tier))
    if who.segment:
        yield _plain("who-segment", names=speaker.things("segments", who.segment))
    if who.membership:
        yield _plain(
            "who-membership", names=speaker.either(speaker.named(speaker.membership(one)) for one in who.membership)
        )
    if who.member is not None:
        yield _plain("who-member" if who.member else "who-guest")
    if who.member_for_at_least:
        yield _plain("who-member-at-least", time=speaker.duration(who.member_for_at_least))
    if who.member_for_at_most:
        yield _plain("who-member-at-most", time=speaker.duration(who.member_for_at_most))
    if who.birthday:
        yield _plain("who-birthday", when=birthday(speaker, who.birthday))
    if who.order is not None:
        yield from _order(speaker, who.order)
    if who.no_order_for:
        yield _plain("who-no-order", time=speaker.duration(who.no_order_for))
    if who.referred is not None:
        yield _plain("who-referred" if who.referred else "who-not-referred")
    if who.any_of:
        yield Either(tuple(Every(who_conditions(speaker, one)) for one in who.any_of))
    for one in who.all_of:
        yield from _who(speaker, one)
    if who.none_of:
        yield Not(Every(who_conditions(speaker, who.none_of)))


def _order(speaker: Speaker, order: int | NthOrder) -> Iterator[Condition]:
    if isinstance(order, int):
        yield _plain("who-order", nth=speaker.ordinal(order))
        return
    if order.at_least and order.at_most:
        first, last = speaker.ordinal(order.at_least), speaker.ordinal(order.at_most)
        yield _plain("who-order-between", first=first, last=last)
    elif order.at_least:
        yield _plain("who-order-from", nth=speaker.ordinal(order.at_least))
    elif order.at_most:
        yield _plain("who-order-to", nth=speaker.ordinal(order.at_most))
    if order.every:
        yield _plain("who-order-every", nth=speaker.ordinal(order.every))


def birthday(speaker: Speaker, around: Birthday) -> str:
    """The time around a birthday."""
    if around.month:
        return speaker.say("birthday-month")
    if around.before and around.after:
        return speaker.say("birthday-around", before=around.before, after=around.after)
    if around.before:
        return speaker.say("birthday-before", before=around.before)
    if around.after:
        return speaker.say("birthday-after", after=around.after)
    return speaker.say("birthday-day")


# --- basket --------------------------------------------------------------------------------------


def need_condition(speaker: Speaker, need: Need) -> Condition:
    """What must be in the basket."""
    match need:
        case UnitsNeed():
            return _units(speaker, need)
        case SpendNeed():
            most = {} if need.at_most is None else {"most": speaker.money(need.at_most)}
            return _plain(
                "need-spend-between" if most else "need-spend",
                of=spending(speaker, need.of, need.measure),
                least=speaker.money(need.spend),
                **most,
            )
        case AboveNeed():
            return _plain("need-above", of=spending(speaker, need.of, need.measure), money=speaker.money(need.above))
        case AllNeed():
            return Every(tuple(need_condition(speaker, one) for one in need.all_of))
        case AnyNeed():
            return Either(tuple(need_condition(speaker, one) for one in need.any_of))
        case NotNeed():
            return Not(need_condition(speaker, need.none_of))


def _units(speaker: Speaker, need: UnitsNeed) -> Condition:
    message = "need-products" if need.counting == "products" else "need-units"
    arguments: dict[str, Argument] = {"of": counted_lines(speaker, need.of), "least": need.at_least}
    if need.at_most is not None:
        message, arguments["most"] = f"{message}-between", need.at_most
    return _plain(message, **arguments)


def spending(speaker: Speaker, of: Selector, measure: str) -> str:
    """What is spent, and on what: `할인 전 주문 금액`."""
    kind = "before" if measure == "before discounts" else "now"
    if of == EVERYTHING:
        return speaker.phrase(f"spending-{kind}")
    return speaker.phrase(f"spending-{kind}-of", of=lines(speaker, of))


def code_condition(speaker: Speaker, codes: Iterable[str]) -> Condition:
    """A code to be entered."""
    return _plain("need-code", codes=speaker.either(codes))


def payment_condition(speaker: Speaker, payment: Iterable[str]) -> Condition:
    """A means of payment."""
    return _plain("need-payment", means=speaker.either(map(speaker.means, payment)))


# --- when and where ------------------------------------------------------------------------------


def when_words(speaker: Speaker, when: When | None) -> list[str]:
    """Weekdays and hours."""
    if when is None:
        return []
    words = []
    if when.weekdays:
        words.append(weekdays(speaker, when.weekdays))
    if when.hours:
        words.append(speaker.either(time_range(speaker, hours) for hours in when.hours))
    return words


def weekdays(speaker: Speaker, days: Iterable[str]) -> str:
    """Days of the week, or the word for all working days or the weekend."""
    chosen = list(dict.fromkeys(days))
    if set(chosen) == {"mon", "tue", "wed", "thu", "fri"}:
        return speaker.say("on-weekdays")
    if set(chosen) == {"sat", "sun"}:
        return speaker.say("on-weekend")
    return speaker.say("on-days", days=speaker.either(speaker.say(f"day-{day}") for day in chosen))


def time_range(speaker: Speaker, hours: TimeRange) -> str:
    """`from 09:00 to 18:00`; over midnight the day after is named."""
    message = "hours" if hours.start < hours.end else "hours-overnight"
    return speaker.say(message, start=f"{hours}"[:5], end=f"{hours}"[6:])


def where_words(speaker: Speaker, where: Where | None) -> list[str]:
    """Stores and channels."""
    if where is None:
        return []
    words = []
    if where.store:
        words.append(speaker.say("at-stores", stores=stores(speaker, where.store)))
    if where.channel:
        words.append(speaker.say("by-channels", channels=speaker.either(map(speaker.means, where.channel))))
    return words


def stores(speaker: Speaker, keys: Iterable[str]) -> str:
    """Stores as alternatives."""
    return speaker.either(speaker.named(speaker.store(key)) for key in keys)


def offer(speaker: Speaker, lead: Iterable[str], conditions: Iterable[Condition], gives: str) -> str:
    """One sentence: when and where, if what, then what is given."""
    first, what = speaker.say("lead-separator").join(lead), if_all(speaker, conditions)
    if first and what:
        return speaker.say("offer-lead-if", lead=first, condition=what, gives=gives)
    if first:
        return speaker.say("offer-lead", lead=first, gives=gives)
    return speaker.say("offer-if", condition=what, gives=gives) if what else gives
