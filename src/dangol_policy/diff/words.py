"""A difference in words: for each change the sentence before and after, the figures that changed, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from dangol_policy.diff.changes import Change, Difference, Kind
from dangol_policy.diff.compare import Finding
from dangol_policy.diff.figures import figure
from dangol_policy.diff.verdict import Verdict
from dangol_policy.model.policy import Policy
from dangol_policy.words.names import clause_name
from dangol_policy.words.sentences import Sentence, section_title, sentences
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for


@dataclass(frozen=True, slots=True)
class SaidReason:
    """Why a change is judged as it is, and the figure before and after; both empty where no figure tells it."""

    field: str
    text: str
    verdict: Verdict
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SaidChange:
    """One change in words. `key` is the clause's id or its place; `before` is empty for a new clause, `after` for one
    that is gone, and both where the policy says nothing about it in a sentence.
    """

    key: str
    name: str
    kind: Kind
    section: str
    title: str
    """Heading of the section, where it has one."""
    verdict: Verdict
    judged: str
    """The verdict in words."""
    public: bool
    """Whether customers read this clause."""
    before: str
    after: str
    reasons: tuple[SaidReason, ...]


def said(found: Difference, old: Policy, new: Policy, language: str) -> tuple[SaidChange, ...]:
    """The difference from `old` to `new` in a language. Raises UnknownLanguage."""
    before, after = _Spoken(old, language), _Spoken(new, language)
    return tuple(_change(change, before, after) for change in found.changes)


class _Spoken:
    """A policy in a language, with its sentences by clause."""

    def __init__(self, policy: Policy, language: str) -> None:
        self.speaker = speaker_for(policy, language)
        self._sentences = {one.clause: one for one in sentences(policy, language)}

    def about(self, key: str) -> tuple[Sentence, ...]:
        """The sentence of a clause, or those of a place and of what lies below it."""
        if key in self._sentences:
            return (self._sentences[key],)
        return tuple(one for name, one in self._sentences.items() if name.startswith(f"{key}."))


def _change(change: Change, before: _Spoken, after: _Spoken) -> SaidChange:
    # A place may have sentences below it that belong to others when it has none of its own: only whole places speak.
    was = before.about(change.key) if change.kind != "added" else ()
    now = after.about(change.key) if change.kind != "removed" else ()
    here = after if now or change.kind == "added" else before
    named = (now or was)[:1]
    return SaidChange(
        key=change.key,
        name=clause_name(here.speaker, change.key),
        kind=change.kind,
        section=change.section,
        title=section_title(named[0].section, here.speaker.language) if named else "",
        verdict=change.verdict,
        judged=here.speaker.say(f"verdict-{change.verdict.replace(' ', '-')}"),
        public=all(one.public for one in named),
        before=" ".join(one.text for one in was),
        after=" ".join(one.text for one in now),
        reasons=_reasons(change, before.speaker, after.speaker),
    )


def _reasons(change: Change, before: Speaker, after: Speaker) -> tuple[SaidReason, ...]:
    if change.kind != "changed":
        speaker = after if change.kind == "added" else before
        return (SaidReason("", speaker.sentence(speaker.say(f"diff-{change.kind}")), change.verdict),)
    return tuple(_reason(finding, before, after) for finding in change.findings)


def _reason(finding: Finding, before: Speaker, after: Speaker) -> SaidReason:
    was, now = figure(before, finding, finding.before), figure(after, finding, finding.after)
    if was or now:
        none = after.say("diff-none")
        was, now = was or none, now or none
    same = was == now
    text = after.sentence(after.say(_message(finding)))
    return SaidReason(".".join(finding.path), text, finding.verdict, "" if same else was, "" if same else now)


def _message(finding: Finding) -> str:
    if finding.verdict in (Verdict.BETTER, Verdict.WORSE):
        return f"diff-{finding.why}-{finding.verdict}"
    return f"diff-{finding.verdict.replace(' ', '-')}"
