"""The fields of a form for one part of a policy: names, labels, values and what is wrong, ready to be drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, get_args

from dangol_policy.edit.labels import label_of, word
from dangol_policy.edit.posted import ANY, KEY, KIND, OPEN, VALUE, settled
from dangol_policy.edit.shapes import Key, Shape, keys_of, kind_in
from dangol_policy.model.base import Part
from dangol_policy.problems import Path
from dangol_policy.values import Unit, read_duration

UNITS: tuple[str, ...] = get_args(Unit)
DEEPEST = 9
Known = Callable[[str], Sequence[tuple[str, str]]]
"""Ids a policy knows for a key (`tier`, `role`, …), each with its name."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; `value` is what is sent."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field, or a group of fields."""

    name: str
    kind: str
    label: str
    hint: str = ""
    value: str = ""
    second: str = ""
    options: tuple[Option, ...] = ()
    fields: tuple[Field, ...] = ()
    wrong: tuple[str, ...] = ()
    required: bool = False
    path: Path = ()
    """Where in the part it is written, to find what is wrong with it."""
    removable: bool = False
    row: str = ""
    """The key of a row of a table, as typed."""

    @property
    def addable(self) -> str:
        """Its id when something more can be said in it; else empty."""
        return self.id if any(field.kind == "closed" for field in self.fields) else ""

    @property
    def long(self) -> bool:
        """Whether it wants more than one line."""
        return len(self.value) > 60 or "\n" in self.value

    @property
    def id(self) -> str:
        """Its id in a page."""
        return self.name.replace(".", "-").replace("~", "")


class Form:
    """Draws the fields of parts of one policy, in one language."""

    def __init__(self, language: str, languages: Sequence[str], tiers: Sequence[tuple[str, str]], known: Known) -> None:
        self.language, self.languages, self.tiers, self.known = language, languages, tiers, known

    def fields(self, model: type[Part], value: Any, *, name: str = "f", path: Path = ()) -> tuple[Field, ...]:
        """The fields of a part; `value` is what is written, or the tree of what was typed."""
        given = value if isinstance(value, Mapping) else {}
        fresh = _first_keys(model) if OPEN in given and len(given) == 1 else ()
        return tuple(
            self._field(key, model, given.get(key.name), f"{name}.{key.name}", (*path, key.name), key.name in fresh)
            for key in keys_of(model)
        )

    def _field(self, key: Key, model: type[Part], value: Any, name: str, path: Path, fresh: bool) -> Field:
        label, hint = label_of(model.__name__, key.name, self.language)
        if value is None and not (key.required or fresh or key.shape.kind == "clauses"):
            return Field(name, "closed", label, hint or _about(key, self.language), path=path)
        shown = self._standing(key, value)
        field = self._shaped(key.shape, shown, name, path, label, key.name)
        return replace(field, hint=hint or _about(key, self.language), required=key.required)

    def _standing(self, key: Key, value: Any) -> Any:
        """What is written, else what holds without it where a choice shows it."""
        unsaid = value is None or (isinstance(value, Mapping) and OPEN in value)
        if unsaid and key.shape.kind in ("yes", "choice") and key.default is not None:
            return key.default
        return value

    def _shaped(self, shape: Shape, value: Any, name: str, path: Path, label: str, key: str) -> Field:
        base = Field(name, shape.kind, label, path=path)
        if len(path) > 2 * DEEPEST:
            return replace(base, kind="deep")
        match shape.kind:
            case "part":
                return self._part(base, shape, value)
            case "kinds":
                return self._kinds(base, shape, value)
            case "list":
                return self._list(base, shape, value, key)
            case "clauses":
                return replace(base, options=tuple(_clause(one) for one in value or () if isinstance(one, Mapping)))
            case "table":
                return self._table(base, shape, value, key)
            case "by tier":
                return self._by_tier(base, shape, value)
            case "either":
                return self._either(base, shape, value, key)
            case "words":
                return self._words(base, value)
            case "duration":
                return self._duration(base, value)
            case "days":
                return self._days(base, value)
            case _:
                return self._plain(base, shape, value, key)

    def _part(self, base: Field, shape: Shape, value: Any) -> Field:
        assert shape.model is not None
        return replace(base, fields=self.fields(shape.model, value, name=base.name, path=base.path))

    def _kinds(self, base: Field, shape: Shape, value: Any) -> Field:
        chosen = (value.get(KIND) if isinstance(value, Mapping) else None) or kind_in(shape, value)
        options = tuple(Option(kind, label_of("kind", kind, self.language)[0], kind == chosen) for kind in shape.kinds)
        model = shape.kinds.get(str(chosen))
        if model is None:
            return replace(base, options=options)
        shown = settled(value, model) if isinstance(value, dict) else value
        fields = self.fields(model, shown, name=base.name, path=base.path)
        return replace(base, options=options, fields=fields, value=str(chosen))

    def _list(self, base: Field, shape: Shape, value: Any, key: str) -> Field:
        assert shape.inner is not None
        opened = isinstance(value, Mapping) and OPEN in value and len(value) == 1
        inside = shape.inner.kind in ("part", "kinds", "words", "either", "duration", "days")
        items = value if isinstance(value, list) else [] if value in (None, "") or (opened and not inside) else [value]
        if shape.inner.kind == "choice" or (shape.inner.kind in ("id", "line") and self.known(key)):
            return self._ticked(base, shape.inner, items, key)
        if inside:
            rows = (
                replace(
                    self._shaped(shape.inner, one, f"{base.name}.{at}", (*base.path, at), base.label, key),
                    removable=True,
                )
                for at, one in enumerate(items)
            )
            return replace(base, kind="rows", fields=tuple(rows))
        return replace(base, kind="several", value=", ".join(str(one) for one in items))

    def _ticked(self, base: Field, inner: Shape, items: Sequence[Any], key: str) -> Field:
        named = [(str(one), word(one, self.language)) for one in inner.choices] or list(self.known(key))
        chosen = {str(one) for one in items if one != ""}
        strange = [(one, one) for one in chosen - {value for value, _ in named}]
        options = tuple(Option(value, label, value in chosen) for value, label in [*named, *sorted(strange)])
        return replace(base, kind="ticks", options=options)

    def _table(self, base: Field, shape: Shape, value: Any, key: str) -> Field:
        assert shape.inner is not None
        rows = _rows(value)
        fields = tuple(
            replace(
                self._shaped(shape.inner, one, f"{base.name}.{at}.{VALUE}", (*base.path, row), row or base.label, key),
                row=row,
                removable=True,
            )
            for at, (row, one) in enumerate(rows)
        )
        return replace(base, fields=fields)

    def _by_tier(self, base: Field, shape: Shape, value: Any) -> Field:
        assert shape.inner is not None
        each = _without_marks(value) if isinstance(value, Mapping) else {ANY: value}
        everybody = self._shaped(shape.inner, each.get(ANY), f"{base.name}.{ANY}", base.path, "", "")
        tiers = tuple(
            self._shaped(shape.inner, each.get(tier), f"{base.name}.{tier}", (*base.path, tier), label, "")
            for tier, label in [*self.tiers, *((one, one) for one in each if one not in (*dict(self.tiers), ANY))]
        )
        return replace(base, fields=(everybody, *tiers))

    def _either(self, base: Field, shape: Shape, value: Any, key: str) -> Field:
        chosen, inner = self._way(shape, value)
        options = []
        for number, way in enumerate(shape.ways):
            if way.kind == "choice":
                options += [Option(str(one), word(one, self.language), str(one) == chosen) for one in way.choices]
            else:
                label = label_of("way", way.model.__name__ if way.model else way.kind, self.language)[0]
                options.append(Option(f"~{number}", label, chosen == f"~{number}"))
        if not chosen.startswith("~"):
            return replace(base, options=tuple(options))
        taken = shape.ways[int(chosen[1:])]
        shown = {} if inner is None and taken.kind == "part" else inner
        field = self._shaped(taken, shown, f"{base.name}.{VALUE}", base.path, base.label, key)
        return replace(base, options=tuple(options), fields=(field,))

    def _way(self, shape: Shape, value: Any) -> tuple[str, Any]:
        """Which way a value is written, and the value inside; empty when nothing is."""
        if isinstance(value, Mapping) and KIND in value:
            chosen = str(value[KIND])
            known = (
                chosen.startswith("~")
                and chosen[1:].isdecimal()
                and len(chosen) < 9
                and int(chosen[1:]) < len(shape.ways)
            )
            return (chosen if known or not chosen.startswith("~") else ""), value.get(VALUE)
        if value is None:
            return "", None
        for number, way in enumerate(shape.ways):
            if way.kind == "choice" and value in way.choices:
                return str(value), None
            if (way.kind == "part") == isinstance(value, Mapping) and way.kind != "choice":
                if way.kind in ("day", "days") and (".." in str(value)) != (way.kind == "days"):
                    continue
                return f"~{number}", value
        return "", value

    def _words(self, base: Field, value: Any) -> Field:
        by_language = _without_marks(value) if isinstance(value, Mapping) else {ANY: value} if value else {}
        shown = [*([ANY] if ANY in by_language else []), *self.languages]
        shown += [one for one in by_language if one not in shown]
        fields = tuple(
            Field(f"{base.name}.{one}", "line", "" if one == ANY else one, value=str(by_language.get(one) or ""))
            for one in shown
        )
        return replace(base, fields=fields)

    def _duration(self, base: Field, value: Any) -> Field:
        if isinstance(value, Mapping):
            amount, unit = str(value.get("a") or ""), str(value.get("b") or "")
        else:
            amount, unit = _length(value)
        options = tuple(Option(one, word(one, self.language), one == (unit or "days")) for one in UNITS)
        return replace(base, value=amount, options=options)

    def _days(self, base: Field, value: Any) -> Field:
        if isinstance(value, Mapping):
            return replace(base, value=str(value.get("a") or ""), second=str(value.get("b") or ""))
        first, _, last = str(value or "").partition("..")
        return replace(base, value=first.strip(), second=last.strip())

    def _plain(self, base: Field, shape: Shape, value: Any, key: str) -> Field:
        if shape.kind == "yes":
            answers = (("yes", True), ("no", False))
            options = tuple(Option(sent, word(one, self.language), value in (one, sent)) for sent, one in answers)
            return replace(base, options=options)
        if shape.kind == "choice":
            options = tuple(
                Option(str(one), word(one, self.language), value is not None and str(one) == str(value))
                for one in shape.choices
            )
            return replace(base, options=options)
        options = tuple(Option(one, label, one == value) for one, label in self.known(key))
        return replace(base, value=_written(value), options=options)


def _written(value: Any) -> str:
    if value is None or isinstance(value, Mapping | list):
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _length(value: Any) -> tuple[str, str]:
    try:
        found = read_duration(value)
    except ValueError:
        amount, _, unit = str(value or "").partition(" ")
        return amount, unit
    return str(found.amount), found.unit


def _without_marks(value: Mapping[str, Any]) -> dict[str, Any]:
    """What is written in a mapping, without the marks of a form; ANY stays."""
    return {key: one for key, one in value.items() if key == ANY or not str(key).startswith("~")}


def _first_keys(model: type[Part]) -> tuple[str, ...]:
    """The keys shown at once when a part is opened: the first simple ones."""
    simple = [
        key.name for key in keys_of(model) if key.shape.kind not in ("part", "kinds", "either", "clauses", "table")
    ]
    return tuple(simple[:3]) if not any(key.required for key in keys_of(model)) else ()


def _rows(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, Mapping):
        return [(str(key), one) for key, one in value.items() if key not in (OPEN, KIND)]
    typed = value if isinstance(value, list) else []
    return [(str(row.get(KEY) or ""), row.get(VALUE)) for row in typed if isinstance(row, Mapping)]


def _clause(value: Mapping[str, Any]) -> Option:
    return Option(str(value.get("id") or ""), str(value.get("id") or ""))


def _about(key: Key, language: str) -> str:
    """The model's own words about a key, where the reader reads English."""
    return key.about if language == "en" and "`" not in key.about else ""


def with_faults(fields: tuple[Field, ...], faults: Sequence[tuple[Path, str]]) -> tuple[tuple[Field, ...], list[str]]:
    """The fields with what is wrong beside each, and what belongs to none of them."""
    left = list(faults)
    return tuple(_marked(field, left) for field in fields), [message for _, message in left]


def _marked(field: Field, left: list[tuple[Path, str]]) -> Field:
    if field.kind == "closed":
        return field
    inner = tuple(_marked(one, left) for one in field.fields)
    mine = [fault for fault in left if field.path and fault[0][: len(field.path)] == field.path]
    for fault in mine:
        left.remove(fault)
    return replace(field, fields=inner, wrong=tuple(message for _, message in mine))
