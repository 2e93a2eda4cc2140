"""Decisions as JSON text for the faces, written without anything in between.

The form is the one of `dangol_policy.story.answers.Writer`, which says it in full; a quote is asked for so often that
building dictionaries only to turn them into text would cost more than deciding.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Literal
from zoneinfo import ZoneInfo

from dangol.flows.reading import Declared
from dangol_policy.compile import Compiled
from dangol_policy.compile.outline import Outline
from dangol_policy.decision import Applied, Decision, Gift, LineResult, Miss, NotApplied, Reason
from dangol_policy.story.answers import MONEY_REASONS
from dangol_policy.values import exponent

Explain = Literal["full", "brief"]
Amount = Callable[[int], str]
quoted = encode_basestring
"""A text as JSON has it."""


def amounts(declared: Declared, currency: str) -> Amount:
    """How amounts are written: whole minor units, or text in major units."""
    if declared == "minor":
        return str
    places = exponent(currency)
    return '"{}"'.format if places == 0 else _major(places)


@lru_cache
def _major(places: int) -> Amount:
    parts = 10**places

    def written(minor: int) -> str:
        whole, part = divmod(abs(minor), parts)
        return f'"{"-" if minor < 0 else ""}{whole}.{part:0{places}}"'

    return written


@dataclass(frozen=True, slots=True)
class Answers:
    """Writes decisions of one policy, made at one instant, with amounts as declared."""

    amount: Amount
    digest: str
    head: str
    """What all of them have in common."""
    kept: dict[int, tuple[object, str]] = field(default_factory=dict)

    @classmethod
    def by(cls, rules: Compiled, declared: Declared, at: datetime) -> "Answers":
        """In the currency and zone of the policy."""
        business = rules.policy.business
        instant = at.astimezone(ZoneInfo(business.timezone)).isoformat()
        head = f'"version":{_or_null(rules.version)},"at":"{instant}","currency":"{business.currency}"'
        return cls(amounts(declared, business.currency), rules.digest, head)

    def whole(self, made: Decision) -> str:
        """What applied, what did not and why, the nearest miss, the points with their sum; figures by line and unit."""
        m = self.amount
        used = [f'{{"code":{quoted(code)},"amount":{m(amount)}}}' for code, amount in made.vouchers_used]
        return (
            f'{{"policy":"{self.digest}",{self.head},"tier":{_text_or_null(made.tier)},'
            f'"lines":[{",".join([self._line(line) for line in made.lines])}],"list_total":{m(made.list_total)},'
            f'"discount":{m(made.discount)},"subtotal":{m(made.subtotal)},"shipping_list":{m(made.shipping_list)},'
            f'"shipping":{m(made.shipping)},"tax":{m(made.tax)},"total":{m(made.total)},'
            f'"points_used":{made.points_used},"points_paid":{m(made.points_paid)},'
            f'"points_reasons":{self._reasons(made.points_reasons)},"vouchers_used":[{",".join(used)}],'
            f'"gift_card":{m(made.gift_card)},"due":{m(made.due)},'
            f'"applied":[{",".join([self._applied(one) for one in made.applied])}],'
            f'"not_applied":[{",".join([self._not_applied(one) for one in made.not_applied])}],'
            f'"nearest":{self._nearest(made.nearest)},"gifts":[{",".join([self._gift(one) for one in made.gifts])}],'
            f'"codes":[{",".join(self._codes(made))}],"points":{made.points},'
            f'"earned":[{",".join(_earned(made))}],"announced":[{",".join(self._announced(made))}]}}'
        )

    def brief(self, made: Decision) -> str:
        """Totals, what each clause took off, and the first reason of each that did not act."""
        m = self.amount
        applied = ",".join([f'{{"clause":"{one.clause}","amount":{m(one.amount)}}}' for one in made.applied])
        against = ",".join([_against(one.clause, one.reasons[0].code) for one in made.not_applied])
        return (
            f'{{{self.head},"tier":{_text_or_null(made.tier)},"list_total":{m(made.list_total)},'
            f'"discount":{m(made.discount)},"subtotal":{m(made.subtotal)},"shipping":{m(made.shipping)},'
            f'"total":{m(made.total)},"points_used":{made.points_used},"points_paid":{m(made.points_paid)},'
            f'"gift_card":{m(made.gift_card)},"due":{m(made.due)},"points":{made.points},'
            f'"applied":[{applied}],"not_applied":[{against}]}}'
        )

    def outline(self, found: Outline) -> str:
        """The same of an order that is paid with money alone."""
        m = self.amount
        listed, goods, shipping, total, points, tier, applied, refused, closed = found
        zero, sum_ = m(0), m(total)
        took_off = ",".join([f'{{"clause":"{clause}","amount":{m(off)}}}' for clause, off in applied])
        against = [f'{{"clause":"{clause}","reason":"{code}"}}' for clause, code, _ in refused]
        if closed:
            against.append(self._closed(closed))
        return (
            f'{{{self.head},"tier":{_text_or_null(tier)},"list_total":{m(listed)},"discount":{m(listed - goods)},'
            f'"subtotal":{m(goods)},"shipping":{m(shipping)},"total":{sum_},"points_used":0,"points_paid":{zero},'
            f'"gift_card":{zero},"due":{sum_},"points":{points},'
            f'"applied":[{took_off}],'
            f'"not_applied":[{",".join(against)}]}}'
        )

    def _closed(self, closed: tuple[tuple[str, str], ...]) -> str:
        """What no basket can open here and now is the same for many: written once for each such object."""
        kept = self.kept.get(id(closed))
        if kept is None or kept[0] is not closed:
            kept = self.kept[id(closed)] = closed, ",".join([_against(clause, code) for clause, code in closed])
        return kept[1]

    def _or_null(self, minor: int | None) -> str:
        return "null" if minor is None else self.amount(minor)

    def _line(self, line: LineResult) -> str:
        m = self.amount
        discounts = ",".join([f'{{"clause":"{clause}","amount":{m(off)}}}' for clause, off in line.discounts])
        return (
            f'{{"id":{quoted(line.id)},"quantity":{line.quantity},"list_amount":{m(line.list_amount)},'
            f'"discounts":[{discounts}],"amount":{m(line.amount)},'
            f'"unit_amounts":[{",".join(map(m, line.unit_amounts))}],"points":{line.points},'
            f'"points_paid":{m(line.points_paid)},"tax":{m(line.tax)}}}'
        )

    def _applied(self, one: Applied) -> str:
        m = self.amount
        lines = ",".join([f'{{"line":{line},"amount":{m(share)}}}' for line, share in one.lines])
        return (
            f'{{"clause":"{one.clause}","phase":"{one.phase}","amount":{m(one.amount)},"lines":[{lines}],'
            f'"times":{one.times},"code":{_text_or_null(one.code)}}}'
        )

    def _not_applied(self, one: NotApplied) -> str:
        reasons = ",".join([self._reason(reason) for reason in one.reasons])
        would_give = "null" if one.would_give is None else self.amount(one.would_give)
        return f'{{"clause":"{one.clause}","reasons":[{reasons}],"would_give":{would_give}}}'

    def _reasons(self, reasons: Iterable[Reason]) -> str:
        return f"[{','.join([self._reason(reason) for reason in reasons])}]"

    def _reason(self, reason: Reason) -> str:
        code, given, least = reason.code, reason.have, reason.need
        if given is None and least is None and reason.other is None:
            return f'{{"code":"{code}"}}'
        m = self.amount if code in MONEY_REASONS else str
        have = "" if given is None else f',"have":{m(given)}'
        need = "" if least is None else f',"need":{m(least)}'
        other = "" if reason.other is None else f',"other":{quoted(reason.other)}'
        return f'{{"code":"{code}"{have}{need}{other}}}'

    def _nearest(self, miss: Miss | None) -> str:
        if miss is None:
            return "null"
        return (
            f'{{"clause":"{miss.clause}","more_units":{_or_null(miss.more_units)},'
            f'"more_spend":{self._or_null(miss.more_spend)},"would_give":{self._or_null(miss.would_give)}}}'
        )

    def _gift(self, gift: Gift) -> str:
        return (
            f'{{"clause":"{gift.clause}","kind":"{gift.kind}","item":{quoted(gift.item)},"units":{gift.units},'
            f'"amount":{self._or_null(gift.amount)},"rate":{_text_or_null(gift.rate)},'
            f'"lines":[{",".join(map(str, gift.lines))}]}}'
        )

    def _codes(self, made: Decision) -> list[str]:
        return [
            f'{{"code":{quoted(one.code)},"accepted":{"true" if one.accepted else "false"},'
            f'"reasons":{self._reasons(one.reasons)}}}'
            for one in made.codes
        ]

    def _announced(self, made: Decision) -> list[str]:
        return [
            f'{{"clause":"{clause}","line":{line},"prior_price":{self.amount(price)},"percent":{quoted(percent)}}}'
            for clause, line, price, percent in made.announced
        ]


def _against(clause: str, code: str) -> str:
    return f'{{"clause":"{clause}","reason":"{code}"}}'


def _earned(made: Decision) -> list[str]:
    return [
        f'{{"clause":"{one.clause}","base":{one.base},"exact":"{one.exact}","rate":{quoted(one.rate)}}}'
        for one in made.earned
    ]


def _or_null(number: int | None) -> str:
    return "null" if number is None else str(number)


def _text_or_null(text: str | None) -> str:
    return "null" if text is None else quoted(text)
