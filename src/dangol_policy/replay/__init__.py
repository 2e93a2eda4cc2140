"""What a draft would have done: customers' stored histories played again under the version in force and the draft."""

from dangol_policy.replay.dates import Tried, tried
from dangol_policy.replay.history import Gift, History, Stored
from dangol_policy.replay.summary import Summary
from dangol_policy.replay.trial import Trial

__all__ = ["Gift", "History", "Stored", "Summary", "Trial", "Tried", "tried"]
