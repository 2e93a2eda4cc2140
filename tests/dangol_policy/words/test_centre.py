"""The policy centre: fourteen parts in order, nothing for staff in them, examples as the engine works them out."""

import datetime as dt
import re
from pathlib import Path
from random import Random

import pytest

from dangol_policy import words
from dangol_policy.compile import compile_policy
from dangol_policy.load import load
from dangol_policy.model.policy import Policy
from dangol_policy.situation import Customer, Situation
from dangol_policy.words.centre import PARTS, Centre, Part, Version, about, centre
from dangol_policy.words.centre.bodies import bodies_for
from dangol_policy.words.worked.setting import basket_of, line_of
from tests.build_policies import situation_of
from tests.dangol_policy.words import reading

DAY = dt.date(2026, 4, 20)
READY = sorted(Path("policies").glob("*.yaml"))
CARE = Path(__file__).with_name("care_clauses.yaml")


def policy_at(path: Path) -> Policy:
    result = load(path.read_text(encoding="utf-8"), name=path.name)
    assert result.policy is not None
    return result.policy


def texts(found: Centre) -> list[str]:
    """Everything customers read."""
    said: list[str] = []
    for part in found.parts:
        said += [part.title, *part.lines, *part.steps, *part.law, *(one.text for one in part.clauses)]
        said += [line for one in part.worked for line in one.lines]
        said += [cell for table in part.tables for row in (table.head, *table.rows) for cell in row]
    return said


def part(found: Centre, id_: str) -> Part:
    return next(one for one in found.parts if one.id == id_)


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("path", [*READY, CARE], ids=lambda path: path.stem)
def test_parts_stand_in_order_and_say_whole_sentences(path: Path, language: str) -> None:
    found = centre(policy_at(path), language, DAY)
    order = [PARTS.index(one.id) for one in found.parts]
    assert order == sorted(order)
    for one in found.parts:
        for line in (*one.steps, *(line for example in one.worked for line in example.lines)):
            assert reading.is_whole_and_plain(line), line
            # Decisions are told in short, as on a receipt.
            assert language != "ko" or one.id == "promotions" or reading.is_polite_korean(line), line


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_the_summary_is_five_to_eight_promises_on_one_screen(path: Path, language: str) -> None:
    summary = centre(policy_at(path), language, DAY).summary
    assert 5 <= len(summary) <= 8
    assert sum(len(line.split()) for line in summary) <= 250
    assert sum(bool(re.search(r"\d", line)) for line in summary) >= 4


@pytest.mark.parametrize("path", [*READY, CARE], ids=lambda path: path.stem)
def test_nothing_that_is_for_staff_is_read_by_customers(path: Path) -> None:
    policy = policy_at(path)
    for language in words.LANGUAGES:
        read = "\n".join(texts(centre(policy, language, DAY)))
        hidden = [one for one in words.sentences(policy, language) if not one.public]
        assert hidden
        assert [one.clause for one in hidden if one.text in read] == []
        # What a level may give is for staff; that there are levels is for everybody.
        amounts = {power.up_to for level in policy.responsibility.levels for power in level.may if power.up_to}
        steps = "\n".join(step for one in centre(policy, language, DAY).parts for step in one.steps)
        assert not [one for one in amounts if words.money(one, policy.business.currency, language) in steps]


def test_every_public_clause_has_its_place_once() -> None:
    policy = policy_at(CARE)
    found = centre(policy, "en", dt.date(2020, 1, 1))
    at = dt.datetime(2026, 4, 20, 3, tzinfo=dt.UTC)
    last = about(policy, "en", Version(1, "ab" * 32, at, at))
    shown = [one.clause for part in (*found.parts, last) for one in part.clauses]
    assert len(shown) == len(set(shown))
    assert set(shown) == {one.clause for one in words.sentences(policy, "en") if one.public}


def test_promotions_that_are_over_are_gone() -> None:
    policy = policy_at(Path("policies/shop.yaml"))
    clauses = {one.clause for one in part(centre(policy, "en", dt.date(2026, 5, 1)), "promotions").clauses}
    assert "kitchen-sale" not in clauses
    assert "may-steps" in clauses
    later = centre(policy, "en", dt.date(2027, 1, 1))
    assert "promotions" not in {one.id for one in later.parts}
    assert "promotions" in {hint.part for hint in later.hints}


def test_what_points_are_worked_out_to_is_what_the_engine_gives() -> None:
    policy = policy_at(Path("policies/shop.yaml"))
    rules = compile_policy(policy.model_copy(update={"promotions": ()}), digest="x")
    line = line_of(policy.loyalty.points.earn[0].on, "KRW") if policy.loyalty.points else None
    assert line is not None
    at = dt.datetime(2026, 4, 20, 3, tzinfo=dt.UTC)
    earned = [
        rules.quote(
            Situation.model_construct(at=at, customer=Customer(tier=tier), basket=basket_of(line), limits={})
        ).points
        for tier in ("welcome", "silver", "gold")
    ]
    first, second = part(centre(policy, "en", DAY), "membership").worked
    assert (
        first.lines[1]
        == "What you earn by tier: "
        + ", ".join(
            f"{tier} {points:,} points" for tier, points in zip(("Welcome", "Silver", "Gold"), earned, strict=True)
        )
        + "."
    )
    assert "₩22,500 of ₩45,000" in second.lines[0]


