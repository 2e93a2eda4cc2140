"""Whole runs as generated Python: every clause of a policy, each at its turn."""
