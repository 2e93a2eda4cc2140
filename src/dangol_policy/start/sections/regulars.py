"""What regulars get: a visit card or points. What was not decided is not promised."""

from __future__ import annotations

import datetime as dt

from dangol_policy.start.maker import Maker, Section
from dangol_policy.start.sections.returns import longest_window
from dangol_policy.start.writing import Value
from dangol_policy.values import exponent
from dangol_policy.words import money

CARD = "visit-card"
_FIRST_DAY = dt.date(2026, 3, 3)
_NEEDED = {"card": ("card.every", "card.first", "card.gift"), "points": ("points.rate", "points.minimum")}


def promised(maker: Maker) -> str | None:
    """`card` or `points`, when enough was decided for a promise."""
    kind = maker.answers.one("regulars.kind") or ""
    needed = _NEEDED.get(kind, ("",))
    return kind if all(one in maker.answers.given for one in needed) else None


def loyalty(maker: Maker) -> Section | None:
    """The visit card or the points programme; nothing while it is not decided."""
    match promised(maker):
        case "card":
            return {"cards": [maker.noted("card", _card(maker))]}
        case "points":
            return {"points": maker.noted("points", _points(maker))}
    return None


def _card(maker: Maker) -> Section:
    answers = maker.answers
    gift = str(answers.one("card.gift"))
    visit: Section = {"per": "day"}
    if (least := answers.one("card.minimum")) and least != "0":
        visit = {"minimum": int(least), "per": "day"}
    made: Section = {
        "id": CARD,
        "name": maker.text("card-name"),
        "every": int(str(answers.one("card.every"))),
        "counts_first": answers.says("card.first", "yes"),
        "visit": visit,
        "gives": {"item": gift, "name": maker.text("gifts", gift)},
    }
    if (valid := answers.one("card.valid")) and valid != "never":
        made["valid"] = valid
    return made


def _points(maker: Maker) -> Section:
    answers = maker.answers
    made: Section = {"name": maker.text("points-name")}
    if exponent(maker.country.currency):
        made["decimals"] = exponent(maker.country.currency)
    made["earn"] = [{"id": "base-earn", "rate": answers.one("points.rate")}]
    if window := longest_window(maker):
        made["pending"] = {"for": window[0], "after": window[1]}
    if (after := answers.one("points.expire")) and after != "never":
        made["expire"] = {"after": after, "counted": "end of month"}
    made["redeem"] = {"worth": 1, "minimum": int(str(answers.one("points.minimum")))}
    return made


def examples(maker: Maker) -> list[Value]:
    """Worked examples of what regulars were promised."""
    match promised(maker):
        case "card":
            return [_round(maker), _same_day(maker)]
        case "points":
            return [_earned(maker)]
    return []


def _round(maker: Maker) -> Section:
    """As many visits as bring the gift; then the card stands at zero."""
    every = int(str(maker.answers.one("card.every")))
    visits = every if maker.answers.says("card.first", "yes") else every + 1
    story: list[Value] = [_joined(), *(_visit(maker, day) for day in range(visits))]
    then = [{"customer": "mina", "cards": {CARD: 0}, "vouchers": [CARD]}]
    return {"name": maker.name("examples", "card", visits=visits), "story": story, "then": then}


def _same_day(maker: Maker) -> Section:
    """Two visits on one day, and one on the next."""
    counted = 2 if maker.answers.says("card.first", "yes") else 1
    story: list[Value] = [_joined(), _visit(maker, 0), _visit(maker, 0, "18:10"), _visit(maker, 1)]
    then = [{"customer": "mina", "cards": {CARD: counted}, "vouchers": []}]
    return {"name": maker.name("examples", "card-day"), "story": story, "then": then}


def _joined() -> Section:
    return {"join": "mina", "at": f"{_FIRST_DAY}T12:00"}


def _visit(maker: Maker, day: int, time: str = "12:10") -> Section:
    least = int(maker.answers.one("card.minimum") or 0) or maker.country.visits[-1]
    return {"visit": "mina", "amount": least, "at": f"{_FIRST_DAY + dt.timedelta(day)}T{time}"}


def _earned(maker: Maker) -> Section:
    amount = maker.country.visits[-1] * 10
    percent = int(str(maker.answers.one("points.rate")).rstrip("%"))
    said = money(amount * 10 ** exponent(maker.country.currency), maker.country.currency, maker.record)
    given = {"customer": {"id": "mina"}, "basket": [{"sku": "thing", "price": amount}]}
    # Every amount offered is a hundred of the currency or a multiple of it, so nothing is rounded.
    return {
        "name": maker.name("examples", "points", amount=said),
        "given": given,
        "expect": {"points": amount * percent * 10 ** exponent(maker.country.currency) // 100},
    }
