"""What differs between two policies: found clause by clause, judged for customers, and the same both ways round."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy import words
from dangol_policy.diff import Difference, Verdict, difference, said
from dangol_policy.diff.figures import figure
from dangol_policy.diff.measures import durations
from dangol_policy.diff.rules import Rule, Why
from dangol_policy.diff.tables import RULES
from dangol_policy.model.policy import Policy
from dangol_policy.parse import parse
from dangol_policy.values import Duration
from dangol_policy.words.speakers import speaker_for

READY = sorted((Path(__file__).parents[3] / "policies").glob("*.yaml"))
BASE = """
dangol: 1
business:
  name: Bomnal
  timezone: Asia/Seoul
  currency: KRW
  languages: [ko, en]
  contacts: [{kind: phone, value: 02-555-0101}]
  changes: {approval: two people, notice: 30 days, review_every: 12 months}
calendars:
  - {id: shop, hours: {weekdays: 10:00-20:00}, closed: [2026-01-01]}
loyalty:
  points:
    earn:
      - {id: base, rate: {silver: 1%, gold: 3%}, on: {not: {category: gift-card}}, who: {tier: [silver, gold]}}
      - {id: extra, points: 5, per: 1000}
    pending: {for: 7 days}
    expire: {after: 12 months, counted: end of month}
    redeem: {worth: 1, minimum: 1000, up_to: 50%, rewards: [{id: mug, points: 5000, gives: {item: mug}}]}
    rounding: down
  tiers:
    levels:
      - {id: silver, from: 100000, benefits: [{free: shipping}]}
      - {id: gold, from: 500000, benefits: [{discount: 5%}, {birthday: {voucher: 5000}}]}
    window: {rolling: 12 months}
    review: {every: 12 months, grace: 30 days, step: one}
  cards: [{id: tenth, every: 10, gives: {item: tea}, visit: {minimum: 8000}, valid: 30 days}]
promotions:
  - id: summer
    runs: 2026-06-01..2026-08-31
    who: {tier: [silver, gold]}
    needs: {spend: 20000}
    gives: {percent: 10%, of: {category: [ice, tea]}}
    limit: {per_customer: 2, budget: 1000000}
    code: [ICE, TEA]
returns:
  windows: [{id: week, for: 7 days}]
  exclusions: [{id: cut, of: {category: cut-flowers}, because: They fade.}]
  fees: [{id: box, fee: 3000}]
  conditions: [{id: clean, state: [unused, receipt]}]
  refund: {method: as paid, within: 3 business days}
  warranty: [{id: year, for: 12 months}]
service:
  standards: [{id: desk, first_response: 4 business hours, resolve: 3 business days}]
channels: [{id: line, means: phone, answer_within: 1 hour, languages: [ko], charge: 0}]
contact:
  caps: [{id: rarely, most: 4, per: 30 days}]
privacy:
  data:
    - {id: orders, what: Orders, is: order, fields: [phone], purpose: Delivery, ground: contract,
       keep: {for: 5 years, since: supply}}
