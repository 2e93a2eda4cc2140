"""The catalogue: any parameters within bounds give clauses that check clean, with examples that come out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy.catalogue import Parameter, Setting, Template, Unfit, place, setting_of, template, templates
from dangol_policy.catalogue.parameters import WEEKDAYS
from dangol_policy.catalogue.setting import written
from dangol_policy.load import load
from dangol_policy.prove import prove
from dangol_policy.values import LANGUAGES
from dangol_policy.words import sentence_of

ZONES = {"KRW": "Asia/Seoul", "VND": "Asia/Ho_Chi_Minh", "BYN": "Europe/Minsk", "EUR": "Europe/Berlin"}
NAMES = "{ko: 봄날, en: Bomnal, vi: Bomnal, be: Бомнал}"
TIERS = """
loyalty:
  points:
    earn: [{id: earn, rate: {one: 1%, two: 2%}}]
    redeem: {worth: 1}
  tiers: {levels: [{id: one, from: 0}, {id: two, from: 100}]}
"""
FEES = """
returns:
  windows: [{id: week, for: 7 days, after: purchase}]
  fees: [{id: fee, fee: 1}]
"""


def minimal(needs: Template, currency: str) -> str:
    """The smallest policy the template makes sense in."""
    languages = "[ko, en, vi, be]"
    business = f"{{name: {NAMES}, timezone: {ZONES[currency]}, currency: {currency}, languages: {languages}}}"
    text = f"# mine\ndangol: 1\nbusiness: {business}\n"
    text += TIERS if {"tiers", "points"} & set(needs.asks) else ""
    return text + (FEES if "return fee" in needs.asks else "")


def drawn(data: Any, parameter: Parameter, setting: Setting) -> Any:
    """Any value within the bounds of a parameter, as somebody types it."""
    least, most = parameter.least, parameter.most
    match parameter.kind:
        case "money":
            step = Decimal(1).scaleb(-2 if setting.currency in ("BYN", "EUR") else 0)
            low, high = (int(bound * setting.coffee / step) for bound in (least, most))
            return str(written(data.draw(st.integers(max(low, 1), high)) * step, setting.currency))
        case "rate":
            return f"{Decimal(data.draw(st.integers(int(least * 100), int(most * 100)))) / 100}"
        case "count" | "duration":
            return str(data.draw(st.integers(int(least), int(most))))
        case "name":
            return data.draw(st.sampled_from(["goods", "차", "бялізна", "gift card"]))
        case "words":
            return data.draw(st.sampled_from(["tea", dict(parameter.default)]))
        case "hours":
            start, end = data.draw(st.lists(st.integers(0, 1439), min_size=2, max_size=2, unique=True))
            return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
        case "weekday":
            return data.draw(st.sampled_from(WEEKDAYS))
        case "tier":
            return data.draw(st.sampled_from(setting.tiers))
        case _:
            return data.draw(st.sampled_from(tuple(parameter.choices or ())))


EVERY = pytest.mark.parametrize("name", [one.id for one in templates()])


@EVERY
@pytest.mark.parametrize("currency", ["KRW", "BYN"])
def test_defaults_check_clean_and_their_examples_come_out(name: str, currency: str) -> None:
    one = template(name)
    text = minimal(one, currency)
    setting = setting_of(text)
    assert not one.missing(setting)
    placed = place(text, one.build({}, setting))
    assert placed.left_out == ()
    result, before = prove(load(placed.text)), prove(load(text))
    was = {(problem.code, problem.clause) for problem in before.problems}
    assert [str(p) for p in result.problems if (p.code, p.clause) not in was] == []
    assert result.policy is not None
    said = {clause.id for _, clause in result.policy.clauses()}
    assert set(placed.clauses) <= said
    assert placed.text.startswith("# mine\n")


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_any_parameters_within_bounds_check_clean(data: Any) -> None:
    one = data.draw(st.sampled_from(templates()))
    currency = data.draw(st.sampled_from(sorted(ZONES)))
    text = minimal(one, currency)
    setting = setting_of(text)
    chosen = {parameter.name: drawn(data, parameter, setting) for parameter in one.parameters}
    placed = place(text, one.build(chosen, setting))
    assert placed.left_out == ()
    result, before = prove(load(placed.text)), prove(load(text))
    was = {(problem.code, problem.clause) for problem in before.problems}
    new = [problem for problem in result.problems if (problem.code, problem.clause) not in was]
    only_one_language = any(parameter.kind == "words" for parameter in one.parameters)
    assert [str(p) for p in new if not (only_one_language and p.code == "missing-language")] == []


@EVERY
def test_titles_and_labels_are_there_in_four_languages(name: str) -> None:
    one = template(name)
    texts = [one.title, one.about, *(parameter.label for parameter in one.parameters)]
    assert all(set(words) == set(LANGUAGES) and all(words.values()) for words in texts)


@EVERY
def test_every_clause_has_a_sentence_in_four_languages(name: str) -> None:
    one = template(name)
    text = minimal(one, "KRW")
    placed = place(text, one.build({}, setting_of(text)))
    policy = load(placed.text).policy
    assert policy is not None
    for language in LANGUAGES:
        assert all(sentence_of(policy, language, clause) for clause in placed.clauses)


def test_two_of_a_kind_get_ids_of_their_own() -> None:
    one = template("visit-card")
    text = minimal(one, "KRW")
    for _ in range(3):
        text = place(text, one.build({}, setting_of(text))).text
    assert {"visit-card", "visit-card-2", "visit-card-3"} <= setting_of(text).taken
    assert not [p for p in load(text).problems if p.code == "duplicate-id"]


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("visit-card", {"every": "1"}, "too-small"),
        ("visit-card", {"every": "9999"}, "too-large"),
        ("visit-card", {"every": "ten"}, "not-a-number"),
        ("visit-card", {"minimum": "12.5"}, "not-money"),
        ("visit-card", {"gift": " "}, "missing"),
        ("second-item", {"discount": "101"}, "too-large"),
        ("second-item", {"discount": "1.005"}, "too-fine"),
        ("second-item", {"discount": "half"}, "not-a-rate"),
        ("happy-hour", {"hours": "9-10"}, "not-hours"),
        ("happy-hour", {"hours": "09:00-09:00"}, "not-hours"),
        ("happy-hour", {"weekday": "someday"}, "unknown"),
        ("retention", {"data": "everything"}, "unknown"),
        ("return-window", {"days": "3 months"}, "not-a-number"),
    ],
)
def test_what_does_not_fit_is_refused(name: str, typed: dict[str, str], code: str) -> None:
    one = template(name)
    with pytest.raises(Unfit) as refused:
        one.build(typed, setting_of(minimal(one, "KRW")))
    assert refused.value.code == code


def test_an_example_that_other_promises_change_is_left_out_and_named() -> None:
    one = template("second-item")
    text = minimal(one, "KRW") + "promotions: [{id: tenth, gives: {percent: 10%, off: order}}]\n"
    placed = place(text, one.build({}, setting_of(text)))
    assert placed.left_out == ("the second of two costs less",)
    assert "examples" not in placed.text
