"""Reads an existing policy text: what is there, what is vague, what is missing; clauses it surely holds; what to ask.

Nothing is invented: every part, proposal and question carries the words of the text it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from dangol_policy.reading.atoms import atoms
from dangol_policy.reading.quotes import LONGEST, Quote, composed, languages_of, quotes
from dangol_policy.reading.rules import HEDGED, RULES, Clause, Rule, has
from dangol_policy.reading.topics import parts_of
from dangol_policy.reading.vague import Vague, vague_in
from dangol_policy.start.parts import PARTS, Part

Status = Literal["present", "vague", "missing"]


@dataclass(frozen=True, slots=True)
class PartFound:
    """One part of a policy, and the words of the text that are about it."""

    id: Part
    status: Status
    quotes: tuple[Quote, ...]
    vague: tuple[Vague, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A clause that the quoted words surely say. `currency` is that of its amounts, empty when it has none.

    `place` is where the document has it, keys with dots between them.
    """

    id: str
    rule: str
    place: str
    part: Part
    clause: Clause
    quotes: tuple[Quote, ...]
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that are about such a clause and do not say enough to make it."""

    rule: str
    part: Part
    quote: Quote


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was found in a text. Quotes count characters in `text`, its composed form."""

    text: str
    languages: tuple[str, ...]
    parts: tuple[PartFound, ...]
    proposals: tuple[Proposal, ...]
    asked: tuple[Asked, ...]
    cut: bool
    """Whether the text was longer than what is read."""


def read(text: str) -> Reading:
    """Reads a policy text of any length up to `LONGEST`; never raises on bad content."""
    whole = composed(text)
    found = quotes(whole)
    proposals, asked = _clauses(found)
    return Reading(whole, languages_of(found), tuple(_parts(found)), proposals, asked, len(text) > LONGEST)


def _parts(found: tuple[Quote, ...]) -> Iterator[PartFound]:
    """A sentence is about what it names and about its heading; its vague words count for what it names, if anything."""
    about: dict[Part, list[Quote]] = {part: [] for part in PARTS}
    unclear: dict[Part, list[Vague]] = {part: [] for part in PARTS}
    under: tuple[Part, ...] = ()
    for quote in found:
        named = parts_of(quote.text, quote.language)
        if quote.heading:
            under = named[:1]
            continue
        for part in dict.fromkeys((*under, *named)):
            about[part].append(quote)
        for part in named or under:
            unclear[part] += vague_in(quote)
    for part in PARTS:
        said, vague = tuple(about[part]), tuple(unclear[part])
        yield PartFound(part, "missing" if not said else "vague" if vague else "present", said, vague)


def _clauses(found: tuple[Quote, ...]) -> tuple[tuple[Proposal, ...], tuple[Asked, ...]]:
    read: dict[tuple[str, str], list[tuple[Clause, Quote]]] = {}
    asked: list[Asked] = []
    for quote in found:
        for rule in _about(quote):
            clause = _said(rule, quote)
            if clause is None:
                asked.append(Asked(rule.id, rule.part, quote))
            else:
                read.setdefault((rule.id, str(clause.get("kind") or clause.get("id") or "")), []).append(
                    (clause, quote)
                )
    proposals: list[Proposal] = []
    for (name, _), said in read.items():
        rule = next(one for one in RULES if one.id == name)
        clauses = [clause for clause, _ in said]
        if all(clause == clauses[0] for clause in clauses):
            proposals.append(_proposal(len(proposals) + 1, rule, clauses[0], [quote for _, quote in said]))
        else:
            asked += [Asked(name, rule.part, quote) for _, quote in said]
    return tuple(proposals), tuple(asked)


def _proposal(number: int, rule: Rule, clause: Clause, said: Iterable[Quote]) -> Proposal:
    kept = {key: value for key, value in clause.items() if key != "currency"}
    return Proposal(
        f"{rule.id}-{number}", rule.id, rule.place, rule.part, kept, tuple(said), str(clause.get("currency", ""))
    )


def _about(quote: Quote) -> Iterator[Rule]:
    """The rules whose subject and figure are in the sentence."""
    if quote.language not in HEDGED:
        return
    kinds = {one.kind for one in atoms(quote.text, quote.language)}
    for rule in RULES:
        subject = rule.subject[quote.language]
        if kinds.issuperset(rule.figure) and all(has(words, quote.text) for words in subject):
            yield rule


def _said(rule: Rule, quote: Quote) -> Clause | None:
    if has(rule.blocks[quote.language], quote.text) or tuple(vague_in(quote)):
        return None
    return rule.read(quote.text, quote.language, atoms(quote.text, quote.language))
