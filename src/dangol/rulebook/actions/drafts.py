"""Verbs about working drafts: nothing that was typed is lost, whoever typed it at the same time."""

import hashlib
from uuid import UUID

from django.db.models import Max

from dangol.facts.actions import record
from dangol.lib.act import Act
from dangol.rulebook.actions.versions import check, without_errors
from dangol.rulebook.actions.versions import draft as draft_version
from dangol.rulebook.errors import DraftClosed, UnknownDraft
from dangol.rulebook.models import DROPPED, OPEN, SUBMITTED, Draft, DraftText, PolicyVersion
from dangol_policy.problems import Problem


def open_draft(*, act: Act, text: str, title: str = "", base_version: int | None = None) -> Draft:
    """A new working draft; `base_version` is the version it wants to follow."""
    opened = Draft.objects.create(
        id=act.new_id(), title=title, base_version=base_version, opened_by=act.by, opened_at=act.at
    )
    _write(act, opened, number=1, text=text, base=0)
    record(act=act, kind="draft.opened", subject=opened.id, version=base_version)
    return opened


def take_up(*, draft: UUID) -> Draft:
    """The draft, locked until the act ends, so that two who save at once come one after the other."""
    found = Draft.objects.select_for_update().filter(id=draft).first()
    if found is None:
        raise UnknownDraft(draft)
    if found.state != OPEN:
        raise DraftClosed(draft, found.state)
    return found


def save_text(*, act: Act, draft: Draft, text: str, base: int, note: str = "") -> int:
    """The draft's text from now on; returns its number. The draft was taken up in this act."""
    return _write(act, draft, number=_last(draft) + 1, text=text, base=base, note=note)


def save_beside(*, act: Act, draft: Draft, text: str, base: int, note: str = "") -> int:
    """A text that does not fit with what others wrote meanwhile: kept beside the draft's text, never in its place."""
    return _write(act, draft, number=_last(draft) + 1, text=text, base=base, note=note, beside=True)


def follow(*, draft: Draft, version: int) -> None:
    """The draft wants to follow this version from now on."""
    draft.base_version = version
    draft.save(update_fields=["base_version"])


def drop_draft(*, act: Act, draft: Draft) -> None:
    """The draft is no longer worked on; its texts are kept."""
    _close(draft, DROPPED)
    record(act=act, kind="draft.dropped", subject=draft.id)


def hand_in(
    *, act: Act, draft: Draft, text: str, number: int, reason: str
) -> tuple[PolicyVersion, tuple[Problem, ...]]:
    """The text becomes a checked version. Raises HasProblems: then the draft stays open and no version is made."""
    version, problems = _checked(act, text, reason)
    draft.version = version.number
    _close(draft, SUBMITTED)
    record(act=act, kind="draft.submitted", subject=draft.id, version=version.number, figures={"number": number})
    return version, problems


def reopen(*, act: Act, version: int) -> UUID:
    """The draft that became the version is open again; a version without one gets a draft with its text."""
    draft = Draft.objects.select_for_update().filter(version=version).first()
    if draft is None:
        sent_back = PolicyVersion.objects.get(number=version)
        return open_draft(act=act, text=sent_back.text, title="", base_version=sent_back.follows).id
    draft.state = OPEN
    draft.save(update_fields=["state"])
    record(act=act, kind="draft.reopened", subject=draft.id, version=version)
    return draft.id


def _checked(act: Act, text: str, reason: str) -> tuple[PolicyVersion, tuple[Problem, ...]]:
    version = draft_version(act=act, text=text, reason=reason)
    return version, without_errors(check(act=act, version=version))


def _close(draft: Draft, state: str) -> None:
    draft.state = state
    draft.save(update_fields=["state", "version"])


def _last(draft: Draft) -> int:
    """The number of the last saving; a draft is opened with one."""
    highest: int = DraftText.objects.filter(draft_id=draft.id).aggregate(highest=Max("number"))["highest"]
    return highest


def _write(act: Act, draft: Draft, *, number: int, text: str, base: int, note: str = "", beside: bool = False) -> int:
    DraftText.objects.create(
        draft=draft,
        number=number,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        base=base,
        beside=beside,
        note=note,
        by=act.by,
        at=act.at,
    )
    return number
