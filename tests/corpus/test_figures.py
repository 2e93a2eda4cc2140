"""The runner itself: a figure that is off is seen, whichever figure it is, and a figure nobody knows is an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from dangol_policy import interpret
from tests.corpus.case import Quote, case, case_ids
from tests.corpus.figures import FIGURES, differences
from tests.corpus.playing import STANDING, Moment, moments, unlike


def _quote_with(figure: str) -> tuple[str, Quote]:
    for id_ in case_ids():
        for quote in case(id_).quotes:
            if figure in quote.expect:
                return id_, quote
    raise AssertionError(f"no case names the figure {figure}")


def _spoiled(value: Any) -> Any:
    """Another value of the same form."""
    if isinstance(value, dict):
        return {key: _spoiled(inner) for key, inner in value.items()} or {"something": 1}
    if isinstance(value, list):
        return [*map(_spoiled, value), *([] if value else ["something"])]
    if isinstance(value, int):
        return value + 1
    swapped = {"accepted": "refused", "refused": "accepted"}
    return swapped.get(value) or (f"1{value}" if value[0].isdigit() else f"{value}x")


@pytest.mark.parametrize("figure", FIGURES)
def test_a_wrong_figure_is_seen(figure: str) -> None:
    id_, quote = _quote_with(figure)
    decision = interpret.quote(case(id_).policy, quote.situation)
    assert not differences({figure: quote.expect[figure]}, decision, quote.situation)
    wrong = differences({**quote.expect, figure: _spoiled(quote.expect[figure])}, decision, quote.situation)
    assert len(wrong) == 1
    assert wrong[0].startswith(f"{figure}: expected ")


def test_a_figure_nobody_knows_is_an_error() -> None:
    _, quote = _quote_with("total")
    decision = interpret.quote(case("LP-005").policy, case("LP-005").quotes[0].situation)
    with pytest.raises(KeyError):
        differences({"grand_total": 1}, decision, quote.situation)


def _moment_with(figure: str) -> tuple[Moment, Mapping[str, Any]]:
    for id_ in case_ids():
        for then in case(id_).then:
            if figure in then:
                return moments(case(id_))[then["after"] - 1], then
    raise AssertionError(f"no case names the figure {figure}")


@pytest.mark.parametrize("figure", STANDING)
def test_a_wrong_figure_of_a_story_is_seen(figure: str) -> None:
    moment, then = _moment_with(figure)
    assert not unlike(then, moment)
    wrong = unlike({**then, figure: _spoiled(then[figure])}, moment)
    assert len(wrong) == 1
    assert wrong[0].startswith(f"{figure}: expected ")


def test_a_wrong_decision_inside_a_story_is_seen() -> None:
    moment, then = _moment_with("decision")
    wrong = unlike({**then, "decision": _spoiled(then["decision"])}, moment)
    assert len(wrong) == len(then["decision"])
