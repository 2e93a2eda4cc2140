"""Why a version cannot take its next step, in the reader's language, with the way out."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dangol_policy import words
from dangol_policy.values import read_duration
from dangol_policy.words.speech import speech


def language_of_reader() -> str:
    """The language pages are read in, as far as the policy can be said in it."""
    language = get_language() or "en"
    return language if language in words.LANGUAGES else "en"


def said(code: str, figures: Mapping[str, object]) -> str:
    """The reason behind a code of `flows.publication`; empty for a code that has no words here."""
    made = {
        "second-person": lambda: _("Somebody other than the author has to approve it: the policy asks for two people."),
        "notice": lambda: _notice(figures),
        "coverage": lambda: _coverage(figures),
        "announced-first": lambda: (
            _(
                "Version %(version)s takes effect at that moment or later and would undo this one. "
                "Choose a later moment, or withdraw version %(version)s first."
            )
            % figures
        ),
        "overtaken": lambda: (
            _(
                "Version %(version)s was published after this one was written, and this one would undo it. "
                "Send it back, bring its draft up to date, and hand it in again."
            )
            % figures
        ),
        "in-the-past": lambda: _("A version cannot rule from a moment that has passed. Choose a later one."),
        "too-late": lambda: _(
            "It takes effect in this moment or rules already, so it cannot be withdrawn. "
            "Use an older text again instead."
        ),
        "wrong-step": lambda: _("Somebody took this step a moment ago. Nothing was changed; look at where it stands."),
        "same-text": lambda: _("The version published last has this text already. Nothing was changed."),
        "draft-behind": lambda: (
            _(
                "Version %(version)s was published since this draft began and would be undone by it. "
                "Bring the draft up to date in the studio first."
            )
            % figures
        ),
        "draft-closed": lambda: _("This draft was handed in or dropped meanwhile."),
    }.get(code)
    return made() if made else ""


def _notice(figures: Mapping[str, Any]) -> str:
    notice = read_duration(figures["notice"])
    language = language_of_reader()
    unit = notice.unit.replace(" ", "-")
    first: datetime = figures["first"]
    return _(
        "It is worse for customers in some clause, and they were promised %(notice)s of notice. "
        "If it is published now, it may take effect from %(first)s on."
    ) % {
        "notice": speech(language).say(f"duration-{unit}", n=notice.amount),
        "first": words.moment(first, str(figures["zone"]), language),
    }


def _coverage(figures: Mapping[str, Any]) -> str:
    return (
        _(
            "%(share)s%% of the staff it concerns know the clause “%(clause)s”; "
            "%(needed)s%% have to before it takes effect."
        )
        % figures
    )
