"""Files of every kind: read when they hold text, refused with a reason when not, and never slow or large."""

from __future__ import annotations

import resource
import time
import unicodedata
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dangol.flows.documents import kinds, reading
from dangol.flows.documents.refusal import CODES, Unreadable
from tests.dangol.flows.documents import files

KOREAN = "반품 안내\n상품을 수령하신 날부터 7일 이내에 반품하실 수 있습니다.\n"
BELARUSIAN = "Вяртанне\nТавар можна вярнуць на працягу 14 дзён з дня пакупкі. Ўсе пытанні вырашаем.\n"
VIETNAMESE = "Đổi trả hàng\nQuý khách được đổi trả hàng trong vòng 7 ngày kể từ ngày nhận hàng.\n"
ENGLISH = "Returns\nYou may return goods within 14 days.\n"


def in_1258(text: str) -> bytes:
    """Vietnamese as windows-1258 has it: vowels of its own, tones beside them."""
    apart = "".join(_apart(letter) for letter in unicodedata.normalize("NFC", text))
    return apart.encode("windows-1258")


def _apart(letter: str) -> str:
    try:
        letter.encode("windows-1258")
        return letter
    except UnicodeEncodeError:
        whole = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in whole if mark in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", whole.replace(tone, "")) + tone


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        kinds.text_of(data)
    return refused.value.code


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (KOREAN.encode(), KOREAN),
        (KOREAN.encode("utf-8-sig"), KOREAN),
        (KOREAN.encode("euc-kr"), KOREAN),
        (KOREAN.encode("cp949"), KOREAN),
        (KOREAN.encode("utf-16"), KOREAN),
        (ENGLISH.encode("utf-16-le"), ENGLISH),
        (ENGLISH.encode("utf-16-be"), ENGLISH),
        (BELARUSIAN.encode("windows-1251"), BELARUSIAN),
        (BELARUSIAN.encode(), BELARUSIAN),
        (VIETNAMESE.encode(), VIETNAMESE),
        (in_1258(VIETNAMESE), VIETNAMESE),
        ("“Returns” – within 14 days…".encode("cp1252"), "“Returns” – within 14 days…"),
        (files.docx("반품", "7일 이내"), "반품\n7일 이내\n"),
    ],
)
def test_text_is_read_whatever_its_encoding(data: bytes, text: str) -> None:
    assert kinds.text_of(data) == text


def test_words_of_a_pdf_are_read() -> None:
    text = kinds.text_of(files.pdf("You may return goods within 14 days.", "Points expire after 12 months."))
    assert "within 14 days" in text
    assert "12 months" in text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"  \n\n", "empty"),
        (b"---", "not-text"),
        (bytes(range(256)) * 4, "not-text"),
        ("Für Prüfungen ändern wir Öffnungszeiten, größer, übermäßig".encode("cp1252"), "unsure"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old-word"),
        (b"{\\rtf1 hello}", "other"),
        (files.zipped({"a.txt": b"hello"}), "other"),
        (files.zipped({"xl/workbook.xml": b"<x/>"}), "spreadsheet"),
        (files.docx(), "empty"),
        (files.docx("words")[:-40], "broken"),
        (b"PK\x03\x04" + b"\xff" * 200, "broken"),
        (files.docx(xml="<w:document"), "broken"),
        (files.docx(xml=files.LAUGHS), "bomb"),
        (files.docx(xml=files.FROM_OUTSIDE), "bomb"),
        (files.docx(xml="<a>" * 1_000 + "</a>" * 1_000), "bomb"),
        (files.zip_bomb(25), "bomb"),
        (files.zipped({f"{number}.xml": b"" for number in range(2_001)}), "bomb"),
        (files.pdf(image=True), "scan"),
        (files.locked_pdf("words that nobody may read"), "locked"),
        (b"%PDF-1.4\nnothing of a document", "broken"),
        (files.pdf("You may return goods")[:200], "broken"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    assert refusal(data) == code
    assert code in CODES


HARMFUL: dict[str, Callable[[], bytes]] = {
    "circle": files.pages_in_a_circle,
    "nested": lambda: files.nested_pdf(100_000),
    "stream": lambda: files.pdf_of_stream(zlib.compress(b"BT (" + b"a" * (90 << 20), 1), b"/FlateDecode"),
    "twice": lambda: files.pdf_of_stream(
        zlib.compress(zlib.compress(b"\0" * (90 << 20), 1), 1), b"[/FlateDecode /FlateDecode]"
    ),
    "zip": lambda: files.zip_bomb(60),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_is_made_to_do_harm_ends_within_its_limits(name: str) -> None:
    data = HARMFUL[name]()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with pytest.raises(Unreadable):
        reading.text_of(data)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert used < 3.0


def test_ordinary_files_pass_through_the_process_of_their_own() -> None:
    assert reading.text_of(files.docx("반품은 7일 이내입니다.")) == "반품은 7일 이내입니다.\n"
    assert "14 days" in reading.text_of(files.pdf("You may return goods within 14 days."))
    assert reading.text_of(BELARUSIAN.encode("windows-1251")) == BELARUSIAN


def test_a_file_above_the_limit_is_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", None)
    with pytest.raises(Unreadable) as refused:
        reading.text_of(b"a" * (reading.MOST_BYTES + 1))
    assert refused.value.code == "too-big"


def test_a_child_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_SECONDS", 0.001)
    began = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        reading.text_of(ENGLISH.encode())
    assert refused.value.code == "slow"
    assert time.monotonic() - began < 5


@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe"]))
@settings(max_examples=50, deadline=None)
def test_any_bytes_give_a_text_or_a_reason(data: bytes, head: bytes) -> None:
    with suppress(Unreadable):
        assert isinstance(kinds.text_of(head + data), str)
