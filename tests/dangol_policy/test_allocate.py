"""Money is shared exactly: by largest remainder, never above a cap, ties to the earlier place."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dangol_policy.allocate import allocate, half_up, share, share_out


@pytest.mark.parametrize(
    ("amount", "rate", "expected"),
    [(5000, "0.105", 525), (106, "0.10", 11), (105, "0.10", 11), (104, "0.10", 10), (5, "0.5", 3), (0, "0.5", 0)],
)
def test_a_share_is_rounded_half_up_once(amount: int, rate: str, expected: int) -> None:
    assert share(amount, Decimal(rate)) == expected


@given(numerator=st.integers(0, 10**20), denominator=st.integers(1, 10**10))
def test_half_up_is_the_nearest_whole_number(numerator: int, denominator: int) -> None:
    above = half_up(numerator, denominator) * denominator - numerator
    assert -denominator < 2 * above <= denominator


@pytest.mark.parametrize(
    ("total", "weights", "caps", "expected"),
    [
        (299, [4300, 1400, 2300], [4300, 1400, 2300], [161, 52, 86]),
        (299, [1000, 1000, 1000], [1000, 1000, 1000], [100, 100, 99]),
        (2000, [5000, 2000], [500, 2000], [500, 1500]),
        (1200, [1000, 2000, 5000, 3000], [1000, 100, 0, 400], [700, 100, 0, 400]),
        (50, [10, 10], [10, 10], [10, 10]),
        (5, [], [], []),
        (5, [0, 0], [0, 0], [0, 0]),
    ],
)
def test_known_distributions(total: int, weights: list[int], caps: list[int], expected: list[int]) -> None:
    assert allocate(total, weights, caps) == expected


places = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=8)


@given(total=st.integers(0, 10**7), places=places)
def test_shares_add_up_and_stay_within_their_caps(total: int, places: list[tuple[int, int]]) -> None:
    weights = [weight for weight, _ in places]
    caps = [min(weight, cap) for weight, cap in places]
    shares = allocate(total, weights, caps)
    assert sum(shares) == min(total, sum(caps))
    assert all(0 <= one <= cap for one, cap in zip(shares, caps, strict=True))


@given(total=st.integers(0, 10**7), weights=st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
def test_without_caps_every_share_is_next_to_the_exact_one(total: int, weights: list[int]) -> None:
    total = min(total, sum(weights))
    for one, weight in zip(allocate(total, weights, weights), weights, strict=True):
        assert abs(Fraction(one) - Fraction(total * weight, sum(weights) or 1)) < 1


@given(exact=st.lists(st.fractions(0, 1000, max_denominator=97), max_size=8), rounding=st.sampled_from(["down", "up"]))
def test_points_shared_out_add_up(exact: list[Fraction], rounding: str) -> None:
    whole = sum(exact, Fraction(0))
    total = int(whole // 1) if rounding == "down" else -int(-whole // 1)
    shares = share_out(total, exact)
    assert sum(shares) == total
    assert all(0 <= one - part // 1 <= 1 for one, part in zip(shares, exact, strict=True))


@given(total=st.integers(0, 10**7), weights=st.lists(st.integers(0, 50) | st.integers(0, 10**6), max_size=8))
def test_places_capped_at_their_weights_are_shared_out_alike_however_that_is_told(
    total: int, weights: list[int]
) -> None:
    assert allocate(total, weights, weights) == allocate(total, weights, list(weights))
