"""Due work: rows that say when they are due, for stories that go on later; and long work that can be looked at."""

from django.db import models
from django.db.models import Q

WAITING, DEAD = "waiting", "dead"
RUNNING, DONE, CANCELLED = "running", "done", "cancelled"


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


class EffectRun(models.Model):
    """One question what a draft would have changed: what is asked, how far it is, and what came of it.

    `text` is the draft as it was then; `version` and `version_sha256` name the policy in force it is held against.
    The worker changes the row only while it is running and `steps` is what it has read.
    """

    id = models.UUIDField(primary_key=True)
    title = models.CharField(max_length=200, default="")
    draft_id = models.UUIDField(null=True)
    draft_number = models.PositiveIntegerField(null=True)
    draft_version = models.PositiveIntegerField(null=True)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    version_sha256 = models.CharField(max_length=64)
    since = models.DateTimeField()
    until = models.DateTimeField()
    share = models.FloatField()
    move = models.BooleanField(default=True)
    total = models.PositiveBigIntegerField()
    seen = models.PositiveBigIntegerField(default=0)
    state = models.CharField(max_length=9, default=RUNNING)
    steps = models.PositiveIntegerField(default=0)
    progress = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    asked_by = models.CharField(max_length=80)
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=(RUNNING, DONE, CANCELLED)), name="effect_state_known"),
            models.CheckConstraint(condition=Q(share__gt=0, share__lte=1), name="effect_share_is_a_part"),
        ]
        indexes = [models.Index(fields=["asked_at"], name="effect_by_age")]

    def __str__(self) -> str:
        return f"effect of {self.title or self.sha256[:12]} ({self.state})"
