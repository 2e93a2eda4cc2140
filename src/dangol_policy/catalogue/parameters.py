"""What a template asks: each parameter with its kind, its default and its bounds, and how what is typed is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from dangol_policy.catalogue.setting import Setting, Words, written
from dangol_policy.values import Duration, read_duration, read_money, read_rate, read_time_range, write_money

Kind = Literal["money", "rate", "count", "duration", "name", "words", "hours", "weekday", "tier", "choice"]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Unfit(ValueError):
    """What was typed does not fit: a code (`not-a-number`, `too-small`, `too-large`, `missing`, …) and its bound."""

    def __init__(self, code: str, bound: str = "") -> None:
        super().__init__(f"{code} {bound}".strip())
        self.code, self.bound = code, bound


@dataclass(frozen=True, slots=True)
class Parameter:
    """One question of a template. `default`, `least` and `most` are numbers: of money in small round amounts of the
    currency, of rates in percent; a duration counts `unit`s."""

    name: str
    kind: Kind
    label: Words
    default: Any
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)
    unit: str = ""
    choices: Mapping[str, Words] | None = None
    nth: int = 0
    """Which of the policy's categories is proposed, where there are several."""

    def standard(self, setting: Setting) -> Any:
        """The default as the policy writes it."""
        match self.kind:
            case "money":
                return setting.amount(Decimal(str(self.default)))
            case "rate":
                return f"{self.default}%"
            case "duration":
                return str(Duration(self.default, self.unit))  # type: ignore[arg-type]
            case "tier":
                return setting.tiers[-1] if setting.tiers else None
            case "name":
                return (
                    setting.categories[min(self.nth, len(setting.categories) - 1)]
                    if setting.categories
                    else self.default
                )
            case "words":
                return setting.words(self.default)
            case _:
                return self.default

    def bounds(self, setting: Setting) -> tuple[Any, Any]:
        """Least and most as the policy writes them."""
        return self._written(self.least, setting), self._written(self.most, setting)

    def _written(self, bound: Decimal, setting: Setting) -> Any:
        if self.kind == "money":
            return written(bound * setting.coffee, setting.currency)
        if self.kind == "rate":
            return f"{bound.normalize():f}%"
        return str(Duration(int(bound), self.unit)) if self.kind == "duration" else int(bound)  # type: ignore[arg-type]

    def read(self, typed: Any, setting: Setting) -> Any:
        """What was typed in a form (text) or given by a program, as the policy writes it. Raises Unfit."""
        text = typed.strip() if isinstance(typed, str) else typed
        if text in ("", None, [], {}):
            raise Unfit("missing")
        match self.kind:
            case "money":
                return self._money(text, setting)
            case "rate":
                return self._rate(text)
            case "count":
                return int(self._within(_number(text)))
            case "duration":
                return self._duration(text)
            case "hours":
                return self._hours(text)
            case "words":
                return self._words(text, setting)
            case _:
                return self._one_of(str(text), setting)

    def _money(self, typed: Any, setting: Setting) -> int | str:
        try:
            minor = read_money(typed, setting.context)
        except ValueError as error:
            raise Unfit("not-money") from error
        major = Decimal(write_money(minor, setting.currency))
        self._within(major / setting.coffee, setting)
        return written(major, setting.currency)

    def _rate(self, typed: Any) -> str:
        words = typed if isinstance(typed, str) and typed.endswith("%") else f"{typed}%"
        try:
            percent = read_rate(words) * 100
        except ValueError as error:
            raise Unfit("not-a-rate") from error
        if percent != round(percent, 2):
            raise Unfit("too-fine")
        self._within(percent)
        return f"{percent.normalize():f}%"

    def _duration(self, typed: Any) -> str:
        words = f"{typed} {self.unit}" if str(typed).isdigit() else typed
        try:
            found = read_duration(words)
        except ValueError as error:
            raise Unfit("not-a-number") from error
        if found.unit != self.unit:
            raise Unfit("not-a-number")
        self._within(Decimal(found.amount))
        return str(found)

    def _hours(self, typed: Any) -> str:
        try:
            found = read_time_range(typed)
        except ValueError as error:
            raise Unfit("not-hours") from error
        if found.start == found.end or found.end == 1440:
            raise Unfit("not-hours")
        return str(found)

    def _words(self, typed: Any, setting: Setting) -> dict[str, str]:
        """Words in the language they are typed in; the default's own words keep all their languages."""
        given = dict(typed) if isinstance(typed, Mapping) else {setting.languages[0]: typed}
        known = setting.words(self.default)
        if any(len(words) > 200 for words in given.values()):
            raise Unfit("too-large", "200")
        return known if given.items() <= known.items() else {str(key): str(words) for key, words in given.items()}

    def _one_of(self, typed: str, setting: Setting) -> str:
        allowed: tuple[str, ...] | None = {
            "tier": setting.tiers,
            "weekday": WEEKDAYS,
            "choice": tuple(self.choices or ()),
        }.get(self.kind)
        if (allowed is not None and typed not in allowed) or len(typed) > 100 or not re.fullmatch(r"[^\n\t]+", typed):
            raise Unfit("unknown")
        return typed

    def _within(self, number: Decimal, setting: Setting | None = None) -> Decimal:
        if number < self.least:
            raise Unfit("too-small", self._said(self.least, setting))
        if number > self.most:
            raise Unfit("too-large", self._said(self.most, setting))
        return number

    def _said(self, bound: Decimal, setting: Setting | None) -> str:
        if setting is not None:
            return str(self._written(bound, setting))
        return f"{bound.normalize():f}{'%' if self.kind == 'rate' else ''}"


def _number(typed: Any) -> Decimal:
    if isinstance(typed, bool) or not re.fullmatch(r"\d{1,9}", str(typed)):
        raise Unfit("not-a-number")
    return Decimal(str(typed))
