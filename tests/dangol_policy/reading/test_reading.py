"""Existing texts are read without inventing anything: measured on texts in four languages with what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol_policy.load import load
from dangol_policy.reading import Reading, read, take
from dangol_policy.source import read_file
from dangol_policy.start import Answers, read_answers
from dangol_policy.start.phrases import find, incomplete

FOLDER = Path(__file__).parent / "labelled"
LABELLED = sorted(FOLDER.glob("*.yaml"))
COUNTRIES = {"KRW": "KR", "VND": "VN", "BYN": "BY", "USD": "US"}


def labelled(path: Path) -> Mapping[str, Any]:
    data = read_file(path).data
    assert isinstance(data, dict)
    return data


def plain(rule: object, clause: object) -> tuple[str, str]:
    """A clause so that it can be compared, whether read or labelled."""
    return str(rule), repr(_plain(clause))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return sorted((key, _plain(inner)) for key, inner in value.items())
    return value if isinstance(value, bool) else str(value)


def business(reading: Reading) -> Answers:
    """A business of the country in whose money the text counts."""
    currency = next((one.currency for one in reading.proposals if one.currency), "KRW")
    return read_answers({"name": ["Bomnal"], "industry": ["shop"], "country": [COUNTRIES[currency]]})


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_every_proposed_figure_is_right(path: Path) -> None:
    label = labelled(path)
    proposed = {plain(one.rule, one.clause) for one in read(label["text"]).proposals}
    meant = {plain(one["rule"], one["clause"]) for one in label["proposals"]}
    assert proposed <= meant


def test_enough_of_what_is_there_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    found = wanted = 0
    for path in LABELLED:
        label = labelled(path)
        proposed = {plain(one.rule, one.clause) for one in read(label["text"]).proposals}
        meant = {plain(one["rule"], one["clause"]) for one in label["proposals"]}
        found, wanted = found + len(proposed & meant), wanted + len(meant)
    with capsys.disabled():
        print(f"\nreading: {found} of {wanted} labelled clauses proposed, none wrong")
    assert found >= 0.9 * wanted


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_what_is_not_certain_is_asked(path: Path) -> None:
    label = labelled(path)
    asked = Counter(one.rule for one in read(label["text"]).asked)
    assert not Counter(label["asked"]) - asked


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_parts_are_present_vague_or_missing(path: Path) -> None:
    label = labelled(path)
    status = {part.id: part.status for part in read(label["text"]).parts}
    assert {part: status[part] for part in label["parts"]} == label["parts"]


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_what_is_ticked_becomes_a_policy_under_its_own_words(path: Path) -> None:
    reading = read(labelled(path)["text"])
    taken = take(reading, {one.id for one in reading.proposals}, business(reading))
    result = load(taken.text)
    assert result.ok, result.problems
    for one in reading.proposals:
        if one not in taken.left_out:
            assert all(f"“{quote.text}”" in taken.text for quote in one.quotes)


def test_any_choice_of_clauses_can_be_taken() -> None:
    reading = read(labelled(FOLDER / "ko-shop.yaml")["text"])
    about = business(reading)
    for one in reading.proposals:
        assert load(take(reading, {one.id}, about).text).ok
        others = {other.id for other in reading.proposals if other != one}
        assert load(take(reading, others, about).text).ok
    assert "loyalty" not in take(reading, set(), about).text
    refund = next(one for one in reading.proposals if one.rule == "refund-time")
    assert take(reading, {refund.id}, about).left_out == (refund,)


def rests_on_its_words(reading: Reading) -> bool:
    quotes = [quote for part in reading.parts for quote in part.quotes]
    quotes += [quote for one in reading.proposals for quote in one.quotes]
    quotes += [one.quote for one in reading.asked]
    vague = [one for part in reading.parts for one in part.vague]
    return all(reading.text[one.start : one.end] == one.text for one in quotes) and all(
        reading.text[one.start : one.end].casefold() == one.words.casefold() for one in vague
    )


NOT_CLAUSES = """\
Our shop was founded 10 years ago and points to a long tradition.
Points expire on 31 December.
Members get 10% off and earn points.
You earn 5% when you pay with the app and collect points.
Gift cards can be returned within 7 days of purchase.
Return the form within 3 days of receiving it.
You may return unused goods within 14 days of delivery.
Faulty items can be returned within 60 days of purchase.
We answer questions within 24 hours, complaints within 48 hours.
Free shipping on orders from $30 this week.
Free delivery from $100 within London.
Spend at least $100 in the last 12 months to become Gold or Platinum.
재방문 10회 시 디저트를 드립니다.
10번째 방문하실 때 디저트를 드립니다.
첫 방문 포함 10번째 방문 시 커피 또는 디저트를 드립니다.
회원 가입 시 1,000포인트를 드립니다.
구매 금액 10,000원당 100점을 적립합니다.
현금 결제 시 5%를 적립합니다.
구매 후 30일 이내에 교환하실 수 있습니다.
반품 상품을 받은 날부터 3일 이내에 반품 처리해 드립니다.
1:1 문의는 24시간 접수하며 순차적으로 답변드립니다.
이번 주말에는 20,000원 이상 구매하시면 무료 배송해 드립니다.
Khách hàng được trả hàng trong 3 ngày nếu sản phẩm lỗi kể từ ngày mua.
Tích 1 điểm cho mỗi 10.000đ.
Sinh nhật được tặng 10% điểm.
Miễn phí giao hàng cho đơn từ 299.000đ trong tháng 12.
Балы дзейнічаюць да канца года.
На скаргі адказваем на працягу 15 дзён, на пытанні на працягу 3 дзён.
Абмен тавару магчымы на працягу 14 дзён з дня пакупкі.
""".splitlines()


@pytest.mark.parametrize("sentence", NOT_CLAUSES)
def test_what_only_looks_like_a_clause_is_never_proposed(sentence: str) -> None:
    assert read(sentence).proposals == ()


@given(
    st.text(
        alphabet=st.sampled_from("7일 이내 반품 3% 적립 12개월.\n-:ạ₫đ5.000é‘’ЎІў руб within days return ½"),
        max_size=200,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read_and_every_quote_is_in_it(text: str) -> None:
    assert rests_on_its_words(read(text))


def test_quotes_of_whole_texts_are_in_them() -> None:
    for path in LABELLED:
        assert rests_on_its_words(read(labelled(path)["text"]))


def test_decomposed_letters_are_read_like_composed_ones() -> None:
    import unicodedata

    text = labelled(FOLDER / "vi-shop.yaml")["text"]
    apart = read(unicodedata.normalize("NFD", text))
    assert [one.clause for one in apart.proposals] == [one.clause for one in read(text).proposals]


def test_another_currency_is_never_converted() -> None:
    from dangol_policy.reading import OtherCurrency

    reading = read("Free delivery from 50,000 won.\n구매 금액 50,000원 이상이면 무료 배송입니다.")
    (one,) = reading.proposals
    vietnam = read_answers({"name": ["x"], "industry": ["shop"], "country": ["VN"]})
    with pytest.raises(OtherCurrency):
        take(reading, {one.id}, vietnam)
    assert load(take(reading, (), vietnam).text).ok


def test_every_question_is_there_in_every_language() -> None:
    from dangol_policy.reading.rules import RULES

    assert incomplete("unsure") == ()
    assert all(find("unsure", rule.id) for rule in RULES)


def test_a_text_that_is_too_long_says_so() -> None:
    assert read("가" * 200_001).cut
    assert not read("가").cut


@pytest.mark.parametrize(
    "endless",
    ["!" * 60_000 + "x", "111 " * 15_000 + "x", "1" * 60_000, "1. " * 20_000, "1원 " * 20_000],
    ids=["stops", "groups", "digits", "abbreviations", "amounts"],
)
def test_a_hostile_text_is_read_as_quickly_as_any_other(endless: str) -> None:
    began = process_time()
    reading = read(endless)
    assert process_time() - began < 10
    assert reading.text == endless.rstrip("\n")


def test_what_stands_in_a_sentence_without_end_is_still_quoted_whole_word_by_word() -> None:
    words = [f"word{number}" for number in range(2_000)]
    reading = read("환불 " + " ".join(words))
    quoted = [
        word for part in reading.parts if part.id == "returns" for quote in part.quotes for word in quote.text.split()
    ]
    assert quoted[0] == "환불"
    assert set(quoted[1:]) <= set(words)
