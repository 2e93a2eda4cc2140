"""A form for each clause and part of a draft: drawn from what is written or typed, and saved as an edit of the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from dangol.facts.actions import Answer
from dangol.flows import drafting
from dangol.flows.errors import NotAllowed, NotFound
from dangol.flows.studio import reading
from dangol_policy.edit import CannotEdit, rewrite, with_item, with_value, without
from dangol_policy.edit import at as standing
from dangol_policy.edit.fields import Field, Form, with_faults
from dangol_policy.edit.labels import label_of
from dangol_policy.edit.posted import Reader, raw_of
from dangol_policy.edit.shapes import model_at, places
from dangol_policy.model.base import Clause, Part
from dangol_policy.problems import Path, Severity

Sent = Sequence[tuple[str, list[str]]]
"""Names and values of a form."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a form is about: a clause by its id, a part by its place, or a new clause in a list."""

    clause: str = ""
    part: str = ""
    new: str = ""

    @property
    def name(self) -> str:
        """What it is called in addresses and notes."""
        return self.clause or self.part or self.new


@dataclass(frozen=True, slots=True)
class FormView:
    """A form as a page shows it."""

    target: Target
    number: int
    """The saving it was drawn from."""
    title: str
    text: str
    """What the clause says now; empty for a new one."""
    written: str
    """The lines of the document it stands on."""
    line: int
    fields: tuple[Field, ...]
    wrong: tuple[str, ...]
    """What is wrong and belongs to none of the fields."""
    removable: bool


def form(
    draft: UUID, target: Target, *, language: str, number: int | None = None, sent: Sent | None = None
) -> FormView:
    """The form as it is written, or as it was typed (`sent`). Raises NotFound, NotAllowed."""
    saving = drafting.draft_text(draft, number)
    path, model = _found(saving.text, target)
    data = reading.data_of(saving.text)
    value = standing(data, path) if sent is None else raw_of(sent)
    fields = _form(data, language).fields(model, value)
    return _view(saving.text, target, saving.number, path, fields, (), language)


def checked(
    draft: UUID, target: Target, *, language: str, number: int, sent: Sent
) -> tuple[FormView, str, tuple[reading.Finding, ...]]:
    """The form with what is wrong beside its fields, the text it would lead to, and what would be found in that."""
    saving = drafting.draft_text(draft, number)
    path, model = _found(saving.text, target)
    data = reading.data_of(saving.text)
    text = _edited(saving.text, path, model, sent, new=bool(target.new))
    result = reading.looked_at(text)
    inside = [one for one in result.problems if one.path[: len(path)] == path]
    faults = [
        (one.path[len(path) :], f"{one.message}. {one.way_out}") for one in inside if one.severity is Severity.ERROR
    ]
    fields, rest = with_faults(_form(data, language).fields(model, raw_of(sent)), faults)
    view = _view(saving.text, target, saving.number, path, fields, tuple(rest), language)
    return view, text, reading.findings(text)


def blocks(text: str, view: FormView) -> bool:
    """Whether what was typed cannot be kept as a policy: then it stays in the form, told what is wrong."""
    faulty = bool(view.wrong) or any(_faulty(field) for field in view.fields)
    return faulty and reading.looked_at(text).policy is None


def save_form(
    draft: UUID, target: Target, *, number: int, sent: Sent, language: str, request: str, by: str, at: datetime
) -> Answer | FormView:
    """Saves what was typed; the form again, with what is wrong, when it cannot be part of a policy."""
    view, text, _ = checked(draft, target, language=language, number=number, sent=sent)
    if blocks(text, view):
        return view
    note = f"{'added' if target.new else 'changed'} {target.name}"
    return drafting.save_draft(draft=draft, base=number, text=text, note=note, request=request, by=by, at=at)


def remove_clause(*, draft: UUID, number: int, clause: str, request: str, by: str, at: datetime) -> Answer:
    """Saves the draft without a clause; its comments go with it. Raises NotFound, NotAllowed."""
    saving = drafting.draft_text(draft, number)
    path, _ = _found(saving.text, Target(clause=clause))
    text = _rewritten(saving.text, without(reading.data_of(saving.text), path))
    note = f"removed {clause}"
    return drafting.save_draft(draft=draft, base=number, text=text, note=note, request=request, by=by, at=at)


def undo(*, draft: UUID, number: int, request: str, by: str, at: datetime) -> Answer:
    """Takes back one saving, keeping what others saved since. Answers as a saving does."""
    saving = drafting.draft_text(draft, number)
    before = drafting.draft_text(draft, saving.base)
    note = f"undid {number}"
    return drafting.save_draft(draft=draft, base=number, text=before.text, note=note, request=request, by=by, at=at)


def kinds(language: str) -> tuple[tuple[str, str], ...]:
    """Every place a clause can be added at by hand: place and name."""
    found = []
    for path, model, many in places():
        if many:
            group = label_of("Policy", path[0], language)[0]
            name = label_of(model.__name__, path[-1], language)[0]
            found.append((".".join(path), name if len(path) == 1 else f"{group}: {name}"))
    return tuple(found)


# --- from places to models -------------------------------------------------------------------------------------------


def _found(text: str, target: Target) -> tuple[Path, type[Part]]:
    data = reading.data_of(text)
    if not isinstance(data, dict):
        raise NotAllowed("The document cannot be read, so no form can be drawn from it.", code="unreadable")
    path = _path(text, target, data)
    model = model_at(path, data) if path is not None else None
    if path is None or model is None or (target.clause and not issubclass(model, Clause)):
        raise NotFound("clause", target.name)
    return path, model


