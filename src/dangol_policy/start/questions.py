"""The questions of the interview: which are asked after what was answered, and what can be answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dangol_policy.start.places import COUNTRIES, GOODS, HOURS, INDUSTRIES, Country
from dangol_policy.values import LANGUAGES

Step = Literal["business", "regulars", "returns", "complaints", "reach", "bodies", "privacy"]
STEPS: tuple[Step, ...] = ("business", "regulars", "returns", "complaints", "reach", "bodies", "privacy")
"""The pages of the interview, in order."""
LATER = "later"
"""Chosen by whoever has not decided; the same as no answer."""
LONGEST_TEXT = 200
"""Characters of a text somebody types."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered so far: each answer is offered by its question, and its question was asked."""

    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, question: str) -> str | None:
        """The only answer; None when it was not answered."""
        return next(iter(self.given.get(question, ())), None)

    def many(self, question: str) -> tuple[str, ...]:
        """All answers, in the order in which they are offered."""
        return self.given.get(question, ())

    def says(self, question: str, *answers: str) -> bool:
        """Whether one of these is the answer."""
        return self.one(question) in answers

    @property
    def country(self) -> Country | None:
        """Where the business is."""
        return COUNTRIES.get(self.one("country") or "")

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages of the policy: the first is that of the country when it was chosen, or when none was."""
        own = self.country.language if self.country else "en"
        chosen = self.many("languages") or (own,)
        return tuple(sorted(chosen, key=lambda language: language != own))

    @property
    def goods(self) -> bool:
        """Whether customers carry things away that may come back."""
        return self.one("industry") in GOODS


Offers = Callable[[Answers], tuple[str, ...]]


def _always(answers: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `offers` are the answers to choose from; a question of kind text has none.

    `open` says whether it stays an open point when it is not answered.
    """

    id: str
    step: Step
    kind: Literal["one", "many", "text"] = "one"
    offers: Offers = lambda answers: ()
    asked: Callable[[Answers], bool] = _always
    needed: bool = False
    open: bool = True


def _of(*offers: str) -> Offers:
    return lambda answers: offers


def _amounts(pick: Callable[[Country], tuple[int, ...]], *before: str) -> Offers:
    """Amounts as the currency of the country has them."""
    return lambda answers: (*before, *(str(one) for one in (pick(answers.country) if answers.country else ())))


def _windows(answers: Answers) -> tuple[str, ...]:
    """Days in which goods come back: nothing shorter than the law of the country."""
    least = answers.country.window.get(answers.one("industry") or "", 0) if answers.country else 0
    days = tuple(f"{days} days" for days in (7, 14, 30) if days >= least)
    return days if least else ("none", *days)


_REFUNDS = {"1 day": 1, "3 business days": 3, "7 days": 7, "14 days": 14}


def _refunds(answers: Answers) -> tuple[str, ...]:
    most = _REFUNDS[answers.country.refund] if answers.country else 14
    return tuple(time for time, days in _REFUNDS.items() if days <= most)


def _gifts(answers: Answers) -> tuple[str, ...]:
    by_industry = {"restaurant": ("dessert", "drink", "side-dish"), "salon": ("care", "small-gift", "drink")}
    return by_industry.get(answers.one("industry") or "", ("small-gift", "drink"))


def _is_goods(answers: Answers) -> bool:
    return answers.goods


def _takes_back(answers: Answers) -> bool:
    return answers.goods and answers.one("returns.window") not in (None, "none")


def _sends_back(answers: Answers) -> bool:
    return _takes_back(answers) and not answers.says("industry", "shop")


