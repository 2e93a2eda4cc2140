"""What a file is, by what it begins with: names of files promise nothing."""

from dangol.flows.documents import plain, word
from dangol.flows.documents.refusal import Unreadable

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF")
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_OTHERS = (b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"\x7fELF", b"MZ", b"SQLite format")
_HEAD = 1024


def text_of(data: bytes) -> str:
    """The text of a file of any kind. Raises Unreadable."""
    if not data:
        raise Unreadable("empty")
    if b"%PDF-" in data[:_HEAD]:
        from dangol.flows.documents import pdf

        return pdf.text_of(data)
    if data.startswith(b"PK"):
        return word.text_of(data)
    if data.startswith(_OLD_WORD):
        raise Unreadable("old-word")
    if data.startswith(_PICTURES):
        raise Unreadable("picture")
    if data.startswith(_OTHERS):
        raise Unreadable("other")
    return plain.text_of(data)
