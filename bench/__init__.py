"""Benchmarks: each one command that prints a table and, as the last line, one JSON object of ratios."""
