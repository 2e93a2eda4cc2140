"""Tables about people: customers, how to recognise them, the groups they are in, and who brought whom."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from dangol.people.identities import KINDS


class Customer(models.Model):
    """A person we know. The id is public; everything that identifies them can be erased."""

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=200, default="")
    language = models.CharField(max_length=10, default="")
    birth_month = models.PositiveSmallIntegerField(null=True)
    birth_day = models.PositiveSmallIntegerField(null=True)
    birth_year = models.PositiveSmallIntegerField(null=True)
    created_at = models.DateTimeField()
    member_since = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_month__isnull=True, birth_day__isnull=True)
                | Q(birth_month__range=(1, 12), birth_day__range=(1, 31)),
                name="birthday_is_a_day",
            ),
        ]
        indexes = [
            models.Index(
                fields=["birth_month", "birth_day"], name="customer_birthday", condition=Q(birth_month__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Identity(models.Model):
    """One way to recognise a customer; belongs to one customer only."""

    id = models.UUIDField(primary_key=True)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="identities")
    kind = models.CharField(max_length=10)
    value = models.CharField(max_length=200)
    ending = models.CharField(max_length=20, default="")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "value"], name="identity_belongs_to_one"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="identity_kind_is_known"),
        ]
        indexes = [models.Index(fields=["ending"], name="identity_by_ending", condition=Q(kind="phone"))]

    def __str__(self) -> str:
        return f"{self.kind} of {self.customer_id}"


class Belonging(models.Model):
    """A customer is in a group: a segment, a tag, or a membership that may end."""

    id = models.UUIDField(primary_key=True)
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="belongings", db_index=False)
    kind = models.CharField(max_length=10)
    group = models.CharField(max_length=80)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["customer", "kind", "group"], name="belongs_once"),
            models.CheckConstraint(condition=Q(kind__in=("segment", "tag", "membership")), name="belonging_is_known"),
        ]
        indexes = [models.Index(fields=["kind", "group"], name="group_members")]

    def __str__(self) -> str:
        return f"{self.customer_id} in {self.kind} {self.group}"

    def holds(self, at: datetime) -> bool:
        return self.since <= at and (self.until is None or at < self.until)


class Referral(models.Model):
    """`customer` was brought by `referrer`: once, never by oneself, never in a circle."""

    customer = models.OneToOneField(Customer, on_delete=models.PROTECT, primary_key=True, related_name="referral")
    referrer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="brought")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(customer=F("referrer")), name="referral_by_another")]

    def __str__(self) -> str:
        return f"{self.referrer_id} brought {self.customer_id}"
