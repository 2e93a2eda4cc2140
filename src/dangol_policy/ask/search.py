"""Finds the clauses a question is about: by concepts, by names the policy gives, and by words of the sentences."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dangol_policy.ask.concepts import concepts_in, found_in, lexicon, needles
from dangol_policy.ask.kinds import kinds_of
from dangol_policy.ask.letters import stems
from dangol_policy.model.base import Part
from dangol_policy.model.policy import Policy
from dangol_policy.values import Text
from dangol_policy.words.names import name_of
from dangol_policy.words.sentences import Section, sentences
from dangol_policy.words.speakers import speaker_for

_SAID = 0.35
"""How much a clause is about a concept whose word merely stands in its sentence."""
_WEAK, _STEM, _UNKNOWN, _NAME = 0.6, 0.45, 0.3, 1.1
"""Weights of weak concepts, of stems, of words the policy does not know, and of names it gives."""
_ITSELF = 1.6
_BREADTH = 0.035
"""Clauses that are about many things count a little less for each of them."""
ENOUGH, TOGETHER, LEAST_SHARE = 0.34, 0.5, 0.42
"""Share of the question the best clause must be about, or all of them together; and share of the best score that each
of the others must reach."""
_FIRST = 3
_WORDS_ALONE, _PICTURES = 0.5, 0.5
_PICTURED = frozenset(("personas", "segments", "goals", "figures"))
_SHORT = 3
"""Names of clauses that are no longer than this are not looked for in questions."""


@dataclass(frozen=True, slots=True)
class Found:
    """A clause that answers, with its score and what of the question it is about."""

    clause: str
    section: Section
    text: str
    public: bool
    score: float
    about: tuple[str, ...]
    """Concepts and names, by their ids."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is about."""

    concepts: frozenset[str]
    names: frozenset[str]
    """Names of the policy: `tier:gold`, `categories:kitchen`, `clause:kitchen-sale`."""
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Document:
    clause: str
    section: Section
    text: str
    public: bool
    features: Mapping[str, float]


class Index:
    """The clauses of one policy in one language, ready to be asked."""

    def __init__(self, policy: Policy, language: str) -> None:
        self.language = language
        self._names = needles(_names(policy, language), language)
        kinds = kinds_of(policy)
        mentions = {clause.id: frozenset(_mentions(clause)) for _, clause in policy.clauses()}
        self._documents = [
            _Document(
                one.clause,
                one.section,
                one.text,
                one.public,
                self._features(
                    name_of(policy, language, one.clause),
                    one.clause,
                    one.text,
                    kinds.get(one.clause, {}),
                    mentions.get(one.clause, frozenset()),
                ),
            )
            for one in sentences(policy, language)
        ]
        self._frequency = Counter(feature for one in self._documents for feature in one.features)

    def _features(
        self, name: str, clause: str, text: str, kinds: Mapping[str, float], mentions: frozenset[str]
    ) -> dict[str, float]:
        said, _ = concepts_in(f"{name}. {text}", self.language)
        named, _ = found_in(f"{name}. {text}", self.language, self._names)
        features = {f"#{concept}": _SAID for concept in said}
        features |= {f"#{concept}": weight for concept, weight in kinds.items() if weight}
        features |= {f"@{one}": 0.7 for one in named}
        features |= {f"@{one}": 1.0 for one in mentions}
        # What is itself named counts more than what merely mentions it.
        features |= {f"@{kind}:{clause}": _ITSELF for kind in ("clause", "tier", "membership")}
        features |= {f"={stem}": 1.0 for stem in stems(f"{name} {text} {clause.replace('-', ' ')}", self.language)}
        return features

    def read(self, question: str) -> Asked:
        """What the question is about."""
        names, rest = found_in(question, self.language, self._names)
        concepts, rest = concepts_in(rest, self.language)
        # The name of a clause also says what it is about (`free delivery`); that of a product does not: a telephone.
        if any(name.startswith("clause:") for name in names):
            concepts |= concepts_in(question, self.language)[0]
        return Asked(concepts, names, frozenset(stems(rest, self.language)))

    def weights(self, asked: Asked) -> dict[str, float]:
        """How much each part of the question counts: what few clauses hold counts more."""
        known = lexicon()
        weights = {f"#{one}": self._rare(f"#{one}") * (_WEAK if known[one].weak else 1) for one in asked.concepts}
        weights |= {f"@{one}": self._rare(f"@{one}") * _NAME for one in asked.names}
        for stem in asked.stems:
            feature = f"={stem}"
            unknown = feature not in self._frequency
            weights[feature] = self._rare(feature) * (_UNKNOWN * self._part(stem) if unknown else _STEM)
        return weights

    def _rare(self, feature: str) -> float:
        count = len(self._documents)
        return math.log((1 + count) / (0.5 + self._frequency[feature]))

    def _part(self, stem: str) -> float:
        """A Korean word is several pairs of syllables; they count together like one word."""
        return 0.4 if self.language == "ko" else 1.0

    def search(self, asked: Asked, most: int) -> tuple[Found, ...]:
        """The clauses that answer, best first; none when the policy says nothing about it."""
        weights = self.weights(asked)
        ranked = sorted(self._ranked(weights), key=lambda one: (-one.score, one.clause))
        if not ranked or not self._answers(ranked[:_FIRST], asked, weights):
            return ()
        floor = ranked[0].score * LEAST_SHARE
        first = ranked[:_FIRST]
        others = (*self._still_asked(first, asked, ranked), *ranked[_FIRST:])
        near = dict.fromkeys((*first, *others))
        return tuple(one for one in near if one.score >= floor)[:most]

    def _still_asked(self, first: list[Found], asked: Asked, ranked: list[Found]) -> Iterator[Found]:
        """For each thing the question names that none of the first clauses is about: the best clause that is."""
        known = lexicon()
        about = {one for found in first for one in found.about}
        for name in sorted(one for one in asked.concepts - about if not known[one].weak):
            yield from [one for one in ranked if name in one.about][:1]

    def _ranked(self, weights: Mapping[str, float]) -> Iterator[Found]:
        for one in self._documents:
            shared = {feature: weight * one.features.get(feature, 0.0) for feature, weight in weights.items()}
            score = sum(shared.values())
            if score > 0:
                breadth = sum(feature.startswith("#") for feature in one.features)
                about = tuple(feature[1:] for feature, part in shared.items() if part and feature[0] in "#@")
                # Words alone are weak evidence, and pictures of customers answer no situation.
                sure = (1 if about else _WORDS_ALONE) * (_PICTURES if one.section in _PICTURED else 1)
                yield Found(
                    one.clause, one.section, one.text, one.public, sure * score / (1 + _BREADTH * breadth), about
                )

    def _answers(self, first: list[Found], asked: Asked, weights: Mapping[str, float]) -> bool:
        """Whether clauses are about enough of the question, and the best about what it asks in the first place."""
        known, best = lexicon(), first[0]
        if any(known[one].outside and one not in best.about for one in asked.concepts):
            return False
        if not any(one not in known or not known[one].weak for one in best.about):
            return False
        total = sum(weights.values())
        about = {one for found in first for one in found.about}
        together = sum(weight for name, weight in weights.items() if name[1:] in about)
        held = sum(weight for name, weight in weights.items() if name[0] in "#@" and self._frequency[name])
        return best.score / total >= ENOUGH or max(together, held) / total >= TOGETHER


