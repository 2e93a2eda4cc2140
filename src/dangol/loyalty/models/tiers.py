"""How a customer moved between tiers; the present one stands in the account."""

from django.db import models

from dangol.lib.append_only import AppendOnlyModel
from dangol.loyalty.models.ledger import Account


class TierChange(AppendOnlyModel):
    """One move. The reason is a short code such as `reached`, `review` or `return`."""

    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    from_tier = models.CharField(max_length=80, default="")
    to_tier = models.CharField(max_length=80)
    reason = models.CharField(max_length=40)
    at = models.DateTimeField()
    review_at = models.DateTimeField(null=True)
    policy_version = models.PositiveIntegerField(null=True)
    clause = models.CharField(max_length=80, default="")
    order_id = models.UUIDField(null=True)
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "number"], name="tier_change_number_once")]

    def __str__(self) -> str:
        return f"{self.from_tier or 'none'} → {self.to_tier}"
