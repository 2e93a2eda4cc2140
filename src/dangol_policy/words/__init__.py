"""The policy in words: every clause, every decision and every entry as plain sentences, in the reader's language."""

from dangol_policy.words.account import (
    balance,
    entry,
    objection,
    points_expire,
    refund,
    stamps,
    tier_change,
    tier_distance,
    voucher,
)
from dangol_policy.words.explain import Explanation, Told, explain
from dangol_policy.words.formats import day, moment, money, number, rate
from dangol_policy.words.names import name_of
from dangol_policy.words.reasons import reason
from dangol_policy.words.sections.contact import contact_answer
from dangol_policy.words.sentences import Sentence, section_title, sentence_of, sentences, sentences_so_far
from dangol_policy.words.shown import benefits, points_name
from dangol_policy.words.speech import LANGUAGES, UnknownLanguage
from dangol_policy.words.summary import summary

__all__ = [
    "LANGUAGES",
    "Explanation",
    "Sentence",
    "Told",
    "UnknownLanguage",
    "balance",
    "benefits",
    "contact_answer",
    "day",
    "entry",
    "explain",
    "moment",
    "money",
    "name_of",
    "number",
    "objection",
    "points_expire",
    "points_name",
    "rate",
    "reason",
    "refund",
    "section_title",
    "sentence_of",
    "sentences",
    "sentences_so_far",
    "stamps",
    "summary",
    "tier_change",
    "tier_distance",
    "voucher",
]
