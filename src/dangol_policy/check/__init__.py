"""Checks a policy as meant, before anybody suffers. One small function per fault, in the file of its section."""

from dangol_policy.check.all import check

__all__ = ["check"]
