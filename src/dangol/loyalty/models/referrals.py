"""What became of the reward for bringing a new customer: one row per friend, so it is given once."""

from django.db import models
from django.db.models import Q

from dangol.people.models import Customer

WAITING, REWARDED, VOID = "waiting", "rewarded", "void"


class ReferralReward(models.Model):
    """The friend's first order and the day on which the reward is due; then rewarded, or void."""

    friend = models.OneToOneField(Customer, on_delete=models.PROTECT, primary_key=True, related_name="+")
    referrer_id = models.UUIDField()
    clause = models.CharField(max_length=80)
    policy_version = models.PositiveIntegerField(null=True)
    order_id = models.UUIDField(null=True)
    due_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, default=WAITING)
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=(WAITING, REWARDED, VOID)), name="referral_state_known")
        ]
        indexes = [
            models.Index(fields=["referrer_id", "changed_at"], name="rewards_of_referrer"),
            models.Index(fields=["due_at"], name="referral_due", condition=Q(state=WAITING, due_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.state} for {self.friend_id}"
