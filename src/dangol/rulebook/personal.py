"""What the rulebook keeps about a person."""

from uuid import UUID

from django.db import models

from dangol.lib.personal import Holding, rows_of
from dangol.rulebook.models import DecisionRecord, Draft, DraftText, PolicyVersion, StepReason


def _erase_inputs(customer: UUID) -> int:
    """What a decision was taken on may hold a birthday; the decision itself holds clauses and figures."""
    records: models.QuerySet[DecisionRecord] = models.QuerySet(DecisionRecord)
    return records.filter(customer_id=customer).exclude(inputs="").update(inputs="")


HOLDINGS = (
    Holding(
        DecisionRecord,
        what="decisions about the customer's purchases, and what they were taken on",
        export=rows_of(DecisionRecord),
        erase=_erase_inputs,
    ),
    Holding(Draft, kept_because="the business's own work on its policy; who opened it is staff"),
    Holding(DraftText, kept_because="the business's own text; who wrote it is staff"),
    Holding(PolicyVersion, kept_because="the business's own text; its author is staff"),
    Holding(StepReason, kept_because="the business's own reasons; who gave them is staff"),
)
