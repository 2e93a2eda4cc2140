"""Tables of sales: purchases with their lines and the clauses that priced them, and returns."""

from django.db import models
from django.db.models import F, Q

from dangol.lib.append_only import AppendOnlyModel
from dangol.people.models import Customer

PLACED, PAID, CANCELLED = "placed", "paid", "cancelled"


class Purchase(models.Model):
    """One order. Money is in minor units; `total` is what is to be paid before points and gift cards."""

    id = models.UUIDField(primary_key=True)
    source = models.CharField(max_length=40, default="")
    number = models.CharField(max_length=120)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, null=True, db_index=False)
    at = models.DateTimeField()
    currency = models.CharField(max_length=3)
    channel = models.CharField(max_length=40, default="")
    store = models.CharField(max_length=80, default="")
    payment = models.CharField(max_length=40, default="")
    tier = models.CharField(max_length=80, default="")
    goods = models.BigIntegerField()
    discount = models.BigIntegerField(default=0)
    shipping_list = models.BigIntegerField(default=0)
    shipping = models.BigIntegerField(default=0)
    tax_on_top = models.BigIntegerField(default=0)
    tax = models.BigIntegerField(default=0)
    total = models.BigIntegerField()
    points_used = models.BigIntegerField(default=0)
    by_points = models.BigIntegerField(default=0)
    by_gift_card = models.BigIntegerField(default=0)
    due = models.BigIntegerField()
    points = models.BigIntegerField(default=0)
    policy_version = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=9, default=PLACED)
    paid_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    delivered_on = models.DateField(null=True)
    refunded = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="order_number_once_per_source"),
            models.CheckConstraint(condition=Q(state__in=(PLACED, PAID, CANCELLED)), name="purchase_state_known"),
            models.CheckConstraint(
                condition=Q(total=F("goods") - F("discount") + F("shipping") + F("tax_on_top")),
                name="purchase_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(due=F("total") - F("by_points") - F("by_gift_card")), name="purchase_due_adds_up"
            ),
            models.CheckConstraint(
                condition=Q(
                    goods__gte=0,
                    discount__gte=0,
                    discount__lte=F("goods"),
                    shipping__gte=0,
                    shipping__lte=F("shipping_list"),
                    due__gte=0,
                    refunded__gte=0,
                ),
                name="purchase_not_negative",
            ),
        ]
        indexes = [
            models.Index(fields=["customer", "at"], name="purchase_of_customer", condition=Q(customer__isnull=False))
        ]

    def __str__(self) -> str:
        return self.number


class PurchaseLine(models.Model):
    """One line: what it cost, after which discounts, unit by unit, and how many units came back."""

    id = models.UUIDField(primary_key=True)
    purchase = models.ForeignKey(Purchase, on_delete=models.PROTECT, related_name="lines", db_index=False)
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=200)
    sku = models.CharField(max_length=200, default="")
    name = models.CharField(max_length=200, default="")
    categories = models.JSONField(default=list)
    tags = models.JSONField(default=list)
    quantity = models.PositiveIntegerField()
    unit_price = models.BigIntegerField()
    list_amount = models.BigIntegerField()
    discount = models.BigIntegerField(default=0)
    amount = models.BigIntegerField()
    unit_amounts = models.JSONField(default=list)
    tax = models.BigIntegerField(default=0)
    points = models.BigIntegerField(default=0)
    by_points = models.BigIntegerField(default=0)
    returned = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["purchase", "position"], name="line_position_once"),
            models.CheckConstraint(condition=Q(amount=F("list_amount") - F("discount")), name="line_adds_up"),
            models.CheckConstraint(condition=Q(quantity__gt=0, amount__gte=0, discount__gte=0), name="line_positive"),
            models.CheckConstraint(condition=Q(returned__lte=F("quantity")), name="never_more_back_than_bought"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.sku or self.key}"


class AppliedClause(AppendOnlyModel):
    """What one clause took off: one line's goods, or the shipping (no line)."""

    id = models.UUIDField(primary_key=True)
    purchase = models.ForeignKey(Purchase, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    line = models.PositiveIntegerField(null=True)
    clause = models.CharField(max_length=80)
    phase = models.CharField(max_length=12, default="")
    amount = models.BigIntegerField()
    times = models.PositiveIntegerField(default=1)

    class Meta(AppendOnlyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["purchase", "number"], name="applied_number_once")]

    def __str__(self) -> str:
        return f"{self.clause}: {self.amount}"


class Return(AppendOnlyModel):
    """Goods that came back, judged by the policy version of the purchase; or the refund of a cancelled order.

    `money`, `gift_card` and `points` (worth `by_points`) are what the customer got back; `kept_back` was kept because
    points that had to be taken back were gone.
    """

    id = models.UUIDField(primary_key=True)
    purchase = models.ForeignKey(Purchase, on_delete=models.PROTECT, related_name="+")
    customer_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    reason = models.CharField(max_length=40)
    at_fault = models.BooleanField(default=False)
    goods = models.BigIntegerField(default=0)
    shipping = models.BigIntegerField(default=0)
    by_points = models.BigIntegerField(default=0)
    points = models.BigIntegerField(default=0)
    gift_card = models.BigIntegerField(default=0)
    money = models.BigIntegerField(default=0)
    fee = models.BigIntegerField(default=0)
    kept_back = models.BigIntegerField(default=0)
    policy_version = models.PositiveIntegerField(null=True)
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["purchase", "request"], name="return_once_per_request"),
            models.CheckConstraint(condition=Q(money__gte=0, gift_card__gte=0), name="refund_not_negative"),
        ]

    def __str__(self) -> str:
        return f"return of {self.purchase_id}"


class ReturnLine(AppendOnlyModel):
    """Units of one line that came back, and which of them."""

    id = models.UUIDField(primary_key=True)
    return_of = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(PurchaseLine, on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField()
    units = models.JSONField(default=list)

    class Meta(AppendOnlyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["return_of", "line"], name="line_once_per_return"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="return_line_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} back"


class Visit(AppendOnlyModel):
    """A customer came by, with or without buying; taken back by a second row that names the first."""

    id = models.UUIDField(primary_key=True)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+", db_index=False)
    source = models.CharField(max_length=40, default="")
    number = models.CharField(max_length=120)
    at = models.DateTimeField()
    day = models.DateField()
    amount = models.BigIntegerField(null=True)
    store = models.CharField(max_length=80, default="")
    counted = models.BooleanField(default=False)
    cancels = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="cancelled_by")
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "number"], condition=Q(cancels__isnull=True), name="visit_number_once"
            )
        ]
        indexes = [models.Index(fields=["customer", "at"], name="visit_of_customer")]

    def __str__(self) -> str:
        return f"visit {self.number}"
