"""Vouchers and gifts in a customer's hands, and their single use."""

from django.db import models
from django.db.models import Q

from dangol.people.models import Customer

ISSUED, USED, EXPIRED, REVOKED = "issued", "used", "expired", "revoked"


class Voucher(models.Model):
    """Something promised by a clause. The same occasion never gives it twice."""

    id = models.UUIDField(primary_key=True)
    code = models.CharField(max_length=40, unique=True)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, db_index=False)
    kind = models.CharField(max_length=20)
    gives = models.JSONField(default=dict)
    amount = models.BigIntegerField(default=0)
    clause = models.CharField(max_length=80)
    policy_version = models.PositiveIntegerField(null=True)
    occasion = models.CharField(max_length=120)
    order_id = models.UUIDField(null=True)
    state = models.CharField(max_length=8, default=ISSUED)
    issued_at = models.DateTimeField()
    usable_from = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["customer", "clause", "occasion"], name="voucher_once_per_occasion"),
            models.CheckConstraint(condition=Q(state__in=(ISSUED, USED, EXPIRED, REVOKED)), name="voucher_state_known"),
        ]
        indexes = [
            models.Index(fields=["customer", "issued_at"], name="voucher_of_customer"),
            models.Index(
                fields=["expires_at"], name="voucher_due", condition=Q(state=ISSUED, expires_at__isnull=False)
            ),
            models.Index(fields=["order_id"], name="voucher_of_order", condition=Q(order_id__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.clause}"


class VoucherUse(models.Model):
    """A use; of each voucher only one stands at a time. Released when the order it was used in is undone."""

    id = models.UUIDField(primary_key=True)
    voucher = models.ForeignKey(Voucher, on_delete=models.PROTECT, related_name="uses", db_index=False)
    customer_id = models.UUIDField()
    order_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["voucher"], condition=Q(released_at__isnull=True), name="voucher_used_once")
        ]
        indexes = [models.Index(fields=["order_id"], name="use_in_order", condition=Q(order_id__isnull=False))]

    def __str__(self) -> str:
        return f"use of {self.voucher_id}"
