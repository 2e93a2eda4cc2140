"""Returns: what is taken back is not also excluded, and what is promised can happen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from dangol_policy.check.asked import back, story
from dangol_policy.check.baskets import line, usual_price
from dangol_policy.check.days import at_least_days
from dangol_policy.check.subject import Subject
from dangol_policy.model.conditions import EVERYTHING, Selector
from dangol_policy.model.gives import FreeService
from dangol_policy.model.loyalty import FreeBenefit
from dangol_policy.model.returns import Fee, Window
from dangol_policy.problems import Path, Problem


def windows_and_exclusions_agree(subject: Subject) -> Iterator[Problem]:
    """Goods with a return window of their own are not excluded, and an exclusion of everything leaves no window."""
    returns = subject.policy.returns
    windows = [one for one in returns.windows if "change of mind" in one.reasons] if returns else []
    about: dict[str, list[Window]] = {}
    for window in windows:
        about.setdefault(repr(window.of), []).append(window)
    for number, excluded in enumerate(returns.exclusions if returns else ()):
        at = ("returns", "exclusions", number, "of")
        if windows and excluded.of == EVERYTHING:
            message = "everything is excluded from returns, while windows are promised for a change of mind"
            words = f"`{windows[0].id}` allows it and `{excluded.id}` does not"
            example = _comes_back(subject, windows[0], 1, words)
            yield subject.problem("contradiction", message, at, example=example)
            continue
        for window in about.get(repr(excluded.of), ()):
            message = (
                f"a basket with {_goods(excluded.of)} may come back for {window.for_time} by `{window.id}`, "
                f"and not at all by `{excluded.id}`"
            )
            words = f"`{window.id}` allows it and `{excluded.id}` does not"
            example = _comes_back(subject, window, 1, words)
            yield subject.problem("contradiction", message, at, example=example)


def _comes_back(
    subject: Subject, window: Window, days: int, words: str, *, of: Selector | None = None
) -> Mapping[str, Any] | None:
    """A purchase, of what the window is about unless said otherwise, that comes back so many days later."""
    currency = subject.bench.currency
    bought = line(of or window.of, usual_price(currency), currency)
    if bought is None or window.who is not None or window.where is not None:
        return None
    events = back(bought, after=days, delivered=window.after == "delivery", reason=window.reasons[0])
    unit = "day" if days == 1 else "days"
    case = f"{subject.bench.basket({'basket': [bought]})}, sent back after {days} {unit}"
    return story(subject.policy, f"{case}: {words}", events)


def periods_agree(subject: Subject) -> Iterator[Problem]:
    """For the same goods and customers there is one period: of two the longer holds, and customers read both."""
    returns = subject.policy.returns
    for section in ("windows", "exchange", "warranty") if returns is not None else ():
        seen: dict[str, Any] = {}
        for number, clause in enumerate(getattr(returns, section)):
            marks = repr([getattr(clause, key, None) for key in ("of", "who", "where", "reasons", "after")])
            other = seen.setdefault(marks, clause)
            if other.for_time == clause.for_time:
                continue
            long, short = (other, clause) if _days(other) > _days(clause) else (clause, other)
            message = (
                f"for {_goods(clause.of)} `{clause.id}` says {clause.for_time} and `{other.id}` {other.for_time}; "
                "the longer holds"
            )
            words = f"`{short.id}` says {short.for_time} and `{long.id}` {long.for_time}"
            days = int(_days(short)) + 1
            example = _comes_back(subject, short, days, words) if section == "windows" else None
            path: Path = ("returns", section, number, "for")
            yield subject.problem("contradiction", message, path, example=example)


def _days(clause: Window) -> Fraction:
    return at_least_days(clause.for_time)


def fees_agree(subject: Subject) -> Iterator[Problem]:
    """For the same goods and customers there is one fee."""
    seen: dict[str, Fee] = {}
    for path, fee in subject.parts(Fee):
        other = seen.setdefault(repr([fee.of, fee.who]), fee)
        if other.fee != fee.fee:
            message = (
                f"sending back {_goods(fee.of)} costs {subject.money(fee.fee)} by `{fee.id}` and "
                f"{subject.money(other.fee)} by `{other.id}`"
            )
            returns = subject.policy.returns
            windows = [one for one in returns.windows if "change of mind" in one.reasons] if returns else []
            words = f"it costs {subject.money(other.fee)} by `{other.id}` and {subject.money(fee.fee)} by `{fee.id}`"
            example = _comes_back(subject, windows[0], 1, words, of=fee.of) if windows and fee.who is None else None
            yield subject.problem("contradiction", message, (*path, "fee"), example=example)


def windows_open(subject: Subject) -> Iterator[Problem]:
    """A window, an exchange and a warranty last some time."""
    returns = subject.policy.returns
    if returns is None:
        return
    for section in ("windows", "exchange", "warranty"):
        for number, clause in enumerate(getattr(returns, section)):
            if at_least_days(clause.for_time) == 0:
                message = f"`{clause.id}` lasts no time"
                yield subject.problem("bad-duration", message, ("returns", section, number, "for"))


def free_returns_mean_something(subject: Subject) -> Iterator[Problem]:
    """Free returns are a benefit only where a return costs something and is possible."""
    returns = subject.policy.returns
    costs = returns is not None and (returns.fees or returns.return_shipping == "customer")
    if costs and returns is not None and returns.windows:
        return
    promised = [path for path, benefit in subject.parts(FreeBenefit) if benefit.free == "returns"]
    promised += [path for path, service in subject.parts(FreeService) if service.free == "returns"]
    why = "no return costs anything" if returns is not None and returns.windows else "nothing can be returned"
    for path in promised:
        yield subject.problem("no-effect", f"free returns are promised, and {why}", (*path, "free"))


def _goods(of: Selector) -> str:
    named = [*of.product, *of.category, *of.tag]
    return f"{', '.join(named)}" if named else "these goods"
