"""Section `partners`: outside units that do a part of the work, what they may see, and how they are judged."""

from __future__ import annotations

from dangol_policy.model.base import Clause, OneOrMany
from dangol_policy.model.conditions import Name
from dangol_policy.values import DayRangeField, Id, TextField


class Partner(Clause):
    """One outside unit."""

    name: TextField
    does: TextField
    kinds: OneOrMany[Id] = ()
    """Kinds of case it handles; none when absent."""
    fields: OneOrMany[Name] = ()
    """Fields of `privacy.data` it may see; nothing when absent."""
    standards: OneOrMany[Id] = ()
    """Standards of `service` it keeps."""
    contract: DayRangeField
    """Its access ends with the last day."""