def test_a_worked_example_follows_its_clause() -> None:
    """A figure that is changed in the policy changes in the example; nothing is written by hand."""
    text = Path("policies/webshop.yaml").read_text(encoding="utf-8")
    before = load(text, name="before").policy
    changed = load(text.replace("fee: 25000", "fee: 30000", 1), name="after").policy
    assert before is not None
    assert changed is not None
    told, then = (part(centre(one, "en", DAY), "returns").worked[0].lines for one in (before, changed))
    assert any("425,000" in line for line in told)
    assert any("420,000" in line for line in then)


def test_a_visit_card_says_the_visit_at_which_the_gift_is_there() -> None:
    text = Path("policies/restaurant.yaml").read_text(encoding="utf-8")
    first = load(text, name="first").policy
    later = load(text.replace("counts_first: true", "counts_first: false", 1), name="later").policy
    assert first is not None
    assert later is not None
    assert "10th visit" in part(centre(first, "en", DAY), "membership").worked[0].lines[0]
    assert "11th visit" in part(centre(later, "en", DAY), "membership").worked[0].lines[0]


@pytest.mark.parametrize(("clause", "day", "category"), [("kitchen-sale", 10, "kitchen"), ("may-steps", 40, "textile")])
def test_the_answer_on_points_is_the_engines_on_a_hundred_baskets(clause: str, day: int, category: str) -> None:
    """“Do I earn points on this?” answered from the table, and by deciding."""
    policy = policy_at(Path("policies/shop.yaml"))
    rules, chance = compile_policy(policy, digest="x"), Random(7)
    name = words.name_of(policy, "en", clause)
    (table,) = part(centre(policy, "en", DAY), "promotions").tables
    answer = {row[0]: row[1] for row in table.rows}[name]
    at = dt.datetime(2026, 4, 1, 3, tzinfo=dt.UTC) + dt.timedelta(days=day)
    for _ in range(100):
        lines = [
            {"sku": f"s{number}", "category": [category], "price": 1000 * chance.randint(60, 200)}
            for number in range(chance.randint(1, 4))
        ]
        decision = rules.quote(situation_of(*lines, at=at.isoformat(), customer={"tier": "welcome"}))
        assert clause in {one.clause for one in decision.applied}
        assert answer == ("earned" if decision.points else "not earned")


def test_a_policy_without_points_answers_nothing_about_points() -> None:
    (table,) = part(centre(policy_at(Path("policies/restaurant.yaml")), "en", DAY), "promotions").tables
    assert "Points on it" not in table.head
    assert all(len(row) == len(table.head) and "earned" not in row for row in table.rows)


TINY = "dangol: 1\nbusiness: {name: Tiny, timezone: Asia/Seoul, currency: KRW, languages: [en], jurisdictions: [KR]}\n"


def test_what_the_policy_says_nothing_about_is_not_shown_or_shown_as_the_law_has_it() -> None:
    policy = load(TINY).policy
    assert policy is not None
    found = centre(policy, "en", DAY)
    assert [one.id for one in found.parts] == ["reach", "privacy", "access"]
    law = part(found, "privacy").law
    assert any("within 10 days" in line and "Personal Information Protection Act" in line for line in law)
    assert {hint.part for hint in found.hints} == set(PARTS)


def test_the_law_gives_way_to_the_policy() -> None:
    own = (
        "privacy: {requests: [{id: ask, kind: [access], within: 5 days}], leaks: [{id: leak, tell_people: 24 hours}]}\n"
    )
    policy = load(TINY + own).policy
    assert policy is not None
    assert part(centre(policy, "en", DAY), "privacy").law == ()


def test_the_owners_own_words_are_read_in_their_parts() -> None:
    policy = load(
        TINY.replace("KR]", "KR], asks: [{en: Please be kind}], access: [{en: We have a ramp}], owner: Han Areum")
        + "cases: {kinds: [{id: complaint, is: complaint}], assurances: [no charge, no disadvantage, helper]}\n"
    ).policy
    assert policy is not None
    found = centre(policy, "en", DAY)
    assert part(found, "asks").lines == ("Please be kind.",)
    assert "We have a ramp." in part(found, "access").lines
    assert len(part(found, "complain").lines) == 3
    at = dt.datetime(2026, 4, 20, 3, tzinfo=dt.UTC)
    told = about(policy, "en", Version(3, "ab" * 32, at, at, "owner", "clerk")).lines
    assert "Answers for this policy: Han Areum." in told
    assert "Written by: the owner." in told
    assert "Approved by: staff." in told


def test_every_body_outside_is_dated_and_said_in_every_language() -> None:
    for body in bodies_for(("KR", "VN", "BY", "EU", "US-health")):
        assert body.checked >= dt.date(2026, 11, 23)
        assert len(body.source) >= 10
        assert body.name.languages() == set(words.LANGUAGES)
