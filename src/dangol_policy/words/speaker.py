"""Who speaks: one policy in one language. Names of tiers, stores and points; amounts, lists and sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal, TypeVar, cast

from babel import Locale

from dangol_policy.model.policy import Policy
from dangol_policy.values import Duration, Text
from dangol_policy.words import formats
from dangol_policy.words.speech import Argument, Speech, inflected, speech

T = TypeVar("T")

# Names that policies use as they come, each with a message of its own; others are said as written.
_MEANS = {
    "email",
    "sms",
    "phone",
    "post",
    "app",
    "push",
    "web",
    "store",
    "counter",
    "kakao",
    "card",
    "cash",
    "transfer",
}


class Speaker:
    """Says the things of one policy in one language."""

    def __init__(self, policy: Policy, language: str) -> None:
        self.policy = policy
        self.language = language
        self.speech: Speech = speech(language)
        self.currency = policy.business.currency
        self.zone = policy.business.timezone
        self.decimals = policy.loyalty.points.decimals if policy.loyalty.points else 0
        self._known: dict[str, Any] = {}

    def once(self, what: str, find: Callable[[], T]) -> T:
        """Something about the policy that is found out once and kept with the speaker."""
        if what not in self._known:
            self._known[what] = find()
        return cast(T, self._known[what])

    def say(self, message: str, /, **arguments: Argument) -> str:
        """A message of the language with its arguments."""
        return self.speech.say(message, **arguments)

    def phrase(self, message: str, /, **arguments: Argument) -> str:
        """A message that becomes part of another, in the form that one asks for."""
        return self.speech.phrase(message, **arguments)

    # --- figures ---------------------------------------------------------------------------------

    def money(self, minor: int) -> str:
        """Minor units of the policy's currency."""
        return formats.money(minor, self.currency, self.language)

    def number(self, value: int | Decimal) -> str:
        """A number with the grouping of the language."""
        return formats.number(value, self.language)

    def rate(self, value: Decimal) -> str:
        """A rate given as part of one."""
        return formats.rate(value, self.language)

    def rate_as_written(self, text: str) -> str:
        """A rate as decisions hold it (`1.5%`), in the writing of the language."""
        return self.rate(Decimal(text.removesuffix("%")) / 100)

    def day(self, date: dt.date) -> str:
        """A calendar day."""
        return formats.day(date, self.language)

    def moment(self, at: dt.datetime) -> str:
        """An instant in the zone of the business."""
        return formats.moment(at, self.zone, self.language)

    def day_of(self, at: dt.datetime) -> str:
        """The local day of an instant."""
        return self.day(at.astimezone(formats.zone_of(self.zone)).date())

    def moment_before(self, at: dt.datetime) -> str:
        """The last minute before an end: an end at midnight is said as the day that is over then."""
        local = at.astimezone(formats.zone_of(self.zone))
        return self.last_day_before(at) if local.time() == dt.time() else self.moment(at)

    def last_day_before(self, at: dt.datetime) -> str:
        """The last local day that has begun before an instant: how an end at midnight is said."""
        return self.day((at - dt.timedelta(microseconds=1)).astimezone(formats.zone_of(self.zone)).date())

    def duration(self, length: Duration) -> str:
        """A length of time in its own unit."""
        return self.phrase(f"duration-{length.unit.replace(' ', '-')}", n=length.amount)

    def ordinal(self, n: int) -> str:
        """`10th`, `10번째`."""
        return self.phrase("ordinal", n=n, kind=Locale.parse(self.language).ordinal_form(n))

    def points(self, whole: int | Decimal) -> str:
        """Whole points with their name: `450 points`, `적립금 450점`."""
        if self.own_points_name:
            return self.phrase("points-named", n=whole, name=self.own_points_name)
        return self.phrase("points", n=whole)

    def point_parts(self, parts: int) -> str:
        """Points counted in their smallest part, as ledgers and decisions hold them."""
        return self.points(self.whole_points(parts))

    def whole_points(self, parts: int) -> int | Decimal:
        """Smallest parts as points."""
        points = Decimal(parts).scaleb(-self.decimals)
        # A whole number is an integer, so that it takes the plural form of one.
        return int(points) if points == points.to_integral_value() else points.normalize()

    @cached_property
    def points_word(self) -> str:
        """What points are called inside a sentence: `포인트`, or the policy's name for them."""
        if self.own_points_name:
            return self.phrase("points-word-named", name=self.own_points_name)
        return self.phrase("points-word")

    @cached_property
    def points_label(self) -> str:
        """What points are called where their name stands alone."""
        return self.own_points_name or self.say("points-word")

    @cached_property
    def own_points_name(self) -> str | None:
        """The policy's name for points in this language; None when it is the usual one."""
        points = self.policy.loyalty.points
        name = self.own(points.name if points else None)
        return None if name is None or name == self.say("points-word") else name

    # --- names -----------------------------------------------------------------------------------

    def own(self, text: Text | None) -> str | None:
        """The text when it is written in this language (or without naming one); else None."""
        found = dict(text.by_language) if text else {}
        return found.get(self.language, found.get(""))

    def tier(self, level: str) -> str:
        """Name of a tier without the word for tier, which sentences add."""
        return self._levels.get(level, level)

    def tiers(self, levels: Iterable[str]) -> str:
        """Names of tiers as alternatives."""
        return self.either(self.named(self.tier(level)) for level in levels)

    @cached_property
    def _levels(self) -> Mapping[str, str]:
        tiers = self.policy.loyalty.tiers
        word = self.say("tier-word").casefold()
        named = {level.id: level.name.get(self.language) for level in (tiers.levels if tiers else ()) if level.name}
        return {key: _without(name, word) or name for key, name in named.items()}

    def named(self, name: str) -> str:
        """A name in a list inside a sentence: in quotation marks where the language marks names in no other way."""
        return self.say("named", name=name)

    def membership(self, key: str) -> str:
        """Name of a membership."""
        found = {m.id: m.name.get(self.language) for m in self.policy.loyalty.memberships}
        return found.get(key, key)

    def store(self, key: str) -> str:
        """Name of a store."""
        return {s.id: s.name.get(self.language) for s in self.policy.business.stores}.get(key, key)

    def thing(self, kind: Literal["products", "categories", "tags", "segments"], key: str) -> str:
        """A product, category, tag or segment as the policy names it; its key when it has no name."""
        names: dict[str, Text] = getattr(self.policy.names, kind)
        return names[key].get(self.language) if key in names else key

    def things(self, kind: Literal["products", "categories", "tags", "segments"], keys: Iterable[str]) -> str:
        """Several of them as alternatives."""
        return self.either(self.named(self.thing(kind, key)) for key in keys)

    def product(self, key: str) -> str:
        """One product as the goods a sentence is about."""
        return self.phrase("lines-products", names=self.named(self.thing("products", key)), count=1)

    def means(self, name: str) -> str:
        """A channel or means of payment, in the language when it is a usual one."""
        return self.phrase(f"means-{name}") if name in _MEANS else self.phrase("means-other", name=name)

    def by_tier(self, value: T | Mapping[str, T], write: Callable[[T], str]) -> str:
        """One value, or one per tier."""
        if not isinstance(value, Mapping):
            return write(value)
        items = [self.say("by-tier-item", tier=self.tier(key), value=write(v)) for key, v in value.items()]
        return self.say("by-tier", list=self.listed(items), either=self.either(items))

    # --- lists and sentences ------------------------------------------------------------------------

    def listed(self, items: Iterable[str]) -> str:
        """`A, B, C`."""
        separator, several = self.say("list-comma"), list(items)
        return self.speech.inflecting(lambda form: separator.join(str(inflected(one, form)) for one in several))

    def together(self, items: Iterable[str]) -> str:
        """`A, B and C`."""
        return self._joined(list(items), "list-and")

    def either(self, items: Iterable[str]) -> str:
        """`A, B or C`."""
        return self._joined(list(items), "list-or")

    def _joined(self, items: list[str], pair: str) -> str:
        if len(items) < 2:
            return items[0] if items else ""
        return self.phrase(pair, first=self.listed(items[:-1]), last=items[-1])

    def sentence_start(self, text: str) -> str:
        """With a capital at the beginning where the language has them."""
        return text[:1].upper() + text[1:] if self.say("capitals") == "yes" else text

    def sentence(self, text: str) -> str:
        """With a capital at the beginning and a full stop at the end."""
        text = self.sentence_start(text)
        return text if text.endswith((".", "!", "?")) else f"{text}."

    def paragraph(self, texts: Iterable[str]) -> str:
        """Sentences one after the other."""
        return " ".join(self.sentence(text) for text in texts if text)


def _without(name: str, word: str) -> str:
    """The name of a tier without the word for tier before or after it, in small letters: `Hạng Vàng`, `실버 등급`."""
    lowered = name.casefold()
    if lowered.startswith(f"{word} "):
        return name[len(word) :].strip()
    return name[: -len(word)].strip() if lowered.endswith(word) else name
