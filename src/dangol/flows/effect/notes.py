"""In plain sentences: what a trial assumed, what it could not try, how well it agrees with what was booked."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from dangol.flows.effect.naming import Names
from dangol.flows.models import EffectRun
from dangol_policy import words


def assumed(run: EffectRun, names: Names) -> tuple[str, ...]:
    """What holds for every trial."""
    day = names.day(run.since)
    return (
        _(
            "Every stored purchase, visit, return and gift since the beginning was played again. Up to %(day)s by"
            " version %(version)s; from then on once by that version and once by the draft."
        )
        % {"day": day, "version": run.version},
        _("Customers are taken to do what they did: nobody buys more, less or something else because of the draft."),
        _(
            "What the draft newly gives is not used by anybody here, unless they asked to use all their points;"
            " it stays open or expires."
        ),
    )


def found(run: EffectRun, names: Names) -> tuple[str, ...]:
    """What is particular to this one."""
    result = run.result
    return (
        *_sample(run, names),
        *_dates(result, names),
        *_silent(result, names),
        *_closed(result, names),
        *_missed(result, names),
    )


def _sample(run: EffectRun, names: Names) -> Iterator[str]:
    if run.share >= 1:
        return
    drawn, of = (sum(run.result[name].values()) for name in ("drawn", "of"))
    said = _(
        "There are many purchases, so only a part was played: %(drawn)s of %(of)s customers and guests, drawn by chance"
        " (%(share)s). Totals are raised to all of them. ± is where the difference for all lies with 95%% certainty;"
        " with few customers it is only a rough guide. The lists of customers show only those who were drawn."
    )
    yield said % {"drawn": names.count(drawn), "of": names.count(of), "share": names.percent(drawn, of)}


def _dates(result: dict[str, Any], names: Names) -> Iterator[str]:
    for clause, day in result["moved"]:
        said = _("%(name)s has not begun yet. It was tried as if it had begun on %(day)s.")
        yield said % {"name": names.clauses([clause]), "day": words.day(date.fromisoformat(day), names.language)}
    if result["outside"]:
        said = _("Not tried, because none of their days lie in the period: %(names)s.")
        yield said % {"names": names.clauses(result["outside"])}


def _silent(result: dict[str, Any], names: Names) -> Iterator[str]:
    if result["silent"]["code"]:
        said = _("Not tried, because nobody had typed the code: %(names)s.")
        yield said % {"names": names.clauses(result["silent"]["code"])}
    if result["silent"]["other"]:
        said = _("Never acted, because no purchase met the conditions: %(names)s.")
        yield said % {"names": names.clauses(result["silent"]["other"])}


def _closed(result: dict[str, Any], names: Names) -> Iterator[str]:
    said = {
        "base": _("In force: the limit of %(name)s would have been used up on %(day)s; after that it gave nothing."),
        "draft": _("Draft: the limit of %(name)s would have been used up on %(day)s; after that it gave nothing."),
    }
    for side, text in said.items():
        for clause, at in sorted(result["closed"][side].items()):
            yield text % {"name": names.clauses([clause]), "day": names.day(datetime.fromisoformat(at))}


def _missed(result: dict[str, Any], names: Names) -> Iterator[str]:
    """Only what the draft adds: what was not possible either way is no difference."""
    said = {
        "points": _("Times a customer could not use as many points as they did, and used as many as possible: %(n)s."),
        "rewards": _("Rewards customers took that could not be taken: %(n)s."),
        "vouchers": _("Vouchers customers used that were not there to be used: %(n)s."),
        "gifts": _("Gifts that were handed over and were not there to be handed over: %(n)s."),
        "returns": _("Returns that were taken back and the draft would not take back: %(n)s."),
        "others": _("Other things that happened and the draft does not allow: %(n)s."),
    }
    for kind, text in said.items():
        base, draft = result["missed"][kind]
        if draft > base:
            yield text % {"n": names.count(draft - base)}


def agreement(run: EffectRun, names: Names) -> tuple[str, ...]:
    """How well playing the version in force again gives what was really booked."""
    stored = run.result["stored"]
    said = _(
        "As a check: played again under version %(version)s these purchases give %(share)s of the points that were"
        " really booked in the period, and for %(same)s of %(all)s customers and guests exactly as many."
    )
    share = names.percent(stored["replayed_points"], stored["points"])
    figures = {"version": run.version, "same": names.count(stored["same"]), "all": names.count(stored["held_against"])}
    told = [said % {**figures, "share": share}] if stored["points"] else []
    if stored["otherwise"]:
        text = _("Purchases of the period decided by other versions, which is one reason for differences: %(n)s.")
        told.append(text % {"n": names.count(stored["otherwise"])})
    return tuple(told)
