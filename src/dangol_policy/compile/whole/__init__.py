"""Whole runs as generated Python: every clause of a policy, each at its turn."""

from dangol_policy.compile.whole.generate import generate

__all__ = ["generate"]
