"""Problems: what is wrong with a policy, where, why it matters, and the way out. The closed registry of codes.

A problem is a value, never an exception: they are collected, so a person sees all of them at once.
`REGISTRY` is the whole list of codes a policy can be answered with; a code outside it cannot be made.
Source: policy language, sections 1.2 and 8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Path = tuple[str | int, ...]
"""Where in the policy as data: `("promotions", 0, "gives")`."""

MOST_PROBLEMS = 200
"""After so many the rest are counted, not listed: nobody reads more."""


class Severity(StrEnum):
    """An error keeps a policy from being compiled; a warning asks for a second look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One entry of the registry: what a code means wherever it appears."""

    severity: Severity
    title: str
    why: str
    mend: str


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a policy text. `line` and `column` count from 1, in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: a registered code, words, and where. `hint` is the mend for this very case, when one is known.

    `example` is a counter-example: an item for `examples:` in which the fault shows. Its name tells in words what
    happens; what it expects is what the policy decides as it is written.
    """

    code: str
    message: str
    place: Place | None = None
    path: Path = ()
    clause: str | None = None
    hint: str | None = None
    example: Mapping[str, Any] | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.code not in REGISTRY:
            raise KeyError(f"{self.code} is not in the registry of problems")

    @property
    def kind(self) -> ProblemKind:
        """The registry's entry for this code."""
        return REGISTRY[self.code]

    @property
    def severity(self) -> Severity:
        """Error or warning, as the registry says."""
        return self.kind.severity

    @property
    def why(self) -> str:
        """Why this matters to the business or its customers."""
        return self.kind.why

    @property
    def way_out(self) -> str:
        """The hint for this case, else the mend the registry offers for the code."""
        return self.hint or self.kind.mend

    def as_json(self) -> dict[str, object]:
        """The problem for programs: plain JSON values, stable keys."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "file": self.place.file if self.place else None,
            "line": self.place.line if self.place else None,
            "column": self.place.column if self.place else None,
            "path": list(self.path),
            "clause": self.clause,
            "hint": self.hint,
            "title": self.kind.title,
            "why": self.why,
            "mend": self.kind.mend,
            "example": self.example,
        }


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Only those that keep the policy from being compiled."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """By place in the text, each once; beyond `MOST_PROBLEMS` one problem says how many more there are."""
    seen = dict.fromkeys(problems)
    ordered = sorted(seen, key=lambda p: (p.place or Place("", 0, 0), p.code, p.message))
    if len(ordered) <= MOST_PROBLEMS:
        return tuple(ordered)
    worst_first = [p for p in ordered if p.severity is Severity.ERROR] + [
        p for p in ordered if p.severity is Severity.WARNING
    ]
    kept = worst_first[: MOST_PROBLEMS - 1]
    rest = len(ordered) - len(kept)
    return (*in_order(kept), Problem("too-many-problems", f"and {rest} more problems that are not listed"))


def _error(title: str, why: str, mend: str) -> ProblemKind:
    return ProblemKind(Severity.ERROR, title, why, mend)


def _warning(title: str, why: str, mend: str) -> ProblemKind:
    return ProblemKind(Severity.WARNING, title, why, mend)


_DOCUMENT = {
    "too-big": _error(
        "The document is too big",
        "A policy is meant to be read by people; a text this large is a mistake or an attack, so it is not read.",
        "Keep the policy under 1 MB and 100,000 values; move data such as product lists out of it.",
    ),
    "too-deep": _error(
        "Nested too deeply",
        "No clause needs so many levels; such a document is a mistake or an attack.",
        "Take out the extra levels of nesting.",
    ),
    "too-many-aliases": _error(
        "Too many aliases",
        "Aliases that repeat aliases can make a small file grow without bound.",
        "Write the repeated part out where it is needed.",
    ),
    "bad-encoding": _error(
        "Not UTF-8 text",
        "Letters would come out wrong on the page that customers read.",
        'Save the file as "UTF-8".',
    ),
    "bad-character": _error(
        "Invisible control character",
        "A character nobody can see would end up in rules and texts.",
        "Delete the character; it often comes from copying out of another program.",
    ),
    "bad-yaml": _error(
        "The text is not well-formed",
        "The program cannot tell what belongs to what, so it does not guess.",
        "Compare the indentation and the punctuation with the lines around it.",
    ),
    "tab-indent": _error(
        "Tab used for indentation",
        "A tab is as wide as each editor likes, so it cannot say what belongs to what.",
        "Use spaces, two per level.",
    ),
    "unsupported-yaml": _error(
        "Part of YAML that policies do not use",
        "The policy language keeps to the plain part of YAML, so that every reader sees the same meaning.",
        "Write it without tags, directives, merge keys, complex keys or several documents.",
    ),
    "duplicate-key": _error(
        "The same key twice",
        "Only one of them could count, and readers would not know which.",
        "Keep one of the two.",
    ),
    "empty-document": _error(
        "Nothing is written",
        "There is no policy to follow.",
        "Start with `dangol: 1` and a `business` section.",
    ),
    "too-many-problems": _error(
        "More problems than are listed",
        "A list this long usually has one cause.",
        "Mend the first ones and check again.",
    ),
}

_SHAPE = {
    "unknown-key": _error(
        "Unknown key",
        "A key the language does not know would be ignored, and the rule would not do what it says.",
        "Take the key out or correct its name.",
    ),
    "missing-key": _error(
        "Missing key",
        "Without it the clause has no meaning.",
        "Add the key.",
    ),
    "wrong-type": _error(
        "The wrong kind of value",
        "The value cannot be understood as what the clause needs.",
        "Write the kind of value the message names.",
    ),
    "bad-value": _error(
        "A value that cannot be",
        "The clause could not be carried out with it.",
        "Write a value the message allows.",
    ),
    "unknown-choice": _error(
        "Not one of the possible words",
        "Only the listed words have a meaning here.",
        "Choose one of the listed words.",
    ),
    "unknown-kind": _error(
        "One kind must be chosen",
        "The clause could mean several things, or nothing.",
        "Write exactly one of the kinds the message lists.",
    ),
    "bad-number": _error(
        "Number out of bounds",
        "The amount is outside of what the clause can mean.",
        "Write a number within the bounds the message names.",
    ),
    "bad-money": _error(
        "Not an amount of money",
        "Amounts are exact and in the currency of the business.",
        'Write it like 3000, "12.50" or "3000 KRW".',
    ),
    "bad-currency": _error(
        "Unknown currency",
        "Every amount in the policy is counted in it.",
        "Use an ISO 4217 code such as KRW, VND, BYN or USD.",
    ),
    "bad-rate": _error(
        "Not a rate",
        "5 and 5% are a hundredfold apart, so the sign must be there.",
        "Write it with a percent sign, like 5% or 1.5%.",
    ),
    "bad-duration": _error(
        "Not a length of time",
        "A term needs an amount and a unit.",
        "Write it like 30 minutes, 2 business hours, 7 days or 12 months.",
    ),
    "bad-date": _error("Not a date", "The rule could not tell which day is meant.", "Write it like 2026-12-31."),
    "bad-instant": _error(
        "Not an instant",
        "The example could not tell when it happens.",
        "Write it like 2026-12-01T12:00 or, with its offset, 2026-12-01T12:00:00+09:00.",
    ),
    "bad-range": _error(
        "Not a range",
        "The rule could not tell when it starts and ends.",
        "Write days like 2026-12-01..2026-12-31 and times like 09:00-18:00.",
    ),
    "bad-text": _error(
        "Not a text",
        "Customers and staff read it.",
        "Write words, or words by language: {ko: …, en: …}.",
    ),
    "bad-id": _error(
        "Not an id",
        "Decisions and records name a clause by its id for ever.",
        "Use small letters, digits and hyphens, like tenth-visit-dessert.",
    ),
    "bad-zone": _error(
        "Unknown time zone",
        "Days and opening hours are counted in it.",
        "Use an IANA name such as Asia/Seoul, Asia/Ho_Chi_Minh or Europe/Minsk.",
    ),
    "bad-language": _error(
        "Not a language code",
        "Texts are shown to customers by language.",
        "Use a code such as ko, en, vi or be.",
    ),
    "bad-country": _error(
        "Unknown country or region",
        "Public holidays and legal rules are looked up by it.",
        "Use an ISO 3166 code such as KR, VN, BY or US.",
    ),
    "bad-version": _error(
        "Unknown language version",
        "The meaning of a clause depends on the version of the language it is written in.",
        "Write `dangol: 1`.",
    ),
}

_MEANING = {
    "duplicate-id": _error(
        "The same id twice",
        "Records name a clause by its id; two with one id cannot be told apart.",
        "Give one of them another id.",
    ),
    "unknown-reference": _error(
        "Refers to something that is not there",
        "The rule would never apply, or apply to nobody.",
        "Use an id that exists, or add what is missing.",
    ),
    "duplicate-tier-threshold": _error(
        "Two tiers start at the same amount",
        "A customer exactly there would have two tiers.",
        "Give each tier its own threshold.",
    ),
    "unordered-tiers": _error(
        "Tiers out of order",
        "The list is read from the lowest tier to the highest.",
        "Order the levels by `from`, the lowest first.",
    ),
    "unreachable-tier": _error(
        "A tier nobody can reach",
        "Customers are promised something that cannot happen.",
        "Lower the threshold, or take the tier out.",
    ),
    "no-first-tier": _warning(
        "No tier starts at zero",
        "Everybody holds at least the first tier, so its threshold has no effect.",
        "Let the lowest tier start at 0.",
    ),
    "worse-tier": _error(
        "A higher tier is worse than a lower one",
        "A customer who rises would lose something, and will complain with good reason.",
        "Give the higher tier at least what the lower one has.",
    ),
    "unreachable-promotion": _error(
        "A promotion that can never apply",
        "Customers and staff are told of something that cannot happen.",
        "Change the condition that cannot be met, or take the promotion out.",
    ),
    "never-runs": _error(
        "Never runs",
        "The dates, weekdays and hours leave no moment at which it applies.",
        "Widen the dates, weekdays or hours.",
    ),
    "never-opens": _error(
        "A calendar that never opens",
        "A clock on this calendar would never run out.",
        "Give the calendar at least one opening window.",
    ),
    "calendar-contradiction": _error(
        "A date is said to be both open and closed",
        "Customers would stand before a closed door, or a clock would run wrong.",
        "Keep the date in one of the lists.",
    ),
    "contradiction": _error(
        "Two clauses contradict each other",
        "The same basket would get two different answers.",
        "Decide which of the two is meant and change the other.",
    ),
    "defeats-threshold": _error(
        "A discount that defeats its own threshold",
        "The customer reaches the amount and falls below it through the discount, so it comes and goes.",
        "Measure the amount before discounts.",
    ),
    "costs-more": _warning(
        "A discount that can cost the customer more",
        "It takes the basket below what another offer asks for, so the customer would pay less without it.",
        "Measure the other offer's amount before discounts, or lower it.",
    ),
    "points-worth-too-much": _error(
        "Points are worth more than they cost to earn",
        "A customer gets back at least as much as was paid: every purchase loses money.",
        "Lower the earn rate or the worth of a point.",
    ),
    "review-passed": _warning(
        "The day of a review has passed",
        "A clause that nobody reads again goes on promising what the business may no longer mean.",
        "Read the clause, mend it if need be, and write the day of the next review.",
    ),
    "redeem-never": _error(
        "Points can never be used",
        "Customers collect something that is worth nothing.",
        "Make the minimum, the step and the share that may be paid with points fit together.",
    ),
    "expires-before-usable": _error(
        "Points expire before they can be used",
        "Customers would lose points they never had the use of.",
        "Make the time until expiry longer than the time pending.",
    ),
    "pending-shorter-than-return": _warning(
        "Points become usable before the return window closes",
        "Goods can be returned after the points were spent.",
        "Let points pend at least as long as goods may be returned.",
    ),
    "missing-return-rule": _error(
        "No return rule",
        "When part of it comes back nobody knows what is refunded; this is where quarrels begin.",
        "Add `on_return: net-price` or `on_return: reprice-kept`.",
    ),
    "unbounded-budget": _error(
        "A cost without a bound",
        "The owner asked for a bound on what promotions may cost.",
        "Add `limit: {budget: …}` or `limit: {total: …}`.",
    ),
    "discount-above-price": _error(
        "A discount above the price",
        "Nothing can cost less than nothing.",
        "Lower the discount to at most 100%.",
    ),
    "code-used-twice": _error(
        "One code for two promotions",
        "A customer who types the code would not know which of the two it stands for.",
        "Give each promotion its own code.",
    ),
    "statutory-cap": _error(
        "More than the law allows",
        "The authorities may forbid the promotion and fine the business.",
        "Stay within the limit, or confirm with counsel.",
    ),
    "figure-differs": _error(
        "The wording names a figure the rule does not have",
        "Customers read one figure and get another.",
        "Correct the figure in `says`, or the rule.",
    ),
    "missing-language": _warning(
        "A language is missing",
        "Customers who read that language see another one instead.",
        "Add the text in that language.",
    ),
    "clause-without-example": _warning(
        "A clause no example exercises",
        "Nobody has shown that the clause does what was meant.",
        "Add an example under `examples:`.",
    ),
    "notice-too-short": _warning(
        "Customers are told too late",
        "A promotion nobody heard of brings nobody, and a change without notice angers those it hurts.",
        "Give notice at least 3 days before.",
    ),
    "no-effect": _warning(
        "An entry that has no effect",
        "It looks as if it changed something, and it hides what does.",
        "Take it out, or correct it.",
    ),
    "no-calendar": _warning(
        "Business time without a calendar",
        "Business days and hours are counted from Monday to Friday, holidays too; you may be open at other times.",
        "Write a calendar under `calendars:` and name it in `business: {calendar: …}`.",
    ),
    "lost-benefit": _warning(
        "A higher tier lacks a benefit of a lower one",
        "Benefits are not inherited: a customer who rises would lose it.",
        "Repeat the benefit at the higher tier, or leave it out knowingly.",
    ),
    "statutory-floor": _error(
        "Less than the law demands",
        "The authorities may forbid the announcement and fine the business.",
        "Do what the law demands, or confirm with counsel.",
    ),
    "vague-wording": _warning(
        "Vague wording",
        "Everyone reads something else into it, and nobody can be held to it.",
        "Name a figure: by when, how much, how often.",
    ),
    "no-person": _error(
        "A machine, and no way to a person",
        "A customer whom the machine does not understand is left alone.",
        "Add `person_within:`, or let a person answer first.",
    ),
    "never-sent": _error(
        "Messages that can never go out",
        "They would wait for ever, and nobody would notice.",
        "Leave at least one hour of the day open.",
    ),
    "clock-order": _error(
        "Clocks in an impossible order",
        "What must come first would be late before it is due.",
        "Give the earlier step the shorter time.",
    ),
    "overlapping-standards": _error(
        "Two standards for one case",
        "Nobody could say which of the two the customer can count on.",
        "Make one of them narrower in every way, or let them name different cases.",
    ),
    "nobody-responsible": _error(
        "A promise nobody is responsible for",
        "What is everybody's task is done by nobody, and the customer waits.",
        "Name the roles that decide, or that do it.",
    ),
    "endless-escalation": _error(
        "A way up without an end",
        "The case would be handed on for ever, and nobody would decide.",
        "Let the last level keep its cases.",
    ),
    "accountability": _error(
        "Not exactly one who answers for it",
        "Two who answer for one step wait for each other; with none it is left undone.",
        "Name one role under `accountable`; others help.",
    ),
    "dead-end": _error(
        "A way that leads to no end",
        "Staff would stand before a customer and not know how to go on.",
        "Lead it to an end.",
    ),
    "unreachable-step": _error(
        "A step nothing leads to",
        "It is written for nobody, and hides that a way is missing.",
        "Lead to it from another step, or take it out.",
    ),
    "empty-segment": _error(
        "A group nobody can belong to",
        "Whatever is done for it is done for nobody.",
        "Change one of the marks that rule each other out.",
    ),
    "weak-ground": _error(
        "Sensitive data on a weak ground",
        "Data about health and the body may not be used because the business would like to.",
        "Ask for consent, or name the law that demands it.",
    ),
    "no-evidence": _warning(
        "A picture that rests on nothing",
        "What is only imagined about customers leads the business astray.",
        "Name what shows it under `evidence:`, and a `segment:`.",
    ),
    "style-broken": _warning(
        "A text against the business's own style",
        "Staff learn from what is written here.",
        "Say it as the style has it.",
    ),
    "no-fatigue-limit": _warning(
        "Customers may be asked without end",
        "Who is asked too often no longer answers, and the figures lie.",
        "Write under `fatigue:` how often at most.",
    ),
    "goal-unserved": _warning(
        "A goal that hangs in the air",
        "A goal no clause serves, or that moves nothing, is a wish.",
        "Name what serves it under `served_by:`, and the figures it should move under `moves:`.",
    ),
    "serves-no-goal": _warning(
        "A clause that serves no goal",
        "It costs time and money, and nobody knows what for.",
        "Name it, or its section, under a goal's `served_by:`, or take it out.",
    ),
    "promise-without-figure": _warning(
        "A promise nobody measures",
        "Whether it is kept remains a matter of opinion.",
        "Say under `reached:` in which share of cases it is kept, or add a figure `standards met`.",
    ),
    "promise-without-remedy": _warning(
        "A promise without consequence",
        "A promise that may be broken for nothing is not believed.",
        "Say under `if_missed:` what the customer gets when it is not kept.",
    ),
    "promise-without-limits": _warning(
        "A promise without limits",
        "Nobody can keep one promise for everything that may come, and customers will hold you to it.",
        "Name the kinds of case, channels, tiers or severities it is about.",
    ),
    "harms-customer": _warning(
        "A clause that harms customers",
        "Hidden costs and needless burdens cost more trust than they save money.",
        "Take the cost or the burden away, or tell why it must be.",
    ),
    "outside-focus": _warning(
        "Benefits go to customers outside the focus",
        "The money works against the group the business turns to.",
        "Change what these clauses give, or the segment in focus.",
    ),
    "counsel-confirmed": _warning(
        "Less than the law demands, confirmed by counsel",
        "Laws change, and so do the reasons for an exception.",
        "Ask counsel again before each review of the policy.",
    ),
    "example-differs": _error(
        "An example does not come out as expected",
        "Either the rule or the expectation is not what was meant; until they agree the version cannot be published.",
        "Correct the rule or the expectation.",
    ),
}

REGISTRY: dict[str, ProblemKind] = {**_DOCUMENT, **_SHAPE, **_MEANING}
"""Every code there is, in the order of the pipeline: the document, its shape, its meaning."""
