"""Check questions: exactly one figure is right, the others are plausible, and the same seed asks the same."""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from dangol_policy.check.figures import figures_in, figures_of, is_known
from dangol_policy.handbook import EVERYBODY, CheckQuestion, check_questions, concerns
from dangol_policy.handbook.gaps import gaps
from dangol_policy.load import load
from dangol_policy.model.policy import Policy
from dangol_policy.words import LANGUAGES, sentence_of

READY = sorted(Path("policies").glob("*.yaml"))


@cache
def ready(path: Path) -> Policy:
    found = load(path).policy
    assert found is not None
    return found


def value_of(option: str) -> frozenset[Decimal]:
    return next(figures_in(option)).values


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_one_figure_is_right_and_the_others_are_wrong(path: Path, language: str) -> None:
    policy = ready(path)
    clauses = {clause.id: clause for _, clause in policy.clauses()}
    asked = check_questions(policy, concerns(policy, EVERYBODY), language, seed="any", most=200)
    assert len(asked) > 20
    for one in asked:
        assert 3 <= len(one.options) <= 4
        assert len(set(one.options)) == len(one.options)
        filled = [f"{one.lead}{option}{one.tail}" for option in one.options]
        if not one.ask:
            assert one.whole == sentence_of(policy, language, one.clause)
            assert [text in one.whole for text in filled].count(True) == 1
            assert filled[one.right] in one.whole
            assert one.about or filled[one.right] == one.whole
        # The right figure is one of the clause; no wrong one is written in the sentence.
        right = one.options[one.right]
        if one.clause in clauses and not one.ask:
            assert is_known(next(figures_in(right)), figures_of(clauses[one.clause], policy.business.currency))
        rest = f"{one.lead} … {one.tail}"
        standing = {value for figure in figures_in(rest) for value in figure.values}
        for place, option in enumerate(one.options):
            if place != one.right:
                assert value_of(option) != value_of(right)
                assert not is_of_the_rest(option, standing, language)


def is_of_the_rest(option: str, standing: set[Decimal], language: str) -> bool:
    """Amounts above a handful only: small counts may stand in a day or a number to dial."""
    return any(value >= 100 and value in standing for value in value_of(option))


def test_the_same_seed_asks_the_same_and_another_asks_otherwise() -> None:
    policy = ready(Path("policies/shop.yaml"))

    def ids(seed: str) -> list[tuple[str, tuple[str, ...]]]:
        asked = check_questions(policy, concerns(policy, EVERYBODY), "ko", seed=seed)
        return [(one.id, one.options) for one in asked]

    assert ids("a") == ids("a")
    assert len({str(ids(seed)) for seed in "abcd"}) > 1
    assert len(ids("a")) == 5


def test_what_the_owner_wrote_is_asked_first() -> None:
    policy = ready(Path("policies/shop.yaml"))
    first = check_questions(policy, ["change-of-mind", "tier-week"], "en", seed="x")[0]
    assert (first.clause, first.ask) == ("tier-week", "What rate does a Gold customer get?")
    assert first.options[first.right] == "7%"
    assert (first.lead, first.tail) == ("", " off the order.")


def test_a_figure_that_changed_is_asked_about_first() -> None:
    policy = ready(Path("policies/shop.yaml"))
    before = sentence_of(policy, "en", "tier-week").replace("₩3,000,000", "₩2,000,000")
    for seed in "abcdef":
        asked: tuple[CheckQuestion, ...] = check_questions(policy, ["tier-week"], "en", seed=seed, fresh=[before])
        generated = [one for one in asked if not one.ask]
        assert generated[0].options[generated[0].right] == "₩3,000,000"


@pytest.mark.parametrize(
    ("text", "language", "figures"),
    [
        ("From April 1, 2026 you get 15% off, at most ₩5,000.", "en", ["15%", "₩5,000"]),
        ("2026년 4월 1일부터 15% 할인, 최대 5,000원까지 3번.", "ko", ["15%", "5,000원", "3"]),
        ("Từ 01/04/2026 giảm 15%, tối đa 5.000 ₫.", "vi", ["15%", "5.000 ₫"]),
        ("З 01.04.2026 зніжка 1,5%, не больш за 12\u00a0000,50\u00a0BYN.", "be", ["1,5%", "12\u00a0000,50\u00a0BYN"]),
        ("Call 02-555-0176 from 21:00, or write to a4@shop2.example.", "en", []),
        ("On your 1st order 7 days, 7 days.", "en", []),
    ],
)
def test_days_times_and_numbers_to_dial_are_no_figures(text: str, language: str, figures: list[str]) -> None:
    assert [text[gap.start : gap.end] for gap in gaps(text, language)] == figures


def test_belarusian_words_around_the_gap_fit_every_figure() -> None:
    """`дзён` goes with 7 and 14, with 2 it would be `дні`."""
    policy = ready(Path("policies/shop.yaml"))
    asked = check_questions(policy, ["change-of-mind", "gold-change-of-mind", "swap-size"], "be", seed="x")
    for one in asked:
        if one.tail.lstrip().startswith("дзён"):
            assert all(int(option) % 10 in {0, 5, 6, 7, 8, 9} or int(option) in range(11, 15) for option in one.options)
