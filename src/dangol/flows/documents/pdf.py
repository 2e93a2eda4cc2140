"""PDF: the text layer, page by page. A scan has none, and says so."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from dangol.flows.documents.refusal import Unreadable

MOST_PAGES = 300
_LETTERS_OF_A_PAGE = 5
_MOST_CHARACTERS = 400_000


def text_of(data: bytes) -> str:
    """The text. Raises Unreadable: locked, scan, broken, too-big."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("locked")
        if len(reader.pages) > MOST_PAGES:
            raise Unreadable("too-big")
        text = _pages(reader)
    except (FileNotDecryptedError, DependencyError) as error:
        raise Unreadable("locked") from error
    except (PyPdfError, RecursionError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError) as error:
        # What a damaged file makes of the reader cannot be listed; none of it is more than damage.
        raise Unreadable("broken") from error
    if sum(letter.isalnum() for letter in text) < _LETTERS_OF_A_PAGE * max(1, len(reader.pages)):
        raise Unreadable("scan")
    return text


def _pages(reader: PdfReader) -> str:
    pages, size = [], 0
    for page in reader.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > _MOST_CHARACTERS:
            break
    return "\n".join(pages)
