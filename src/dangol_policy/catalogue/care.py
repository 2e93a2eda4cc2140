"""Templates of care: answers in time, levels of responsibility, contact, returns, data, surveys, aftercare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dangol_policy.catalogue import texts
from dangol_policy.catalogue.asking import DAY, NOON, bought, choice, count, joined, length, money, name, number, price
from dangol_policy.catalogue.parameters import Parameter
from dangol_policy.catalogue.setting import Setting, written
from dangol_policy.catalogue.template import Addition, Built, Chosen, Template
from dangol_policy.values import exponent, read_time_range

_DAY = dt.date.fromisoformat(DAY)

# --- service and responsibility ---------------------------------------------------------------------------------------


def _standard(setting: Setting, chosen: Chosen, template: str, sort: str, **clocks: str) -> Built:
    clause = setting.id(template)
    kind = setting.sort_of_case(sort) or setting.id(sort)
    value = {"id": clause, "name": setting.words(texts.title(template)), "kind": kind, **clocks}
    value |= {"reached": "90%", "if_missed": setting.words(texts.words("explain"))}
    support = [] if setting.sort_of_case(sort) else [Addition(("cases", "kinds"), {"id": kind, "is": sort})]
    example = {
        "name": f"an answer within a minute keeps {clause}",
        "clock": {
            "opened": NOON,
            "case": {"kind": kind},
            "at": f"{DAY}T12:05",
            "events": [{"at": f"{DAY}T12:01", "what": "reply"}],
        },
        "answer": {"clocks": {"first_response": {"state": "met", "by": clause}}},
    }
    additions = (*support, *_somebody(setting), Addition(("service", "standards"), value))
    return Built(additions, (clause,), (example, *_desk_example(setting)))


def _desk_example(setting: Setting) -> tuple[Mapping[str, Any], ...]:
    """What the level may do that `_somebody` adds."""
    if setting.has("responsibility", "levels"):
        return ()
    asked = {"role": setting.id("care"), "give": "apology"}
    answer = {"gives": "may", "by": setting.id("care-desk")}
    return ({"name": "the care desk may apologise", "may_give": asked, "answer": answer},)


def _somebody(setting: Setting) -> tuple[Addition, ...]:
    """A first level of responsibility, where a policy has none: somebody answers for what is promised."""
    if setting.has("responsibility", "levels"):
        return ()
    role, level = setting.id("care"), setting.id("care-desk")
    return (
        Addition(("staff", "roles"), {"id": role, "name": setting.words(texts.words("care"))}),
        Addition(
            ("responsibility", "levels"),
            {
                "id": level,
                "name": setting.words(texts.words("care-desk")),
                "roles": role,
                "may": [{"give": "apology"}],
            },
        ),
    )


def _answers(setting: Setting, chosen: Chosen) -> Built:
    return _standard(setting, chosen, "answer-standard", "question", first_response=chosen["answer"])


def _complaints(setting: Setting, chosen: Chosen) -> Built:
    clocks = {"first_response": chosen["answer"], "resolve": chosen["resolve"]}
    return _standard(setting, chosen, "complaint-standard", "complaint", **clocks)


def _levels(setting: Setting, chosen: Chosen) -> Built:
    grave, plain = setting.id("grave"), setting.id("plain")
    care, manager = setting.id("care"), setting.id("manager")
    desk, management = setting.id("desk"), setting.id("management")
    severities = (
        ()
        if setting.has("cases", "severities")
        else (_severity(setting, grave, "grave"), _severity(setting, plain, "plain"))
    )
    rises: dict[str, Any] = {"after": chosen["rise"], "on_wish": True}
    if severities:
        rises["severity"] = grave
    levels = (
        {
            "id": desk,
            "name": setting.words(texts.words("care-desk")),
            "roles": care,
            "may": [{"give": "apology"}, {"give": "refund", "up_to": chosen["desk"]}],
            "cover": manager,
            "rises": rises,
        },
        {
            "id": management,
            "name": setting.words(texts.words("the-manager")),
            "roles": manager,
            "may": [{"give": "apology"}, {"give": "refund"}],
        },
    )
    roles = tuple(
        Addition(("staff", "roles"), {"id": role, "name": setting.words(texts.words(word))})
        for role, word in ((care, "care"), (manager, "manager"))
    )
    more = written(number(chosen["desk"]) + number(1).scaleb(-exponent(setting.currency)), setting.currency)
    examples = (
        _may(f"the desk gives back {chosen['desk']}", care, chosen["desk"], {"gives": "may", "by": desk}),
        _may("whatever is more is the manager's", care, more, {"gives": "higher", "by": management, "because": desk}),
    )
    kinds = (
        ()
        if setting.has("cases", "kinds")
        else (Addition(("cases", "kinds"), {"id": setting.id("complaint"), "is": "complaint"}),)
    )
    additions = (*roles, *severities, *kinds, *(Addition(("responsibility", "levels"), one) for one in levels))
    return Built(additions, (desk, management), examples)


def _severity(setting: Setting, clause: str, word: str) -> Addition:
    value: dict[str, Any] = {"id": clause, "name": setting.words(texts.words(word))}
    value["when"] = setting.words(texts.words(f"when-{word}"))
    if word == "grave":
        value["first"] = True
    return Addition(("cases", "severities"), value)


def _may(label: str, role: str, amount: Any, answer: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": label, "may_give": {"role": role, "give": "refund", "amount": amount}, "answer": dict(answer)}


# --- contact -------------------------------------------------------------------------------------------------------


def _quiet(setting: Setting, chosen: Chosen) -> Built:
    clause = setting.id("quiet-hours")
    hours = read_time_range(chosen["hours"])
    ends = _DAY if hours.end > hours.start else _DAY + dt.timedelta(days=1)
    example = {
        "name": "an advertisement in these hours waits until they end",
        "may_contact": {**_message(setting), "at": f"{DAY}T{chosen['hours'][:5]}"},
        "answer": {"contact": "defer", "until": f"{ends}T{chosen['hours'][-5:]}", "because": clause},
    }
    value = {"id": clause, "purpose": "marketing", "hours": chosen["hours"]}
    return Built((Addition(("contact", "quiet_hours"), value),), (clause,), (example,))


def _message(setting: Setting) -> dict[str, Any]:
    consent = {"at": f"{_DAY - dt.timedelta(days=30)}T12:00"}
    return {"channel": "sms", "purpose": "marketing", "customer": {"consents": [consent]}}


def _cap(setting: Setting, chosen: Chosen) -> Built:
    clause = setting.id("message-cap")
    message = _message(setting)
    sent = [
        {"at": f"{DAY}T10:{minute:02}", "channel": "sms", "purpose": "marketing"} for minute in range(chosen["most"])
    ]
    message["customer"] = {**message["customer"], "sent": sent}
    example = {
        "name": "one message more than that waits",
        "may_contact": {**message, "at": NOON},
        "answer": {"contact": "defer", "because": clause},
    }
    value = {"id": clause, "purpose": "marketing", "most": chosen["most"], "per": chosen["per"]}
    return Built((Addition(("contact", "caps"), value),), (clause,), (example,))


# --- returns -------------------------------------------------------------------------------------------------------


def _window(setting: Setting, chosen: Chosen) -> Built:
    clause = setting.id("return-window")
    last = _DAY + dt.timedelta(days=int(number(chosen["days"])))
    cost = price(setting, 10)
    example = {
        "name": "on the last day goods still come back for what was paid",
        "story": [joined(), bought(cost), {"return": "no-1", "at": f"{last}T12:00"}],
        "refund": cost,
    }
    value = {"id": clause, "for": chosen["days"], "after": "purchase"}
    return Built((Addition(("returns", "windows"), value),), (clause,), (example,))


def _warranty(setting: Setting, chosen: Chosen) -> Built:
    clause = setting.id("warranty")
    value = {"id": clause, "for": chosen["months"], "of": {"category": chosen["category"]}}
    return Built((Addition(("returns", "warranty"), value),), (clause,))


# --- data, voice, aftercare ----------------------------------------------------------------------------------------

_ROWS: Mapping[str, Mapping[str, Any]] = {
    "orders": {"is": "order", "fields": ["name", "phone", "address"], "ground": "contract", "since": "contract end"},
    "complaints": {"is": "complaint", "fields": ["name", "phone"], "ground": "contract", "since": "case closed"},
    "members": {"is": "member", "fields": ["name", "phone"], "ground": "contract", "since": "last activity"},
}


def _retention(setting: Setting, chosen: Chosen) -> Built:
    row = _ROWS[chosen["data"]]
    clause = setting.id(f"{chosen['data']}-kept")
    value = {
        "id": clause,
        "what": setting.words(texts.words(chosen["data"])),
        "is": row["is"],
        "fields": row["fields"],
        "purpose": setting.words(texts.words(f"for-{chosen['data']}")),
        "ground": row["ground"],
        "keep": {"for": chosen["years"], "since": row["since"]},
    }
    until = _DAY.replace(year=_DAY.year + int(number(chosen["years"]))) + dt.timedelta(days=1)
    example = {
        "name": f"{clause} is kept until its period has passed",
        "keep": {"data": clause, "since": NOON},
        "answer": {"until": f"{until}T00:00"},
    }
    names = (
        Addition(("names", "fields", field), setting.words(texts.words(f"field-{field}")), as_item=False)
        for field in row["fields"]
    )
    return Built((*names, Addition(("privacy", "data"), value)), (clause,), (example,))


def _survey(setting: Setting, chosen: Chosen) -> Built:
    clause = setting.id("after-resolution")
    value = {
        "id": clause,
        "measure": "complaint handling",
        "ask": setting.words(texts.words("were-you-content")),
        "after": "case resolved",
        "wait": chosen["wait"],
        "channel": ["email"],
    }
    limit = {"id": setting.id("not-too-often"), "most": 1, "per": chosen["again"]}
    limits = () if setting.has("voice", "fatigue") else (Addition(("voice", "fatigue"), limit),)
    return Built((Addition(("voice", "surveys"), value), *limits), (clause,))


def _aftercare(setting: Setting, chosen: Chosen) -> Built:
    clause = setting.id("after-purchase")
    touch = {
        "id": setting.id("is-all-well"),
        "wait": chosen["wait"],
        "message": setting.words(texts.words("is-all-well")),
        "channel": ["email"],
    }
    value = {"id": clause, "begins": "purchase", "touches": [touch], "stops_on": ["return", "complaint"]}
    return Built((Addition(("aftercare",), value),), (clause,))


def _template(section: str, id_: str, make: Any, *parameters: Parameter, asks: tuple[Any, ...] = ()) -> Template:
    return Template(id_, section, texts.title(id_), texts.about(id_), parameters, make, asks)


TEMPLATES: tuple[Template, ...] = (
    _template("service", "answer-standard", _answers, length("answer", 24, "hours", most=72)),
    _template(
        "service",
        "complaint-standard",
        _complaints,
        length("answer", 24, "hours", most=48),
        length("resolve", 7, "days", least=3, most=60),
    ),
    _template(
        "responsibility",
        "complaint-levels",
        _levels,
        money("desk", 50, most=10_000),
        length("rise", 24, "hours", most=72),
        asks=("no levels",),
    ),
    _template("contact", "quiet-hours", _quiet, Parameter("hours", "hours", texts.label("hours"), "21:00-08:00")),
    _template("contact", "message-cap", _cap, count("most", 2, most=30), length("per", 30, "days", most=90)),
    _template("returns", "return-window", _window, length("days", 14, "days", most=90)),
    _template("returns", "warranty", _warranty, name("category", "goods"), length("months", 12, "months", most=120)),
    _template(
        "privacy",
        "retention",
        _retention,
        choice("data", {one: texts.words(one) for one in _ROWS}),
        length("years", 5, "years", most=10),
    ),
    _template(
        "voice",
        "survey",
        _survey,
        length("wait", 2, "days", most=30),
        length("again", 90, "days", least=14, most=365),
    ),
    _template("aftercare", "aftercare", _aftercare, length("wait", 7, "days", most=90)),
)
