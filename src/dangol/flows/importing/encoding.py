"""Tells in which encoding a text file was written, or says that it cannot tell."""

import codecs
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from dangol.flows.importing.errors import UnusableFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KOREAN, CYRILLIC = "cp949", "windows-1251"
_CHUNK = 1 << 16
_ENOUGH = 1 << 18
_SURE = 0.7
_CLEARLY = 0.15


def encoding_of(path: Path) -> str:
    """The encoding by its mark, else UTF-8, else Korean or Cyrillic, whichever the letters look like.

    Raises UnusableFile for files that are no text, or whose letters look like neither.
    """
    with path.open("rb") as file:
        start = file.read(_CHUNK)
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name
    if b"\0" in start:
        raise UnusableFile(f"{path.name} is no text file. Export the data as CSV, for instance from a spreadsheet.")
    if _decodes(path, "utf-8"):
        return "utf-8"
    return _by_letters(path)


def _decodes(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, errors="strict", newline="") as file:
            while file.read(_CHUNK):
                pass
    except UnicodeDecodeError:
        return False
    return True


def _by_letters(path: Path) -> str:
    sample = b"".join(_telling_lines(path))
    scores = {KOREAN: share_of_hangul(sample), CYRILLIC: share_of_cyrillic_words(sample)}
    best, other = sorted(scores, key=lambda name: -scores[name])
    if scores[best] < _SURE or scores[best] - scores[other] < _CLEARLY:
        raise UnusableFile(
            f"{path.name} is neither UTF-8 nor clearly Korean (cp949) or Cyrillic (windows-1251). "
            "Say which it is with --encoding, or save it as UTF-8."
        )
    return best


def _telling_lines(path: Path) -> Iterator[bytes]:
    """Whole lines that hold more than ASCII, up to a fair sample."""
    size = 0
    with path.open("rb") as file:
        for line in file:
            if not line.isascii():
                size += len(line)
                yield line
            if size > _ENOUGH:
                return


def share_of_hangul(sample: bytes) -> float:
    try:
        letters = [letter for letter in sample.decode(KOREAN) if not letter.isascii()]
    except UnicodeDecodeError:
        return 0.0
    return sum("가" <= letter <= "힣" for letter in letters) / len(letters)


def share_of_cyrillic_words(sample: bytes) -> float:
    """Letters that stand as in words: no capital after a small letter, as misread Korean has everywhere, and none
    beside a Latin letter, as misread French or German has.
    """
    try:
        text = sample.decode(CYRILLIC)
    except UnicodeDecodeError:
        return 0.0
    letters = [letter for letter in text if not letter.isascii()]
    broken = sum(_breaks(first, second) for first, second in pairwise(text))
    words = sum("Ѐ" <= letter <= "ӿ" for letter in letters)
    return max(0.0, (words - 3 * broken) / len(letters))


def _breaks(first: str, second: str) -> bool:
    if not (first.isalpha() and second.isalpha()):
        return False
    return (first.islower() and second.isupper()) or first.isascii() != second.isascii()
