"""Changes to a policy as plain data: copies that share everything beside the place that changes."""

from __future__ import annotations

from typing import Any

from dangol_policy.problems import Path


class CannotEdit(Exception):
    """The text cannot be edited in parts: it cannot be read, or the place does not exist."""


def at(data: Any, path: Path, *, missing: Any = None) -> Any:
    """What stands at a path; `missing` when nothing does, or null."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            data = None
        if data is None:
            return missing
    return data


def with_value(data: Any, path: Path, value: Any) -> Any:
    """The data with `value` at `path`; mappings on the way are made where they are missing. Raises CannotEdit."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(step, int):
        if step > len(data):
            raise CannotEdit(f"this list has no item {step}")
        inner = with_value(data[step] if step < len(data) else None, rest, value)
        return [*data[:step], inner, *data[step + 1 :]]
    if data is not None and not isinstance(data, dict):
        raise CannotEdit(f"{step} cannot stand inside a single value")
    known = data or {}
    return {**known, str(step): with_value(known.get(str(step)), rest, value)}


def with_item(data: Any, path: Path, value: Any, *, before: int | None = None) -> Any:
    """The data with one more item in the list at `path`, which is made if missing; a single value becomes a list."""
    found = at(data, path, missing=[])
    items = found if isinstance(found, list) else [found]
    place = len(items) if before is None else before
    return with_value(data, path, [*items[:place], value, *items[place:]])


def without(data: Any, path: Path) -> Any:
    """The data without what stands at `path`. Raises CannotEdit when nothing stands there."""
    *above, last = path
    holder = at(data, tuple(above))
    if isinstance(holder, dict) and last in holder:
        rest: Any = {key: one for key, one in holder.items() if key != last}
    elif isinstance(holder, list) and isinstance(last, int) and 0 <= last < len(holder):
        rest = [*holder[:last], *holder[last + 1 :]]
    else:
        raise CannotEdit(f"nothing is written at {path}")
    return with_value(data, tuple(above), rest)
