"""What a form sends, as a policy writes it: names with dots become parts, lists and texts; nothing typed is refused.

What cannot be read as the kind it should be stays as it was typed, so that the policy's own reader says what is wrong
with it, beside the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from dangol_policy.edit.shapes import Key, Shape, keys_of
from dangol_policy.model.base import Part
from dangol_policy.source import read_text
from dangol_policy.values import exponent, write_rate

KIND, WAS, OPEN, KEY, VALUE, ANY = "~kind", "~was", "~open", "~key", "~value", "~any"
"""Names inside a form that stand for no key: the kind chosen, the kind that was drawn, a part opened, a row's key and
value, any language or tier."""
ABSENT: Any = object()
_GROUPED = re.compile(r"\d{1,3}([, .'\u00a0\u202f]\d{3})+")


def raw_of(sent: Iterable[tuple[str, list[str]]], prefix: str = "f") -> Any:
    """The names and values of a form as a tree of texts; names that end in a number make a list."""
    tree: dict[str, Any] = {}
    for name, values in sent:
        head, *steps = name.split(".")
        if head == prefix and steps and len(steps) < 40:
            _plant(tree, steps, values)
    return _lists(tree)


def _plant(tree: dict[str, Any], steps: list[str], values: list[str]) -> None:
    for step in steps[:-1]:
        inner = tree.setdefault(step, {})
        if not isinstance(inner, dict):
            return
        tree = inner
    tree[steps[-1]] = values[0] if len(values) == 1 else values


def _lists(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    inside = {key: _lists(one) for key, one in tree.items()}
    if inside and all(key.isdecimal() and len(key) < 9 for key in inside):
        return [inside[key] for key in sorted(inside, key=int)]
    return inside


class Reader:
    """Reads what was typed for one policy: its currency, and the language of record."""

    def __init__(self, currency: str, language: str) -> None:
        self.currency, self.language = currency, language

    def part(self, model: type[Part], raw: Any, old: Any) -> dict[str, Any]:
        """The part as the policy writes it; what equals the default and was not written stays unwritten."""
        raw, old = raw if isinstance(raw, dict) else {}, old if isinstance(old, Mapping) else {}
        found: dict[str, Any] = {}
        for key in keys_of(model):
            if key.shape.kind == "clauses":
                value = old.get(key.name, ABSENT)
            else:
                value = self.value(key.shape, raw.get(key.name), old.get(key.name))
                value = ABSENT if _unwritten(key, value, old) else value
            if value is not ABSENT:
                found[key.name] = value
        return found

    def value(self, shape: Shape, raw: Any, old: Any) -> Any:
        """One value; ABSENT when nothing was typed."""
        match shape.kind:
            case "part":
                return self._part(shape, raw, old)
            case "kinds":
                return self._kind(shape, raw, old)
            case "list":
                return self._list(shape, raw, old)
            case "table":
                return self._table(shape, raw, old)
            case "by tier":
                return self._by_tier(shape, raw)
            case "either":
                return self._either(shape, raw, old)
            case "words":
                return self._words(raw, old)
            case "duration" | "days":
                return self._two(shape, raw)
            case _:
                return self._scalar(shape, raw)

    def _part(self, shape: Shape, raw: Any, old: Any) -> Any:
        assert shape.model is not None
        if raw is None:
            return ABSENT
        return self.part(shape.model, raw, old) or ABSENT

    def _kind(self, shape: Shape, raw: Any, old: Any) -> Any:
        if not isinstance(raw, dict) or not raw.get(KIND):
            return ABSENT
        kind = str(raw[KIND])
        model = shape.kinds.get(kind)
        if model is None:
            return ABSENT
        found = self.part(model, settled(raw, model), old)
        # Without the key that tells the kind, nobody could say what is missing.
        return found if kind in found else {kind: None, **found}

    def _list(self, shape: Shape, raw: Any, old: Any) -> Any:
        assert shape.inner is not None
        if shape.inner.kind not in ("part", "kinds", "words", "either", "duration", "days"):
            return self._several(shape.inner, raw, old)
        was = old if isinstance(old, list) else [] if old is None else [old]
        rows = raw if isinstance(raw, list) else []
        read = [self.value(shape.inner, one, _before(one, at, was)) for at, one in enumerate(rows)]
        found = [one for one in read if one is not ABSENT]
        return _single(found, old)

    def _several(self, inner: Shape, raw: Any, old: Any) -> Any:
        """Values typed in one line, with commas between, or ticked."""
        typed = raw if isinstance(raw, list) else re.split(r"[,\n]", raw) if isinstance(raw, str) else []
        read = [self.value(inner, one, None) for one in typed if isinstance(one, str)]
        found = [one for one in read if one is not ABSENT]
        if isinstance(raw, list) and isinstance(old, list):
            # What is ticked comes in the order of the page; what was written keeps its order.
            found = [*(one for one in old if one in found), *(one for one in found if one not in old)]
        return _single(found, old)

    def _table(self, shape: Shape, raw: Any, old: Any) -> Any:
        assert shape.inner is not None
        was = old if isinstance(old, Mapping) else {}
        found = {}
        for row in raw if isinstance(raw, list) else []:
            key = str(row.get(KEY, "")).strip() if isinstance(row, dict) else ""
            value = self.value(shape.inner, row.get(VALUE), was.get(key)) if key else ABSENT
            if key:
                found[key] = None if value is ABSENT else value
        return found or ABSENT

    def _by_tier(self, shape: Shape, raw: Any) -> Any:
        assert shape.inner is not None
        if not isinstance(raw, dict):
            return self.value(shape.inner, raw, None)
        read = {tier: self.value(shape.inner, typed, None) for tier, typed in raw.items() if not tier.startswith("~")}
        found = {tier: value for tier, value in read.items() if value is not ABSENT}
        return found or self.value(shape.inner, raw.get(ANY), None)

    def _either(self, shape: Shape, raw: Any, old: Any) -> Any:
        if not isinstance(raw, dict) or not raw.get(KIND):
            return ABSENT
        kind = str(raw[KIND])
        if not kind.startswith("~"):
            return kind
        number = int(kind[1:]) if kind[1:].isdecimal() and len(kind) < 9 else len(shape.ways)
        return self.value(shape.ways[number], raw.get(VALUE), old) if number < len(shape.ways) else ABSENT

    def _words(self, raw: Any, old: Any) -> Any:
        if isinstance(raw, str):
            return raw.strip() or ABSENT
        named = raw.items() if isinstance(raw, dict) else ()
        typed = [(key, words) for key, words in named if key == ANY or not key.startswith("~")]
        found = {key: _kept(words, old, key) for key, words in typed if isinstance(words, str) and words.strip()}
        everywhere = found.pop(ANY, None)
        if everywhere is not None and found:
            found = {self.language: everywhere, **found}
        return everywhere if everywhere is not None and not found else found or ABSENT

    def _two(self, shape: Shape, raw: Any) -> Any:
        """A length of time (amount and unit), or a range of days (first and last)."""
        if not isinstance(raw, dict):
            return raw.strip() if isinstance(raw, str) and raw.strip() else ABSENT
        one, other = (str(raw.get(name) or "").strip() for name in ("a", "b"))
        if shape.kind == "days":
            return f"{one}..{other}" if one or other else ABSENT
        if not one:
            return ABSENT
        return f"{one} {other.removesuffix('s') if one == '1' else other}".strip()

    def _scalar(self, shape: Shape, raw: Any) -> Any:
        text = raw[-1] if isinstance(raw, list) and raw else raw
        if not isinstance(text, str) or not text.strip():
            return ABSENT
        text = text.strip()
        match shape.kind:
            case "money" | "worth":
                return text if text.endswith("%") else self._money(text)
            case "rate":
                return _rate(text)
            case "count":
                return int(text) if re.fullmatch(r"-?\d{1,12}", text) else text
            case "yes":
                return {"yes": True, "no": False}.get(text, text)
            case "choice":
                return next((one for one in shape.choices if str(one) == text), text)
            case _:
                return text

    def _money(self, text: str) -> Any:
        plain = re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else text.replace(" ", "")
        if exponent(self.currency) and (found := re.fullmatch(r"([\d ,.']*\d)[.,](\d{1,2})", text)):
            plain = re.sub(r"\D", "", found[1]) + "." + found[2]
        return int(plain) if plain.isdecimal() and len(plain) < 16 else plain


def _rate(text: str) -> str:
    number = text.rstrip("% ").replace(",", ".")
    return write_rate(Decimal(number) / 100) if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", number) else text


def _kept(words: str, old: Any, key: str) -> str:
    """Browsers send lines ended by two signs; a text that was not touched stays as it was written."""
    typed = words.replace("\r\n", "\n")
    was = old.get(key) if isinstance(old, Mapping) else old if key == ANY else None
    return was if isinstance(was, str) and was.strip() == typed.strip() else typed.strip()


def settled(raw: dict[str, Any], model: type[Part]) -> dict[str, Any]:
    """What was typed into a part whose kind was changed: choices of the kind before are no choices of this one."""
    if raw.get(WAS) in (None, "", raw.get(KIND)):
        return raw
    kept = {key.name for key in keys_of(model) if key.shape.kind not in ("yes", "choice", "kinds", "either")}
    return {name: one for name, one in raw.items() if name in kept or name == KIND}


def _before(raw: Any, at: int, was: list[Any]) -> Any:
    """What a row was before: the item of the same id, else the one at the same place."""
    name = raw.get("id") if isinstance(raw, dict) else None
    same = next((one for one in was if isinstance(one, Mapping) and name and one.get("id") == name), None)
    return same if same is not None else was[at] if at < len(was) else None


def _single(found: list[Any], old: Any) -> Any:
    """A list; a single value stays one where one was written."""
    if not found:
        return [] if old == [] else ABSENT
    return found[0] if len(found) == 1 and old is not None and not isinstance(old, list) else found


def _unwritten(key: Key, value: Any, old: Mapping[str, Any]) -> bool:
    """Whether a value says only what holds anyway, and was not written before."""
    if key.name in old or value is ABSENT:
        return False
    return key.shape.kind in ("yes", "choice") and value == key.default


def typed(text: str) -> Any:
    """A value typed as YAML; the text itself when it cannot be read."""
    found = read_text(text)
    return text if found.root is None else found.data
