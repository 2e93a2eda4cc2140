"""What can go wrong when something is written into the journal."""


class NotAFact(ValueError):
    """The kind is not registered, or a figure is not one this kind carries."""


class KeyReused(Exception):
    """The same idempotency key came with another body: the first answer stands, the new body was not carried out."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"The idempotency key {key!r} was used before with another body. "
            "Send the same body to get the first answer again, or a new key to do something new."
        )
        self.key = key
