"""Exact money arithmetic: rounding half-up, and distribution by largest remainder with caps.

Everything is an integer in minor units, or an exact fraction; nothing is ever a float.
Source: policy language, section 5, rules 4 and 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction


def half_up(numerator: int, denominator: int) -> int:
    """The quotient of two non-negative integers rounded half-up to an integer. The denominator is at least 1."""
    return (2 * numerator + denominator) // (2 * denominator)


def share(amount: int, rate: Decimal) -> int:
    """`rate` of a non-negative `amount` in minor units, rounded half-up once: 10.5% of 5000 is 525."""
    numerator, denominator = rate.as_integer_ratio()
    return half_up(amount * numerator, denominator)


def allocate(total: int, weights: Sequence[int], caps: Sequence[int]) -> list[int]:
    """Distributes `total` minor units in proportion to `weights`, no share above its cap.

    What a capped place cannot take flows to the others; what rounding leaves goes to the largest remainders, ties to
    the earlier place. The shares add up to `total`, or to the sum of the caps when that is less. A place with weight 0
    gets nothing and must have cap 0 for the sum to hold; caps and weights are not negative.
    """
    if caps is weights:
        return _whole(total, weights)
    rest = min(total, sum(caps))
    shares = [0] * len(weights)
    open_places = [i for i, weight in enumerate(weights) if weight > 0]
    sum_of_weights = sum(weights)
    while full := [i for i in open_places if rest * weights[i] > caps[i] * sum_of_weights]:
        for i in full:
            shares[i] = caps[i]
            rest -= caps[i]
            sum_of_weights -= weights[i]
        filled = set(full)
        open_places = [i for i in open_places if i not in filled]
    return _largest_remainder(rest, weights, open_places, sum_of_weights, shares)


def _whole(total: int, weights: Sequence[int]) -> list[int]:
    """The same where each place is capped at its weight: none is full before all are.

    Of two places, one remainder is what the other lacks to a whole: rounding the first half-up says which is larger.
    """
    whole = sum(weights)
    if total >= whole:
        return list(weights)
    if len(weights) == 2:
        first = half_up(total * weights[0], whole)
        return [first, total - first]
    exact = [total * weight for weight in weights]
    shares = [one // whole for one in exact]
    left = total - sum(shares)
    if left:
        missing = [-(one % whole) for one in exact]
        for i in sorted(range(len(shares)), key=missing.__getitem__)[:left]:
            shares[i] += 1
    return shares


def _largest_remainder(
    rest: int, weights: Sequence[int], places: list[int], sum_of_weights: int, shares: list[int]
) -> list[int]:
    left = rest
    remainders: list[tuple[int, int]] = []
    for i in places:
        shares[i], remainder = divmod(rest * weights[i], sum_of_weights)
        left -= shares[i]
        remainders.append((-remainder, i))
    if left:
        remainders.sort()
        for _, i in remainders[:left]:
            shares[i] += 1
    return shares


def share_out(total: int, exact: Sequence[Fraction]) -> list[int]:
    """Whole shares of exact parts that add up to `total`, the rounded sum of the parts, by largest remainder."""
    shares = [int(part // 1) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (-(exact[i] % 1), i))
    for i in by_remainder[: total - sum(shares)]:
        shares[i] += 1
    return shares
