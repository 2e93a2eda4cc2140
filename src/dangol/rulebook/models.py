"""Tables of the rulebook: working drafts, versions of the policy, and the decisions taken under them."""

from django.db import models
from django.db.models import Q

from dangol.lib.append_only import AppendOnlyModel

DRAFT, CHECKED, APPROVED, ANNOUNCED, IN_FORCE, RETIRED = (
    "draft",
    "checked",
    "approved",
    "announced",
    "in_force",
    "retired",
)
STATES = (DRAFT, CHECKED, APPROVED, ANNOUNCED, IN_FORCE, RETIRED)
PUBLISHED = (ANNOUNCED, IN_FORCE, RETIRED)
OPEN, SUBMITTED, DROPPED = "open", "submitted", "dropped"
DRAFT_STATES = (OPEN, SUBMITTED, DROPPED)


class PolicyVersion(models.Model):
    """One version of the policy. Its text never changes; a better text is another version."""

    number = models.PositiveIntegerField(primary_key=True)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    author = models.CharField(max_length=80)
    reason = models.TextField(default="")
    created_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=DRAFT)
    checked_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.CharField(max_length=80, default="")
    published_at = models.DateTimeField(null=True)
    follows = models.PositiveIntegerField(null=True)
    """What was published last when it was written: the version whose place it takes."""
    effective_from = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="version_state_known"),
            models.UniqueConstraint(fields=["state"], condition=Q(state=IN_FORCE), name="one_version_in_force"),
            models.UniqueConstraint(fields=["effective_from"], name="one_version_from_each_instant"),
            models.CheckConstraint(
                condition=Q(effective_from__isnull=False) | ~Q(state__in=PUBLISHED), name="published_has_a_date"
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} ({self.state})"


class StepReason(AppendOnlyModel):
    """Why a step was taken, in the words of whoever took it; the journal itself holds no free text."""

    fact = models.UUIDField(primary_key=True)
    """The fact that says which step it was, who took it and when."""
    version = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="step_reasons")
    reason = models.TextField()

    def __str__(self) -> str:
        return f"a step of version {self.version_id}"


class Draft(models.Model):
    """A text somebody works on; each saving is a row of its own, so nothing that was typed is lost."""

    id = models.UUIDField(primary_key=True)
    title = models.CharField(max_length=200, default="")
    base_version = models.PositiveIntegerField(null=True)
    """The version it wants to follow: what was published last when the draft began, or was last brought up to date."""
    opened_by = models.CharField(max_length=80)
    opened_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=OPEN)
    version = models.PositiveIntegerField(null=True)
    """The version it became when it was last handed in."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=DRAFT_STATES), name="draft_state_known"),
            models.CheckConstraint(
                condition=Q(version__isnull=False) | ~Q(state=SUBMITTED), name="handed_in_is_a_version"
            ),
        ]
        indexes = [models.Index(fields=["version"], name="draft_of_version", condition=Q(version__isnull=False))]

    def __str__(self) -> str:
        return f"draft {self.title or self.id} ({self.state})"


class DraftText(AppendOnlyModel):
    """One saving of a draft. The highest number that is not `beside` is the draft's text now."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    base = models.PositiveIntegerField()
    """The saving whose text was on the writer's screen; 0 for the first."""
    beside = models.BooleanField(default=False)
    """It could not be put together with what others wrote meanwhile, and waits for somebody to do so."""
    note = models.TextField(default="")
    by = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta(AppendOnlyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="draft_text_numbered_once")]

    def __str__(self) -> str:
        return f"saving {self.number} of {self.draft_id}"


class DecisionRecord(AppendOnlyModel):
    """A decision as it was taken, with what it was taken on: deciding again gives the same."""

    id = models.UUIDField(primary_key=True)
    policy_version = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    customer_id = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True)
    inputs_sha256 = models.CharField(max_length=64)
    inputs = models.TextField(default="")
    decision = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        indexes = [
            models.Index(fields=["subject_id"], name="decision_about"),
            models.Index(fields=["customer_id"], name="decision_of_customer", condition=Q(customer_id__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} under version {self.policy_version}"
