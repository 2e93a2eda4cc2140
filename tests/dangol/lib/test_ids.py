"""Identifiers sort by the moment they were made and never repeat."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dangol.lib import ids

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 10**13).map(lambda milliseconds: EPOCH + timedelta(milliseconds=milliseconds))


@given(at=MOMENTS, later=st.integers(1, 10**9))
def test_later_ones_sort_after(at: datetime, later: int) -> None:
    assert ids.new_id(at) < ids.new_id(at + timedelta(milliseconds=later))


@given(at=MOMENTS)
def test_is_a_version_7_uuid(at: datetime) -> None:
    made = ids.new_id(at)
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert EPOCH + timedelta(milliseconds=made.int >> 80) == at


def test_two_of_the_same_moment_differ() -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    assert len({ids.new_id(at) for _ in range(10_000)}) == 10_000


def test_refuses_a_moment_it_cannot_hold() -> None:
    with pytest.raises(ValueError, match="outside the years"):
        ids.new_id(datetime(1960, 1, 1, tzinfo=UTC))
