"""What happens to a form before it is saved: parts opened and closed, rows added and taken out; nothing is lost."""

from collections.abc import Sequence

Sent = Sequence[tuple[str, list[str]]]


def after(sent: Sent, wish: str) -> list[tuple[str, list[str]]]:
    """The names and values after a wish: `open:f.who`, `close:f.who`, `add:f.benefits`, `drop:f.benefits.1`."""
    act, _, name = wish.partition(":")
    kept = [(one, values) for one, values in sent]
    if not name.startswith("f."):
        return kept
    if act == "open":
        return [*kept, (f"{name}.~open", ["1"])]
    if act in ("close", "drop"):
        return [(one, values) for one, values in kept if one != name and not one.startswith(f"{name}.")]
    if act == "add":
        return [*kept, (f"{name}.{_next(kept, name)}.~open", ["1"])]
    return kept


def _next(sent: Sent, name: str) -> int:
    """A number no row has yet."""
    steps = (one[len(name) + 1 :].partition(".")[0] for one, _ in sent if one.startswith(f"{name}."))
    return max((int(step) for step in steps if step.isdecimal() and len(step) < 9), default=-1) + 1
