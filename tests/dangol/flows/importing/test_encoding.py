"""In which encoding a file was written."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dangol.flows.importing.encoding import encoding_of
from dangol.flows.importing.errors import UnusableFile

KOREAN = "주문번호,고객,날짜,금액,매장\n1,김민수,2024-01-01,12000,강남점\n2,이서연,2024-01-02,5000,홍대입구역점\n"
BELARUSIAN = (
    "нумар,кліент,дата,сума,крама\n1,Іван Ўладзіміравіч,2024-01-01,12.50,Мінск\n2,ВІКТОРЫЯ,2024-01-02,3.00,Гродна\n"
)
VIETNAMESE = "số,khách,ngày,tiền\n1,Nguyễn Thị Hương,2024-01-01,120000\n"


def written(folder: Path, text: str, encoding: str) -> Path:
    path = folder / "sales.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (KOREAN, "utf-8", "utf-8"),
        (VIETNAMESE, "utf-8", "utf-8"),
        ("number,at\n1,2024-01-01\n", "ascii", "utf-8"),
        (KOREAN, "utf-8-sig", "utf-8-sig"),
        (BELARUSIAN, "utf-16", "utf-16"),
        (KOREAN, "cp949", "cp949"),
        (KOREAN, "euc-kr", "cp949"),
        ("금액\n1\n", "cp949", "cp949"),
        (BELARUSIAN, "windows-1251", "windows-1251"),
        ("НОМЕР,КЛИЕНТ\n1,ПЕТРОВ Пётр\n", "windows-1251", "windows-1251"),
    ],
)
def test_each_of_the_common_encodings_is_told(tmp_path: Path, text: str, encoding: str, told: str) -> None:
    path = written(tmp_path, text, encoding)
    assert encoding_of(path) == told
    assert path.read_text(encoding=told) == text


@given(
    names=st.lists(
        st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=2, max_size=6),
        min_size=3,
        max_size=9,
    )
)
def test_no_korean_words_are_taken_for_another_language(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    """A few syllables nobody writes can be the bytes of Cyrillic words as well: then the file must be asked about."""
    path = written(tmp_path_factory.mktemp("korean"), "\n".join(names), "cp949")
    try:
        told = encoding_of(path)
    except UnusableFile:
        return
    assert told == "cp949"


@given(
    names=st.lists(st.text("абвгдеёжзійклмнопрстуўфхцчшыьэюя", min_size=3, max_size=9), min_size=3, max_size=9).map(
        lambda words: [word.title() for word in words]
    )
)
def test_cyrillic_letters_are_asked_about_or_told(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    """Pairs of some letters (ёа, ёб …) are Korean syllables too: a few words made of them alone could be either."""
    path = written(tmp_path_factory.mktemp("cyrillic"), "\n".join(names), "windows-1251")
    try:
        told = encoding_of(path)
    except UnusableFile:
        return
    assert told == "windows-1251"


BELARUSIAN_WORDS = sorted(
    {
        word.title()
        for file in Path("src/dangol_policy/words/be").glob("*.ftl")
        for word in re.findall("[а-яёіўА-ЯЁІЎ]{3,}", file.read_text(encoding="utf-8"))
    }
)


@given(names=st.lists(st.sampled_from(BELARUSIAN_WORDS), min_size=3, max_size=9))
def test_any_belarusian_words_are_cyrillic(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    path = written(tmp_path_factory.mktemp("cyrillic"), "\n".join(names), "windows-1251")
    assert encoding_of(path) == "windows-1251"


def test_there_are_enough_belarusian_words() -> None:
    assert len(BELARUSIAN_WORDS) > 500


@pytest.mark.parametrize("content", ["naïve café;Müller\n".encode("latin-1"), b"PK\x03\x04\x00\x00", b"\x00\x01"])
def test_what_cannot_be_told_is_not_guessed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "sales.csv"
    path.write_bytes(content)
    with pytest.raises(UnusableFile, match=r"--encoding|no text file"):
        encoding_of(path)
