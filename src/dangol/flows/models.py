"""Due work: rows that say when they are due, for stories that go on later."""

from django.db import models
from django.db.models import Q

WAITING, DEAD = "waiting", "dead"


class Work(models.Model):
    """Something to do. While a worker holds it, `due_at` ends its lease: a killed worker's work is due again."""

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=160)
    customer_id = models.UUIDField(null=True)
    payload = models.JSONField(default=dict)
    due_at = models.DateTimeField()
    holder = models.CharField(max_length=80, default="")
    attempts = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=7, default=WAITING)
    last_error = models.TextField(default="")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="work_once_per_key"),
            models.CheckConstraint(condition=Q(state__in=(WAITING, DEAD)), name="work_state_known"),
        ]
        indexes = [models.Index(fields=["due_at"], name="work_due", condition=Q(state=WAITING))]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class WorkerSeen(models.Model):
    """A worker and when it was last at work: one that stays silent has stopped."""

    name = models.CharField(max_length=80, primary_key=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    done = models.PositiveBigIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["seen_at"], name="worker_by_silence")]

    def __str__(self) -> str:
        return self.name


class Interview(models.Model):
    """What somebody of the business answered so far about a first policy: as it was given, by question."""

    user = models.OneToOneField("staff.User", primary_key=True, on_delete=models.CASCADE)
    answers = models.JSONField(default=dict)
    updated_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Interview of user {self.user_id}"