def _kind(*kinds: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.says("industry", *kinds)


def _regulars(kind: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.says("regulars.kind", kind)


def _way(way: str) -> Callable[[Answers], bool]:
    return lambda answers: way in answers.many("reach.ways")


def _writes(answers: Answers) -> bool:
    return any(way in answers.many("reach.ways") for way in ("email", "messenger", "web"))


def _keeps(answers: Answers) -> bool:
    return bool(answers.many("privacy.what"))


def _states(answers: Answers) -> tuple[str, ...]:
    """Whoever buys unseen may open it to look at it."""
    return tuple(one for one in STATES if one != "unopened" or not answers.says("industry", "webshop"))


def _persons(answers: Answers) -> tuple[str, ...]:
    """Whoever wants a person waits no longer than anybody waits for an answer."""
    return TIMES[: TIMES.index(answers.one("reach.answer") or TIMES[-1]) + 1]


TIMES = ("1 business hour", "4 business hours", "1 business day")
"""Promised times to choose from, the shortest first."""
_TIMES = _of(*TIMES)
STATES = ("unused", "unopened", "original packaging", "receipt")
_YES = _of("yes", "no")

QUESTIONS: tuple[Question, ...] = (
    Question("name", "business", "text", needed=True),
    Question("industry", "business", "one", _of(*INDUSTRIES), needed=True),
    Question("country", "business", "one", _of(*COUNTRIES), needed=True),
    Question("languages", "business", "many", _of(*LANGUAGES), open=False),
    Question("regulars.kind", "regulars", "one", _of("card", "points", "none")),
    Question("card.every", "regulars", "one", _of("5", "8", "10", "12"), _regulars("card")),
    Question("card.first", "regulars", "one", _YES, _regulars("card")),
    Question("card.gift", "regulars", "one", _gifts, _regulars("card")),
    Question("card.minimum", "regulars", "one", _amounts(lambda country: country.visits, "0"), _regulars("card")),
    Question("card.valid", "regulars", "one", _of("30 days", "60 days", "90 days", "never"), _regulars("card")),
    Question("points.rate", "regulars", "one", _of("1%", "2%", "3%", "5%"), _regulars("points")),
    Question("points.minimum", "regulars", "one", _amounts(lambda country: country.points), _regulars("points")),
    Question("points.expire", "regulars", "one", _of("12 months", "24 months", "never"), _regulars("points")),
    Question("returns.dish", "returns", "one", _of("1 day", "3 days"), _kind("restaurant")),
    Question("returns.redo", "returns", "one", _of("7 days", "14 days"), _kind("salon")),
    Question("returns.packaged", "returns", "one", _of("none", "7 days", "14 days"), _kind("restaurant", "salon")),
    Question("returns.window", "returns", "one", _windows, _is_goods),
    Question("returns.state", "returns", "many", _states, _takes_back),
    Question("returns.way", "returns", "one", _of("customer", "business"), _sends_back),
    Question("returns.refund", "returns", "one", _refunds),
    Question("returns.warranty", "returns", "one", _of("none", "12 months", "24 months"), _is_goods),
    Question("complaints.answer", "complaints", "one", _TIMES),
    Question("complaints.solve", "complaints", "one", _of("3 business days", "5 business days", "10 business days")),
    Question("complaints.alone", "complaints", "one", _amounts(lambda country: country.alone, "0")),
    Question("complaints.missed", "complaints", "one", _of("explain", "nothing")),
    Question("reach.hours", "reach", "one", _of(*HOURS)),
    Question("reach.ways", "reach", "many", _of("store", "phone", "email", "messenger", "web")),
    Question("reach.phone", "reach", "text", asked=_way("phone")),
    Question("reach.email", "reach", "text", asked=_way("email")),
    Question("reach.legal", "reach", "text"),
    Question("reach.answer", "reach", "one", _TIMES),
    Question("reach.first", "reach", "one", _of("person", "machine"), _writes),
    Question("reach.person", "reach", "one", _persons, lambda answers: answers.says("reach.first", "machine")),
    Question("bodies.join", "bodies", "one", _YES),
    Question("bodies.name", "bodies", "text", asked=lambda answers: answers.says("bodies.join", "yes")),
    Question("privacy.what", "privacy", "many", _of("contact", "purchases", "birthday", "address", "health")),
    Question("privacy.keep", "privacy", "one", _of("12 months", "24 months", "36 months"), _keeps),
    Question("privacy.advertising", "privacy", "one", _YES),
    Question("privacy.officer", "privacy", "text", asked=_keeps),
)
"""All of them, in the order in which they are asked; a question may depend on those before it."""


def read_answers(raw: Mapping[str, Sequence[str]]) -> Answers:
    """What can be used of answers as they came: of questions that are asked, and answers that are offered."""
    given: dict[str, tuple[str, ...]] = {}
    for question in QUESTIONS:
        so_far = Answers(given)
        if not question.asked(so_far):
            continue
        if question.kind == "text":
            kept = tuple(text for one in raw.get(question.id, ())[:1] if (text := tidy(one)))
        else:
            chosen = raw.get(question.id, ())
            kept = tuple(one for one in question.offers(so_far) if one in chosen)
            kept = kept if question.kind == "many" else kept[:1]
        if kept:
            given[question.id] = kept
    return Answers(given)


def tidy(text: str) -> str:
    """A typed text on one line, without characters that cannot be seen, and not longer than `LONGEST_TEXT`."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(seen.split())[:LONGEST_TEXT].strip()


def step_named(name: str) -> Step:
    """The page of this name. Raises KeyError."""
    return {str(one): one for one in STEPS}[name]


def step_of(question: str) -> Step:
    """The page a question stands on. Raises KeyError."""
    return {one.id: one.step for one in QUESTIONS}[question]


def of_step(step: Step) -> tuple[str, ...]:
    """Every question that can stand on a page."""
    return tuple(one.id for one in QUESTIONS if one.step == step)


def asked(answers: Answers, step: Step | None = None) -> tuple[Question, ...]:
    """The questions that are asked after these answers; of one step, or all."""
    return tuple(one for one in QUESTIONS if step in (None, one.step) and one.asked(answers))


def unanswered(answers: Answers) -> tuple[Question, ...]:
    """Questions that were asked and stay open."""
    return tuple(one for one in asked(answers) if one.open and one.id not in answers.given)


def ready(answers: Answers) -> bool:
    """Whether what a policy cannot be without was answered."""
    return all(one.id in answers.given for one in QUESTIONS if one.needed)
