"""Plain text: finds out the encoding, and refuses rather than guess."""

import codecs
import unicodedata

from dangol.flows.documents.refusal import Unreadable
from dangol.flows.importing.encoding import share_of_cyrillic_words, share_of_hangul

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURE = 0.7
_CLEARLY = 0.15
_TYPOGRAPHY = frozenset("“”‘’„‚–—…•·©®™€£§°«»\xa0")
_VIETNAMESE = frozenset("đĐơƠưƯăĂâÂêÊôÔ")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def text_of(data: bytes) -> str:
    """The text. Raises Unreadable: empty, not-text, unsure."""
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("empty")
    text = _decoded(data)
    if not any(letter.isalnum() for letter in text):
        raise Unreadable("not-text")
    return text


def _decoded(data: bytes) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strictly(data, name) or _refuse("not-text")
    if b"\0" in data:
        return _wide(data) or _refuse("not-text")
    text = _strictly(data, "utf-8")
    return text if text is not None else _by_letters(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _refuse(code: str) -> str:
    raise Unreadable(code)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of Latin letters, digits and spaces is zero."""
    for encoding, odd in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = data[odd::2].count(0)
        if zeros and not data[1 - odd :: 2].count(0):
            text = _strictly(data[: len(data) // 2 * 2], encoding)
            if text is not None and all(letter.isprintable() or letter.isspace() for letter in text):
                return text
    return None


def _by_letters(data: bytes) -> str:
    """Korean, Cyrillic or Vietnamese, whichever the letters clearly look like; or typography around plain letters."""
    western = _strictly(data, "cp1252")
    if western is not None and all(letter.isascii() or letter in _TYPOGRAPHY for letter in western):
        return western
    sample = b"".join(line for line in data.splitlines(keepends=True) if not line.isascii())[: 1 << 18]
    scores = {
        "cp949": share_of_hangul(sample),
        "windows-1251": share_of_cyrillic_words(sample),
        "windows-1258": _share_of_vietnamese(sample),
    }
    best, other, *_rest = sorted(scores, key=lambda name: -scores[name])
    if scores[best] < _SURE or scores[best] - scores[other] < _CLEARLY:
        raise Unreadable("unsure")
    text = _strictly(data, best)
    return unicodedata.normalize("NFC", text) if text is not None else _refuse("unsure")


def _share_of_vietnamese(sample: bytes) -> float:
    """The share of other letters that only Vietnamese has, tones beside vowels among them."""
    text = _strictly(sample, "windows-1258")
    letters = [letter for letter in text or "" if not letter.isascii() and letter not in _TYPOGRAPHY]
    if not letters:
        return 0.0
    tones = sum(letter in _TONES for letter in letters)
    if not tones:
        return 0.0
    other = frozenset("àáèéìíòóùúãõýÀÁÈÉÌÍÒÓÙÚ")
    return sum(letter in _VIETNAMESE or letter in _TONES or letter in other for letter in letters) / len(letters)
