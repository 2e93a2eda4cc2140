"""The open ledger of one customer: locked, changed in memory, written at the end of the act."""

from dangol.loyalty.ledger.book import Book, open_book
from dangol.loyalty.ledger.state import OpenLot, Standing

__all__ = ["Book", "OpenLot", "Standing", "open_book"]
