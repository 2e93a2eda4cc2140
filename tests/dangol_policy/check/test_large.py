"""A policy of two thousand clauses: twice as many clauses take about twice as many steps to check, never four times."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest

from dangol_policy.check import check
from dangol_policy.check.all import CHECKS
from dangol_policy.check.shown import cost
from dangol_policy.check.subject import subject_of
from dangol_policy.parse import ParseResult, parse

Data = dict[str, Any]


def large(each: int, **more: Any) -> Data:
    """A policy with so many clauses of each of twenty kinds, and five times as many promotions."""

    def some(make: Callable[[int], Data], times: int = each) -> list[Data]:
        return [make(number) for number in range(times)]

    words = {"ko": "이름", "en": "name"}
    tiers = [{"id": "plain", "from": 0}, {"id": "gold", "from": 100_000}]
    return {
        "dangol": 1,
        "business": {"name": "Big", "timezone": "Asia/Seoul", "currency": "KRW", "languages": ["ko", "en"]}
        | {"calendar": "open", "jurisdictions": ["KR"]},
        "calendars": [{"id": "open", "hours": {"weekdays": "09:00-18:00"}}],
        "loyalty": {
            "tiers": {"levels": tiers},
            "points": {
                "earn": some(
                    lambda n: {"id": f"e{n}", "rate": {"plain": "1%", "gold": "2%"}, "on": {"category": f"c{n}"}}
                ),
                "redeem": {"worth": 1},
                "pending": {"for": "14 days"},
            },
            "cards": some(lambda n: {"id": f"card{n}", "every": 10, "gives": {"item": f"x{n}"}}),
        },
        "promotions": some(
            lambda n: {
                "id": f"p{n}",
                "name": words,
                "runs": "2026-03-01..2026-03-31",
                "needs": {"spend": 1000 * n + 1000},
                "gives": {"percent": {"plain": "5%", "gold": "6%"}, "of": {"category": f"c{n}"}},
                "combine": {"group": f"g{n % 7}"},
                "serves": "goal",
            },
            5 * each,
        ),
        "returns": {
            "return_shipping": "business",
            "windows": some(lambda n: {"id": f"w{n}", "for": "7 days", "of": {"category": f"c{n}"}}),
            "exclusions": some(lambda n: {"id": f"x{n}", "of": {"product": f"p{n}"}, "because": words}),
            "conditions": some(lambda n: {"id": f"s{n}", "state": "unused", "of": {"category": f"c{n}"}}),
        },
        "cases": {"kinds": some(lambda n: {"id": f"k{n}", "is": "question"})},
        "service": {
            "standards": some(
                lambda n: {"id": f"std{n}", "kind": f"k{n}", "resolve": "4 days", "reached": "90%", "if_missed": words}
            )
        },
        "responsibility": {"levels": [{"id": "house", "roles": "head"}]},
        "channels": some(lambda n: {"id": f"ch{n}", "means": "phone", "at": f"02-{n}", "answer_within": "5 hours"}),
        "contact": {
            "caps": some(
                lambda n: {"id": f"cap{n}", "purpose": "marketing", "channel": f"ch{n}", "most": 2, "per": "30 days"}
            )
        },
        "privacy": {
            "data": some(
                lambda n: (
                    {"id": f"d{n}", "what": words, "is": "member", "fields": [f"f{n}"], "purpose": words}
                    | {"ground": "contract", "keep": {"for": "1 year", "since": "event"}}
                )
            )
        },
        "scripts": {"questions": some(lambda n: {"id": f"q{n}", "ask": words, "answer": words, "clauses": f"p{n}"})},
        "aftercare": some(
            lambda n: {
                "id": f"after{n}",
                "touches": [{"id": f"touch{n}", "wait": "3 days", "message": words, "channel": "email"}],
            }
        ),
        "segments": some(lambda n: {"id": f"seg{n}", "of": {"orders": {"at_least": n}}}),
        "figures": some(lambda n: {"id": f"fig{n}", "figure": "satisfaction", "window": "28 days"}),
        "goals": [
            {"id": "goal", "name": words, "figure": "fig0", "target": "90%", "by": "2027-01-01", "moves": "fig1"}
            | {"served_by": [name for name in SECTIONS if name != "promotions"]}
        ],
        **more,
    }


SECTIONS = (
    *("loyalty", "promotions", "returns", "service", "cases", "channels", "contact", "privacy"),
    *("scripts", "aftercare", "responsibility"),
)


def read(data: Data) -> ParseResult:
    result = parse(json.dumps(data, ensure_ascii=False))
    assert result.problems == ()
    return result


def steps(work: Callable[[], object]) -> int:
    """Calls of functions while something is done: unlike seconds, the same on every machine."""
    counted = 0

    def count(_frame: object, event: str, _value: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


def test_two_thousand_clauses_are_without_a_finding() -> None:
    result = read(large(100))
    assert result.policy is not None
    assert sum(1 for _ in result.policy.clauses()) >= 2_000
    assert check(result) == ()


def test_twice_the_clauses_take_about_twice_the_steps() -> None:
    few, many = read(large(20)), read(large(40))
    check(few)  # what is made ready once, such as the models' own, is left out of the count
    assert steps(lambda: check(many)) < 2.7 * steps(lambda: check(few))


@pytest.mark.parametrize(
    "fault",
    [
        {"gives": {"percent": {"plain": "5%", "gold": "4%"}}},
        {"gives": {"percent": "5%"}, "who": {"tier": "gold"}},
        {"gives": {"shipping": "free"}, "needs": {"spend": 30_000, "measure": "now"}},
    ],
    ids=["worse-tier", "tier-left-out", "threshold-of-what-is-left"],
)
def test_a_policy_full_of_faults_is_answered_too(fault: Data) -> None:
    """A case for each of hundreds of faults would take minutes: what is worked out for them is bounded."""
    levels = [{"id": "plain", "from": 0}, {"id": "gold", "from": 100_000}, {"id": "black", "from": 500_000}]
    offers = [{"id": f"p{n}", **fault} for n in range(300)] + [{"id": "off", "gives": {"percent": "5%"}}]
    plain = large(1, promotions=offers, loyalty={"tiers": {"levels": levels}}, scripts={}, goals=[])
    result = read(plain)
    assert result.policy is not None
    subject = subject_of(result.policy, result)
    found = [problem for one in CHECKS for problem in islice(one(subject), 200)]
    assert any(problem.example is not None for problem in found)
    assert 0 >= subject.bench.left > -cost(len(offers)), "the last case is begun while there is work left, and no other"
