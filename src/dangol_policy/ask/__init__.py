"""Ask the policy: a question in plain words, answered by its clauses and by what they decide, without any service."""

from dangol_policy.ask.answer import Answer, ask
from dangol_policy.ask.decide import Ruling
from dangol_policy.ask.fields import LONGEST_AGO, Fields
from dangol_policy.ask.letters import language_of
from dangol_policy.ask.search import Found

__all__ = ["LONGEST_AGO", "Answer", "Fields", "Found", "Ruling", "ask", "language_of"]
