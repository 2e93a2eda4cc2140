"""Policy text with places: bytes in, plain data out, and for every value the line and column it was written at."""

from dangol_policy.source.document import Document, read_file, read_text

__all__ = ["Document", "read_file", "read_text"]
