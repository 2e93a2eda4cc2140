"""What the policy decides about a situation, by the deciders that rule purchases, returns, messages and authority."""

from __future__ import annotations

import calendar as months
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dangol_policy import refund
from dangol_policy.ask.fields import Fields
from dangol_policy.calendar import add_to_day, calendar_of
from dangol_policy.calendar.terms import last_day
from dangol_policy.care.authority import authority
from dangol_policy.care.gate import GateAnswer, gate
from dangol_policy.model.policy import Policy
from dangol_policy.model.questions import AuthorityQuestion, ConsentGiven, Contacted, ContactQuestion
from dangol_policy.model.returns import Exchange, WarrantyRule
from dangol_policy.packs import rules_of
from dangol_policy.selecting import matches
from dangol_policy.situation import Basket, Customer, Line, Situation
from dangol_policy.story.state import Order
from dangol_policy.story.tale import Rules
from dangol_policy.words import contact_answer, explain, objection
from dangol_policy.words.formats import zone_of
from dangol_policy.words.sections.responsibility import authority_answer
from dangol_policy.words.sections.shared import word
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for

Kind = Literal["return", "exchange", "warranty", "authority", "contact", "offer"]
_NOON = dt.time(12)
_ANY_PRICE = 10_000
"""Minor units of a return whose amount nobody told: nothing that is said depends on it."""
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Ruling:
    """One thing the policy decides: in sentences, with the clauses it follows."""

    kind: Kind
    yes: bool | None
    """Whether it is so; None where it is a figure that was asked for."""
    lines: tuple[str, ...]
    clauses: tuple[str, ...]


def rulings(
    rules: Rules, fields: Fields, concepts: frozenset[str], language: str, at: dt.datetime
) -> tuple[Ruling, ...]:
    """Everything that can be decided of the situation as it is told. Never raises for a policy without errors."""
    case = _Case(rules, fields, language, at)
    back = bool({"return", "refund"} & concepts)
    found = [
        case.authority() if fields.amount is not None and fields.remedy and not _about_goods(fields) else None,
        case.returned() if back and fields.ago is not None else None,
        case.exchanged() if "exchange" in concepts and fields.ago is not None else None,
        case.repaired() if "warranty" in concepts and fields.ago is not None else None,
        case.contacted() if "advertising" in concepts and fields.at_time is not None else None,
        case.offered()
        if fields.amount is not None and not back and concepts & _OFFERS and not _asks_who(concepts)
        else None,
    ]
    return tuple(one for one in found if one is not None)


_OFFERS = frozenset(("discount", "promotion", "points", "earn", "set", "code", "spend", "shipping", "birthday"))


def _about_goods(fields: Fields) -> bool:
    """An amount beside a length of time is what the goods cost, not what is to be given."""
    return fields.ago is not None


def _asks_who(concepts: frozenset[str]) -> bool:
    return bool({"authority", "complaint"} & concepts)


