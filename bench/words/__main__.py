"""`make bench-words`: precision and recall of the wording checkers on the sentences held out; ends in one JSON object.

`--develop` measures on the other half, `--mistakes` lists what was missed (-) and what was found wrongly (+).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass

from bench.words.corpus import CHECKERS, LANGUAGES, Sentence, sentences
from dangol_policy.wording import Checker, look


@dataclass(frozen=True, slots=True)
class Answer:
    """A labelled sentence and the kinds that the checker found in it."""

    sentence: Sentence
    kinds: frozenset[str]

    @property
    def found(self) -> bool:
        """Whether the checker found anything."""
        return bool(self.kinds)


def answers(checker: str, language: str, *, held_out: bool) -> list[Answer]:
    """What the checker says of one half of the sentences."""
    only = (Checker(checker),)
    half = [one for one in sentences(checker, language) if one.held_out is held_out]
    return [Answer(one, frozenset(found.kind for found in look(one.text, language, checkers=only))) for one in half]


def figures(answered: Sequence[Answer]) -> dict[str, float]:
    """Precision and recall over sentences, and of those found rightly the share whose kind is right too."""
    found = [one for one in answered if one.found]
    right = [one for one in found if one.sentence.faulty]
    faulty = [one for one in answered if one.sentence.faulty]
    named = [one for one in right if one.kinds & one.sentence.kinds]
    return {
        "precision": _share(len(right), len(found)),
        "recall": _share(len(right), len(faulty)),
        "kinds": _share(len(named), len(right)),
        "n": len(answered),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the table, and end with the JSON object."""
    options = _options(arguments)
    measured: dict[str, dict[str, dict[str, float]]] = {}
    print("checker    language            precision  recall  kinds    n")
    for checker in CHECKERS:
        for language in LANGUAGES:
            answered = answers(checker, language, held_out=not options.develop)
            measured.setdefault(checker, {})[language] = figures(answered)
            _print_row(checker, language, answered)
            if not options.develop:
                _print_row("", "  never tuned on", [one for one in answered if one.sentence.fresh])
            if options.mistakes:
                _list_mistakes(answered)
    print(json.dumps({checker: {at: _told(one) for at, one in by.items()} for checker, by in measured.items()}))


def _print_row(checker: str, language: str, answered: Sequence[Answer]) -> None:
    one = figures(answered)
    told = "  ".join(f"{one[key]:{width}.3f}" for key, width in (("precision", 9), ("recall", 6), ("kinds", 5)))
    print(f"{checker:10} {language:18}  {told}  {one['n']:3}")


def _told(one: dict[str, float]) -> dict[str, float]:
    return {key: one[key] for key in ("precision", "recall", "n")}


def _list_mistakes(answered: Sequence[Answer]) -> None:
    for one in answered:
        if one.found != one.sentence.faulty:
            kinds = ", ".join(sorted(one.kinds or one.sentence.kinds))
            print(f"  {'+' if one.found else '-'} {one.sentence.text}  ({kinds})")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.words", description=__doc__)
    parser.add_argument("--develop", action="store_true", help="the half the rules were written with")
    parser.add_argument("--mistakes", action="store_true", help="list the sentences that were judged wrongly")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
