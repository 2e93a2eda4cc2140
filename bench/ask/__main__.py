"""Hit rate and latency of `dangol ask` over the ready policies, on questions of our own in four languages.

A question is hit when every clause it is labelled with is among the first three of the answer; one that the policy does
not answer is refused rightly when the answer names no clause. Half of the questions served to develop the search, the
other half is held out and alone counts in the last line. Latency is that of an answer by a policy that was asked
before; the first question of each policy and language also builds its index, and is told apart.
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dangol_policy.ask import ask
from dangol_policy.compile import Compiled, compile_policy
from dangol_policy.load import load

HERE = Path(__file__).parent
POLICIES = HERE.parents[1] / "policies"
AT = dt.datetime(2026, 5, 20, 3, tzinfo=dt.UTC)
FIRST = 3
ROUNDS = 3
LANGUAGES = ("ko", "en", "vi", "be")


@dataclass(frozen=True, slots=True)
class Question:
    """One labelled question; without clauses the policy does not answer it."""

    half: str
    language: str
    policy: str
    words: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it."""

    question: Question
    first: tuple[str, ...]
    right: bool


def questions(path: Path = HERE / "questions.txt") -> Iterator[Question]:
    """The labelled questions, in the order of the file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            half, language, policy, words, clauses = (part.strip() for part in line.split("|"))
            yield Question(half, language, policy, words, tuple(clauses.split()))


def policies(names: Iterable[str]) -> dict[str, Compiled]:
    """The ready policies, compiled."""
    found = {}
    for name in names:
        result = load(POLICIES / f"{name}.yaml")
        assert result.policy is not None
        found[name] = compile_policy(result.policy, digest=result.digest)
    return found


def outcome(rules: Compiled, question: Question) -> Outcome:
    """Asks, and compares with the label."""
    answer = ask(rules, question.words, at=AT, language=question.language)
    first = tuple(one.clause for one in answer.clauses[:FIRST])
    right = set(question.clauses) <= set(first) if question.clauses else answer.silent
    return Outcome(question, first, right)


def share(outcomes: Iterable[Outcome]) -> float:
    """Part of the outcomes that are right."""
    known = list(outcomes)
    return round(sum(one.right for one in known) / len(known), 3) if known else 0.0


def main() -> None:
    asked = list(questions())
    rules = policies({one.policy for one in asked})
    cold, warm = [], []
    for first in {(one.policy, one.language): one for one in asked}.values():
        begun = time.perf_counter()
        outcome(rules[first.policy], first)
        cold.append((time.perf_counter() - begun) * 1000)
    for _ in range(ROUNDS):
        for one in asked:
            begun = time.perf_counter()
            outcome(rules[one.policy], one)
            warm.append((time.perf_counter() - begun) * 1000)
    outcomes = [outcome(rules[one.policy], one) for one in asked]
    for half in ("dev", "held"):
        for language in LANGUAGES:
            those = [one for one in outcomes if (one.question.half, one.question.language) == (half, language)]
            answered = [one for one in those if one.question.clauses]
            silent = [one for one in those if not one.question.clauses]
            hits, silences = f"{share(answered):.3f} of {len(answered)}", f"{share(silent):.3f} of {len(silent)}"
            print(f"{half:5} {language}  hit {hits}   refused rightly {silences}")
    if "--wrong" in sys.argv:
        # Only of the half that serves development: the other one must stay unseen.
        for missed in (told for told in outcomes if not told.right and told.question.half == "dev"):
            print(missed.question.language, missed.question.words, missed.question.clauses, missed.first)
    p95 = statistics.quantiles(warm, n=20)[18]
    print(
        f"warm: median {statistics.median(warm):.1f} ms, p95 {p95:.1f} ms; first question: at most {max(cold):.0f} ms"
    )
    held = [told for told in outcomes if told.question.half == "held"]
    answered = [told for told in held if told.question.clauses]
    print(
        json.dumps(
            {
                "hit_rate": {
                    language: share(one for one in answered if one.question.language == language)
                    for language in LANGUAGES
                },
                "refused_rightly": share(one for one in held if not one.question.clauses),
                "p95_ms": round(p95, 1),
                "n": len(held),
            }
        )
    )


if __name__ == "__main__":
    main()
