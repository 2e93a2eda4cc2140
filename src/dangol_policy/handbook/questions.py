"""Check questions of a brief: a sentence of the policy with one figure left out, and several figures to choose from.

The same policy, clauses and seed always give the same questions, and exactly one figure of each is right.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, zip_longest

from dangol_policy.handbook.gaps import Gap, gaps, others
from dangol_policy.model.policy import Policy
from dangol_policy.words.names import name_of
from dangol_policy.words.sentences import sentences
from dangol_policy.words.speakers import speaker_for

MOST = 5
"""Most questions of one brief."""
_FEWEST, _WRONG = 2, 3
"""Fewest and most wrong figures beside the right one."""


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """One question: which figure belongs between `lead` and `tail`?"""

    id: str
    """The same for the same seed."""
    clause: str
    ask: str
    """The owner's own question, where the brief of the promotion writes one; else empty."""
    about: str
    """The name of the clause, where only one of its sentences is asked about; else empty."""
    lead: str
    tail: str
    options: tuple[str, ...]
    right: int
    """Place of the right figure among the options, from 0."""
    whole: str
    """The clause as it is, shown once the question was answered."""


@dataclass(frozen=True, slots=True)
class _Source:
    clause: str
    name: str
    ask: str
    text: str
    whole: str
    figures: tuple[Gap, ...]


def check_questions(
    policy: Policy, clauses: Iterable[str], language: str, *, seed: str, most: int = MOST, fresh: Iterable[str] = ()
) -> tuple[CheckQuestion, ...]:
    """At most `most` questions about these clauses, those the owner wrote first, then one per clause and round.

    `fresh` are earlier sentences of the clauses: a figure that did not stand in them is asked about first.
    Raises UnknownLanguage.
    """
    wanted = tuple(dict.fromkeys(clauses))
    said = {one.clause: one.text for one in sentences(policy, language)}
    pool = _figures_of(policy, language)
    known = {gap.value for text in fresh for gap in gaps(text, language)}
    own = [_Source(one[0], "", *one[1:], gaps(one[2], language)) for one in _written(policy, wanted, language, said)]
    named = {clause: _name(policy, language, clause) for clause in wanted}
    generated = [
        _shuffled(clause, named[clause], said[clause], pool, known, seed) for clause in wanted if clause in said
    ]
    random.Random(f"{seed}:order").shuffle(generated)  # noqa: S311  the same for everybody of a brief, nothing to guess
    rounds = (one for group in zip_longest(*generated) for one in group if one is not None)
    neighbours = tuple(gap for figures in pool.values() for gap in figures)
    found = (_question(source, gap, neighbours, language, seed) for source, gap in [*_first_gaps(own), *rounds])
    return tuple(islice(_each_once(one for one in found if one is not None), most))


def _figures_of(policy: Policy, language: str) -> dict[str, tuple[Gap, ...]]:
    """The figures of every clause, found once per policy and language."""
    speaker = speaker_for(policy, language)
    return speaker.once(
        "figures", lambda: {one.clause: gaps(one.text, language) for one in sentences(policy, language)}
    )


def _written(
    policy: Policy, wanted: tuple[str, ...], language: str, said: dict[str, str]
) -> Iterator[tuple[str, str, str, str]]:
    """The questions owners wrote into the briefs of these promotions."""
    for promotion in policy.promotions:
        if promotion.id in wanted and promotion.brief and promotion.id in said:
            for question in promotion.brief.questions:
                answer = question.answer.get(language)
                yield promotion.id, question.ask.get(language), answer, said[promotion.id]


def _first_gaps(sources: list[_Source]) -> Iterator[tuple[_Source, Gap]]:
    yield from ((source, source.figures[0]) for source in sources if source.figures)


def _name(policy: Policy, language: str, clause: str) -> str:
    """What the owner calls a clause; empty where it has no name, and where the name tells a figure."""
    name = name_of(policy, language, clause)
    return "" if name == clause or any(letter.isdigit() for letter in name) else name


_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s(?=\S)")


def _sentence(text: str, gap: Gap) -> tuple[int, int]:
    """Where the sentence that holds the gap begins and ends."""
    edges = [match.start() for match in _SENTENCE_ENDS.finditer(text)]
    begin = max((edge + 1 for edge in edges if edge < gap.start), default=0)
    return begin, min((edge for edge in edges if edge >= gap.end), default=len(text))


def _shuffled(
    clause: str, name: str, text: str, pool: dict[str, tuple[Gap, ...]], known: set[Decimal], seed: str
) -> list[tuple[_Source, Gap]]:
    figures = list(pool.get(clause, ()))
    random.Random(f"{seed}:{clause}").shuffle(figures)  # noqa: S311
    figures.sort(key=lambda gap: gap.value in known)
    source = _Source(clause, name, "", text, text, tuple(figures))
    return [(source, gap) for gap in figures]


def _question(source: _Source, gap: Gap, neighbours: tuple[Gap, ...], language: str, seed: str) -> CheckQuestion | None:
    """None when there are not two wrong figures to choose from beside the right one."""
    wrong = list(islice(others(gap, source.text, neighbours, language), _WRONG))
    if len(wrong) < _FEWEST:
        return None
    written = [gap.written(value, language) for value in (gap.value, *wrong)]
    chance = random.Random(f"{seed}:{source.clause}:{gap.start}:{source.ask}")  # noqa: S311
    begin, end = _sentence(source.text, gap) if source.name else (0, len(source.text))
    chance.shuffle(written)
    return CheckQuestion(
        id=f"{source.clause}.{'own' if source.ask else 'figure'}.{gap.start}",
        clause=source.clause,
        ask=source.ask,
        about=source.name,
        lead=source.text[begin : gap.start],
        tail=source.text[gap.end : end],
        options=tuple(written),
        right=written.index(gap.written(gap.value, language)),
        whole=source.whole,
    )


def _each_once(questions: Iterable[CheckQuestion]) -> Iterator[CheckQuestion]:
    seen: set[str] = set()
    for one in questions:
        if one.id not in seen:
            seen.add(one.id)
            yield one
