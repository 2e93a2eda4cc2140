"""Who works here: users with a role, what they acknowledged and answered, and the keys under which programs act."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dangol.lib.append_only import AppendOnlyModel
from dangol.staff.rights import RIGHTS, Right, Role


class UserManager(BaseUserManager["User"]):
    """Makes users with a hashed password."""

    def create_user(self, username: str, password: str | None = None, **details: Any) -> "User":
        user = self.model(username=self.model.normalize_username(username), **details)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **details: Any) -> "User":
        return self.create_user(username, password, **{"role": Role.OWNER, **details})


class User(AbstractBaseUser):
    """A person of the business. The role decides what they may do."""

    username = models.CharField(_("user name"), max_length=150, unique=True)
    name = models.CharField(_("name"), max_length=200, default="", blank=True)
    email = models.EmailField(_("e-mail"), default="", blank=True)
    role = models.CharField(max_length=20, default=Role.CLERK.value)
    language = models.CharField(max_length=10, default="", blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(null=True)
    duties = models.JSONField(default=list, blank=True)
    """Roles of the policy: what they do here. The role above says what the program lets them do."""

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(role__in=[role.value for role in Role]), name="role_known")]

    def __str__(self) -> str:
        return self.name or self.username

    def may(self, right: Right) -> bool:
        return right in self.rights

    @property
    def rights(self) -> frozenset[Right]:
        """What they may do now, for pages that show only what opens to them."""
        return RIGHTS[Role(self.role)] if self.is_active else frozenset()

    @property
    def doer(self) -> str:
        """How this user is named as the doer of an act."""
        return f"staff:{self.pk}"


class Acknowledgement(AppendOnlyModel):
    """A person has read what a version asks of one duty, in a language they read."""

    id = models.UUIDField(primary_key=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="acknowledgements")
    duty = models.CharField(max_length=80)
    policy_version = models.PositiveIntegerField()
    language = models.CharField(max_length=10)
    at = models.DateTimeField()
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["user", "duty", "policy_version"], name="acknowledged_once_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.duty} of version {self.policy_version}"


class CheckAnswer(AppendOnlyModel):
    """What a person answered to a check question of a brief: right or wrong; tried again, it is another row."""

    id = models.UUIDField(primary_key=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="check_answers")
    duty = models.CharField(max_length=80)
    policy_version = models.PositiveIntegerField()
    clause = models.CharField(max_length=80)
    question = models.CharField(max_length=120)
    right = models.BooleanField()
    at = models.DateTimeField()
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["request", "question"], name="answered_once_per_request")]
        indexes = [models.Index(fields=["user", "policy_version"], name="answers_of_a_brief")]

    def __str__(self) -> str:
        return f"{self.question}: {'right' if self.right else 'wrong'}"


class CoverageWaiver(AppendOnlyModel):
    """Somebody let a version take effect although too few of the staff had read a clause; with the reason."""

    id = models.UUIDField(primary_key=True)
    policy_version = models.PositiveIntegerField()
    clause = models.CharField(max_length=80)
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=80)
    request = models.CharField(max_length=200)

    class Meta(AppendOnlyModel.Meta):
        constraints = [models.UniqueConstraint(fields=["policy_version", "clause"], name="waived_once_per_clause")]

    def __str__(self) -> str:
        return f"{self.clause} of version {self.policy_version}"


class ApiKey(models.Model):
    """A key under which a program acts. Only a hash of its secret is kept."""

    id = models.UUIDField(primary_key=True)
    prefix = models.CharField(max_length=12, unique=True)
    secret_sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=100)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=80)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix}…)"

    def valid(self, at: datetime) -> bool:
        return self.revoked_at is None and (self.expires_at is None or at < self.expires_at)

    def may(self, right: Right) -> bool:
        return right.value in self.scopes

    @property
    def doer(self) -> str:
        """How this key is named as the doer of an act."""
        return f"key:{self.prefix}"
