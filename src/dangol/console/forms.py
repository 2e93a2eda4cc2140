"""What the clerk types: enrolment, an amount, or a basket by lines; and what is wrong with it, if anything."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dangol.lib.money import as_typed

ROWS = 6
_MOST_DIGITS = 13
_AMOUNT = re.compile(r"\d{1,12}(\.\d{1,3})?")


class Enrol(forms.Form):
    """A phone number is enough."""

    phone = forms.CharField(max_length=40, label=gettext_lazy("Phone"))
    name = forms.CharField(max_length=200, required=False, label=gettext_lazy("Name"))
    email = forms.EmailField(required=False, label=gettext_lazy("E-mail"))
    birthday = forms.DateField(required=False, label=gettext_lazy("Birthday"))


def amount(typed: str, decimals: int) -> str | None:
    """`12,000` or `12.000` as the language of amounts writes it: `12000`; None when nothing was typed."""
    return as_typed(typed, decimals) or None


@dataclass(frozen=True, slots=True)
class Row:
    """One line as typed."""

    number: int
    what: str = ""
    price: str = ""
    quantity: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A basket that was read, or what is wrong with it."""

    basket: Mapping[str, Any] = field(default_factory=dict)
    wrong: str = ""
    rows: tuple[Row, ...] = ()


def empty_lines() -> tuple[Row, ...]:
    return tuple(Row(number) for number in range(1, ROWS + 1))


def basket(post: Mapping[str, str], decimals: int) -> Read:
    """Lines when any is filled in, else one line of the whole amount; `decimals` are those of the currency."""
    rows = tuple(_row(post, number) for number in range(1, ROWS + 1))
    filled = [row for row in rows if row.what or row.price]
    whole = amount(post.get("amount", ""), decimals)
    if not filled and not whole:
        return Read(wrong=_("Type an amount, or at least one line."), rows=rows)
    checked = tuple(_checked(row, decimals) for row in rows)
    if any(row.wrong for row in checked):
        return Read(wrong=_("One line is not right yet; what is wrong stands beside it."), rows=checked)
    if not filled and not _AMOUNT.fullmatch(whole or ""):
        return Read(wrong=_("Write the amount in digits only, such as 12000."), rows=rows)
    lines = [_line(row, decimals) for row in filled] or [{"id": "1", "price": whole}]
    wanted: dict[str, Any] = {"lines": lines, "channel": "counter"}
    wanted["codes"] = [code for code in re.split(r"[\s,]+", post.get("codes", "")) if code]
    held = [value for name, value in post.items() if name.startswith("voucher-")]
    if held:
        wanted["vouchers"] = [{"code": code} for code in held]
    points = post.get("points", "").strip()
    if points:
        if points != "max" and not (points.isdecimal() and len(points) < _MOST_DIGITS):
            return Read(wrong=_("Write the points to use in digits only."), rows=rows)
        wanted["redeem"] = {"points": points if points == "max" else int(points)}
    return Read(basket=wanted, rows=rows)


def more_than_amount(post: Mapping[str, str]) -> bool:
    """Whether anything stands in the part of the form that is folded away at first."""
    return any(post.get(name) for name in ("codes", "points")) or any(
        row.what or row.price or row.quantity for row in (_row(post, number) for number in range(1, ROWS + 1))
    )


def _row(post: Mapping[str, str], number: int) -> Row:
    def typed(name: str) -> str:
        return post.get(f"{name}-{number}", "").strip()

    return Row(number, typed("what"), typed("price"), typed("quantity"))


def _checked(row: Row, decimals: int) -> Row:
    if not (row.what or row.price or row.quantity):
        return row
    wrong = ""
    if not _AMOUNT.fullmatch(amount(row.price, decimals) or ""):
        wrong = _("The price is missing or not in digits.")
    elif row.quantity and not (row.quantity.isdecimal() and len(row.quantity) < 9 and 1 <= int(row.quantity) <= 1000):
        wrong = _("The quantity is a whole number from 1 to 1000.")
    return Row(row.number, row.what, row.price, row.quantity, wrong)


def _line(row: Row, decimals: int) -> dict[str, Any]:
    """`what` is a product or a category of the policy; it is matched as both."""
    line: dict[str, Any] = {
        "id": str(row.number),
        "price": amount(row.price, decimals),
        "quantity": int(row.quantity or 1),
    }
    if row.what:
        line |= {"sku": row.what, "category": [row.what], "name": row.what}
    return line


def order_number(key: str) -> str:
    """A short number for the receipt, always the same for the same form."""
    return "C-" + hashlib.sha256(key.encode()).hexdigest()[:10].upper()
