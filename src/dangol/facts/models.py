"""Tables of the journal: what happened, and which requests were answered."""

from django.db import models

from dangol.lib.append_only import AppendOnlyModel


class Fact(AppendOnlyModel):
    """Something that happened. Ids, figures, version and clause only: erasing a person never rewrites history."""

    id = models.UUIDField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    customer_id = models.UUIDField(null=True)
    subject_id = models.UUIDField(null=True)
    figures = models.JSONField(default=dict)
    policy_version = models.PositiveIntegerField(null=True)
    clause = models.CharField(max_length=80, default="")
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        indexes = [
            models.Index(fields=["customer_id", "at"], name="fact_of_customer"),
            models.Index(fields=["kind", "at"], name="fact_of_kind"),
            models.Index(fields=["subject_id"], name="fact_of_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.at.isoformat()} {self.kind}"


class Request(models.Model):
    """One answered request: the same key and body get the same answer again."""

    key = models.CharField(max_length=200, primary_key=True)
    digest = models.CharField(max_length=64)
    answer = models.JSONField()
    customer_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["at"], name="request_by_age"),
            models.Index(fields=["customer_id"], name="request_of_customer"),
        ]

    def __str__(self) -> str:
        return self.key
