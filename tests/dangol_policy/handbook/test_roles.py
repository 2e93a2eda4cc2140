"""Which clauses a role must know, and why; what changes for it from one policy to the next."""

from functools import cache
from pathlib import Path

import pytest

from dangol_policy.handbook import EVERYBODY, concerns, fingerprint, handbook, news, pass_mark, required, roles_of, talk
from dangol_policy.load import load
from dangol_policy.model.policy import Policy
from dangol_policy.words import LANGUAGES, sentences

READY = sorted(Path("policies").glob("*.yaml"))
TEXT = """\
dangol: 1
business: {name: {ko: 봄날식당, en: Bomnal}, timezone: Asia/Seoul, currency: KRW, languages: [ko, en]}
cases:
  kinds: [{id: complaint, is: complaint}, {id: question, is: question}]
returns:
  windows: [{id: week, for: 7 days}, {id: faulty, for: 3 months, reasons: [fault]}]
promotions:
  - id: spring
    gives: {percent: 10%, off: order}
    brief: {roles: [counter], share: 90%}
responsibility:
  levels:
    - {id: desk, roles: clerk, kinds: complaint, may: [{give: refund, up_to: 30000}]}
    - {id: direction, roles: head, may: [{give: refund}]}
scripts:
  flows:
    - id: angry
      name: {ko: 화나신 고객님, en: An angry customer}
      kinds: complaint
      start: listen
      nodes:
        listen: {say: {ko: 말씀해 주십시오., en: Tell me.}, answers: [{if: {ko: 환불, en: money back}, go: pay}]}
        pay: {do: {ko: 환불합니다, en: refund it}, clause: week, end: resolved}
staff:
  roles: [{id: clerk, name: {ko: 직원, en: clerk}}, {id: head, name: {ko: 점장, en: manager}}]
  training:
    - {id: know-returns, roles: clerk, knows: [returns], within: 7 days, passed: 80%, share: 50%}
"""


@cache
def ready_policy(path: Path) -> Policy:
    found = load(path).policy
    assert found is not None
    return found


def policy(text: str = TEXT) -> Policy:
    found = load(text)
    assert found.policy is not None, found.problems
    return found.policy


def test_every_role_is_found_once_those_of_staff_first() -> None:
    assert roles_of(policy()) == ("clerk", "head", "counter")


def test_a_trained_role_knows_its_training_its_level_and_the_one_above() -> None:
    known = concerns(policy(), "clerk")
    assert known["week"] == known["returns.refund"] == ("training",)
    assert known["desk"] == known["direction"] == ("decides",)
    assert known["angry"] == ("handles",)
    assert known["know-returns"] == ("own",)
    assert "question" not in known, "it handles complaints only"
    assert "spring" not in known


def test_a_role_without_training_knows_at_least_what_customers_read() -> None:
    public = {one.clause for one in sentences(policy(), "en") if one.public}
    for role in ("counter", EVERYBODY):
        assert set(concerns(policy(), role)) >= public
        assert "desk" not in concerns(policy(), role)
    assert concerns(policy(), "counter")["spring"] == ("customers", "brief")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_each_ready_policy_has_a_handbook_for_each_role(path: Path, language: str) -> None:
    ready = ready_policy(path)
    for role in (*roles_of(ready), EVERYBODY):
        entries = [entry for chapter in handbook(ready, role, language).chapters for entry in chapter.entries]
        assert [entry.clause for entry in entries] == list(concerns(ready, role))
        assert all(entry.text for entry in entries)


def test_a_talk_is_told_moment_by_moment() -> None:
    first, second = talk(policy(), "angry", "en")
    assert (first.say, first.ways, first.end) == ("Tell me.", (("money back", "pay"),), "")
    assert (second.do, second.clause, second.end) == ("refund it", "week", "solved")
    assert talk(policy(), "week", "en") == ()


def test_news_are_what_changed_for_the_role_and_nothing_else() -> None:
    after = policy(TEXT.replace("for: 7 days}", "for: 10 days}").replace("up_to: 30000", "up_to: 40000"))
    told = {one.clause: one for one in news(policy(), after, "clerk", "en")}
    assert {clause: one.kind for clause, one in told.items()} == {"week": "changed", "desk": "changed"}
    assert "7 days" in told["week"].before
    assert "10 days" in told["week"].after
    assert [one.clause for one in news(policy(), after, "counter", "en")] == ["week"]


def test_what_is_gone_is_told_and_what_is_new_has_no_before() -> None:
    after = policy(TEXT.replace(", {id: faulty, for: 3 months, reasons: [fault]}", ", {id: month, for: 1 month}"))
    told = {one.clause: (one.kind, bool(one.before), bool(one.after)) for one in news(policy(), after, "clerk", "ko")}
    assert told == {"month": ("new", False, True), "faulty": ("gone", True, False)}


def test_a_goal_served_teaches_nothing_and_order_does_not_matter() -> None:
    swapped = TEXT.replace(
        "[{id: week, for: 7 days}, {id: faulty, for: 3 months, reasons: [fault]}]",
        "[{id: faulty, for: 3 months, reasons: [fault]}, {id: week, for: 7 days}]",
    )
    assert swapped != TEXT
    for role in roles_of(policy()):
        assert fingerprint(policy(), role) == fingerprint(policy(swapped), role)
        assert news(policy(), policy(swapped), role, "en") == ()


def test_a_script_that_changes_inside_is_news_although_its_sentence_is_the_same() -> None:
    after = policy(
        TEXT.replace("en: refund it", "en: call the manager").replace("ko: 환불합니다", "ko: 점장을 부릅니다")
    )
    assert [one.clause for one in news(policy(), after, "clerk", "en")] == ["angry"]
    assert fingerprint(policy(), "clerk") != fingerprint(after, "clerk")


def test_who_knew_nothing_has_everything_to_read() -> None:
    assert {one.clause for one in news(None, policy(), "clerk", "en")} == set(concerns(policy(), "clerk"))


def test_a_pass_mark_comes_from_training() -> None:
    assert str(pass_mark(policy(), "clerk")) == "0.80"
    assert pass_mark(policy(), "head") is None


def test_what_must_be_known_first_is_what_changes() -> None:
    first = {one.clause: (one.roles, str(one.share), one.knows) for one in required(None, policy())}
    assert first["spring"] == (("counter",), "0.90", ("spring",))
    assert first["know-returns"][:2] == (("clerk",), "0.50")
    assert "week" in first["know-returns"][2]
    assert required(policy(), policy()) == ()
    after = policy(TEXT.replace("for: 7 days}", "for: 10 days}"))
    assert [(one.clause, one.knows) for one in required(policy(), after)] == [("know-returns", ("week",))]


@pytest.mark.parametrize("key", ["passed: 80%", "share: 50%"])
def test_no_training_asks_for_more_than_everything(key: str) -> None:
    name = key.split(":")[0]
    found = load(TEXT.replace(key, f"{name}: 150%"))
    assert [one.code for one in found.problems if f"`{name}`" in one.message] == ["bad-number"]
    assert not found.ok
