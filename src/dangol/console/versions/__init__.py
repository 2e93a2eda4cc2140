"""Versions of the policy: the walk from a draft into force, what changed in words, reviews that are due."""
