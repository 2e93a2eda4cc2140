"""Long tests do everything, or what fits into their time, and then say what was left out."""

import time

import pytest

from tests.stints import Stint


def a_stint(config: pytest.Config, seconds: float | None) -> Stint:
    return Stint("a test", config, None if seconds is None else time.monotonic() + seconds)


def test_everything_is_done_where_no_time_is_set(pytestconfig: pytest.Config) -> None:
    given = a_stint(pytestconfig, None)
    assert [number for some in given.through(10, "races", step=4) for number in some] == list(range(10))
    assert (given.done, given.left_out) == (10, "")


def test_when_the_time_is_up_one_step_is_done_and_the_rest_is_named(pytestconfig: pytest.Config) -> None:
    given = a_stint(pytestconfig, -1)
    assert [list(some) for some in given.through(2_000, "races", step=3)] == [[0, 1, 2]]
    assert given.left_out == "1,997 of 2,000 races"


def test_steps_handed_out_by_others_end_with_the_time(pytestconfig: pytest.Config) -> None:
    late, early = a_stint(pytestconfig, -1), a_stint(pytestconfig, 60)
    assert [late.goes_on(60, "requests") for _ in range(3)] == [True, False, False]
    assert late.left_out == "59 of 60 requests"
    assert [early.goes_on(2, "requests") for _ in range(3)] == [True, True, True]
    assert early.left_out == ""
