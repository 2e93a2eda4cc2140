"""From the clauses a person ticked to a draft: each clause under the words it was read from, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, cast

from dangol_policy.reading.quotes import Quote
from dangol_policy.reading.reading import Proposal, Reading
from dangol_policy.start.maker import Maker, Section
from dangol_policy.start.phrases import find
from dangol_policy.start.questions import Answers, ready
from dangol_policy.start.sections import business
from dangol_policy.start.starter import NotReady
from dangol_policy.start.writing import Noted, Value, write


class OtherCurrency(ValueError):
    """The text counts in another currency than the country: nothing is converted."""

    def __init__(self, text: str, country: str) -> None:
        super().__init__(f"The text counts in {text}, the business in {country}.")
        self.text, self.country = text, country


@dataclass(frozen=True, slots=True)
class Taken:
    """The text of the draft, and ticked clauses that could not stand alone."""

    text: str
    left_out: tuple[Proposal, ...]


def take(reading: Reading, ticked: Collection[str], answers: Answers) -> Taken:
    """The draft of a business with what was ticked. Raises NotReady without name, kind and country; OtherCurrency."""
    if not ready(answers):
        raise NotReady("Tell the name, the kind of business and the country first.")
    maker = Maker(answers)
    chosen = {one.id: one for one in reading.proposals if one.id in ticked}
    for one in chosen.values():
        if one.currency and one.currency != maker.country.currency:
            raise OtherCurrency(one.currency, maker.country.currency)
    by_rule = _by_rule(chosen.values())
    left_out = tuple(_cannot_stand_alone(by_rule))
    for one in left_out:
        by_rule[one.rule].remove(one)
    policy = {"dangol": 1, "business": business.business(maker), **_sections(maker, by_rule)}
    head = find("notes", "read")[maker.record]
    return Taken(write({key: value for key, value in policy.items() if value}, head), left_out)


Chosen = dict[str, list[Proposal]]


def _by_rule(proposals: Iterable[Proposal]) -> Chosen:
    found: Chosen = {}
    for one in proposals:
        found.setdefault(one.rule, []).append(one)
    return found


def _cannot_stand_alone(chosen: Chosen) -> list[Proposal]:
    """Using points needs their worth, and points must be earned first; refunds need something that may come back.

    A document with the one and without the other would say more than the text does.
    """
    left_out: list[Proposal] = []
    if not chosen.get("return-window"):
        left_out += chosen.get("refund-time", ())
    if not chosen.get("earn-rate"):
        for rule in ("points-expiry", "redeem-minimum", "point-worth"):
            left_out += chosen.get(rule, ())
    elif not chosen.get("point-worth"):
        left_out += chosen.get("redeem-minimum", ())
    return left_out


def _sections(maker: Maker, chosen: Chosen) -> Section:
    answers = chosen.get("first-answer", [])
    return {
        "loyalty": _loyalty(maker, chosen),
        "promotions": [_noted(one) for one in chosen.get("free-shipping", ())],
        "returns": _returns(chosen),
        **(_care(maker, answers) if answers else {}),
    }


def _loyalty(maker: Maker, chosen: Chosen) -> Section:
    made: Section = {}
    if chosen.get("earn-rate"):
        made["points"] = _points(chosen)
    if tiers := chosen.get("tier"):
        levels = sorted(tiers, key=lambda one: float(cast(str, one.clause["from"])))
        made["tiers"] = {
            "measure": "spend",
            "window": {"rolling": "12 months"},
            "levels": [_noted(one) for one in levels],
        }
    if cards := chosen.get("visit-card"):
        made["cards"] = [Noted(_words(one.quotes), _card(maker, one)) for one in cards]
    return made


def _card(maker: Maker, one: Proposal) -> Section:
    gift = str(cast(dict[str, Any], one.clause["gives"])["item"])
    named = {"dessert", "drink"} & {gift}
    name = {"name": maker.text("gifts", gift)} if named else {}
    return {**one.clause, "gives": {"item": gift, **name}}


def _points(chosen: Chosen) -> Section:
    made: Section = {"earn": [_noted(one) for one in chosen["earn-rate"]]}
    for one in chosen.get("points-expiry", ()):
        made["expire"] = _noted(one)
    redeem = [*chosen.get("point-worth", ()), *chosen.get("redeem-minimum", ())]
    if redeem:
        clause = {key: value for one in redeem for key, value in one.clause.items()}
        made["redeem"] = Noted("\n".join(_words(one.quotes) for one in redeem), clause)
    return made


def _returns(chosen: Chosen) -> Section:
    made: Section = {}
    if windows := chosen.get("return-window"):
        made["windows"] = [_noted(one) for one in windows]
    for one in chosen.get("refund-time", ()):
        made["refund"] = _noted(one)
    return made


def _care(maker: Maker, answers: list[Proposal]) -> Section:
    """The standards, and who decides about them: somebody must."""
    kinds: list[Value] = [{"id": one.clause["kind"], "is": one.clause["kind"]} for one in answers]
    return {
        "staff": {"roles": maker.noted("staff", [{"id": "manager", "name": maker.text("roles", "manager")}])},
        "cases": {"kinds": kinds},
        "service": {"standards": [_noted(one) for one in answers]},
        "responsibility": {"levels": [{"id": "house", "name": maker.text("levels", "house"), "roles": "manager"}]},
    }


def _noted(one: Proposal) -> Noted:
    return Noted(_words(one.quotes), one.clause)


def _words(said: Iterable[Quote]) -> str:
    return "\n".join(f"“{' '.join(quote.text.split())}”" for quote in said)
