"""Programmes of the catalogue for a draft: which there are, what each asks, how it would sound, and adding one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from dangol.facts.actions import Answer
from dangol.flows import drafting
from dangol.flows.errors import NotAllowed, NotFound
from dangol.flows.studio import reading
from dangol_policy import catalogue, words
from dangol_policy.catalogue import Parameter, Setting, Template, Unfit
from dangol_policy.edit import CannotEdit
from dangol_policy.edit.fields import Option
from dangol_policy.edit.labels import word
from dangol_policy.values import LANGUAGES


@dataclass(frozen=True, slots=True)
class CardView:
    """A template in the list."""

    id: str
    title: str
    about: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """Templates of one section."""

    title: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class AskView:
    """One parameter as a field."""

    name: str
    kind: str
    label: str
    value: str
    second: str
    unit: str
    least: str
    most: str
    options: tuple[Option, ...]
    wrong: str
    """Code of what does not fit, and the bound."""
    bound: str


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A template with what was chosen so far, and what the clauses would say."""

    card: CardView
    number: int
    asks: tuple[AskView, ...]
    says: tuple[str, ...]
    left_out: tuple[str, ...]
    fits: bool


def programmes(draft: UUID, *, language: str) -> tuple[GroupView, ...]:
    """The whole catalogue by section. Raises NotFound."""
    setting = _setting(drafting.draft_text(draft).text)
    groups: dict[str, list[CardView]] = {}
    for one in catalogue.templates():
        groups.setdefault(one.section, []).append(_card(one, setting, language))
    spoken = _spoken(language)
    return tuple(
        GroupView(words.section_title(section, spoken), tuple(cards))  # type: ignore[arg-type]
        for section, cards in groups.items()
    )


def programme(draft: UUID, name: str, *, language: str, typed: Mapping[str, str] | None = None) -> ProgrammeView:
    """One template with defaults, or with what was typed. Raises NotFound."""
    saving = drafting.draft_text(draft)
    template, setting = _template(name), _setting(saving.text)
    wrong = {one.name: _unfit(one, typed, setting, language) for one in template.parameters} if typed else {}
    fits = not any(wrong.values()) and not template.missing(setting)
    says: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    if fits:
        says, left_out = _preview(saving.text, template, setting, _chosen(template, typed or {}, language), language)
    return ProgrammeView(
        card=_card(template, setting, language),
        number=saving.number,
        asks=tuple(_ask(one, typed, setting, language, wrong.get(one.name)) for one in template.parameters),
        says=says,
        left_out=left_out,
        fits=fits,
    )


def add_programme(
    *, draft: UUID, name: str, number: int, typed: Mapping[str, str], language: str, request: str, by: str, at: datetime
) -> Answer:
    """Saves the draft with the clauses of a template. Raises NotFound, and NotAllowed when something does not fit."""
    saving = drafting.draft_text(draft, number)
    template, setting = _template(name), _setting(saving.text)
    if template.missing(setting):
        raise NotAllowed("This policy lacks what the programme rests on.", code="programme-missing")
    try:
        placed = catalogue.place(saving.text, template.build(_chosen(template, typed, language), setting))
    except (Unfit, CannotEdit) as refused:
        raise NotAllowed(str(refused), code="programme-unfit") from refused
    note = f"added {', '.join(placed.clauses)}"
    return drafting.save_draft(draft=draft, base=number, text=placed.text, note=note, request=request, by=by, at=at)


def _template(name: str) -> Template:
    try:
        return catalogue.template(name)
    except KeyError as unknown:
        raise NotFound("programme", name) from unknown


def _setting(text: str) -> Setting:
    data = reading.data_of(text)
    return Setting(data if isinstance(data, dict) else {})


def _spoken(language: str) -> str:
    return language if language in LANGUAGES else "en"


def _card(template: Template, setting: Setting, language: str) -> CardView:
    spoken = _spoken(language)
    return CardView(template.id, template.title[spoken], template.about[spoken], template.missing(setting))


def _chosen(template: Template, typed: Mapping[str, str], language: str) -> dict[str, Any]:
    """What was typed, by parameter; words are meant in the language they were typed in."""
    given = {one.name: _typed(one, typed) for one in template.parameters if _typed(one, typed)}
    spoken = _spoken(language)
    worded = {one.name for one in template.parameters if one.kind == "words"}
    return {name: {spoken: value} if name in worded else value for name, value in given.items()}


def _typed(parameter: Parameter, typed: Mapping[str, str]) -> str:
    value = typed.get(parameter.name, "").strip()
    if parameter.kind == "hours" and value:
        return f"{value}-{typed.get(f'{parameter.name}-end', '').strip()}"
    return value.replace(",", "") if parameter.kind in ("money", "count") else value


def _unfit(parameter: Parameter, typed: Mapping[str, str] | None, setting: Setting, language: str) -> Unfit | None:
    value: Any = _typed(parameter, typed or {})
    try:
        parameter.read({_spoken(language): value} if parameter.kind == "words" and value else value, setting)
    except Unfit as unfit:
        return unfit
    return None


def _preview(
    text: str, template: Template, setting: Setting, chosen: Mapping[str, Any], language: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    try:
        placed = catalogue.place(text, template.build(chosen, setting))
    except CannotEdit:
        return (), ()
    said = {one.clause: one.text for one in reading.sentences(placed.text, language)}
    return tuple(said[clause] for clause in placed.clauses if clause in said), placed.left_out


def _ask(
    one: Parameter, typed: Mapping[str, str] | None, setting: Setting, language: str, unfit: Unfit | None
) -> AskView:
    spoken = _spoken(language)
    standard = one.standard(setting)
    shown = (
        standard.get(spoken) or next(iter(standard.values()), "") if isinstance(standard, dict) else str(standard or "")
    )
    value = _typed(one, typed) if typed else shown
    least, most = (_bound(one, bound, spoken) for bound in one.bounds(setting))
    first, _, last = value.partition("-") if one.kind == "hours" else (value, "", "")
    return AskView(
        name=one.name,
        kind=one.kind,
        label=one.label[spoken],
        value=first.removesuffix("%").split(" ")[0] if one.kind in ("rate", "duration") else first,
        second=last,
        unit=_unit(one, setting, spoken),
        least=least,
        most=most,
        options=_options(one, setting, value, spoken),
        wrong=unfit.code if unfit else "",
        bound=unfit.bound if unfit else "",
    )


def _bound(one: Parameter, bound: Any, language: str) -> str:
    """A bound beside a field whose unit is shown already."""
    if one.kind == "duration":
        return str(bound).partition(" ")[0]
    return words.number(Decimal(str(bound)), language) if one.kind in ("money", "count") else str(bound)


def _unit(one: Parameter, setting: Setting, language: str) -> str:
    if one.kind == "duration":
        return word(one.unit, language)
    return setting.currency if one.kind == "money" else "%" if one.kind == "rate" else ""


def _options(one: Parameter, setting: Setting, value: str, language: str) -> tuple[Option, ...]:
    match one.kind:
        case "weekday":
            named = [(day, word(day, language)) for day in catalogue.WEEKDAYS]
        case "tier":
            named = [(tier, tier) for tier in setting.tiers]
        case "choice":
            named = [(name, label[language]) for name, label in (one.choices or {}).items()]
        case "name":
            named = [(name, name) for name in setting.categories]
        case _:
            named = []
    return tuple(Option(sent, label, sent == value) for sent, label in named)
