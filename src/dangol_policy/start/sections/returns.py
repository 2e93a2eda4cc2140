"""Returns: what comes back, until when, in which state, and how soon money follows."""

from __future__ import annotations

from dangol_policy.start.maker import Maker, Section
from dangol_policy.start.writing import Noted, Value
from dangol_policy.values import read_duration

_SERVED = {"restaurant": "dish", "salon": "work"}
"""What is used up where it is served, by industry."""
_BOUGHT, _SOON, _LATE = "2026-03-03T12:00", "2026-03-04T12:00", "2026-06-01T12:00"


def served(maker: Maker) -> str | None:
    """The category that is used up on the spot, where its rule was decided."""
    known = any(one in maker.answers.given for one in ("returns.dish", "returns.redo"))
    return _SERVED.get(str(maker.answers.one("industry"))) if known else None


def packed(maker: Maker) -> str | None:
    """How long packed goods may come back."""
    days = maker.answers.one("returns.packaged")
    return None if days == "none" else days


def _window(maker: Maker) -> str | None:
    days = maker.answers.one("returns.window")
    return None if days == "none" else days


def _counted_from(maker: Maker) -> str:
    return "delivery" if maker.answers.says("industry", "webshop") else "purchase"


def longest_window(maker: Maker) -> tuple[str, str] | None:
    """How long goods may come back on a change of mind, and from when it counts."""
    days = [one for one in (packed(maker), _window(maker)) if one]
    return (max(days, key=lambda one: read_duration(one).amount), _counted_from(maker)) if days else None


def decided(maker: Maker) -> bool:
    """Whether it is known what comes back: a section that names no time says that nothing does."""
    return "returns.window" in maker.answers.given or bool(served(maker) or packed(maker))


def returns(maker: Maker) -> Noted | None:
    """The section; nothing while it is open what comes back."""
    answers = maker.answers
    if not decided(maker):
        return None
    made: Section = {}
    if windows := [*_windows(maker)]:
        made["windows"] = windows
    if category := served(maker):
        because = maker.text("because", category)
        made["exclusions"] = [{"id": f"{category}-served", "of": {"category": category}, "because": because}]
    if state := answers.many("returns.state"):
        made["conditions"] = [{"id": "state-of-goods", "state": list(state)}]
    if way := answers.one("returns.way"):
        made["return_shipping"] = way
    if within := answers.one("returns.refund"):
        made["refund"] = {"method": "as paid", "within": within}
    if (warranty := answers.one("returns.warranty")) and warranty != "none":
        made["warranty"] = [{"id": "warranty", "for": warranty}]
    if again := answers.one("returns.redo"):
        covers = maker.text("redo")
        made["warranty"] = [{"id": "work-again", "for": again, "of": {"category": "work"}, "covers": covers}]
    return maker.noted("returns", made)


def _windows(maker: Maker) -> list[Value]:
    made: list[Value] = []
    if days := _window(maker):
        made.append({"id": "change-of-mind", "for": days, "after": _counted_from(maker)})
    if days := packed(maker):
        made.append({"id": "packed-goods", "for": days, "of": {"category": "packed"}, "after": "purchase"})
    if (category := served(maker)) and (days := maker.answers.one("returns.dish") or maker.answers.one("returns.redo")):
        of = {"category": category}
        window = {"id": f"{category}-not-right", "for": days, "of": of, "after": "purchase"}
        made.append({**window, "reasons": ["fault", "wrong item"]})
    return made


def examples(maker: Maker) -> list[Value]:
    """Worked examples of what comes back, and what does not."""
    made: list[Value] = []
    price = maker.country.visits[-1]
    for category, window in (("", _window(maker)), ("packed", packed(maker))):
        if window:
            made.append(_story(maker, "back", price, category, at=_SOON, refund=price))
            made.append(_story(maker, "late", price, category, at=_LATE, refund=0))
    if used := served(maker):
        wrong, eaten = ("wrong", "served") if used == "dish" else ("work-wrong", "work-done")
        made.append(_story(maker, wrong, price, used, at=_BOUGHT, refund=price, reason="fault"))
        made.append(_story(maker, eaten, price, used, at=_BOUGHT, refund=0))
    return made


def _story(
    maker: Maker, name: str, price: int, category: str, *, at: str, refund: int, reason: str | None = None
) -> Section:
    line: Section = {"sku": "thing", **({"category": category} if category else {}), "price": price}
    bought: Section = {"purchase": "no-1", "customer": "mina", "at": _BOUGHT, "basket": {"lines": [line]}}
    if not category and _counted_from(maker) == "delivery":
        bought["delivered"] = _BOUGHT.partition("T")[0]
    back: Section = {"return": "no-1", **({"reason": reason} if reason else {}), "at": at.replace("12:00", "15:00")}
    made: Section = {"name": maker.name("examples", name), "story": [{"join": "mina", "at": _BOUGHT}, bought, back]}
    if not refund:
        made["refused"] = "return-not-allowed"
    return {**made, "refund": refund}
