"""Follows the place of a fault through the models: which part it is in, which keys and words that part knows.

Validation names a place by the models' own steps (field, kind of gift, branch of a choice); people need the place
in what they wrote. This is the map between the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import Tag

from dangol_policy.model.base import Part
from dangol_policy.problems import Path

KEY = "[key]"
"""The step by which validation says that it means a key of a mapping, not its value."""


@dataclass(slots=True)
class Spot:
    """A place in the models. `owner` is the part around it, `kind` what belongs there."""

    kind: Any
    path: Path = ()
    owner: type[Part] | None = None
    is_key: bool = False
    branches: list[tuple[Path, bool]] = field(default_factory=list)
    """Choices between keys and a plain value passed on the way: where, and whether the branch is the one of keys."""
    among: Path | None = None
    """Where the last choice was between plain values, if it was."""


def locate(root: type[Part], steps: tuple[int | str, ...]) -> Spot:
    """The spot that validation's `steps` lead to, from `root`."""
    spot = Spot(root)
    for step in steps:
        if step == KEY:
            spot.is_key = True
        else:
            _step(spot, step)
    return spot


def _step(spot: Spot, step: int | str) -> None:
    kind = _bare(spot.kind)
    if _is_union(kind):
        spot.kind = _branch(spot, kind, str(step))
    elif isinstance(kind, type) and issubclass(kind, Part):
        spot.owner, spot.path = kind, (*spot.path, step)
        spot.kind = next((f.annotation for name, f in kind.model_fields.items() if step in (name, f.alias)), None)
    elif get_origin(kind) is tuple:
        spot.kind, spot.path = get_args(kind)[0], (*spot.path, step)
    elif get_origin(kind) is dict:
        spot.kind, spot.path, spot.owner = get_args(kind)[1], (*spot.path, step), None


def _branch(spot: Spot, union: Any, label: str) -> Any:
    members = get_args(union)
    tagged = {tag.tag: member for member in members for tag in _tags(member)}
    if tagged:
        return tagged.get(label)
    parts = {member.__name__: member for member in members if isinstance(member, type) and issubclass(member, Part)}
    if parts:
        spot.branches.append((spot.path, label in parts))
    spot.among = None if label in parts else spot.path
    return parts.get(label)


def _tags(member: Any) -> list[Tag]:
    return [meta for meta in get_args(member)[1:] if isinstance(meta, Tag)] if get_origin(member) is Annotated else []


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType)


def _bare(kind: Any) -> Any:
    """Without annotations, and without "or nothing"."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif _is_union(kind) and NoneType in get_args(kind):
            rest = tuple(member for member in get_args(kind) if member is not NoneType)
            kind = Union[rest] if len(rest) > 1 else rest[0]  # noqa: UP007 - built at run time
        else:
            return kind


def keys_of(part: type[Part]) -> list[str]:
    """The keys a mapping of this part may hold, as they are written."""
    return [f.alias or name for name, f in part.model_fields.items()]


def words_of(kind: Any) -> list[str]:
    """The words that may stand here, when what may stand here is one of some words."""
    kind = _bare(kind)
    if get_origin(kind) is Literal:
        return [word for word in get_args(kind) if isinstance(word, str)]
    if _is_union(kind):
        return [word for member in get_args(kind) for word in words_of(member)]
    return words_of(get_args(kind)[0]) if get_origin(kind) in (tuple, dict) else []


def kinds_of(kind: Any) -> list[str]:
    """The keys that tell kinds apart (kinds of gift, of need, of benefit), when this is such a place."""
    kind = _bare(kind)
    if not _is_union(kind):
        return []
    return [tag.tag for member in get_args(kind) for tag in _tags(member)]


def value_at(data: object, path: Path) -> object:
    """What is written at a path that exists."""
    for step in path:
        data = data[step] if isinstance(data, list) and isinstance(step, int) else data[str(step)]  # type: ignore[index]
    return data


def written(data: object, path: Path) -> Path:
    """The path in what was written for a path in the models.

    A single value may stand for a list of one, days for a group of days, and the keys of a basket beside it.
    """
    found: Path = ()
    for step in path:
        here = value_at(data, found)
        if _holds(here, step):
            found = (*found, step)
        elif found and _holds(value_at(data, found[:-1]), step) and isinstance(step, str):
            found = (*found[:-1], step)
    return found


def _holds(here: object, step: int | str) -> bool:
    if isinstance(here, Mapping):
        return step in here
    return isinstance(here, list) and isinstance(step, int) and step < len(here)
