"""The quick answer: Python written for one policy, for baskets as most are; anything unusual is left to the engine."""

from dangol_policy.compile.quick.generate import Quick, generate

__all__ = ["Quick", "generate"]
