"""Two policies compared: what was added, removed and changed, what it means for customers, and all of it in words."""

from dangol_policy.diff.changes import Change, Difference, difference
from dangol_policy.diff.compare import Finding
from dangol_policy.diff.verdict import Verdict
from dangol_policy.diff.words import SaidChange, SaidReason, said

__all__ = ["Change", "Difference", "Finding", "SaidChange", "SaidReason", "Verdict", "difference", "said"]
