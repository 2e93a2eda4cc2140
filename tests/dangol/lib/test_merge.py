"""Merging by lines: what one changed and the other left is kept, and nothing is ever invented or lost."""

from hypothesis import given
from hypothesis import strategies as st

from dangol.lib.merge import MOST_LINES, merged

BASE = "a\nb\nc\nd\ne\nf\n"
texts = st.lists(st.sampled_from("abcd"), max_size=8).map("\n".join)


def test_changes_in_different_places_are_put_together() -> None:
    assert merged(BASE, BASE.replace("a", "A"), BASE.replace("f", "F")) == "A\nb\nc\nd\ne\nF\n"
    assert merged(BASE, BASE.replace("a\n", ""), BASE + "g\n") == "b\nc\nd\ne\nf\ng\n"


def test_the_same_change_is_taken_once() -> None:
    assert merged(BASE, BASE + "g\n", BASE + "g\n") == BASE + "g\n"
    assert merged(BASE, "x\n" + BASE + "g\n", BASE + "g\n") == "x\n" + BASE + "g\n"


def test_changes_of_the_same_lines_or_of_neighbours_do_not_fit() -> None:
    assert merged(BASE, BASE.replace("c", "C"), BASE.replace("c", "K")) is None
    assert merged(BASE, BASE.replace("c", "C"), BASE.replace("d", "D")) is None
    assert merged(BASE, BASE + "g\n", BASE + "h\n") is None
    assert merged(BASE, BASE.replace("c\n", ""), BASE.replace("c", "C")) is None


def test_very_long_texts_are_not_compared() -> None:
    long = "\n" * MOST_LINES
    assert merged(long, "x" + long, long + "y") is None
    assert merged(long, long, long + "y") == long + "y"


@given(base=texts, one=texts, other=texts)
def test_merging_has_no_order_and_no_inventions(base: str, one: str, other: str) -> None:
    both = merged(base, one, other)
    assert both == merged(base, other, one)
    assert merged(base, one, base) == one
    assert merged(base, one, one) == one
    if both is not None:
        known = set(one.split("\n")) | set(other.split("\n"))
        assert set(both.split("\n")) <= known
        new = (set(one.split("\n")) | set(other.split("\n"))) - set(base.split("\n"))
        assert new <= set(both.split("\n"))
