"""Totals of a decision as generated Python: what an order comes to, what applied, the first reason of what did not."""
