"""The last part: which version this is, since when, by whom, and how to tell that the text is untouched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dangol_policy.model.policy import Policy
from dangol_policy.words.centre.shape import Part, Shown
from dangol_policy.words.sentences import sentences
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for


@dataclass(frozen=True, slots=True)
class Version:
    """What a business knows of a version besides its text. Instants are aware; people are told by their role."""

    number: int
    digest: str
    effective_from: dt.datetime
    updated: dt.datetime
    author: str = ""
    """The role of who wrote it, such as `owner`; empty when a program did."""
    approver: str = ""


def about(policy: Policy, language: str, version: Version) -> Part:
    """The part with the version's dates, owner and fingerprint. Raises UnknownLanguage."""
    speaker = speaker_for(policy, language)
    changing = (one for one in sentences(policy, language) if one.section == "changes" and one.public)
    return Part(
        "about",
        speaker.say("centre-about"),
        tuple(map(speaker.sentence, _lines(speaker, version))),
        clauses=tuple(Shown(one.clause, one.text) for one in changing),
    )


def _lines(speaker: Speaker, version: Version) -> Iterator[str]:
    yield speaker.say("about-version", n=version.number)
    yield speaker.say("about-since", moment=speaker.moment(version.effective_from))
    yield speaker.say("about-updated", moment=speaker.moment(version.updated))
    if speaker.policy.business.owner:
        yield speaker.say("reach-owner", name=speaker.policy.business.owner)
    if version.author:
        yield speaker.say("about-author", name=_role(speaker, version.author))
    if version.approver:
        yield speaker.say("about-approver", name=_role(speaker, version.approver))
    yield speaker.say("about-checked", digest=version.digest)


def _role(speaker: Speaker, role: str) -> str:
    known = ("owner", "policy_editor", "approver", "lead")
    return speaker.say(f"doer-{role.replace('_', '-') if role in known else 'staff'}")