def _path(text: str, target: Target, data: Any) -> Path | None:
    if target.clause:
        return reading.places(text).get(target.clause)
    steps: Path = tuple(
        int(one) if one.isdecimal() and len(one) < 9 else one for one in (target.part or target.new).split(".")
    )
    if target.new:
        items = standing(data, steps, missing=[])
        return (*steps, len(items) if isinstance(items, list) else 1)
    while steps and model_at(steps, data) is None:
        steps = steps[:-1]
    return steps or None


def _edited(text: str, path: Path, model: type[Part], sent: Sent, *, new: bool) -> str:
    data = reading.data_of(text)
    old = {} if new else standing(data, path, missing={})
    business = data.get("business") if isinstance(data.get("business"), dict) else {}
    languages = _languages(data)
    value = Reader(str(business.get("currency") or "XXX"), languages[0]).part(model, raw_of(sent), old)
    return _rewritten(text, with_item(data, path[:-1], value) if new else with_value(data, path, value))


def _rewritten(text: str, data: Any) -> str:
    try:
        return rewrite(text, data)
    except CannotEdit as cannot:
        raise NotAllowed(str(cannot), code="unreadable") from cannot


def _faulty(field: Field) -> bool:
    return bool(field.wrong) or any(_faulty(one) for one in field.fields)


def _view(
    text: str, target: Target, number: int, path: Path, fields: tuple[Field, ...], wrong: tuple[str, ...], language: str
) -> FormView:
    document = reading.looked_at(text).document
    first = document.place(path).line
    name = target.clause or ".".join(str(step) for step in path)
    title = (
        target.clause or label_of("Policy", next(str(s) for s in reversed(path) if not isinstance(s, int)), language)[0]
    )
    return FormView(
        target=target,
        number=number,
        title=title,
        text="" if target.new else _sentence(text, name, language),
        written="" if target.new else _lines(text, path, first),
        line=first,
        fields=fields,
        wrong=wrong,
        removable=bool(target.clause),
    )


def _sentence(text: str, name: str, language: str) -> str:
    return next((one.text for one in reading.sentences(text, language) if one.clause == name), "")


def _lines(text: str, path: Path, first: int) -> str:
    """The lines of the document on which a value stands."""
    document = reading.looked_at(text).document
    node = document.root
    for step in path:
        inner = node.value if node is not None else None
        if isinstance(inner, dict) and str(step) in inner:
            node = inner[str(step)].node
        elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
            node = inner[step]
        else:
            return ""
    last = text.count("\n", 0, node.end) + 1 if node is not None else first
    return "\n".join(text.split("\n")[first - 1 : last])


# --- what a form offers ----------------------------------------------------------------------------------------------


def _form(data: Any, language: str) -> Form:
    tiers = [
        (one["id"], _called(one, language))
        for one in standing(data, ("loyalty", "tiers", "levels"), missing=[])
        if _has_id(one)
    ]
    known = _known(data, language)
    return Form(language, _languages(data), tiers, lambda key: known.get(key, ()))


def _languages(data: Any) -> tuple[str, ...]:
    found = standing(data, ("business", "languages"), missing=["en"])
    named = found if isinstance(found, list) else [found]
    return tuple(str(one) for one in named) or ("en",)


_LISTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "tier": (("loyalty", "tiers", "levels"),),
    "roles": (("staff", "roles"),),
    "role": (("staff", "roles"),),
    "cover": (("staff", "roles"),),
    "accountable": (("staff", "roles"),),
    "helps": (("staff", "roles"),),
    "calendar": (("calendars",),),
    "kind": (("cases", "kinds"),),
    "kinds": (("cases", "kinds"),),
    "purposes": (("cases", "kinds"),),
    "opens": (("cases", "kinds"),),
    "severity": (("cases", "severities"),),
    "severities": (("cases", "severities"),),
    "process": (("cases", "processes"),),
    "figure": (("figures",),),
    "moves": (("figures",),),
    "serves": (("goals",),),
    "membership": (("loyalty", "memberships"),),
    "store": (("business", "stores"),),
    "recipients": (("partners",),),
    "to": (("responsibility", "levels"),),
}
_NAMES = {"category": "categories", "product": "products", "tag": "tags", "segment": "segments"}


def _known(data: Any, language: str) -> dict[str, list[tuple[str, str]]]:
    """Ids the policy knows, by the key that names them."""
    found = {
        key: [(one["id"], _called(one, language)) for path in paths for one in _items(data, path) if _has_id(one)]
        for key, paths in _LISTS.items()
    }
    for key, group in _NAMES.items():
        named = standing(data, ("names", group), missing={})
        found[key] = [(str(name), _in(text, language) or str(name)) for name, text in named.items()]
    return {key: options for key, options in found.items() if options}


def _items(data: Any, path: Path) -> list[Any]:
    found = standing(data, path, missing=[])
    return found if isinstance(found, list) else []


def _has_id(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("id"), str)


def _called(one: dict[str, Any], language: str) -> str:
    return _in(one.get("name"), language) or str(one["id"])


def _in(text: Any, language: str) -> str:
    if isinstance(text, dict):
        return str(text.get(language) or text.get("en") or next(iter(text.values()), ""))
    return text if isinstance(text, str) else ""
