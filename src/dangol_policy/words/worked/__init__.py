"""Worked examples: what clauses mean on a day, worked out by the engine and told as sentences, never by hand."""

from dangol_policy.words.worked.cards import of_cards
from dangol_policy.words.worked.points import of_points
from dangol_policy.words.worked.promotions import of_promotions
from dangol_policy.words.worked.returns import of_returns
from dangol_policy.words.worked.standards import of_standards

__all__ = ["of_cards", "of_points", "of_promotions", "of_returns", "of_standards"]
