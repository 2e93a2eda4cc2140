"""The owner's own wording, languages that are missing, speed, and the command."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from dangol_policy import words
from dangol_policy.commands.words import command
from tests.build_policies import policy_of

SHOP = Path(__file__).parents[3] / "policies" / "shop.yaml"


def test_own_wording_is_used_in_its_language_only() -> None:
    policy = policy_of({"gives": {"percent": "10%"}, "says": {"ko": "무엇이든 10% 싸게 드립니다."}})
    assert words.sentence_of(policy, "ko", "p1") == "무엇이든 10% 싸게 드립니다."
    assert words.sentence_of(policy, "en", "p1") == "You get 10% off all products."


def test_own_wording_without_a_language_is_used_in_all() -> None:
    policy = policy_of({"gives": {"percent": "10%"}, "says": "10%!"})
    assert {words.sentence_of(policy, language, "p1") for language in words.LANGUAGES} == {"10%!"}


def test_a_name_missing_in_a_language_gives_way_to_what_is_given() -> None:
    policy = policy_of({"gives": {"shipping": "free"}, "name": {"ko": "배송 주간"}})
    assert words.name_of(policy, "ko", "p1") == "배송 주간"
    assert words.name_of(policy, "en", "p1") == "free shipping"


def test_an_unknown_clause_is_refused() -> None:
    with pytest.raises(KeyError):
        words.sentence_of(policy_of(), "ko", "nobody")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(words.UnknownLanguage):
        words.sentences(policy_of(), "xx")


def test_an_empty_policy_says_nothing() -> None:
    assert words.sentences(policy_of(), "ko") == ()
    assert words.summary(policy_of(), "ko") == ()


def test_goods_and_groups_are_called_by_their_names() -> None:
    names = {
        "products": {"cup": {"ko": "찻잔", "en": "tea cup"}},
        "categories": {"tea": {"ko": "차", "en": "teas"}},
        "tags": {"fresh": {"ko": "햇차", "en": "fresh"}},
        "segments": {"near": {"ko": "이웃", "en": "neighbours"}},
    }
    policy = policy_of(
        {"gives": {"item": "cup"}, "who": {"segment": "near"}, "needs": {"at_least": 2, "of": {"category": "tea"}}},
        {"gives": {"prices": {"cup": 900}}},
        {"gives": {"percent": "5%", "of": {"product": "cup", "tag": "fresh"}}},
        names=names,
    )
    assert (
        words.sentence_of(policy, "ko", "p1")
        == "이웃 고객군에 속하시고 차 분류 상품을 2개 이상 담으시면 찻잔을 드립니다."
    )
    assert words.sentence_of(policy, "en", "p2") == "You get these prices: tea cup ₩900."
    assert words.sentence_of(policy, "ko", "p3") == "햇차 태그가 붙은 찻잔을 5% 할인해 드립니다."


def test_names_with_figures_stay_out_of_other_sentences() -> None:
    policy = policy_of(
        {"gives": {"amount": 500}, "combine": {"group": "one"}},
        {"gives": {"amount": 900}, "combine": {"group": "one"}, "name": "900 off"},
    )
    assert "900" not in words.sentence_of(policy, "ko", "p1")
    assert "같은 묶음의 프로모션과는" in words.sentence_of(policy, "ko", "p1")


def test_money_is_said_in_the_currency_of_the_business() -> None:
    policy = policy_of({"gives": {"amount": "12.50"}}, currency="USD")
    assert words.sentence_of(policy, "en", "p1") == "You get $12.50 off your order."
    assert words.sentence_of(policy, "ko", "p1") == "주문 금액에서 US$12.50를 할인해 드립니다."


def test_two_thousand_clauses_are_said_in_a_second() -> None:
    gifts = [{"gives": {"percent": f"{n % 90 + 1}%", "of": {"category": f"c{n}"}}} for n in range(2000)]
    policy = policy_of(*gifts)
    words.sentences(policy_of({"gives": {"percent": "1%"}}), "ko")
    begun = time.process_time()
    assert len(words.sentences(policy, "ko")) == 2001
    assert time.process_time() - begun < 3, "the aim is 1 s; three leave room for a busy machine"


def test_the_command_prints_sentences_and_summary() -> None:
    ran = CliRunner().invoke(command, [str(SHOP), "--language", "ko"])
    assert ran.exit_code == 0, ran.output
    assert "골드 등급이 됩니다." in ran.output
    assert "단골 혜택" in ran.output
    brief = CliRunner().invoke(command, [str(SHOP), "--language", "en", "--summary"])
    assert brief.exit_code == 0
    assert len(brief.output.splitlines()) <= 13


def test_the_command_answers_programs_with_json() -> None:
    ran = CliRunner().invoke(command, [str(SHOP), "--json"])
    answer = json.loads(ran.output)
    assert ran.exit_code == 0
    assert answer["language"] == "ko", "the policy's first language"
    assert {"section", "clause", "text"} == set(answer["sentences"][0])
    assert len(answer["digest"]) == 64


def test_the_command_stops_at_a_policy_with_errors(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("dangol: 1\n", "utf-8")
    assert CliRunner().invoke(command, [str(broken), "--language", "ko"]).exit_code == 1
    assert CliRunner().invoke(command, [str(tmp_path / "none.yaml")]).exit_code == 2
    assert CliRunner().invoke(command, [str(SHOP), "--language", "xx"]).exit_code == 2
