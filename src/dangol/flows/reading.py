"""Reads what faces hand over (plain data) into values of the policy language, with every problem and its place."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, ValidationError
from pydantic_core import PydanticCustomError

from dangol.flows.errors import BadInput, InputProblem
from dangol_policy.model.policy import Policy
from dangol_policy.plain_basket import MajorBasket, PlainBasket
from dangol_policy.situation import Basket
from dangol_policy.values import ValuesContext, read_money

Declared = Literal["major", "minor"]
PlainMinor = Annotated[PlainBasket | dict[str, Any], Field(union_mode="left_to_right")]
PlainMajor = Annotated[MajorBasket | dict[str, Any], Field(union_mode="left_to_right")]
"""A basket by what its amounts are declared as, for faces that read JSON: what is usual is read at once, the rest stays
plain data for `basket` to read or to explain. Amounts in major units need the context of the policy."""
_KEYS_OF_VOUCHER = ("code",)


def context_of(policy: Policy, money: Declared) -> ValuesContext:
    """How amounts and instants are meant."""
    return ValuesContext(policy.business.currency, money, policy.business.timezone)


def basket(given: Mapping[str, Any], policy: Policy, money: Declared) -> Basket:
    """A basket. Of vouchers only the code counts: what they are worth the business knows itself."""
    vouchers = given.get("vouchers")
    if isinstance(vouchers, list | tuple):
        codes = [
            {key: _plain_id(one[key]) for key in _KEYS_OF_VOUCHER if key in one} if isinstance(one, Mapping) else one
            for one in vouchers
        ]
        given = {**given, "vouchers": codes}
    try:
        return Basket.model_validate(given, context=context_of(policy, money))
    except ValidationError as wrong:
        raise BadInput(problems_of(wrong, "basket")) from wrong


def _plain_id(code: object) -> object:
    """A voucher's id with or without hyphens names the same voucher."""
    try:
        return UUID(code).hex if isinstance(code, str) else code
    except ValueError:
        return code


def amount(given: int | str | None, policy: Policy, money: Declared, where: str) -> int | None:
    """Minor units of an amount as declared."""
    if given is None:
        return None
    try:
        return read_money(given, context_of(policy, money))
    except PydanticCustomError as wrong:
        raise BadInput([InputProblem((where,), wrong.type, wrong.message())]) from wrong


def day(given: date | tuple[int, int] | None) -> date | None:
    """A birthday: a date, or month and day when the year is not known (a leap year stands for it)."""
    if given is None or isinstance(given, date):
        return given
    try:
        return date(YEAR_UNKNOWN, *given)
    except ValueError as wrong:
        raise BadInput([InputProblem(("birthday",), "bad-date", "this is no day of the year")]) from wrong


YEAR_UNKNOWN = 2000
"""Stands for the year of birth nobody told; a leap year, so that 29 February is a day of it."""


def problems_of(wrong: ValidationError, *where: str | int) -> list[InputProblem]:
    """Every problem of a validation, at its place."""
    return [
        InputProblem((*where, *(part for part in one["loc"] if not _is_tag(part))), one["type"], one["msg"])
        for one in wrong.errors(include_url=False, include_context=False, include_input=False)
    ]


def _is_tag(part: int | str) -> bool:
    """Places in a union name the kind they tried; people do not write it."""
    return isinstance(part, str) and (" " in part or part.startswith("function-"))
