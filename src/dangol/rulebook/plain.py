"""Decisions and other values of the policy language as plain JSON, to be kept and read by people years later."""

import dataclasses
import json
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from dangol_policy.decision import Decision


@lru_cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    kind: type[Any] = type(value)
    if dataclasses.is_dataclass(kind):
        return {name: getattr(value, name) for name in _names(kind)}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no plain form")


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_plain)


def as_text(value: object) -> str:
    """Compact JSON of a value of the policy language; fractions as `a/b`, instants in ISO 8601."""
    if isinstance(value, Decision):
        return to_json(value, fallback=_plain).decode()
    return _encoder.encode(value)