def index_of(policy: Policy, language: str) -> Index:
    """The index, made once per policy and language while the policy is in use."""
    return speaker_for(policy, language).once("index", lambda: Index(policy, language))


def _names(policy: Policy, language: str) -> Iterator[tuple[str, str]]:
    """What the policy calls tiers, products, groups of them, stores and clauses, with what each names."""
    tiers = policy.loyalty.tiers
    for level in tiers.levels if tiers else ():
        yield from ((word, f"tier:{level.id}") for word in _forms(level.name, level.id, language))
    for kind in ("products", "categories", "tags", "segments"):
        for key, text in getattr(policy.names, kind).items():
            yield from ((word, f"{kind}:{key}") for word in _forms(text, key, language))
    for membership in policy.loyalty.memberships:
        yield from ((word, f"membership:{membership.id}") for word in _forms(membership.name, membership.id, language))
    levels = {level.id for level in tiers.levels} if tiers else set()
    for path, clause in policy.clauses():
        name = getattr(clause, "name", None)
        # Elsewhere names are everyday words: a severity called `usual`, a level called `the manager`.
        if path[0] in ("loyalty", "promotions") and isinstance(name, Text) and clause.id not in levels:
            word = name.get(language)
            if len(word) > _SHORT:
                yield word, f"clause:{clause.id}"


def _forms(text: Text | None, key: str, language: str) -> Iterator[str]:
    """A name as it may be typed: whole, by its id, and in Belarusian by the beginning of its words' cases."""
    yield key.replace("-", " ")
    if text is not None:
        word = text.get(language)
        yield word
        if language == "be" and " " not in word and len(word) > 4:
            yield word[: max(4, len(word) - 2)]
        if language == "en" and word.endswith("s") and len(word) > 4:
            yield word[:-1]


def _mentions(part: object) -> Iterator[str]:
    """Products, categories, tags and tiers a clause names in its conditions."""
    if isinstance(part, Part):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if name in ("product", "category", "tag", "tier", "segment", "membership") and isinstance(value, tuple):
                kind = {"product": "products", "category": "categories", "tag": "tags", "segment": "segments"}
                yield from (f"{kind.get(name, name)}:{one}" for one in value if isinstance(one, str))
            else:
                yield from _mentions(value)
    elif isinstance(part, tuple):
        for inner in part:
            yield from _mentions(inner)


def listed(found: Iterable[Found]) -> list[str]:
    """The ids of found clauses."""
    return [one.clause for one in found]
