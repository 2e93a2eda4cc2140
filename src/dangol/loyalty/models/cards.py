"""Visit cards: how full a customer's card is, and each visit it saw or lost again."""

from django.db import models
from django.db.models import Q

from dangol.lib.append_only import AppendOnlyModel
from dangol.loyalty.models.ledger import Account


class Card(models.Model):
    """A customer's card under one clause, over all its rounds.

    `stamps` are those that stand, `rounds` how many full rounds were rewarded, `seen` how many visits it saw.
    """

    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, db_index=False)
    clause = models.CharField(max_length=80)
    stamps = models.IntegerField(default=0)
    rounds = models.PositiveIntegerField(default=0)
    seen = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "clause"], name="one_card_per_clause")]

    def __str__(self) -> str:
        return f"{self.clause}: {self.stamps}"


class Stamp(AppendOnlyModel):
    """A visit's stamps (`seen` 1), or stamps taken back (`seen` -1 when the whole visit is).

    `slot` is what is stamped once, such as a day, a visit or an order; `turn` tells a slot that is stamped again after
    its stamps were taken back.
    """

    id = models.UUIDField(primary_key=True)
    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="+", db_index=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    slot = models.CharField(max_length=160)
    turn = models.PositiveIntegerField(default=0)
    count = models.IntegerField()
    seen = models.SmallIntegerField()
    order_id = models.UUIDField(null=True)
    visit_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    policy_version = models.PositiveIntegerField(null=True)
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["card", "slot", "turn"], condition=Q(seen=1), name="slot_stamped_once"),
            models.CheckConstraint(condition=Q(seen__in=(-1, 0, 1)), name="stamp_sees_one_visit"),
        ]
        indexes = [
            models.Index(fields=["account", "slot"], name="stamps_in_slot"),
            models.Index(fields=["order_id"], name="stamps_of_order", condition=Q(order_id__isnull=False)),
            models.Index(fields=["visit_id"], name="stamps_of_visit", condition=Q(visit_id__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.count:+} on {self.slot}"
