"""Any answers give a first policy that can come into force, and nothing that was not answered is promised."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from dangol_policy import words
from dangol_policy.problems import Severity
from dangol_policy.start import Answers, NotReady, open_points, outline, read_answers, start, told
from dangol_policy.start.phrases import incomplete
from dangol_policy.start.places import COUNTRIES, INDUSTRIES
from dangol_policy.start.questions import QUESTIONS, TIMES
from dangol_policy.values import LANGUAGES

TOLD = {"no-calendar", "promise-without-remedy", "harms-customer"}
"""Warnings a starter policy may have: of what was left open, or chosen knowingly; the outline says them in words."""
NAMES = ("봄날식당", "Quán Bông", "Кавярня «Ў»", 'a: "b" {c} #1', "0", "true", "- x", "é" * 150)


def some_answers(chance: random.Random, *, share: float, **fixed: str) -> Answers:
    """Answers as a hurried person gives them: a share of the questions, each with any of its answers."""
    raw: dict[str, list[str]] = {"name": [chance.choice(NAMES)], **{key: [value] for key, value in fixed.items()}}
    for question in QUESTIONS:
        if question.id in raw or not (question.needed or chance.random() < share):
            continue
        offers = question.offers(read_answers(raw))
        if question.kind == "many":
            raw[question.id] = chance.sample(offers, chance.randint(0, len(offers)))
        elif offers:
            raw[question.id] = [chance.choice(offers)]
        else:
            raw[question.id] = [chance.choice(NAMES)]
    return read_answers(raw)


def tried(seeds: range) -> Counter[str]:
    """The warnings of many starter policies; an error fails at once, with the text that has it."""
    warned: Counter[str] = Counter()
    for seed in seeds:
        chance = random.Random(seed)
        made = start(some_answers(chance, share=chance.choice((0.3, 0.7, 1.0))))
        found = [one for one in made.findings if one.severity is Severity.ERROR]
        assert not found, f"{found}\n{made.text}"
        assert made.result.ok
        warned.update(one.code for one in made.findings)
    return warned


def test_any_answers_give_a_policy_without_errors() -> None:
    assert set(tried(range(30))) <= TOLD


def test_no_return_rule_stands_where_none_was_decided() -> None:
    for seed in range(25):
        chance = random.Random(seed)
        made = start(some_answers(chance, share=0.4, industry=chance.choice(("shop", "webshop", "electronics"))))
        assert made.result.policy is not None
        decided = made.answers.one("returns.window")
        assert (made.result.policy.returns is not None) == (decided is not None)
        assert bool(made.result.policy.returns and made.result.policy.returns.windows) == (
            decided not in (None, "none")
        )


@pytest.mark.long(2)
def test_very_many_answers_give_a_policy_without_errors() -> None:
    assert set(tried(range(1_000, 3_000))) <= TOLD


WHOLE = {
    "reach.hours": ["daily-1000-2000"],
    "reach.ways": ["store", "phone", "email"],
    "complaints.missed": ["explain"],
    "languages": list(LANGUAGES),
}
"""Answers after which no promise lacks its figure, its remedy or a person to turn to."""


@pytest.mark.parametrize(("country", "industry"), [*zip(COUNTRIES, (*INDUSTRIES, *INDUSTRIES), strict=False)])
def test_whoever_answers_everything_has_no_finding(country: str, industry: str) -> None:
    answers = some_answers(random.Random(7), share=1.0, industry=industry, country=country)
    made = start(read_answers({**answers.given, **WHOLE}))
    assert made.findings == ()
    for language in LANGUAGES:
        assert made.result.policy is not None
        assert all(one.text for one in words.sentences(made.result.policy, language))


def test_without_any_answer_nothing_is_promised() -> None:
    bare = read_answers({"name": ["Bomnal"], "industry": ["restaurant"], "country": ["KR"]})
    made = start(bare)
    assert made.findings == ()
    assert made.result.policy is not None
    assert words.sentences(made.result.policy, "ko") == ()
    assert {one.part for one in open_points(bare, "en")} >= {"loyalty", "returns", "complaints", "reach", "privacy"}
    assert not any(part.promises for part in outline(made, "en"))


def test_the_outline_names_what_says_nothing_yet() -> None:
    about = {"name": ["x"], "industry": ["restaurant"], "country": ["KR"]}
    answers = {**about, "complaints.answer": [TIMES[0]], "complaints.missed": ["explain"], "bodies.join": ["no"]}
    parts = {part.id: part for part in outline(start(read_answers(answers)), "ko")}
    assert [part.id for part in parts.values() if part.later] == ["promotions", "conduct", "voice"]
    assert parts["failure"].promises == ("지키지 못한 이유를 설명드리고 새 날짜를 약속드립니다",)
    assert [point.question for point in parts["returns"].open] == ["returns.dish", "returns.packaged", "returns.refund"]


def test_a_policy_needs_a_name_a_kind_and_a_country() -> None:
    with pytest.raises(NotReady):
        start(read_answers({"name": ["Bomnal"], "industry": ["restaurant"]}))


def test_whether_the_first_visit_counts_is_asked_and_never_guessed() -> None:
    card = {"regulars.kind": ["card"], "card.every": ["10"], "card.gift": ["dessert"]}
    about = {"name": ["봄날식당"], "industry": ["restaurant"], "country": ["KR"], **card}
    undecided = start(read_answers(about))
    assert undecided.result.policy is not None
    assert undecided.result.policy.loyalty.cards == ()
    assert "card.first" in {one.question for one in open_points(undecided.answers, "ko")}
    assert "처음 오신 날도 한 번으로 셉니까?" in undecided.text
    for first, visits in (("yes", "10번째"), ("no", "11번째")):
        made = start(read_answers({**about, "card.first": [first]}))
        assert made.result.policy is not None
        assert made.result.policy.loyalty.cards[0].counts_first is (first == "yes")
        assert any(visits in example.name for example in made.result.policy.examples)
        assert made.findings == ()


def test_what_is_not_offered_is_not_taken() -> None:
    raw = {"name": ["x"], "industry": ["webshop"], "country": ["BY"], "returns.window": ["7 days"]}
    assert read_answers(raw).one("returns.window") is None, "less than the 14 days of the law"
    assert read_answers({**raw, "returns.window": ["14 days"]}).one("returns.window") == "14 days"
    assert read_answers({**raw, "country": ["XX"], "industry": ["bank"]}).given == {"name": ("x",)}


def test_a_name_may_be_anything_that_can_be_typed() -> None:
    for name in (*NAMES, "a\x00b\nc", "  ", "\u202ex"):
        answers = read_answers({"name": [name], "industry": ["shop"], "country": ["US"]})
        if answers.one("name"):
            policy = start(answers).result.policy
            assert policy is not None
            assert policy.business.name.get("en") == answers.one("name")


@pytest.mark.parametrize("name", ["asked", "said", "notes", "parts", "told", "unsure"])
def test_every_text_is_there_in_every_language(name: str) -> None:
    assert incomplete(name) == ()


def test_what_the_checks_say_is_told_unless_an_open_point_says_it() -> None:
    about = {
        "name": ["x"],
        "industry": ["shop"],
        "country": ["KR"],
        "reach.ways": ["store", "phone"],
        "reach.answer": [TIMES[0]],
    }
    open_ones = start(read_answers(about))
    assert {one.code for one in open_ones.findings} >= {"no-calendar", "promise-without-remedy"}
    assert told(open_ones, "ko") == ()
    knowingly = start(read_answers({**about, "complaints.missed": ["nothing"]}))
    assert len(told(knowingly, "ko")) == 1