class _Case:
    """One situation."""

    def __init__(self, rules: Rules, fields: Fields, language: str, at: dt.datetime) -> None:
        self.rules = rules
        self.policy: Policy = rules.policy
        self.fields = fields
        self.language = language
        self.at = at
        self.speaker: Speaker = speaker_for(self.policy, language)
        self.zone = zone_of(self.policy.business.timezone)
        self.today = at.astimezone(self.zone).date()

    # -- goods that were bought some time ago ------------------------------------------------------

    @property
    def bought(self) -> dt.date:
        """The day of purchase and of delivery: nobody told them apart."""
        count = self.fields.ago_count or self.fields.ago or 0
        if self.fields.ago_unit in ("months", "years"):
            back = count * (12 if self.fields.ago_unit == "years" else 1)
            year, month = divmod(self.today.year * 12 + self.today.month - 1 - back, 12)
            return dt.date(year, month + 1, min(self.today.day, months.monthrange(year, month + 1)[1]))
        return self.today - dt.timedelta(days=self.fields.ago or 0)

    @property
    def line(self) -> Line:
        """The goods, as far as they were named."""
        return Line.model_construct(
            id="1",
            sku=next(iter(self.fields.products), ""),
            category=self.fields.categories,
            tags=self.fields.tags,
            price=self.fields.amount or _ANY_PRICE,
            quantity=1,
        )

    def _situation(self, at: dt.datetime) -> Situation:
        customer = Customer.model_construct(tier=self.fields.tier)
        return Situation.model_construct(
            at=at, customer=customer, basket=Basket.model_construct(lines=(self.line,)), limits={}
        )

    def _supposing(self) -> str:
        return self.speaker.sentence(self.speaker.say("ask-supposing", day=self.speaker.day(self.bought)))

    def returned(self) -> Ruling | None:
        """Whether it may come back, until when, and at what cost."""
        if self.policy.returns is None:
            return None
        at = dt.datetime.combine(self.bought, _NOON, self.zone)
        situation = self._situation(at)
        decision = self.rules.quote(situation)
        order = Order("1", "1", None, at, None, situation, decision, delivered=self.bought)
        reason = self.fields.reason or "change of mind"
        judged = refund.judge(self.rules, order, {0: (0,)}, reason, at=self.at, customer=situation.customer)
        goods = self.speaker.say("ask-goods")
        if not judged.allowed:
            said = (
                objection(self.policy, self.language, code=one.code, line=goods, clause=one.clause, day=one.day)
                for one in judged.objections
            )
            clauses = tuple(one.clause for one in judged.objections if one.clause)
            return Ruling("return", False, (self._supposing(), *said), clauses)
        return Ruling("return", True, tuple(self._returned(judged)), tuple(self._followed(judged)))

    def _returned(self, judged: refund.Judgement) -> Iterator[str]:
        say = self.speaker.say
        yield self._supposing()
        day = next((day for _, _, day in judged.windows if day is not None), None)
        yield self.speaker.sentence(
            say("ask-return-until", day=self.speaker.day(day)) if day else say("ask-return-yes")
        )
        if judged.fee is not None:
            yield self.speaker.sentence(say("ask-return-fee", money=self.speaker.money(judged.fee[1])))
        elif judged.waived_by:
            yield self.speaker.sentence(say("ask-return-free"))
        if judged.check:
            yield self.speaker.sentence(say("ask-return-check"))

    def _followed(self, judged: refund.Judgement) -> Iterator[str]:
        yield from (clause for _, clause, _ in judged.windows)
        yield from (judged.fee[0],) if judged.fee else ()
        yield from (judged.waived_by,) if judged.waived_by else ()
        yield from judged.check

    def exchanged(self) -> Ruling | None:
        """Whether it may still be swapped."""
        return self._within("exchange", self.policy.returns.exchange if self.policy.returns else ())

    def repaired(self) -> Ruling | None:
        """Whether the warranty still holds, without what promotions add to it."""
        return self._within("warranty", self.policy.returns.warranty if self.policy.returns else ())

    def _within(
        self, kind: Literal["exchange", "warranty"], rules: tuple[Exchange, ...] | tuple[WarrantyRule, ...]
    ) -> Ruling | None:
        """The longest term of those that match the goods; nothing when none does, or goods must be named first."""
        fitting = [one for one in rules if matches(one.of, self.line, discounted=False)]
        ends = [(self._last_day(one), one.id) for one in fitting]
        best = max(ends, key=lambda one: one[0], default=None)
        if best is None:
            return None
        yes = self.today <= best[0]
        said = self.speaker.say(f"ask-{kind}-{'until' if yes else 'over'}", day=self.speaker.day(best[0]))
        return Ruling(kind, yes, (self._supposing(), self.speaker.sentence(said)), (best[1],))

    def _last_day(self, rule: Exchange | WarrantyRule) -> dt.date:
        day = last_day(self.bought, rule.for_time)
        if day is not None:
            return day
        end = add_to_day(self.bought, rule.for_time, calendar_of(self.policy), zone=self.policy.business.timezone)
        return (end - dt.timedelta(microseconds=1)).astimezone(self.zone).date() if end else dt.date.max

    # -- who may give it -----------------------------------------------------------------------------

    def authority(self) -> Ruling | None:
        """Who may give this much."""
        levels = self.policy.responsibility.levels
        remedy = self.fields.remedy
        role = self.fields.role or next((role for level in levels for role in level.roles), None)
        if not levels or role is None or remedy is None:
            return None
        grave = next((one.id for one in self.policy.cases.severities if one.first), None)
        question = AuthorityQuestion.model_construct(
            role=role,
            give=remedy,
            amount=self.fields.amount or 0,
            kind=None,
            severity=grave if self.fields.grave else None,
            absent=(),
        )
        answer = authority(self.policy, question)
        what = word(self.speaker, f"remedy-{remedy}")
        asked = self.speaker.say("ask-give", what=what, money=self.speaker.money(self.fields.amount or 0))
        # "It may be given here" needs the name of the place.
        named = replace(answer, verdict="higher") if answer.verdict == "may" else answer
        lines = (self.speaker.sentence(asked), authority_answer(named, self.policy, self.language))
        clauses = (*(one.level for one in answer.passed), *((answer.by,) if answer.by else ()))
        return Ruling("authority", answer.verdict == "may", lines, clauses)

    # -- may we write ----------------------------------------------------------------------------------

    def contacted(self) -> Ruling:
        """Whether an advertisement may go out at this time of day, to somebody who agreed to get them."""
        assert self.fields.at_time is not None
        at = dt.datetime.combine(self.today, self.fields.at_time, self.zone)
        answer = self._gate(at, self._labelled())
        # What the message must show is another question.
        reasons = tuple(reason for reason in answer.reasons if reason.because != "label-missing")
        told = replace(answer, reasons=reasons)
        clauses = tuple(dict.fromkeys(reason.clause for reason in reasons))
        lines = contact_answer(told, self.policy, self.language)
        own = {clause.id for _, clause in self.policy.clauses()}
        return Ruling("contact", answer.verdict == "allow", lines, tuple(one for one in clauses if one in own))

    def _labelled(self) -> str:
        """A text that shows what the policy and the law ask advertisements to show."""
        law = rules_of(self.policy.business.jurisdictions, "contact", self.today)
        sets = (*(rule.contact for rule in law if rule.contact is not None), self.policy.contact)
        labels = [label for one in sets for label in one.labels]
        starts = next((label.starts_with[0] for label in labels if label.starts_with), "")
        return " ".join((starts, *(words for label in labels for words in label.holds))).rstrip()

    def _gate(self, at: dt.datetime, text: str) -> GateAnswer:
        consent = ConsentGiven.model_construct(
            purpose=("marketing",), channel=(), at=at - dt.timedelta(days=30), renewed=None, withdrawn=None
        )
        question = ContactQuestion.model_construct(
            at=at,
            channel="sms",
            purpose="marketing",
            text=text,
            customer=Contacted.model_construct(consents=(consent,)),
        )
        return gate(self.policy, question)

    # -- what it would cost ----------------------------------------------------------------------------

    def offered(self) -> Ruling:
        """What a purchase of this amount comes to now, and which clauses act."""
        decision = self.rules.quote(self._situation(self.at))
        told = explain(decision, self.policy, self.language)
        parts = (*told.applied, *told.gifts, *told.points)
        lines = (*told.totals, *(one.text for one in parts))
        known = {clause.id for _, clause in self.policy.clauses()}
        clauses = tuple(dict.fromkeys(one.clause for one in parts if one.clause in known))
        return Ruling("offer", None, lines[:_MOST_LINES], clauses)
