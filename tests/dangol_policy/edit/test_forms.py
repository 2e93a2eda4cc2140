"""Forms: a clause drawn as fields and sent back unchanged is the same clause; what is typed becomes what is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dangol_policy.edit import at, labels, rewrite, with_value
from dangol_policy.edit.fields import Field, Form, with_faults
from dangol_policy.edit.posted import ABSENT, KEY, KIND, OPEN, WAS, Reader, raw_of
from dangol_policy.edit.rewriting import alike
from dangol_policy.edit.shapes import keys_of, model_at, places
from dangol_policy.model.base import Clause, Part
from dangol_policy.model.loyalty import Card, EarnRule, Level
from dangol_policy.model.promotions import Promotion
from dangol_policy.parse import parse
from dangol_policy.values import LANGUAGES

READY = sorted(Path("policies").glob("*.yaml"))
TIERS = (("welcome", "Welcome"), ("silver", "Silver"), ("gold", "Gold"))


def form(language: str = "en") -> Form:
    return Form(language, ("ko", "en"), TIERS, lambda key: TIERS if key == "tier" else ())


def sent(fields: tuple[Field, ...]) -> Iterator[tuple[str, list[str]]]:
    """What a browser sends of these fields."""
    for field in fields:
        if field.row:
            yield field.name.removesuffix("~value") + KEY, [field.row]
        chosen = [option.value for option in field.options if option.chosen]
        match field.kind:
            case "part" | "rows" | "by tier" | "table" | "words":
                yield from [(f"{field.name}.{OPEN}", ["1"])] if field.kind == "part" else []
                yield from sent(field.fields)
            case "kinds" | "either":
                yield f"{field.name}.{KIND}", chosen or [""]
                yield f"{field.name}.{WAS}", [field.value]
                yield from sent(field.fields)
            case "ticks":
                yield field.name, ["", *chosen]
            case "choice" | "yes":
                yield field.name, chosen or [""]
            case "duration":
                yield f"{field.name}.a", [field.value]
                yield f"{field.name}.b", chosen
            case "days":
                yield f"{field.name}.a", [field.value]
                yield f"{field.name}.b", [field.second]
            case "clauses" | "closed" | "deep":
                pass
            case _:
                yield field.name, [field.value]


def again(model: type[Part], value: Any, *extra: tuple[str, str]) -> Any:
    """The value after one round through a form, with some fields typed anew."""
    names = dict(sent(form().fields(model, value))) | {name: [typed] for name, typed in extra}
    return Reader("KRW", "ko").part(model, raw_of(names.items()), value)


@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_every_clause_comes_back_as_it_was(path: Path) -> None:
    text = path.read_text("utf-8")
    result = parse(text)
    data: Any = result.document.data
    assert result.policy is not None
    new = data
    for place, clause in result.policy.clauses():
        model = model_at(place, data)
        assert model is type(clause)
        written = at(data, place)
        back = again(model, written)
        assert alike(back, written), (place, back)
        new = with_value(new, place, back)
    assert rewrite(text, new) == text


@pytest.mark.parametrize(
    "part", ["loyalty.points", "loyalty.tiers", "returns.refund", "returns", "business", "promotion_rules"]
)
def test_parts_that_are_no_clauses_come_back_too(part: str) -> None:
    data: Any = parse(READY[3].read_text("utf-8")).document.data
    place = tuple(part.split("."))
    model, written = model_at(place, data), at(data, place, missing={})
    assert model is not None
    assert alike(again(model, written), written)


def test_every_kind_of_clause_has_a_form_and_a_place() -> None:
    found = {model for _, model, _ in places()}
    kinds = {kind for kind in _all_clauses(Clause) if kind.__module__.startswith("dangol_policy.model")}
    above = {"ContactRule"}
    inside = {"Reward", "Step", "Touch"}
    assert {kind.__name__ for kind in kinds - found} <= above | inside
    for model in kinds:
        drawn = form().fields(model, {})
        assert {one.path[0] for one in drawn} == {key.name for key in keys_of(model)}


def _all_clauses(kind: type[Part]) -> Iterator[type[Part]]:
    for one in kind.__subclasses__():
        yield one
        yield from _all_clauses(one)


def test_what_is_typed_becomes_what_the_policy_writes() -> None:
    card = {"id": "ten", "every": 10, "gives": {"item": "dessert"}}
    back = again(
        Card,
        card,
        ("f.every", "8"),
        ("f.valid.a", "1"),
        ("f.valid.b", "months"),
        ("f.visit.minimum", "12,000"),
        ("f.gives.name.ko", "디저트"),
        ("f.counts_first", "no"),
    )
    assert back == {
        **card,
        "every": 8,
        "counts_first": False,
        "visit": {"minimum": 12000},
        "gives": {"item": "dessert", "name": {"ko": "디저트"}},
        "valid": "1 month",
    }


def test_another_kind_of_gift_asks_for_its_own_key() -> None:
    promotion = {"id": "p", "gives": {"percent": "5%", "of": {"category": "food"}}}
    back = again(Promotion, promotion, (f"f.gives.{KIND}", "amount"))
    assert back["gives"] == {"amount": None, "of": {"category": "food"}}


def test_a_rate_may_be_one_or_one_for_each_tier() -> None:
    rule = {"id": "base", "rate": "1%"}
    assert again(EarnRule, rule, ("f.rate.~any", "2,5"))["rate"] == "2.5%"
    assert again(EarnRule, rule, ("f.rate.gold", "3"), ("f.rate.silver", "2%"))["rate"] == {
        "gold": "3%",
        "silver": "2%",
    }


def test_rows_can_be_added_and_left_out() -> None:
    level = {"id": "gold", "from": 10, "benefits": [{"free": "returns"}, {"priority": "queue"}]}
    assert again(Level, level, ("f.benefits.0.~kind", ""))["benefits"] == [{"priority": "queue"}]
    more = again(Level, level, ("f.benefits.2.~kind", "discount"), ("f.benefits.2.discount", "5"))
    assert more["benefits"][2] == {"discount": "5%"}


def test_nonsense_stays_as_it_was_typed_and_is_told_beside_its_field() -> None:
    text = READY[3].read_text("utf-8")
    data: Any = parse(text).document.data
    place = ("returns", "fees", 0)
    model = model_at(place, data)
    assert model is not None
    back = again(model, at(data, place), ("f.fee", "plenty"))
    assert back["fee"] == "plenty"
    result = parse(rewrite(text, with_value(data, place, back)))
    faults = [(problem.path[3:], problem.message) for problem in result.problems]
    fields, rest = with_faults(form().fields(model, back), faults)
    wrong = {field.path: field for field in fields if field.wrong}
    assert rest == []
    assert set(wrong) == {("fee",)}
    assert wrong["fee",].value == "plenty"
    assert "amount of money" in wrong["fee",].wrong[0]


def test_names_of_a_form_cannot_dig_without_end() -> None:
    assert raw_of([(".".join(["f", *["x"] * 200]), ["1"]), ("other", ["2"]), ("f.a", ["1"]), ("f.a.b", ["2"])]) == {
        "a": "1"
    }
    assert Reader("KRW", "ko").value(keys_of(Card)[0].shape, {"deep": "1"}, None) is ABSENT


SAID = (
    "loyalty",
    "promotions",
    "promotion_rules",
    "returns",
    "service",
    "contact",
    "responsibility",
    "channels",
    "aftercare",
    "voice",
)


def _models(model: type[Part], seen: set[type[Part]]) -> set[type[Part]]:
    if model not in seen:
        seen.add(model)
        for key in keys_of(model):
            for shape in (key.shape, key.shape.inner):
                inner = (
                    [] if shape is None else [shape.model, *shape.kinds.values(), *(way.model for way in shape.ways)]
                )
                for one in inner:
                    if one is not None:
                        _models(one, seen)
    return seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_owners_edit_most_is_labelled_in_their_language(language: str) -> None:
    known = labels.labelled()
    missing = set()
    for section in SAID:
        root = model_at((section,), {}) or next(model for path, model, _ in places() if path == (section,))
        for model in _models(root, set()):
            missing |= {f"{model.__name__}.{key.name}" for key in keys_of(model)} - known
    assert {one for one in missing if one.partition(".")[2] not in known} == set()
    assert all(labels.word(name, language) for name in ("mon", "days", "net", True))
