"""Names and amounts of a trial in the reader's language; clauses are called what the draft calls them, if it does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from babel.numbers import format_percent
from django.utils.translation import gettext as _

from dangol.flows.effect.asking import policy_of
from dangol.flows.models import EffectRun
from dangol.lib import money
from dangol.rulebook import queries as rulebook
from dangol_policy import words
from dangol_policy.model.policy import Policy
from dangol_policy.replay.causes import Cause
from dangol_policy.replay.tally import CLAUSE_FIGURES
from dangol_policy.story import points, terms

_TIMES, _MONEY, _POINTS, _PIECES, _WORTH = range(len(CLAUSE_FIGURES))
MINUS = "−"


@dataclass(frozen=True, slots=True)
class Names:
    """The two policies of a run and the language they are told in."""

    base: Policy
    draft: Policy
    language: str

    @classmethod
    def of(cls, run: EffectRun, language: str) -> "Names":
        base = rulebook.compiled(run.version, run.version_sha256).policy
        return cls(base, policy_of(run.text), language)

    # -- names ------------------------------------------------------------------------------------------------

    def clause(self, id_: str) -> str:
        """The short name of a clause."""
        if id_ == points.GRANT:
            return _("Given by a person")
        name = words.name_of(self.draft, self.language, id_)
        return name if name != id_ else words.name_of(self.base, self.language, id_)

    def clauses(self, ids: Iterable[str]) -> str:
        """Several of them, one after another."""
        return ", ".join(f"“{self.clause(id_)}”" for id_ in ids)

    def sentence(self, id_: str) -> str:
        """The clause in words, by the draft, else by the version in force; empty for what is no clause."""
        for policy in (self.draft, self.base):
            try:
                return words.sentence_of(policy, self.language, id_)
            except KeyError:
                continue
        return ""

    def tier(self, id_: str) -> str:
        return self.clause(id_) if id_ else _("no tier yet")

    # -- amounts ----------------------------------------------------------------------------------------------

    def money(self, minor: int) -> str:
        return money.as_text(minor, self.base.business.currency, self.language)

    def points(self, smallest: int) -> str:
        programme = self.draft.loyalty.points or self.base.loyalty.points
        return money.points_as_text(smallest, programme.decimals if programme else 0, self.language)

    def count(self, number: int) -> str:
        return money.count_as_text(number, self.language)

    def signed(self, text: str, number: int) -> str:
        """A difference: the text of its amount without sign, and the sign it has."""
        return text if not number else f"{'+' if number > 0 else MINUS}{text}"

    def percent(self, part: int, whole: int) -> str:
        return str(format_percent(part / whole if whole else 0, "#,##0.0%", locale=self.language.replace("-", "_")))

    def day(self, at: datetime) -> str:
        return words.day(terms.day_of(at, self.base), self.language)

    # -- what a clause did ------------------------------------------------------------------------------------

    def cause(self, cause: Sequence[object]) -> str:
        """Clause and figures, in force → under the draft: `Base rate: points 1,200 → 2,400`."""
        clause, base, draft, weight = cause
        return self.difference(Cause(str(clause), tuple(base), tuple(draft), int(str(weight))))  # type: ignore[arg-type]

    def difference(self, cause: Cause) -> str:
        parts = [
            f"{label} {show(cause.base[place])} → {show(cause.draft[place])}"
            for label, place, show in (
                (_("discount"), _MONEY, self.money),
                (_("points"), _POINTS, self.points),
                (_("vouchers and gifts"), _PIECES, self.count),
                (_("purchases"), _TIMES, self.count),
            )
            if cause.base[place] != cause.draft[place]
            and (place != _TIMES or cause.base[_MONEY] == cause.draft[_MONEY])
        ]
        if cause.base[_WORTH] != cause.draft[_WORTH]:
            parts.append(_("worth %(base)s → %(draft)s") % self._both(cause))
        return f"{self.clause(cause.clause)}: {', '.join(parts)}"

    def _both(self, cause: Cause) -> dict[str, str]:
        return {"base": self.money(cause.base[_WORTH]), "draft": self.money(cause.draft[_WORTH])}
