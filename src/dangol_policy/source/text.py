"""Bytes to text: size, encoding and characters that have no place in a policy. Nothing is guessed."""

from __future__ import annotations

import re
from pathlib import Path

from dangol_policy.problems import Place, Problem
from dangol_policy.source.limits import MOST_BYTES

_FORBIDDEN = re.compile(
    "[^\t\n\x20-\x7e\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Control characters, other line breaks than newline, and marks that turn the direction of text around:
they make a reader see something else than the program does."""

_LEGACY = {"cp949": "the Korean Windows code page", "cp1258": "the Vietnamese", "cp1251": "the Cyrillic"}


def bytes_of(path: Path) -> bytes | None:
    """The content of a file, or None when it is larger than `MOST_BYTES`; never reads more than that.

    Raises OSError when the file cannot be read.
    """
    with path.open("rb") as file:
        found = file.read(MOST_BYTES + 1)
    return found if len(found) <= MOST_BYTES else None


def too_big(file: str) -> Problem:
    """The problem with a text above `MOST_BYTES`."""
    return Problem("too-big", f"this document is larger than {MOST_BYTES // 1_000_000} MB", Place(file, 1, 1))


def decode(raw: bytes, file: str) -> tuple[str, Problem | None]:
    """Text with newlines as the only line breaks; a problem instead when it is not clean UTF-8."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", _not_utf8(raw, error.start, file)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _FORBIDDEN.search(text)
    if found is None:
        return text, None
    message = f"the character U+{ord(found[0]):04X} cannot be seen and may not be used"
    return "", Problem("bad-character", message, place_at(text, found.start(), file))


def place_at(text: str, offset: int, file: str) -> Place:
    """Line and column of an offset, both from 1."""
    start = text.rfind("\n", 0, offset) + 1
    return Place(file, text.count("\n", 0, offset) + 1, offset - start + 1)


def _not_utf8(raw: bytes, offset: int, file: str) -> Problem:
    line = raw.count(b"\n", 0, offset) + 1
    column = len(raw[raw.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8", "replace")) + 1
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem("bad-encoding", "this file is saved as UTF-16", Place(file, 1, 1))
    hint = 'Save the file as "UTF-8".' + _looks_like(raw[max(0, offset - 2000) : offset + 2000])
    return Problem("bad-encoding", "this is not UTF-8 text", Place(file, line, column), hint=hint)


def _looks_like(sample: bytes) -> str:
    try:
        korean = sample.decode("cp949", "ignore")
    except UnicodeDecodeError:
        return ""
    if re.search("[가-힣]{2}", korean):
        return " It looks as if it was saved in the Korean Windows encoding (CP949)."
    return ""