goals: [{id: back, name: They come back, figure: again, target: 40%, by: 2026-12-31}]
figures: [{id: again, figure: retention, window: 12 months}]
scripts: {questions: [{id: when-open, ask: When, answer: At ten.}]}
"""

WORSE, BETTER, BOTH, NEUTRAL, UNKNOWN = (
    Verdict.WORSE,
    Verdict.BETTER,
    Verdict.BOTH,
    Verdict.NEUTRAL,
    Verdict.UNKNOWN,
)
CHANGES: list[tuple[str, str, str, Verdict]] = [
    ("base", "{silver: 1%, gold: 3%}", "{silver: 1%, gold: 2%}", WORSE),
    ("base", "{silver: 1%, gold: 3%}", "{silver: 2%, gold: 2%}", BOTH),
    ("base", "{silver: 1%, gold: 3%}", "{gold: 3%}", WORSE),
    ("base", "{silver: 1%, gold: 3%}", "3%", BETTER),
    ("base", "not: {category: gift-card}", "not: {category: [gift-card, stamp]}", WORSE),
    ("base", "on: {not: {category: gift-card}}, ", "", BETTER),
    ("base", "who: {tier: [silver, gold]}}", "who: {tier: gold}}", WORSE),
    ("base", ", who: {tier: [silver, gold]}}", "}", BETTER),
    ("extra", "points: 5, per: 1000", "points: 5, per: 900", BETTER),
    ("extra", "points: 5, per: 1000", "points: 4, per: 900", BOTH),
    ("extra", "points: 5, per: 1000", "rate: 1%", UNKNOWN),
    ("loyalty.points.pending", "pending: {for: 7 days}", "pending: {for: 14 days}", WORSE),
    ("loyalty.points.pending", "    pending: {for: 7 days}\n", "", BETTER),
    ("loyalty.points.expire", "after: 12 months, counted", "after: 6 months, counted", WORSE),
    ("loyalty.points.expire", "after: 12 months, counted", "after: 1 year, counted", NEUTRAL),
    ("loyalty.points.expire", "after: 12 months, counted", "after: 365 days, counted", UNKNOWN),
    ("loyalty.points.expire", "    expire: {after: 12 months, counted: end of month}\n", "", BETTER),
    ("loyalty.points.redeem", "minimum: 1000", "minimum: 2000", WORSE),
    ("loyalty.points.redeem", "up_to: 50%, ", "", BETTER),
    ("loyalty.points.rounding", "rounding: down", "rounding: up", BETTER),
    ("mug", "points: 5000", "points: 6000", WORSE),
    ("gold", "from: 500000", "from: 600000", WORSE),
    ("gold", "{discount: 5%}, ", "", WORSE),
    ("gold", "voucher: 5000", "voucher: 6000", BETTER),
    ("loyalty.tiers", "rolling: 12 months", "rolling: 6 months", WORSE),
    ("loyalty.tiers", "window: {rolling: 12 months}", "window: lifetime", BETTER),
    ("loyalty.tiers.review", "grace: 30 days", "grace: 20 days", WORSE),
    ("loyalty.tiers.review", "step: one", "step: any", WORSE),
    ("tenth", "every: 10", "every: 8", BETTER),
    ("tenth", "visit: {minimum: 8000}, ", "", BETTER),
    ("tenth", "gives: {item: tea}", "gives: {item: water}", UNKNOWN),
    ("tenth", ", valid: 30 days", "", BETTER),
    ("summer", "2026-08-31", "2026-08-15", WORSE),
    ("summer", "2026-06-01..2026-08-31", "2026-06-01..", BETTER),
    ("summer", "2026-06-01..2026-08-31", "2026-06-10..2026-09-10", UNKNOWN),
    ("summer", "spend: 20000", "spend: 30000", WORSE),
    ("summer", "    needs: {spend: 20000}\n", "", BETTER),
    ("summer", "percent: 10%", "percent: 5%", WORSE),
    ("summer", "[ice, tea]}", "ice}", WORSE),
    ("summer", "[ice, tea]}", "[tea, ice]}", NEUTRAL),
    ("summer", "per_customer: 2, ", "", BETTER),
    ("summer", "    limit: {per_customer: 2, budget: 1000000}\n", "", BETTER),
    ("summer", "    code: [ICE, TEA]\n", "", BETTER),
    ("summer", "[ICE, TEA]", "[ICE, TEA]\n    points: not earned", WORSE),
    ("summer", "[ICE, TEA]", "[ICE, TEA]\n    name: Summer at Bomnal", NEUTRAL),
    ("summer", "[ICE, TEA]", "[ICE, TEA]\n    review: 2026-07-01", NEUTRAL),
    ("week", "for: 7 days}]", "for: 14 days}]", BETTER),
    ("week", "for: 7 days}]", "for: 6 days, of: {category: ice}}]", WORSE),
    ("cut", "category: cut-flowers", "category: [cut-flowers, ice]", WORSE),
    ("cut", "They fade.", "They do not keep.", NEUTRAL),
    ("box", "fee: 3000", "fee: 2000", BETTER),
    ("clean", "[unused, receipt]", "unused", BETTER),
    ("returns.refund", "within: 3 business days", "within: 5 business days", WORSE),
    ("returns.refund", "within: 3 business days", "within: 3 days", UNKNOWN),
    ("returns.refund", "method: as paid", "method: store credit", WORSE),
    ("year", "for: 12 months}", "for: 24 months}", BETTER),
    ("desk", "4 business hours", "8 business hours", WORSE),
    ("desk", "first_response: 4 business hours, ", "", WORSE),
    ("line", "answer_within: 1 hour", "answer_within: 30 minutes", BETTER),
    ("line", "charge: 0", "charge: 100", WORSE),
    ("rarely", "most: 4", "most: 8", WORSE),
    ("orders", "for: 5 years", "for: 6 years", WORSE),
    ("orders", "fields: [phone]", "fields: [phone, birthday]", WORSE),
    ("back", "target: 40%", "target: 30%", NEUTRAL),
    ("when-open", "At ten.", "At eleven.", NEUTRAL),
    ("business.changes", "notice: 30 days", "notice: 10 days", WORSE),
    ("business.changes", "approval: two people, ", "", WORSE),
    ("business.languages", "languages: [ko, en]", "languages: [ko]", WORSE),
    ("business.contacts", "  contacts: [{kind: phone, value: 02-555-0101}]\n", "", WORSE),
    ("business.timezone", "Asia/Seoul", "Asia/Tokyo", UNKNOWN),
    ("calendars", "10:00-20:00", "10:00-18:00", WORSE),
    ("calendars", "closed: [2026-01-01]", "closed: [2026-01-01, 2026-02-17]", WORSE),
]


@cache
def policy(text: str = BASE) -> Policy:
    result = parse(text)
    assert result.policy is not None, [problem.message for problem in result.problems]
    return result.policy


def data_of_base() -> dict[str, Any]:
    found = copy.deepcopy(parse(BASE).document.data)
    assert isinstance(found, dict)
    return found


def changed(old: str, new: str) -> Difference:
    assert old in BASE, old
    return difference(policy(), policy(BASE.replace(old, new, 1)))


@pytest.mark.parametrize(("key", "old", "new", "verdict"), CHANGES)
def test_a_change_is_found_where_it_is_and_judged_for_customers(key: str, old: str, new: str, verdict: Verdict) -> None:
    found = changed(old, new)
    if verdict is NEUTRAL and not found:
        return
    assert [(change.key, change.verdict) for change in found.changes] == [(key, verdict)], found
    back = difference(policy(BASE.replace(old, new, 1)), policy())
    assert [(change.key, change.verdict) for change in back.changes] == [(key, verdict.mirrored)]


NEW_CLAUSES: list[tuple[str, str, Verdict]] = [
    ("      - {id: extra, points: 5, per: 1000}\n", "extra", BETTER),
    ("  exclusions: [{id: cut, of: {category: cut-flowers}, because: They fade.}]\n", "cut", WORSE),
    ("  fees: [{id: box, fee: 3000}]\n", "box", WORSE),
    ("  conditions: [{id: clean, state: [unused, receipt]}]\n", "clean", WORSE),
    ("  windows: [{id: week, for: 7 days}]\n", "week", BETTER),
    (
        "service:\n  standards: [{id: desk, first_response: 4 business hours, resolve: 3 business days}]\n",
        "desk",
        BETTER,
    ),
    (
        "  cards: [{id: tenth, every: 10, gives: {item: tea}, visit: {minimum: 8000}, valid: 30 days}]\n",
        "tenth",
        BETTER,
    ),
    ("      - {id: silver, from: 100000, benefits: [{free: shipping}]}\n", "silver", UNKNOWN),
    ("scripts: {questions: [{id: when-open, ask: When, answer: At ten.}]}\n", "when-open", NEUTRAL),
]


@pytest.mark.parametrize(("text", "key", "verdict"), NEW_CLAUSES)
def test_a_clause_that_is_new_or_gone_is_judged_by_its_kind(text: str, key: str, verdict: Verdict) -> None:
    without = policy(BASE.replace(text, "", 1))
    added, removed = difference(without, policy()), difference(policy(), without)
    assert [(one.key, one.kind, one.verdict) for one in added.changes if one.key == key] == [(key, "added", verdict)]
    assert [(one.key, one.kind, one.verdict) for one in removed.changes if one.key == key] == [
        (key, "removed", verdict.mirrored)
    ]


def test_a_second_fee_may_be_lower_or_higher_for_some() -> None:
    found = changed(
        "fees: [{id: box, fee: 3000}]", "fees: [{id: box, fee: 3000}, {id: gold-box, fee: 0, who: {tier: gold}}]"
    )
    assert [(one.key, one.verdict) for one in found.changes] == [("gold-box", UNKNOWN)]
    assert found.harming


def test_the_order_of_clauses_does_not_matter() -> None:
    data = data_of_base()
    data["loyalty"]["points"]["earn"].reverse()
    moved = json.dumps(dict(reversed(data.items())))
    assert difference(policy(), policy(moved)) == Difference(())


def test_a_figure_stands_before_and_after_in_each_language() -> None:
    new = policy(BASE.replace("after: 12 months", "after: 6 months"))
    for language, (before, after) in {
        "en": ("12 months", "6 months"),
        "ko": ("12개월", "6개월"),
        "vi": ("12 tháng", "6 tháng"),
        "be": ("12 месяцаў", "6 месяцаў"),
    }.items():
        (change,) = said(difference(policy(), new), policy(), new, language)
        assert before in change.before
        assert after in change.after
        (reason,) = change.reasons
        assert (reason.before, reason.after, reason.verdict) == (before, after, WORSE)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("spend: 20000", "spend: 15000", "₩20,000", "₩15,000"),
        ("from: 500000", "from: 400000", "₩500,000", "₩400,000"),
        ("points: 5000", "points: 4000", "5,000 points", "4,000 points"),
        ("percent: 10%", "percent: 12%", "10%", "12%"),
        ("per_customer: 2, ", "", "2", "none"),
        ("2026-08-31", "2026-09-30", "June 1, 2026–August 31, 2026", "June 1, 2026–September 30, 2026"),
        ("{silver: 1%, gold: 3%}", "{silver: 1%, gold: 4%}", "1% (silver), 3% (gold)", "1% (silver), 4% (gold)"),
    ],
)
def test_figures_are_written_as_readers_write_them(old: str, new: str, before: str, after: str) -> None:
    found = changed(old, new)
    ((finding,),) = [change.findings for change in found.changes]
    speaker = speaker_for(policy(), "en")
    shown = [figure(speaker, finding, value) or "none" for value in (finding.before, finding.after)]
    assert shown == [before, after]


def test_what_customers_do_not_read_is_marked() -> None:
    new = policy(BASE.replace("target: 40%", "target: 30%").replace("every: 10", "every: 9"))
    public = {one.key: one.public for one in said(difference(policy(), new), policy(), new, "en")}
    assert public == {"tenth": True, "back": False}


@pytest.mark.parametrize("file", READY, ids=lambda file: file.stem)
def test_a_ready_policy_does_not_differ_from_itself(file: Path) -> None:
    text = file.read_text("utf-8")
    assert difference(policy(text), parse(text).policy or policy()) == Difference(())


def test_any_two_ready_policies_are_compared_and_told_in_every_language() -> None:
    policies = [policy(file.read_text("utf-8")) for file in READY]
    for old, new in zip(policies, [*policies[1:], policies[0]], strict=True):
        found = difference(old, new)
        assert mirrored(found) == mirrored(difference(new, old), back=True)
        for language in words.LANGUAGES:
            for change in said(found, old, new, language):
                assert change.judged
                assert change.reasons
                assert all(reason.text.endswith(".") for reason in change.reasons)


def mirrored(found: Difference, *, back: bool = False) -> set[tuple[str, str, Verdict]]:
    kinds = {"added": "removed", "removed": "added", "changed": "changed"}
    return {
        (one.key, kinds[one.kind] if back else one.kind, one.verdict.mirrored if back else one.verdict)
        for one in found.changes
    }


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Paths of the figures of a policy as data."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from leaves(inner, (*path, key))
    if isinstance(value, int) and not isinstance(value, bool) and path[0] != "dangol":
        yield path
    if isinstance(value, str) and value[:1].isdigit() and value.rstrip("%").split(" ")[0].isdigit():
        yield path


def other(value: Any, chance: random.Random) -> Any:
    """Another figure of the same kind."""
    if isinstance(value, int):
        return value + chance.choice((-1, 1, 10, 1000))
    number, *unit = value.rstrip("%").split(" ")
    changed_number = str(int(number) + chance.choice((-1, 1, 3)))
    return " ".join((changed_number, *unit)) + ("%" if value.endswith("%") else "")


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9), many=st.integers(1, 4))
def test_the_difference_taken_back_is_its_mirror(seed: int, many: int) -> None:
    chance = random.Random(seed)
    data = data_of_base()
    for path in chance.sample(sorted(leaves(data), key=repr), many):
        here = data
        for key in path[:-1]:
            here = here[key]
        here[path[-1]] = other(here[path[-1]], chance)
    new = parse(json.dumps(data)).policy
    if new is None:
        return
    there, back = difference(policy(), new), difference(new, policy())
    assert mirrored(there) == mirrored(back, back=True)
    assert there.verdict is back.verdict.mirrored
    assert bool(there) == (new != policy()) or not any(one.findings for one in there.changes)


LENGTHS = st.builds(
    Duration,
    st.integers(1, 400),
    st.sampled_from(["minutes", "hours", "days", "weeks", "months", "years", "business hours", "business days"]),
)


@given(a=LENGTHS, b=LENGTHS)
def test_lengths_of_time_are_compared_both_ways_alike(a: Duration, b: Duration) -> None:
    assert durations(a, a) == 0
    there, back = durations(a, b), durations(b, a)
    assert there == (None if back is None else -back)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        (Duration(1, "years"), Duration(12, "months"), 0),
        (Duration(2, "weeks"), Duration(15, "days"), -1),
        (Duration(1, "months"), Duration(27, "days"), None),
        (Duration(1, "months"), Duration(20, "days"), 1),
        (Duration(24, "hours"), Duration(1, "days"), None),
        (Duration(3, "business days"), Duration(3, "days"), None),
        (Duration(3, "business days"), Duration(1, "days"), 1),
    ],
)
def test_lengths_of_time(a: Duration, b: Duration, sign: int | None) -> None:
    assert durations(a, b) == sign


def test_every_rule_belongs_to_a_field_that_is_there() -> None:
    assert all(field in part.model_fields for part, field in RULES)
    assert all(isinstance(rule, Rule) for rule in RULES.values())


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_verdict_has_its_words(language: str) -> None:
    speech_of = speaker_for(policy(), language)
    for why in set(get_args(Why)) - {"neutral", "unknown"}:
        better, worse = (speech_of.say(f"diff-{why}-{verdict}") for verdict in ("better", "worse"))
        assert better != worse
    said_verdicts = {speech_of.say(f"verdict-{verdict.replace(' ', '-')}") for verdict in Verdict}
    assert len(said_verdicts) == len(Verdict)
