"""What a story refuses. Nothing has changed when one of these is raised; each says what happened and the way out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class Refused(Exception):
    """A story that was not told; `code` is short and stable, the message is for people."""

    code = "refused"

    def __init__(self, message: str, *, code: str = "", figures: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.code = code or type(self).code
        self.figures = dict(figures or {})


@dataclass(frozen=True, slots=True)
class InputProblem:
    """One thing that is wrong with what was given: where, a code, and words."""

    path: tuple[str | int, ...]
    code: str
    message: str


class BadInput(Refused):
    """What was given cannot be understood; all problems at once."""

    code = "bad-input"

    def __init__(self, problems: Sequence[InputProblem]) -> None:
        said = "; ".join(f"{'.'.join(map(str, one.path)) or 'body'}: {one.message}" for one in problems)
        super().__init__(said)
        self.problems = tuple(problems)


class NoPolicyInForce(Refused):
    """No version of the policy rules at the instant: publish one first."""

    code = "no-policy"


class NotFound(Refused):
    """Nothing has this name: `what` is customer, order, voucher, reward, visit or line."""

    code = "not-found"

    def __init__(self, what: str, key: str, message: str = "") -> None:
        super().__init__(message or f"There is no {what} {key!r}.", code=f"unknown-{what}", figures={"key": key})
        self.what = what
        self.key = key


class AlreadyThere(Refused):
    """The number belongs to something else already."""

    code = "number-taken"

    def __init__(self, what: str, key: str, message: str = "") -> None:
        super().__init__(message or f"There is another {what} {key!r} already.", figures={"key": key})
        self.what = what
        self.key = key


class PriceChanged(Refused):
    """The purchase would come to another total than the buyer was told: quote again."""

    code = "price-changed"

    def __init__(self, expected: int, now: int) -> None:
        message = f"The total is {now} minor units, not {expected}: show the buyer the new total and try again."
        super().__init__(message, figures={"expected": expected, "now": now})
        self.expected = expected
        self.now = now


class NotAllowed(Refused):
    """The policy, or the state of things, does not allow it; `reasons` are plain data."""

    code = "not-allowed"

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        figures: Mapping[str, object] | None = None,
        reasons: Sequence[Mapping[str, object]] = (),
    ) -> None:
        super().__init__(message, code=code, figures=figures)
        self.reasons = tuple(reasons)
