"""A decision as people read it: the sum, what applied, what did not and why, the nearest miss."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from dangol.lib import money
from dangol.rulebook import queries as rulebook
from dangol_policy import words
from dangol_policy.decision import Decision
from dangol_policy.words.reasons import reason_words
from dangol_policy.words.speakers import speaker_for


@dataclass(frozen=True, slots=True)
class SumRow:
    """One line of the sum."""

    label: str
    value: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Because:
    """One clause and what it did, or why it did nothing."""

    clause: str
    says: str


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A decision in one language."""

    rows: tuple[SumRow, ...]
    applied: tuple[Because, ...]
    not_applied: tuple[Because, ...]
    asked: tuple[str, ...]
    """What became of codes that were handed in, and why fewer points were used than asked for."""
    nearest: str
    version: int | None


def explain(decision: Decision, *, language: str) -> QuoteView:
    """The decision in words, by the version of the policy that took it."""
    policy = rulebook.compiled(decision.version or 0, decision.policy).policy
    told = words.explain(decision, policy, language)
    speaker = speaker_for(policy, language)
    fewer = (speaker.sentence(reason_words(speaker, reason)) for reason in decision.points_reasons)
    reasons = (*told.applied, *told.points, *told.gifts)
    return QuoteView(
        rows=_rows(decision, language),
        applied=tuple(Because(reason.clause, reason.text) for reason in reasons),
        not_applied=tuple(Because(reason.clause, reason.text) for reason in told.not_applied),
        asked=(*(code.text for code in told.codes), *fewer),
        nearest=told.nearest.text if told.nearest else "",
        version=decision.version,
    )


def _rows(decision: Decision, language: str) -> tuple[SumRow, ...]:
    with override(language):
        return _sum(decision, language)


def _sum(decision: Decision, language: str) -> tuple[SumRow, ...]:
    def amount(minor: int) -> str:
        return money.as_text(minor, decision.currency, language)

    on_top = decision.total - decision.subtotal - decision.shipping
    rows = [SumRow(_("Goods"), amount(decision.list_total))]
    rows += [SumRow(_("Discount"), f"−{amount(decision.discount)}")] if decision.discount else []
    rows += [SumRow(_("Shipping"), amount(decision.shipping))] if decision.shipping or decision.shipping_list else []
    rows += [SumRow(_("Tax on top"), amount(on_top))] if on_top > 0 else []
    rows += [SumRow(_("Total"), amount(decision.total))] if decision.total != decision.due else []
    rows += [SumRow(_("Paid with points"), f"−{amount(decision.points_paid)}")] if decision.points_paid else []
    rows += [SumRow(_("Gift card"), f"−{amount(decision.gift_card)}")] if decision.gift_card else []
    rows.append(SumRow(_("To pay"), amount(decision.due), strong=True))
    rows += [SumRow(_("To be earned"), f"+{_points(decision, language)}", strong=True)] if decision.points else []
    return tuple(rows)


def _points(decision: Decision, language: str) -> str:
    points = rulebook.compiled(decision.version or 0, decision.policy).policy.loyalty.points
    return money.points_as_text(decision.points, points.decimals if points else 0, language)
