"""What due work keeps about a person."""

from uuid import UUID

from dangol.flows.models import Interview, Work, WorkerSeen
from dangol.lib.personal import Holding, rows_of


def _drop(customer: UUID) -> int:
    """Nothing is done later for somebody who is no longer known."""
    return Work.objects.filter(customer_id=customer).delete()[0]


HOLDINGS = (
    Holding(Work, what="what is to be done for the customer, and when", export=rows_of(Work), erase=_drop),
    Holding(WorkerSeen, kept_because="it names a process of the program, not a person"),
    Holding(Interview, kept_because="it holds what staff answer about the business, nothing about customers"),
)
