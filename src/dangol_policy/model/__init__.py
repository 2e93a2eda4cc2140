"""The policy as meant: frozen, typed models of every section of the document."""

from dangol_policy.model.policy import Policy

__all__ = ["Policy"]
