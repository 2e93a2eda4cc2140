"""Returns: what is taken back is not also excluded, and what is promised can happen."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.days import at_least_days
from dangol_policy.check.subject import Subject
from dangol_policy.model.conditions import EVERYTHING, Selector
from dangol_policy.model.gives import FreeService
from dangol_policy.model.loyalty import FreeBenefit
from dangol_policy.problems import Problem


def windows_and_exclusions_agree(subject: Subject) -> Iterator[Problem]:
    """Goods with a return window of their own are not excluded, and an exclusion of everything leaves no window."""
    returns = subject.policy.returns
    windows = [one for one in returns.windows if "change of mind" in one.reasons] if returns else []
    for number, excluded in enumerate(returns.exclusions if returns else ()):
        at = ("returns", "exclusions", number, "of")
        if windows and excluded.of == EVERYTHING:
            message = "everything is excluded from returns, while windows are promised for a change of mind"
            yield subject.problem("contradiction", message, at)
            continue
        for window in windows:
            if window.of == excluded.of:
                message = (
                    f"a basket with {_goods(excluded.of)} may come back for {window.for_time} by `{window.id}`, "
                    f"and not at all by `{excluded.id}`"
                )
                yield subject.problem("contradiction", message, at)


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
