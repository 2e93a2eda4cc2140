"""Wording of a policy: each language is read as its own, findings point at the words and ask, labels are left alone."""

from __future__ import annotations

from dangol_policy.load import load
from dangol_policy.problems import Problem

HEAD = """\
dangol: 1
business: {name: Bomnal, timezone: Asia/Seoul, currency: KRW, languages: [ko, en]}
"""


def problems(text: str) -> tuple[Problem, ...]:
    return load(HEAD + text).problems


def test_every_vague_word_is_told_with_its_place_and_a_form_in_the_language_of_the_text() -> None:
    result = load(
        HEAD
        + "promotions:\n- {id: a, on_warranty: {ko: 곧 수리하며 카드 등을 드립니다, en: x}, gives: {percent: 5%}}\n"
    )
    found = [one for one in result.problems if one.code == "vague-wording"]
    assert [one.message for one in found] == [
        "`곧` is unclear: vague time",
        "`카드 등` is unclear: open list",
    ]
    assert all(
        one.place and result.document.line(one.place.line)[one.place.column - 1 :][:1] in "곧카" for one in found
    )
    assert found[0].place != found[1].place
    assert found[0].hint == (
        "Within how many hours or days, or by which day? Write, for example: 늦어도 영업시간 기준 …시간 이내에"
    )


def test_the_place_is_found_in_a_text_over_several_lines() -> None:
    warranty = "|\n    A voucher of 5 dollars.\n    We repair it promptly."
    text = f"promotions:\n- id: a\n  on_warranty: {warranty}\n  gives: {{percent: 5%}}\n"
    (found,) = load(HEAD.replace("[ko, en]", "[en]") + text).problems
    assert found.place is not None
    assert (found.place.line, found.place.column) == (7, 18)


def test_each_language_is_read_as_its_own() -> None:
    """An English word in a Korean text means nothing there, and the month of May is not a permission."""
    assert not problems(
        "promotions:\n- {id: a, on_warranty: {ko: may 카드로 3일 안에, en: In May}, gives: {percent: 5%}}\n"
    )


def test_names_state_nothing() -> None:
    assert not problems("promotions:\n- {id: a, name: {ko: 곧 만나요, en: See you soon}, gives: {percent: 5%}}\n")


def test_what_customers_say_is_theirs_and_what_staff_do_is_not_said() -> None:
    said = "ask: {ko: 언제 와요, en: HELP ME NOW}, answer: {ko: 3일 안에 옵니다, en: In 3 days}"
    assert not problems(f"scripts: {{questions: [{{id: q, {said}}}]}}\n")
    nodes = "{x: {do: {ko: 확인해, en: Check}, end: resolved}}"
    found = problems(f"scripts: {{flows: [{{id: f, name: {{ko: 가, en: a}}, start: x, nodes: {nodes}}}]}}\n")
    assert not [one for one in found if one.code == "style-broken"]


def test_an_answer_that_blames_is_reported_without_any_style_written() -> None:
    answer = "scripts: {questions: [{id: q, ask: {ko: 가, en: a}, answer: {ko: 고객님 과실입니다, en: Yours}}]}\n"
    (found,) = (one for one in problems(answer) if one.code == "style-broken")
    assert found.message == "`고객님 과실`: blames the customer"


def test_a_greeting_keeps_the_form_of_address() -> None:
    style = "style: [{id: s, language: ko, address: 고객님, tone: 공손, greeting: 어서 와, closing: 감사합니다}]\n"
    (found,) = problems(style)
    assert found.path == ("style", 0, "greeting")
    assert found.kind.title


def test_an_exclusion_may_refuse() -> None:
    because = "{ko: 위생상 반품을 받지 않습니다, en: We do not accept it back}"
    found = problems(f"returns: {{exclusions: [{{id: e, of: {{tag: x}}, because: {because}}}]}}\n")
    assert not [one for one in found if one.code == "style-broken"]
