"""Two sorted sides compared row by row."""

from hypothesis import given
from hypothesis import strategies as st

from dangol.lib.audit import Difference, compare

SIDES = st.dictionaries(st.integers(0, 20), st.dictionaries(st.sampled_from("ab"), st.integers(0, 3)))


def test_rows_that_one_side_lacks_count_as_zeros() -> None:
    found = list(compare("t", [(1, {"a": 5}), (3, {"a": 0})], [(2, {"a": 7})]))
    assert found == [Difference("t", "1", "a", 5, 0), Difference("t", "2", "a", 0, 7)]
    assert str(found[0]) == "t 1: a is 5, derived 0"


@given(SIDES, SIDES)
def test_it_says_what_a_dictionary_says(left: dict[int, dict[str, int]], right: dict[int, dict[str, int]]) -> None:
    expected = [
        (key, figure)
        for key in sorted({*left, *right})
        for figure in "ab"
        if left.get(key, {}).get(figure, 0) != right.get(key, {}).get(figure, 0)
    ]
    found = compare("t", sorted(left.items()), sorted(right.items()))
    assert [(int(difference.id), difference.figure) for difference in found] == expected
