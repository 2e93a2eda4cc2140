"""The policy text a business already has: read part by part, and what a person confirms becomes a working draft."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from dangol.facts.actions import Answer
from dangol.flows import drafting
from dangol_policy import words
from dangol_policy.load import load
from dangol_policy.reading import LONGEST, Quote, Reading, read, take
from dangol_policy.reading import OtherCurrency as OtherCurrency
from dangol_policy.start import Answers, StepShown, read_answers, step_shown
from dangol_policy.start import NotReady as NotReady
from dangol_policy.start.parts import title
from dangol_policy.start.phrases import find
from dangol_policy.start.places import COUNTRIES
from dangol_policy.start.writing import in_one_line

MOST_QUOTES = 8
"""Quotes of a part that are shown; the others are counted."""
_ABOUT = ("name", "industry", "country", "languages")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a quote, and whether they are vague."""

    text: str
    vague: bool


@dataclass(frozen=True, slots=True)
class PartView:
    """One part of a policy: present, vague or missing in the text, with its words."""

    id: str
    title: str
    status: str
    quotes: tuple[tuple[Piece, ...], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A clause the text surely holds: in words, as the document would have it, and the words it was read from."""

    id: str
    part: str
    says: str
    document: str
    quotes: tuple[str, ...]
    needs: bool
    """Whether it cannot stand without another clause."""
    ticked: bool


@dataclass(frozen=True, slots=True)
class AskedView:
    """Words of the text that leave a question open."""

    part: str
    quote: str
    question: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What was found in a text, in the reader's language."""

    text: str
    parts: tuple[PartView, ...]
    proposals: tuple[ProposalView, ...]
    asked: tuple[AskedView, ...]
    cut: bool
    longest: int
    about: StepShown


def look(text: str, *, ticked: Collection[str], about: Mapping[str, Sequence[str]], language: str) -> ReadingView:
    """Reads a text. Nothing is kept of it; `ticked` and `about` are what the reader chose so far."""
    reading = read(text)
    answers = _about(reading, about)
    return ReadingView(
        text=reading.text,
        parts=tuple(_part(reading, number, language) for number in range(len(reading.parts))),
        proposals=tuple(_proposals(reading, ticked, answers, language)),
        asked=tuple(
            AskedView(title(one.part, language), one.quote.text, find("unsure", one.rule)[language])
            for one in reading.asked
        ),
        cut=reading.cut,
        longest=LONGEST,
        about=step_shown("business", answers, language),
    )


def make_draft(
    *, text: str, ticked: Collection[str], about: Mapping[str, Sequence[str]], request: str, by: str, at: datetime
) -> Answer:
    """A working draft with the clauses that were ticked. Raises NotReady and OtherCurrency; then nothing is made."""
    taken = take(read(text), ticked, read_answers({key: about.get(key, ()) for key in _ABOUT}))
    name = next(iter(about.get("name", ())), "")
    return drafting.open_draft(text=taken.text, title=name, request=request, by=by, at=at)


def _about(reading: Reading, about: Mapping[str, Sequence[str]]) -> Answers:
    """What the reader chose; until they chose, the country in whose money or language the text is, if only one is."""
    given = {key: list(about[key]) for key in _ABOUT if about.get(key)}
    if "country" not in given:
        currencies = {one.currency for one in reading.proposals if one.currency}
        marks = currencies or set(reading.languages[:1])
        fitting = [
            code for code, country in COUNTRIES.items() if marks in ({country.currency}, {country.language} - {"en"})
        ]
        given["country"] = fitting if len(fitting) == 1 else []
    return read_answers(given)


def _part(reading: Reading, number: int, language: str) -> PartView:
    part = reading.parts[number]
    shown = sorted(part.quotes, key=lambda quote: all(one.quote != quote for one in part.vague))[:MOST_QUOTES]
    places = [(one.start, one.end) for one in part.vague]
    return PartView(
        part.id,
        title(part.id, language),
        part.status,
        tuple(_pieces(reading.text, quote, places) for quote in sorted(shown, key=lambda quote: quote.start)),
        len(part.quotes) - len(shown),
    )


def _pieces(text: str, quote: Quote, vague: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """The quote with its vague words apart."""
    pieces, at = [], quote.start
    for start, end in sorted(vague):
        if at <= start and end <= quote.end:
            pieces += [Piece(text[at:start], False), Piece(text[start:end], True)]
            at = end
    pieces.append(Piece(text[at : quote.end], False))
    return tuple(piece for piece in pieces if piece.text)


def _proposals(reading: Reading, ticked: Collection[str], answers: Answers, language: str) -> Iterator[ProposalView]:
    said = {
        currency: _said(reading, currency, answers, language)
        for currency in {one.currency for one in reading.proposals}
    }
    for one in reading.proposals:
        yield ProposalView(
            id=one.id,
            part=title(one.part, language),
            says=said[one.currency].get(str(one.clause.get("id", one.place)), ""),
            document=f"{one.place}: {in_one_line(one.clause)}",
            quotes=tuple(quote.text for quote in one.quotes),
            needs=bool(take(reading, [one.id], _anywhere(one.currency, answers)).left_out),
            ticked=one.id in ticked,
        )


def _said(reading: Reading, currency: str, answers: Answers, language: str) -> dict[str, str]:
    """What all clauses of this currency say together, by the clause."""
    alike = [one.id for one in reading.proposals if one.currency in ("", currency)]
    policy = load(take(reading, alike, _anywhere(currency, answers)).text).policy
    return {} if policy is None else {one.clause: one.text for one in words.sentences(policy, language)}


def _anywhere(currency: str, answers: Answers) -> Answers:
    """The business as far as it is known, in a country with this currency: enough to say a clause."""
    countries = [code for code, country in COUNTRIES.items() if country.currency == currency]
    return read_answers(
        {
            "name": answers.many("name") or ("–",),
            "industry": answers.many("industry") or ("shop",),
            "country": tuple(countries[:1]) or answers.many("country") or ("KR",),
        }
    )
