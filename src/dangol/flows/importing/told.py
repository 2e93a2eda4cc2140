"""What became of a file: every row is imported, was there already, or is rejected with a reason."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not imported, and why."""

    row: int
    reason: str


@dataclass(slots=True)
class Tally:
    """Counts rows; they always add up."""

    read: int = 0
    imported: int = 0
    already: int = 0
    purchases: int = 0
    customers: int = 0
    amount: int = 0
    rejected: list[Rejected] = field(default_factory=list)

    def reject(self, row: int, reason: str) -> None:
        self.rejected.append(Rejected(row, reason))

    def add(self, other: "Tally") -> None:
        """Takes over what another tally counted, except for rows read."""
        self.imported += other.imported
        self.already += other.already
        self.purchases += other.purchases
        self.customers += other.customers
        self.amount += other.amount
        self.rejected += other.rejected

    @property
    def adds_up(self) -> bool:
        return self.read == self.imported + self.already + len(self.rejected)
