"""Word documents (docx): the words of the main text, paragraph by paragraph, without running or fetching anything."""

import io
import zipfile
from xml.parsers import expat

from dangol.flows.documents.refusal import Unreadable

MOST_FILES = 2_000
MOST_BYTES = 20_000_000
"""Unpacked bytes of the main text; a document of a thousand pages has fewer."""
_MAIN = "word/document.xml"
_SPREADSHEET = "xl/workbook.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CHUNK = 1 << 16
_DEEPEST = 200


def text_of(data: bytes) -> str:
    """The text. Raises Unreadable: broken, bomb, spreadsheet, other, empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            xml = _main(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as error:
        raise Unreadable("broken") from error
    words = _Words()
    words.read(xml)
    text = "".join(words.said)
    if not text.strip():
        raise Unreadable("empty")
    return text


def _main(archive: zipfile.ZipFile) -> bytes:
    names = archive.namelist()
    if len(names) > MOST_FILES:
        raise Unreadable("bomb")
    if _MAIN not in names:
        raise Unreadable("spreadsheet" if _SPREADSHEET in names else "other")
    # What the archive says of its size is not to be believed: it is counted while it is unpacked.
    with archive.open(_MAIN) as file:
        pieces, size = [], 0
        while piece := file.read(_CHUNK):
            size += len(piece)
            if size > MOST_BYTES:
                raise Unreadable("bomb")
            pieces.append(piece)
    return b"".join(pieces)


class _Words:
    """Gathers text while the document is read from front to back."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._depth = 0
        self._in_text = False

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator="|")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        # A document of a word processor declares neither types nor entities: whoever does wants something else.
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as error:
            raise Unreadable("broken") from error

    def _refuse(self, *_told: object) -> None:
        raise Unreadable("bomb")

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unreadable("bomb")
        self._in_text = name == f"{_W}|t"
        if name == f"{_W}|tab":
            self.said.append("\t")
        elif name in (f"{_W}|br", f"{_W}|cr"):
            self.said.append("\n")

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._in_text = False
        if name == f"{_W}|p":
            self.said.append("\n")

    def _text(self, words: str) -> None:
        if self._in_text:
            self.said.append(words)
