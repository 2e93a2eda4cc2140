"""What can go wrong when somebody wants to do something."""

from django.core.exceptions import PermissionDenied


class Denied(PermissionDenied):
    """Somebody is signed in, but their role does not hold the right."""


class SignInNeeded(PermissionDenied):
    """Nobody is signed in."""


class BadKey(Exception):
    """The key of a program is unknown, withdrawn or expired; deliberately does not say which."""


class UnknownRight(ValueError):
    """No right has this name."""


class UsernameTaken(ValueError):
    """Somebody else signs in under this name already: choose another."""


class LastOwner(ValueError):
    """The business would be left without an owner: make somebody else owner first."""
