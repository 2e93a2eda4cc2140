"""The slow, obvious reference of the language: what a policy says about a situation. `compile` must agree with it."""

from dangol_policy.interpret.quote import quote

__all__ = ["quote"]
