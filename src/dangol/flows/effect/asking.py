"""Asking what a draft would have changed, and calling it off. The worker does the work; see `working`."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from uuid import UUID

from dangol.facts.actions import Answer, once
from dangol.flows import drafting, work
from dangol.flows.effect.measuring import Question, bought_between, how_many, to_look_at
from dangol.flows.errors import BadInput, InputProblem, NoPolicyInForce, NotAllowed, NotFound
from dangol.flows.models import CANCELLED, RUNNING, EffectRun
from dangol.lib.act import Act
from dangol.rulebook import queries as rulebook
from dangol.rulebook.errors import HasProblems, UnknownVersion
from dangol.rulebook.errors import NoPolicyInForce as NothingRules
from dangol_policy import calendar
from dangol_policy.load import load
from dangol_policy.model.policy import Policy

EFFECT = "effect"
"""Kind of due work."""
MOST_PURCHASES = 50_000
"""More than so many are not all played: customers are drawn so that about so many are."""
_PERIOD = 365
"""Days that are looked at when nothing else is asked for."""
_QUIET = timedelta(days=31)
"""After so long without a purchase the period ends with the last one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be tried: a text, and where it comes from."""

    text: str
    title: str = ""
    draft: UUID | None = None
    number: int | None = None
    version: int | None = None


def ask(
    *,
    draft: UUID | None = None,
    version: int | None = None,
    since: date | None = None,
    move: bool = True,
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """Asks what the draft (as it is now), or the version, would have changed since a day; answers with `run`.

    Raises NotFound, HasProblems when the text has errors, NoPolicyInForce, BadInput for a day to come or a policy in
    another currency, and NotAllowed while there is no purchase to try it on.
    """

    def story(act: Act) -> dict[str, str]:
        wanted = _wanted(draft, version)
        run = _opened(act, question_of(wanted, since=since, move=move, at=at), wanted)
        work.schedule(act=act, kind=EFFECT, key=run.id.hex, due_at=at)
        return {"run": run.id.hex}

    body = {
        "draft": draft.hex if draft is not None else None,
        "version": version,
        "since": since.isoformat() if since is not None else None,
        "move": move,
    }
    return once(key=request, body=body, by=by, at=at, story=story)


def cancel(*, run: UUID, request: str, by: str, at: datetime) -> Answer:
    """Calls the run off; what it has found so far is thrown away. A run that has ended stays as it is."""

    def story(act: Act) -> dict[str, bool]:
        running = EffectRun.objects.filter(id=run, state=RUNNING)
        mine = running.update(state=CANCELLED, ended_at=at, progress={})
        if not mine and not EffectRun.objects.filter(id=run).exists():
            raise NotFound("run", run.hex, "There is no such trial: it may have been removed.")
        work.unschedule(kind=EFFECT, key=run.hex)
        return {"cancelled": bool(mine)}

    return once(key=request, body={"run": run.hex}, by=by, at=at, story=story)


# -- the question ---------------------------------------------------------------------------------------------


def question_of(wanted: Wanted, *, since: date | None, move: bool, at: datetime, most: int | None = None) -> Question:
    """What is compared, over about `most` purchases when there are more. Raises what `ask` raises."""
    draft = policy_of(wanted.text)
    try:
        number, sha256 = rulebook.number_at(at)
    except NothingRules as nothing:
        raise NoPolicyInForce(str(nothing)) from nothing
    base = rulebook.compiled(number, sha256).policy
    if base.business.currency != draft.business.currency:
        said = f"The draft counts in {draft.business.currency}, the policy in force in {base.business.currency}."
        raise BadInput([InputProblem(("currency",), "bad-currency", f"{said} Their amounts cannot be compared.")])
    begins, until = _period(since, base, at)
    return Question(
        base=base,
        base_digest=sha256,
        version=number,
        draft=draft,
        draft_digest=_sha256(wanted.text),
        since=begins,
        until=until,
        share=_share(most or MOST_PURCHASES),
        move=move,
    )


def policy_of(text: str) -> Policy:
    """The policy of a text without errors. Raises HasProblems."""
    return _policy_of(_sha256(text), text)


@lru_cache(maxsize=8)
def _policy_of(sha256: str, text: str) -> Policy:
    result = load(text, name="draft")
    if result.policy is None or not result.ok:
        raise HasProblems(result.problems)
    return result.policy


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _wanted(draft: UUID | None, version: int | None) -> Wanted:
    if draft is not None:
        view, text = drafting.draft_view(draft), drafting.draft_text(draft)
        return Wanted(text.text, view.title, draft, text.number, None)
    if version is None:
        raise BadInput([InputProblem(("draft",), "missing-key", "choose a draft or a version")])
    try:
        return Wanted(rulebook.version(version).text, version=version)
    except UnknownVersion as unknown:
        raise NotFound("version", str(version), str(unknown)) from unknown


def _period(since: date | None, policy: Policy, at: datetime) -> tuple[datetime, datetime]:
    """From a day that was named, or a year back, never before the day of the first purchase; until now.

    When nothing was bought for a month the period ends with the day of the last purchase: afterwards everything only
    expires, under every policy.
    """
    zone = policy.business.timezone
    bought = bought_between()
    if bought is None:
        raise NotAllowed("No purchase is stored yet: there is nothing to try the draft on.", code="no-purchases")
    first, last = (calendar.day_of(one, zone) for one in bought)
    if since is not None and since > calendar.day_of(at, zone):
        raise BadInput([InputProblem(("since",), "bad-date", "choose a day that has begun")])
    until = at if at - bought[1] < _QUIET else calendar.end_of_day(last, zone)
    begins = calendar.start_of_day(max(since or last - timedelta(days=_PERIOD), first), zone)
    return min(begins, until), until


def _share(most: int) -> float:
    """Of all customers, so that about so many purchases are played."""
    _, _, purchases = how_many()
    return min(1.0, most / purchases) if purchases else 1.0


def _opened(act: Act, question: Question, wanted: Wanted) -> EffectRun:
    run = run_of(question, wanted, id_=act.new_id(), by=act.by, at=act.at)
    run.save(force_insert=True)
    return run


def run_of(question: Question, wanted: Wanted, *, id_: UUID, by: str, at: datetime) -> EffectRun:
    """The row of a run, not stored yet."""
    return EffectRun(
        id=id_,
        title=wanted.title,
        draft_id=wanted.draft,
        draft_number=wanted.number,
        draft_version=wanted.version,
        text=wanted.text,
        sha256=question.draft_digest,
        version=question.version,
        version_sha256=question.base_digest,
        since=question.since,
        until=question.until,
        share=question.share,
        move=question.move,
        total=to_look_at(question),
        asked_by=by,
        asked_at=at,
    )
