"""Why a file cannot be read; each code has its words on the page that takes the file."""

CODES = (
    *("empty", "too-big", "not-text", "unsure", "picture", "spreadsheet", "old-word", "other"),
    *("locked", "scan", "broken", "bomb", "slow"),
)
"""Empty; above the limit; no text at all; letters of no certain encoding; a picture; a spreadsheet; a Word file of
before 2007, or one with a password; a file of another program; a PDF with a password; one that holds pictures of pages;
a damaged file; one made to burst; one that takes too long."""


class Unreadable(Exception):
    """The file was not read; nothing of it was kept."""

    def __init__(self, code: str) -> None:
        super().__init__(f"The file cannot be read: {code}.")
        self.code = code if code in CODES else "broken"
