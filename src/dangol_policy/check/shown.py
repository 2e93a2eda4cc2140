"""Counter-examples: what a policy decides in a case that shows a fault, as an item its `examples:` could hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from dangol_policy.check.baskets import Data, money
from dangol_policy.decision import Decision
from dangol_policy.interpret import quote
from dangol_policy.model.examples import Given
from dangol_policy.model.policy import Policy
from dangol_policy.model.promotions import Promotion
from dangol_policy.situation import Situation
from dangol_policy.values import ValuesContext, write_money

MOST_WORK = 6_000
"""What all decisions of one check together may take; of hundreds of faults only the first are shown."""
LONGEST_NAME = 300


def cost(offers: int) -> int:
    """What one decision takes: offers that meet on one basket are weighed against each other."""
    return 10 + offers + offers * offers // 50


@dataclass(slots=True)
class Bench:
    """Decides cases for the checks of one policy, up to a bound of work."""

    policy: Policy
    left: int = field(default=MOST_WORK)

    @property
    def currency(self) -> str:
        """The currency amounts are counted in."""
        return self.policy.business.currency

    def decide(self, given: Data | None, promotions: tuple[Promotion, ...] | None = None) -> Decision | None:
        """What the policy decides (of the promotions, only by these); None when that cannot be said.

        A policy under check may be too broken to decide anything: what is wrong with it is then said without a case.
        """
        policy = self.policy if promotions is None else self.policy.model_copy(update={"promotions": promotions})
        if given is None or self.left <= 0:
            return None
        self.left -= cost(len(policy.promotions))
        context = ValuesContext(self.currency, zone=self.policy.business.timezone)
        try:
            read = Given.model_validate(given, context=context)
            if read.at is None:
                return None
            facts: Data = {"customer": read.customer, "basket": read.basket, "limits": read.limits}
            return quote(policy, Situation.model_construct(at=read.at, **facts))
        except (ArithmeticError, AssertionError, LookupError, TypeError, ValidationError, ValueError):
            return None

    def shown(
        self, given: Data | None, says: Callable[[Decision], str], *, made: Decision | None = None
    ) -> Mapping[str, Any] | None:
        """The case as an example: its name is the basket with what `says` tells of the decision (`made`, if known)."""
        made = made or self.decide(given)
        if made is None or given is None:
            return None
        name = f"{self.basket(given)}: {says(made)}"
        return {"name": name[:LONGEST_NAME], "given": given, "expect": self.expect(made)}

    def expect(self, made: Decision) -> Data:
        """What the policy decides as it is written, as an example expects it."""
        found: Data = {"total": money(made.total, self.currency)}
        if self.policy.loyalty.points is not None:
            found["points"] = made.points
        return found | {"applied": sorted({one.clause for one in made.applied})}

    def basket(self, given: Data) -> str:
        """A basket in words: `2 × tea at 12,000 KRW`."""
        lines = [self._line(one) for one in given["basket"]]
        if given.get("shipping"):
            lines.append(f"shipping at {self._amount(given['shipping'])}")
        return " and ".join(lines) or "an empty basket"

    def _line(self, one: Data) -> str:
        what = one["sku"] if one["sku"] != "goods" else one.get("category") or one.get("tags") or "goods"
        return f"{one.get('quantity', 1)} × {what} at {self._amount(one['price'])}"

    def _amount(self, written: int | str) -> str:
        return f"{written if isinstance(written, str) else format(written, ',')} {self.currency}"

    def points(self, smallest: int) -> str:
        """Points in words, from smallest parts."""
        programme = self.policy.loyalty.points
        decimals = programme.decimals if programme is not None else 0
        return f"{smallest / 10**decimals:,.{decimals}f} points"

    def written(self, minor: int) -> str:
        """An amount in words: `12,000 KRW`."""
        whole, dot, rest = write_money(minor, self.currency).partition(".")
        return f"{int(whole):,}{dot}{rest} {self.currency}"

    def inverted(self, given: Data | None, low: str, high: str) -> Mapping[str, Any] | None:
        """The case in which the higher of two tiers pays more, or as much and earns less; None when it does not."""
        if given is None:
            return None
        lower, higher = ({**given, "customer": {**given.get("customer", {}), "tier": tier}} for tier in (low, high))
        as_low, as_high = self.decide(lower), self.decide(higher)
        if as_low is None or as_high is None:
            return None
        if (as_high.total, -as_high.points) <= (as_low.total, -as_low.points):
            return None
        words = f"as {low} {self._outcome(as_low)}, as {high}, the higher tier, {self._outcome(as_high)}"
        return self.shown(higher, lambda _: words, made=as_high)

    def _outcome(self, made: Decision) -> str:
        earned = f" and {self.points(made.points)}" if self.policy.loyalty.points is not None else ""
        return f"{self.written(made.total)}{earned}"

    def apart(self, given: Data | None, ways: Mapping[str, tuple[Promotion, ...]]) -> Mapping[str, Any] | None:
        """The case in which two ways to read the policy differ, each with the promotions it counts."""
        totals = {words: self.decide(given, promotions) for words, promotions in ways.items()}
        known = {words: made.total for words, made in totals.items() if made is not None}
        if len(known) < len(ways) or len(set(known.values())) < 2:
            return None
        outcomes = ", ".join(f"{words} {self.written(total)}" for words, total in known.items())
        return self.shown(given, lambda _: outcomes)
