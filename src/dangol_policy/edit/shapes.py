"""What may stand at each place of a policy, read off the models: the ground on which forms are drawn and read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BeforeValidator, Tag
from pydantic.fields import FieldInfo

from dangol_policy.model.base import Clause, Part
from dangol_policy.model.policy import Policy
from dangol_policy.problems import Path
from dangol_policy.values import DayRange, Duration, Text, TimeRange

Kind = Literal[
    "line",
    "words",
    "money",
    "rate",
    "count",
    "worth",
    "duration",
    "day",
    "days",
    "hours",
    "moment",
    "id",
    "choice",
    "yes",
    "list",
    "clauses",
    "table",
    "by tier",
    "kinds",
    "either",
    "part",
]
_BY_VALIDATOR: Mapping[str, Kind] = {"_money": "money", "read_rate": "rate", "_clause_id": "id", "_threshold": "worth"}
_BY_TYPE: Mapping[type, Kind] = {
    bool: "yes",
    int: "count",
    Decimal: "rate",
    Duration: "duration",
    DayRange: "days",
    TimeRange: "hours",
    Text: "words",
    dt.datetime: "moment",
    dt.date: "day",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place. `inner` is what a list, a table or a value by tier holds."""

    kind: Kind
    inner: Shape | None = None
    model: type[Part] | None = None
    choices: tuple[object, ...] = ()
    kinds: Mapping[str, type[Part]] = field(default_factory=dict)
    ways: tuple[Shape, ...] = ()
    """The forms a value may take, where it may take several."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a part: what it holds, whether it must be there, and what holds without it."""

    name: str
    shape: Shape
    required: bool
    default: object
    about: str
    """The model's own description, in English; empty when the name says it all."""


@lru_cache(maxsize=512)
def keys_of(model: type[Part]) -> tuple[Key, ...]:
    """The keys of a part, in the order in which they are best read: `id` first, `says` and `review` last."""
    hints = get_type_hints(model, include_extras=True)
    found = [
        Key(info.alias or name, shape_of(hints[name]), info.is_required(), _default(info), info.description or "")
        for name, info in model.model_fields.items()
    ]
    last = ("says", "review") if issubclass(model, Clause) else ()
    return tuple(sorted(found, key=lambda key: key.name in last))


def _default(info: FieldInfo) -> object:
    return None if info.is_required() else info.get_default(call_default_factory=False)


def shape_of(annotation: Any) -> Shape:
    """What an annotation of a model allows to be written."""
    meta: list[Any] = []
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        meta += more
    named = next((kind for one in meta if (kind := _BY_VALIDATOR.get(_name_of(one)))), None)
    if named:
        return Shape(named)
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return _union(get_args(annotation))
    if origin is tuple:
        inner = shape_of(get_args(annotation)[0])
        is_clause = inner.model is not None and issubclass(inner.model, Clause)
        return Shape("clauses" if is_clause else "list", inner)
    if origin is dict:
        return Shape("table", shape_of(get_args(annotation)[1]))
    if origin is Literal:
        return Shape("choice", choices=get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return Shape("part", model=annotation)
    return Shape(_BY_TYPE.get(annotation, "line"))


def _name_of(meta: Any) -> str:
    return getattr(meta.func, "__name__", "") if isinstance(meta, BeforeValidator) else ""


def _union(members: tuple[Any, ...]) -> Shape:
    members = tuple(member for member in members if member is not NoneType)
    if len(members) == 1:
        return shape_of(members[0])
    tags = {tag.tag: member for member in members for tag in _tags(member)}
    if set(tags) == {"one", "by tier"}:
        return Shape("by tier", shape_of(tags["one"]))
    if set(tags) == {"rate", "money"}:
        return Shape("worth")
    if tags:
        models = {tag: shape_of(member).model for tag, member in tags.items()}
        return Shape("kinds", kinds={tag: model for tag, model in models.items() if model is not None})
    return Shape("either", ways=tuple(shape_of(member) for member in members))


def _tags(member: Any) -> list[Tag]:
    return [one for one in get_args(member)[1:] if isinstance(one, Tag)] if get_origin(member) is Annotated else []


# --- places of a policy -----------------------------------------------------------------------------------------


def model_at(path: Path, data: Any) -> type[Part] | None:
    """The model of the part at a path of a policy; None when no part belongs there."""
    shape: Shape | None = Shape("part", model=Policy)
    for step in path:
        shape = _inside(shape, step, data) if shape is not None else None
        data = _step(data, step)
    if shape is None:
        return None
    return shape.kinds.get(kind_in(shape, data) or "") if shape.kind == "kinds" else shape.model


def _inside(shape: Shape, step: str | int, data: Any) -> Shape | None:
    if shape.kind in ("list", "clauses", "table"):
        return shape.inner
    model = shape.kinds.get(kind_in(shape, data) or "") if shape.kind == "kinds" else shape.model
    return next((key.shape for key in keys_of(model) if key.name == step), None) if model else None


def _step(data: Any, step: str | int) -> Any:
    if isinstance(data, Mapping):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and step < len(data) else None


def kind_in(shape: Shape, value: Any) -> str | None:
    """Which of several kinds a mapping is, by the first key that tells."""
    return next((kind for kind in shape.kinds if isinstance(value, Mapping) and kind in value), None)


@lru_cache(maxsize=1)
def places() -> tuple[tuple[tuple[str, ...], type[Part], bool], ...]:
    """Where clauses stand in every policy: path, model, and whether it is a list of them."""
    return tuple(_places(Policy, ()))


def _places(model: type[Part], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], type[Part], bool]]:
    for key in keys_of(model):
        here = (*path, key.name)
        if key.shape.kind == "clauses" and key.shape.inner and key.shape.inner.model:
            yield here, key.shape.inner.model, True
        elif key.shape.kind == "part" and key.shape.model and key.name not in ("not", "business", "names"):
            if issubclass(key.shape.model, Clause):
                yield here, key.shape.model, False
            else:
                yield from _places(key.shape.model, here)
