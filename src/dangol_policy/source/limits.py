"""Bounds on a policy text. Reading is linear in them, so no input takes long or much memory."""

MOST_BYTES = 1_000_000
"""A policy text, in bytes of UTF-8. Larger files are refused before they are read."""

MOST_VALUES = 100_000
"""Values in one policy, each alias counted as everything it stands for."""

DEEPEST = 60
"""Levels of nesting."""

MOST_ALIASES = 1_000
"""Uses of an anchor."""

LONGEST_KEY = 200
"""Characters in a key."""

LONGEST_NUMBER = 18
"""Digits in a number; whatever is longer stays text."""

MOST_MISTAKES = 20
"""Mistakes in the writing after which reading stops: the rest would be echoes."""
