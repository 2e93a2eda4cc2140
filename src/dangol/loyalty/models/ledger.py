"""The ledger: accounts, lots of points, and the entries that moved them.

Points are integers of the smallest part of a point. An entry moves points of one lot from one state to another;
everything else (a lot's amounts, an account's balances) is a sum of entries, kept beside them for speed and derived
again by the audit. A debt is a lot with negative points: later points fill it.
"""

from django.db import models
from django.db.models import F, Q

from dangol.lib.append_only import AppendOnlyModel
from dangol.people.models import Customer

STATES = ("pending", "usable", "spent", "expired", "reversed")


class Account(models.Model):
    """One customer's standing. Whoever writes anything about the customer's loyalty holds this row's lock."""

    customer = models.OneToOneField(Customer, on_delete=models.PROTECT, primary_key=True, related_name="account")
    version = models.PositiveBigIntegerField(default=0)
    entries = models.PositiveBigIntegerField(default=0)
    pending = models.BigIntegerField(default=0)
    usable = models.BigIntegerField(default=0)
    spent = models.BigIntegerField(default=0)
    expired = models.BigIntegerField(default=0)
    reversed = models.BigIntegerField(default=0)
    owed = models.BigIntegerField(default=0)
    next_due = models.DateTimeField(null=True)
    tier = models.CharField(max_length=80, default="")
    tier_since = models.DateTimeField(null=True)
    tier_review_at = models.DateTimeField(null=True)
    tier_changes = models.PositiveIntegerField(default=0)
    counted_spend = models.BigIntegerField(default=0)
    counted_visits = models.BigIntegerField(default=0)
    counted_points = models.BigIntegerField(default=0)
    orders = models.BigIntegerField(default=0)
    last_order_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_due"], name="account_due", condition=Q(next_due__isnull=False)),
            models.Index(fields=["tier_review_at"], name="account_review", condition=Q(tier_review_at__isnull=False)),
        ]
        constraints = [models.CheckConstraint(condition=Q(owed__gte=0), name="owed_is_not_negative")]

    def __str__(self) -> str:
        return f"account of {self.customer_id}"


class Lot(models.Model):
    """Points that came together and go together: same clause, same dates. A debt is a lot below zero."""

    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, db_index=False)
    clause = models.CharField(max_length=80)
    policy_version = models.PositiveIntegerField(null=True)
    order_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    granted = models.BigIntegerField()
    pending = models.BigIntegerField(default=0)
    usable = models.BigIntegerField(default=0)
    spent = models.BigIntegerField(default=0)
    expired = models.BigIntegerField(default=0)
    reversed = models.BigIntegerField(default=0)
    made_good = models.BigIntegerField(default=0)
    debt_of = models.UUIDField(null=True)
    usable_from = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["account"], name="lot_of_account"),
            # SQLite only takes an index of some rows when the query says the very same of them: see HELD.
            models.Index(
                fields=["account"], name="lot_held", condition=Q(pending__gt=0) | Q(usable__gt=0) | Q(usable__lt=0)
            ),
            models.Index(fields=["order_id"], name="lot_of_order", condition=Q(order_id__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(granted=F("pending") + F("usable") + F("spent") + F("expired") + F("reversed")),
                name="lot_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(
                    granted__gte=0,
                    pending__gte=0,
                    usable__gte=0,
                    spent__gte=0,
                    expired__gte=0,
                    reversed__gte=0,
                    debt_of__isnull=True,
                )
                | Q(
                    granted__lt=0,
                    pending=0,
                    usable__lte=0,
                    spent__lte=0,
                    expired=0,
                    reversed__lte=0,
                    debt_of__isnull=False,
                ),
                name="lot_is_credit_or_debt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.granted} by {self.clause}"


class Entry(AppendOnlyModel):
    """One movement of one lot's points.

    `number` counts the account's entries, so that none can be missing; `step` those of one request, so that a request
    carried out twice is refused.
    """

    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveBigIntegerField()
    step = models.PositiveIntegerField()
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10)
    from_state = models.CharField(max_length=8, default="")
    to_state = models.CharField(max_length=8)
    points = models.BigIntegerField()
    at = models.DateTimeField()
    order_id = models.UUIDField(null=True)
    clause = models.CharField(max_length=80)
    policy_version = models.PositiveIntegerField(null=True)
    usable_from = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "number"], name="entry_number_once"),
            models.UniqueConstraint(fields=["account", "request", "step"], name="entry_once_per_request"),
            models.UniqueConstraint(
                fields=["order_id", "clause"],
                condition=Q(kind="earn", order_id__isnull=False),
                name="order_earns_once_per_clause",
            ),
        ]
        indexes = [
            models.Index(fields=["order_id"], name="entry_spent_by_order", condition=Q(kind__in=("spend", "restore")))
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.points} {self.from_state}→{self.to_state}"


class Counted(AppendOnlyModel):
    """What counts towards the tier, by local day; returns count negatively. Never the balance."""

    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    step = models.PositiveIntegerField()
    spend = models.BigIntegerField(default=0)
    visits = models.BigIntegerField(default=0)
    points = models.BigIntegerField(default=0)
    orders = models.BigIntegerField(default=0)
    reason = models.CharField(max_length=20)
    order_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["account", "request", "step"], name="counted_once_per_request"),
        ]
        indexes = [models.Index(fields=["account", "day"], name="counted_by_day")]

    def __str__(self) -> str:
        return f"{self.reason} on {self.day}"
