"""Working drafts of the policy as a story: opened, saved by several people at once, brought up to date, handed in.

Nothing that was typed is lost: what does not fit with what others wrote meanwhile is kept beside the draft's text and
told as a conflict.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from dangol.facts.actions import Answer, once
from dangol.flows.errors import BadInput, InputProblem, NotAllowed, NotFound
from dangol.lib.act import Act
from dangol.lib.merge import merged
from dangol.rulebook import actions as rulebook
from dangol.rulebook import drafts as reads
from dangol.rulebook import queries
from dangol.rulebook.drafts import DraftView, TextView
from dangol.rulebook.errors import DraftClosed, UnknownDraft, UnknownSaving, UnknownVersion
from dangol.rulebook.models import Draft
from dangol_policy.load import load
from dangol_policy.source.limits import MOST_BYTES

T = TypeVar("T")
_LONGEST_TITLE = 200
_LONGEST_NOTE = 2_000


def open_draft(
    *, text: str | None = None, version: int | None = None, title: str = "", request: str, by: str, at: datetime
) -> Answer:
    """A new draft, with the text or that of the version; without either, of the version published last.

    Answers with `draft` and `number`, the saving to name when it is saved next.
    """
    given = None if text is None else _read(text)

    def story(act: Act) -> dict[str, object]:
        latest = queries.latest_published()
        base = latest.number if latest else None
        written = given if given is not None else _text_of_version(version if version is not None else base)
        opened = rulebook.open_draft(act=act, text=written, title=title[:_LONGEST_TITLE], base_version=base)
        return {"draft": opened.id.hex, "number": 1}

    return once(key=request, body={"text": text, "version": version}, by=by, at=at, story=_refusing(story))


def save_draft(*, draft: UUID, base: int, text: str, note: str = "", request: str, by: str, at: datetime) -> Answer:
    """The text as the draft's next saving, put together line by line with what others saved since `base`.

    Answers with `number`, `merged` (others' changes are in it too: read the text again) and `conflict` (the lines are
    the same ones: the text is kept under its number beside the draft's text, which stays as it was).
    """
    written = _read(text)

    def story(act: Act) -> dict[str, object]:
        opened = rulebook.take_up(draft=draft)
        return _save(act, opened, written, base=base, note=note[:_LONGEST_NOTE])

    body = {"draft": draft.hex, "base": base, "text": text}
    return once(key=request, body=body, by=by, at=at, story=_refusing(story))


def bring_up_to_date(*, draft: UUID, request: str, by: str, at: datetime) -> Answer:
    """Takes over what was published since the draft began. Answers as `save_draft`.

    On a conflict the draft's text stays, and the published text is kept beside it for somebody to compare.
    """

    def story(act: Act) -> dict[str, object]:
        opened = rulebook.take_up(draft=draft)
        latest, head = queries.latest_published(), reads.text_of(draft)
        if latest is None or latest.number == opened.base_version:
            return _answer(head.number)
        before = _text_of_version(opened.base_version)
        rulebook.follow(draft=opened, version=latest.number)
        both = _fitting(before, head.text, latest.text)
        if both is None:
            number = rulebook.save_beside(act=act, draft=opened, text=latest.text, base=head.number)
            return _answer(number, conflict=True)
        return _answer(rulebook.save_text(act=act, draft=opened, text=both, base=head.number), merged=True)

    return once(key=request, body={"draft": draft.hex}, by=by, at=at, story=_refusing(story))


def drop_draft(*, draft: UUID, request: str, by: str, at: datetime) -> Answer:
    """The draft is put aside; its texts can still be read."""

    def story(act: Act) -> dict[str, object]:
        rulebook.drop_draft(act=act, draft=rulebook.take_up(draft=draft))
        return {"draft": draft.hex}

    return once(key=request, body={"draft": draft.hex}, by=by, at=at, story=_refusing(story))


def submit_draft(*, draft: UUID, reason: str, request: str, by: str, at: datetime) -> Answer:
    """The draft's text becomes a checked version. Answers with `version`, `sha256` and the number of `warnings`.

    Raises HasProblems, the draft staying open, and NotAllowed `draft-behind` when another version was published
    meanwhile that this one would undo.
    """

    def story(act: Act) -> dict[str, object]:
        opened = rulebook.take_up(draft=draft)
        _require_up_to_date(opened)
        head = reads.text_of(draft)
        version, problems = rulebook.hand_in(
            act=act, draft=opened, text=head.text, number=head.number, reason=reason.strip()
        )
        return {"version": version.number, "sha256": version.sha256, "warnings": len(problems)}

    return once(key=request, body={"draft": draft.hex, "reason": reason}, by=by, at=at, story=_refusing(story))


def drafts() -> list[DraftView]:
    """Drafts somebody works on, the one saved last first."""
    return reads.drafts()


def draft_view(draft: UUID) -> DraftView:
    """One draft. Raises NotFound."""
    return _found(lambda: reads.draft_of(draft))


def draft_text(draft: UUID, number: int | None = None) -> TextView:
    """The draft's text now, or at a saving. Raises NotFound."""
    return _found(lambda: reads.text_of(draft, number))


def savings(draft: UUID) -> list[TextView]:
    """Every saving, latest first, without the texts."""
    return reads.savings_of(draft)


def _save(act: Act, opened: Draft, text: str, *, base: int, note: str) -> dict[str, object]:
    head = reads.text_of(opened.id)
    seen = _on_the_line(opened.id, base)
    if text == head.text:
        return _answer(head.number)
    if seen.number == head.number:
        return _answer(rulebook.save_text(act=act, draft=opened, text=text, base=base, note=note))
    both = _fitting(seen.text, head.text, text)
    if both is None:
        number = rulebook.save_beside(act=act, draft=opened, text=text, base=base, note=note)
        return _answer(number, conflict=True)
    if both == head.text:
        return _answer(head.number, merged=True)
    return _answer(rulebook.save_text(act=act, draft=opened, text=both, base=base, note=note), merged=True)


def _answer(number: int, *, merged: bool = False, conflict: bool = False) -> dict[str, object]:
    return {"number": number, "merged": merged, "conflict": conflict}


def _on_the_line(draft: UUID, number: int) -> TextView:
    """The saving, or for one that was kept beside the draft's text, the one it began from."""
    found = reads.text_of(draft, number)
    while found.beside:
        found = reads.text_of(draft, found.base)
    return found


def _fitting(base: str, one: str, other: str) -> str | None:
    """Both changes in one text, unless that text has errors although each alone had none."""
    both = merged(base, one, other)
    if both is None or both in (one, other) or load(both).ok or not (load(one).ok and load(other).ok):
        return both
    return None


def _text_of_version(number: int | None) -> str:
    return queries.version(number).text if number is not None else ""


def _require_up_to_date(opened: Draft) -> None:
    latest = queries.latest_published()
    if latest is not None and latest.number != opened.base_version:
        raise NotAllowed(
            f"Version {latest.number} was published since this draft began and would be undone by it. "
            "Bring the draft up to date first.",
            code="draft-behind",
            figures={"version": latest.number},
        )


def _read(text: str) -> str:
    """The text with one kind of line end; what no database keeps is refused."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        size = len(plain.encode())
    except UnicodeEncodeError:
        size = 0
        plain = "\0"
    if "\0" in plain:
        raise BadInput((InputProblem(("text",), "bad-text", "This text holds a character that cannot be written."),))
    if size > MOST_BYTES:
        raise BadInput((InputProblem(("text",), "too-big", f"A policy has at most {MOST_BYTES:,} bytes."),))
    return plain


def _refusing(story: Callable[[Act], dict[str, object]]) -> Callable[[Act], dict[str, object]]:
    """The story; what the rulebook refuses is told as what a story refuses."""

    def told(act: Act) -> dict[str, object]:
        return _found(lambda: story(act))

    return told


def _found(read: Callable[[], T]) -> T:
    try:
        return read()
    except (UnknownDraft, UnknownSaving) as missing:
        raise NotFound("draft", "", str(missing)) from missing
    except UnknownVersion as missing:
        raise NotFound("version", str(missing.number), str(missing)) from missing
    except DraftClosed as closed:
        raise NotAllowed(str(closed), code="draft-closed", figures={"state": closed.state}) from closed
