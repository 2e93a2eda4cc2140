"""What the journal keeps about a person."""

from uuid import UUID

from dangol.facts.models import Fact, Request
from dangol.lib.personal import Holding, rows_of


def _erase_answers(customer: UUID) -> int:
    """The key stays, so that a late repetition is still not carried out twice."""
    return Request.objects.filter(customer_id=customer).update(answer={"erased": True}, customer_id=None)


HOLDINGS = (
    Holding(
        Fact,
        what="what happened to the customer: ids, figures, policy version and clause",
        export=rows_of(Fact),
        kept_because="a fact holds no name and no free text; without the customer's identities it names nobody",
    ),
    Holding(
        Request,
        what="the answers given to programs, which may repeat the customer's details",
        export=rows_of(Request),
        erase=_erase_answers,
    ),
)
