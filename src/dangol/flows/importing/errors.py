"""What can go wrong with a file as a whole, and with one of its rows."""


class UnusableFile(Exception):
    """The file cannot be imported at all; the message says why and what to do."""


class BadRow(ValueError):
    """This row cannot be a purchase; the message says why."""
