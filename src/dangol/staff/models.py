"""Who works here: users with a role, and the keys under which programs act."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

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
