"""The policy in force as pages and the API show it: sentences by section, version, fingerprint, text, contacts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import quote

from dangol.flows.errors import NoPolicyInForce
from dangol.rulebook import queries as rulebook
from dangol.rulebook.errors import NoPolicyInForce as NothingRules
from dangol.rulebook.models import PolicyVersion
from dangol_policy import words
from dangol_policy.compile import Compiled
from dangol_policy.model.base import Part
from dangol_policy.model.business import Contact
from dangol_policy.model.conditions import Selector
from dangol_policy.model.policy import Policy
from dangol_policy.words.addresses import web_address
from dangol_policy.words.sentences import Section


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause in words."""

    clause: str
    text: str
    name: str = ""
    """What the owner called it; empty where the owner gave no name."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its clauses, in the order customers read."""

    id: str
    title: str
    clauses: tuple[ClauseView, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """A way to reach a person."""

    kind: str
    text: str
    link: str
    """Empty where it is no address, such as the name of an account at a messenger."""


@dataclass(frozen=True, slots=True)
class BusinessView:
    """Who the policy belongs to."""

    name: str
    zone: str
    currency: str
    languages: tuple[str, ...]
    version: int
    contacts: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True)
class PolicyView:
    """The policy in force, said in one language."""

    business: str
    version: int
    digest: str
    effective_from: datetime
    zone: str
    currency: str
    summary: tuple[str, ...]
    sections: tuple[SectionView, ...]
    text: str


def compiled_at(at: datetime) -> Compiled:
    """The version that rules at the instant. Raises NoPolicyInForce with the way out."""
    try:
        return rulebook.compiled_at(at)
    except NothingRules as nothing:
        raise NoPolicyInForce(str(nothing)) from nothing


def business(*, language: str, at: datetime) -> BusinessView:
    """Name, zone, currency and contacts of the business, for the frame of each page."""
    compiled = compiled_at(at)
    return _business(compiled.digest, compiled.version or 0, language)


@lru_cache(maxsize=32)
def _business(digest: str, version: int, language: str) -> BusinessView:
    about = rulebook.compiled(version, digest).policy.business
    return BusinessView(
        name=about.name.get(language),
        zone=about.timezone,
        currency=about.currency,
        languages=about.languages,
        version=version,
        contacts=tuple(_contact(contact, language) for contact in about.contacts),
    )


_MAP = "https://www.openstreetmap.org/search?query="
_LINKS: Mapping[str, Callable[[str], str]] = {
    "phone": lambda value: f"tel:{value}",
    "email": lambda value: f"mailto:{value}",
    "web": web_address,
    "messenger": web_address,
    "address": lambda value: _MAP + quote(value),
}


def _contact(contact: Contact, language: str) -> ContactView:
    text = contact.label.get(language) if contact.label else contact.value
    return ContactView(contact.kind, text, _LINKS[contact.kind](contact.value))


def policy_in_force(*, language: str, at: datetime) -> PolicyView:
    """The whole policy in words. Raises NoPolicyInForce."""
    compiled = compiled_at(at)
    return _policy_view(compiled.digest, compiled.version or 0, language)


@lru_cache(maxsize=32)
def _policy_view(digest: str, number: int, language: str) -> PolicyView:
    version: PolicyVersion = rulebook.version(number)
    policy = rulebook.compiled(number, digest).policy
    if version.effective_from is None:
        raise NoPolicyInForce(f"Version {number} has no date from which it rules.")
    return PolicyView(
        business=policy.business.name.get(language),
        version=number,
        digest=digest,
        effective_from=version.effective_from,
        zone=policy.business.timezone,
        currency=policy.business.currency,
        summary=words.summary(policy, language),
        sections=_sections(policy, language),
        text=version.text,
    )


def _sections(policy: Policy, language: str) -> tuple[SectionView, ...]:
    named = {one.id for one in (*policy.promotions, *policy.loyalty.cards, *policy.loyalty.gestures)}
    gathered: dict[Section, list[ClauseView]] = {}
    for sentence in (one for one in words.sentences(policy, language) if one.public):
        name = words.name_of(policy, language, sentence.clause) if sentence.clause in named else ""
        gathered.setdefault(sentence.section, []).append(ClauseView(sentence.clause, sentence.text, name))
    return tuple(
        SectionView(section, words.section_title(section, language), tuple(clauses))
        for section, clauses in gathered.items()
    )


def currency(*, at: datetime) -> str:
    """The currency of the policy in force: what a typed amount is meant in."""
    return compiled_at(at).policy.business.currency


def products(*, at: datetime) -> tuple[str, ...]:
    """Products and categories the policy names: suggestions while a basket is typed."""
    compiled = compiled_at(at)
    return _products(compiled.digest, compiled.version or 0)


@lru_cache(maxsize=8)
def _products(digest: str, number: int) -> tuple[str, ...]:
    named = _selectors(rulebook.compiled(number, digest).policy)
    return tuple(sorted({name for selector in named for name in (*selector.product, *selector.category)}))


def _selectors(part: object) -> Iterator[Selector]:
    if isinstance(part, Selector):
        yield part
    if isinstance(part, Part):
        for name in type(part).model_fields:
            yield from _selectors(getattr(part, name))
    elif isinstance(part, tuple):
        for inner in part:
            yield from _selectors(inner)
