"""One fault of validation in the words of the domain: a code of the registry, a message, a hint."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from dangol_policy.parse.shape import Spot, keys_of, kinds_of, words_of
from dangol_policy.problems import REGISTRY

Wording = tuple[str, str, str | None]
"""Code, message, hint."""

_EXTRA_KEYS = {"hours": ["every day", "weekdays", "weekend"]}
_PATTERNS = {
    "languages": ("bad-language", "this is not a language code such as ko, en, vi or be"),
    "jurisdictions": ("bad-country", "this is not a country such as KR, VN, BY or US"),
    "country": ("bad-country", "this is not a country such as KR, VN, BY or US"),
    "rate": ("bad-rate", "this is not a rate; write it with a percent sign, like 5% or 1.5%"),
    "percent": ("bad-rate", "this is not a rate; write it with a percent sign, like 5% or 1.5%"),
}
_WANTED = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "string_type": "words",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "mapping_type": "keys with values",
}
_BOUNDS = {
    "greater_than_equal": ("at least", "ge"),
    "less_than_equal": ("at most", "le"),
    "greater_than": ("more than", "gt"),
    "less_than": ("less than", "lt"),
}
_LENGTHS = {
    "string_too_short": "this text is too short",
    "string_too_long": "this text is too long",
    "too_short": "this list has too few items",
    "too_long": "this list has too many items",
}


def put_in_words(error: Mapping[str, Any], spot: Spot, value: object) -> Wording:
    """Word one error; `value` is what was written at the spot."""
    kind = str(error["type"])
    name = str(spot.path[-1]) if spot.path else ""
    context = error.get("ctx") or {}
    if spot.is_key:
        return _about_key(error, spot, name)
    if spot.path == ("dangol",) and kind == "literal_error":
        return "bad-version", f"{show(value)} is not a version of the language that is known here", None
    if kind == "missing":
        return "missing-key", f"`{name}` is missing here", None
    if kind == "extra_forbidden":
        return _unknown_key(name, keys_of(spot.owner) if spot.owner else [])
    if kind in ("unknown-kind", "union_tag_invalid", "union_tag_not_found"):
        return _unknown_kind(error, spot, value)
    if kind in REGISTRY:
        return kind, _unbrace(str(error["msg"])), _habit_hint(kind, value)
    if kind in _BOUNDS:
        words, key = _BOUNDS[kind]
        return "bad-number", f"{show(value)} is not possible here; it must be {words} {context[key]}", None
    if kind == "literal_error":
        return _unknown_choice(value, words_of(spot.kind) or re.findall(r"'([^']*)'", str(context.get("expected"))))
    if kind == "string_pattern_mismatch" and (found := _pattern(spot)):
        return *found, None
    if kind in _LENGTHS:
        return "bad-value", _LENGTHS[kind], None
    if kind in ("value_error", "assertion_error"):
        return "bad-value", str(context.get("error", "this value cannot be")), None
    return _wrong_type(kind, name, spot, value)


def _wrong_type(kind: str, name: str, spot: Spot, value: object) -> Wording:
    wanted = _WANTED.get(kind)
    if value is None:
        return "wrong-type", f"nothing is written after `{name}`", "Write a value, or take the key out."
    if wanted is None:
        return "bad-value", f"{show(value)} does not fit here", None
    if kind == "string_type" and (found := _pattern(spot)):
        return *found, _habit_hint(found[0], value)
    hint = _quote_hint(value) if wanted == "words" else None
    return "wrong-type", f"{show(value)} does not fit here; expected {wanted}", hint


def _pattern(spot: Spot) -> tuple[str, str] | None:
    return next((_PATTERNS[step] for step in reversed(spot.path) if step in _PATTERNS), None)


def _quote_hint(value: object) -> str | None:
    if isinstance(value, bool | int | Decimal):
        return f'Put it in quotes when words are meant: "{str(value).lower() if isinstance(value, bool) else value}".'
    return None


def _unknown_key(name: str, known: list[str]) -> Wording:
    near = closest(name, known)
    hint = f"Did you mean `{near}`?" if near else f"Keys that belong here: {', '.join(known[:25])}." if known else None
    return "unknown-key", f"{show(name)} is not a key that belongs here", hint


def _unknown_choice(value: object, words: list[str]) -> Wording:
    near = closest(str(value), words) if isinstance(value, str) else None
    listed = ", ".join(f"`{word}`" for word in words)
    return "unknown-choice", f"{show(value)} is not one of {listed}", f"Did you mean `{near}`?" if near else None


def _unknown_kind(error: Mapping[str, Any], spot: Spot, value: object) -> Wording:
    kinds = kinds_of(spot.kind)
    keys = [str(key) for key in value] if isinstance(value, Mapping) else [str(value)]
    near = next(((key, found) for key in keys if (found := closest(key, kinds))), None)
    message = _unbrace(str(error["msg"])) if str(error["type"]) == "unknown-kind" else "this has no kind"
    if near and isinstance(value, Mapping):
        return "unknown-kind", message, f"Did you mean `{near[1]}` instead of {show(near[0])}?"
    if isinstance(value, Mapping):
        return "unknown-kind", message, None
    known = f"Write it as a key with its value, like `{near[1] if near else (kinds or ['percent'])[0]}: …`."
    return "unknown-kind", message, known


def _about_key(error: Mapping[str, Any], spot: Spot, name: str) -> Wording:
    kind = str(error["type"])
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", str((error.get("ctx") or {}).get("expected")))
        return _unknown_key(name, known + _EXTRA_KEYS.get(str(spot.path[-2]), []))
    if kind in REGISTRY:
        return kind, _unbrace(str(error["msg"])), _habit_hint(kind, name)
    return "bad-value", f"{show(name)} cannot be a key here", None


def _habit_hint(code: str, value: object) -> str | None:
    """Rates, dates and ranges written by other habits, put right."""
    if code == "bad-rate" and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f"Write {value}%."
    if code not in ("bad-date", "bad-range") or not isinstance(value, str):
        return None
    found = re.fullmatch(r"(\d{4})[./년 -]+(\d{1,2})[./월 -]+(\d{1,2})[.일 ]*", value.strip())
    if found and int(found[2]) <= 12 and int(found[3]) <= 31:
        day = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
        return f"Write {day}..{day} for that one day." if code == "bad-range" else f"Write {day}."
    hours = re.fullmatch(r"(\d{1,2})(?::(\d\d))? ?[-–~] ?(\d{1,2})(?::(\d\d))?", value.strip())
    if hours and code == "bad-range":
        return f'Write "{int(hours[1]):02}:{hours[2] or "00"}-{int(hours[3]):02}:{hours[4] or "00"}".'
    return None


def closest(word: str, known: list[str]) -> str | None:
    """The known word that was most likely meant, if any is near."""
    lowered = {name.lower(): name for name in known}
    found = get_close_matches(word[:80].lower().replace("_", "-"), [*lowered], n=1, cutoff=0.6) or get_close_matches(
        word[:80].lower().replace("-", "_"), [*lowered], n=1, cutoff=0.6
    )
    return lowered[found[0]] if found else None


def show(value: object) -> str:
    """What was written, short enough to stand in a sentence."""
    if isinstance(value, Mapping):
        return "a mapping of keys"
    if isinstance(value, list | tuple):
        return "a list"
    words = str(value).lower() if isinstance(value, bool) else "nothing" if value is None else str(value)
    return f"`{words if len(words) <= 60 else words[:57] + '…'}`"


def _unbrace(message: str) -> str:
    return message.replace("{{", "{").replace("}}", "}")
