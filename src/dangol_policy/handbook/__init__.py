"""The staff handbook: what each role must know, what is new for it in a version, and questions that check it."""

from dangol_policy.handbook.book import Chapter, Entry, Handbook, handbook
from dangol_policy.handbook.news import News, fingerprint, news
from dangol_policy.handbook.questions import CheckQuestion, check_questions
from dangol_policy.handbook.required import Required, required
from dangol_policy.handbook.roles import EVERYBODY, concerns, pass_mark, role_name, roles_of
from dangol_policy.handbook.talks import Moment, talk

__all__ = [
    "EVERYBODY",
    "Chapter",
    "CheckQuestion",
    "Entry",
    "Handbook",
    "Moment",
    "News",
    "Required",
    "check_questions",
    "concerns",
    "fingerprint",
    "handbook",
    "news",
    "pass_mark",
    "required",
    "role_name",
    "roles_of",
    "talk",
]
