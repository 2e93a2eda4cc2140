"""A mistake in the writing, raised while reading and turned into a problem by the collection around it."""


class Mistake(Exception):
    """Code, words, the offset of the mistake, and a hint; `fatal` ends the reading."""

    def __init__(self, code: str, message: str, offset: int, hint: str | None = None, *, fatal: bool = False) -> None:
        super().__init__(message)
        self.code, self.message, self.offset, self.hint, self.fatal = code, message, offset, hint, fatal
