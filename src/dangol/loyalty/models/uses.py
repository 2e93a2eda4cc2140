"""Uses of promotions, and what has been used of each promotion's limits."""

from django.db import models
from django.db.models import Q

RESERVED, CONFIRMED, RELEASED = "reserved", "confirmed", "released"


class PromotionUse(models.Model):
    """A clause acted on an order: set aside when placed, final when paid, given back when cancelled."""

    id = models.UUIDField(primary_key=True)
    clause = models.CharField(max_length=80)
    policy_version = models.PositiveIntegerField(null=True)
    customer_id = models.UUIDField(null=True)
    order_id = models.UUIDField(null=True)
    times = models.PositiveIntegerField(default=1)
    amount = models.BigIntegerField(default=0)
    limited = models.BooleanField(default=False)
    state = models.CharField(max_length=9, default=RESERVED)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order_id", "clause"], name="clause_used_once_per_order"),
            models.CheckConstraint(condition=Q(state__in=(RESERVED, CONFIRMED, RELEASED)), name="use_state_known"),
        ]
        indexes = [
            models.Index(
                fields=["customer_id", "clause"], name="use_by_customer", condition=Q(customer_id__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"{self.clause} in {self.order_id}"


class Budget(models.Model):
    """What all customers together have used of a clause with a limit. Its row lock lets exactly one take the last.

    `uses` counts all, `cancelled` those of cancelled orders among them, `amount` what the standing ones gave.
    """

    clause = models.CharField(max_length=80, primary_key=True)
    uses = models.PositiveBigIntegerField(default=0)
    cancelled = models.PositiveBigIntegerField(default=0)
    amount = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.clause}: {self.uses} uses, {self.amount}"
