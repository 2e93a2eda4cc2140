"""Complaints and questions: who decides, how soon, and on which ways customers reach the business."""

from __future__ import annotations

from collections.abc import Mapping

from dangol_policy.start.maker import Maker, Section
from dangol_policy.start.writing import Noted, Value

_CHANNELS = {
    "store": {"id": "at-the-counter", "means": "store"},
    "phone": {"id": "telephone", "means": "phone"},
    "email": {"id": "e-mail", "means": "email"},
    "messenger": {"id": "messenger", "means": "messenger"},
    "web": {"id": "web-form", "means": "web"},
}
_WRITTEN = ("email", "messenger", "web")


def staff(maker: Maker) -> Section | None:
    """Roles; nothing while nothing is promised that somebody has to decide about."""
    if not maker.promises:
        return None
    roles = ("staff", "manager") if _shared(maker) else ("manager",)
    listed: Value = [{"id": one, "name": maker.text("roles", one)} for one in roles]
    return {"roles": maker.noted("staff", listed)}


def _shared(maker: Maker) -> bool:
    """Whether staff decide something on their own."""
    return maker.answers.one("complaints.alone") is not None


def responsibility(maker: Maker) -> Section | None:
    """Levels: staff up to an amount, then the manager."""
    if not maker.promises:
        return None
    all_of_it: Value = [{"give": "apology"}, {"give": "refund"}]
    house: Section = {"id": "house", "name": maker.text("levels", "house"), "roles": "manager", "may": all_of_it}
    if not _shared(maker):
        return {"levels": [house]}
    most = int(str(maker.answers.one("complaints.alone")))
    may: list[Value] = [{"give": "apology"}, *([{"give": "refund", "up_to": most}] if most else [])]
    counter: Section = {"id": "counter", "name": maker.text("levels", "counter"), "roles": "staff", "may": may}
    return {"levels": [counter, house]}


def cases(maker: Maker) -> Section | None:
    """The kinds of case that something is promised about."""
    if not maker.promises:
        return None
    complaint = {"id": "complaint", "is": "complaint", "fields": ["own words", "wish", "cause", "remedy"]}
    return {"kinds": [complaint, {"id": "question", "is": "question"}]}


def service(maker: Maker) -> Noted | None:
    """How soon complaints and questions are answered."""
    standards = [one for one in (_complaints(maker), _questions(maker)) if one]
    return maker.noted("service", {"standards": standards}) if standards else None


def _complaints(maker: Maker) -> Section | None:
    answers = maker.answers
    answer, solve = answers.one("complaints.answer"), answers.one("complaints.solve")
    if not (answer or solve):
        return None
    made: Section = {"id": "complaint-standard", "name": maker.text("standards", "complaint"), "kind": "complaint"}
    made |= {key: time for key, time in (("first_response", answer), ("resolve", solve)) if time}
    return {**made, **_missed(maker)}


def _missed(maker: Maker) -> Section:
    """What follows when a promised time is missed, whatever it was promised for."""
    return {"if_missed": maker.text("explain")} if maker.answers.says("complaints.missed", "explain") else {}


def _questions(maker: Maker) -> Section | None:
    time = maker.answers.one("reach.answer")
    name = maker.text("standards", "question")
    made: Section = {"id": "question-standard", "name": name, "kind": "question", "first_response": time}
    return {**made, **_missed(maker)} if time else None


def channels(maker: Maker) -> Noted | None:
    """Each way to reach the business, and what it promises."""
    made = [_channel(maker, way) for way in maker.answers.many("reach.ways")]
    return maker.noted("channels", made) if made else None


def _channel(maker: Maker, way: str) -> Section:
    answers = maker.answers
    made: Section = dict(_CHANNELS[way])
    if address := answers.one(f"reach.{way}"):
        made["at"] = address
    if way in _WRITTEN and answers.says("reach.first", "machine") and (person := answers.one("reach.person")):
        made |= {"first": "machine", "person_within": person}
    if way in _WRITTEN and (time := answers.one("reach.answer")):
        made["answer_within"] = time
    return made


def figures(maker: Maker) -> Noted | None:
    """What tells how often the promised times are kept."""
    measured = service(maker) is not None
    row = {"id": "kept-promises", "figure": "standards met", "window": "28 days"}
    return maker.noted("figures", [row]) if measured else None


def examples(maker: Maker) -> list[Value]:
    """Worked examples: answers in time, and who decides about an amount."""
    answers = maker.answers
    made: list[Value] = []
    if answers.one("complaints.answer") or answers.one("complaints.solve"):
        clocks = {"first_response": "complaints.answer", "resolve": "complaints.solve"}
        made.append(_in_time(maker, "clock", "complaint", [one for one, asked in clocks.items() if answers.one(asked)]))
    if answers.one("reach.answer"):
        made.append(_in_time(maker, "clock-question", "question", ["first_response"]))
    if not maker.promises:
        return made
    if most := int(answers.one("complaints.alone") or 0):
        above = {"gives": "higher", "by": "house", "because": "counter"}
        return [*made, _decides(maker, "alone", {"role": "staff", "give": "refund", "amount": most + 1}, above)]
    if _shared(maker):
        at_once = {"gives": "may", "by": "counter"}
        made.append(_decides(maker, "apology", {"role": "staff", "give": "apology"}, at_once))
    whole = {"role": "manager", "give": "refund", "amount": maker.country.alone[-1]}
    return [*made, _decides(maker, "house", whole, {"gives": "may", "by": "house"})]


def _in_time(maker: Maker, name: str, kind: str, clocks: list[str]) -> Section:
    """A case on a Tuesday at noon that is answered and solved within the hour: every clock is met."""
    met = {clock: {"state": "met", "by": f"{kind}-standard"} for clock in clocks}
    question = {
        "opened": "2026-03-03T12:00",
        "case": {"kind": kind},
        "at": "2026-03-03T13:00",
        "events": [{"at": "2026-03-03T12:30", "what": "reply"}, {"at": "2026-03-03T12:45", "what": "resolved"}],
    }
    return {"name": maker.name("examples", name), "clock": question, "answer": {"clocks": met}}


def _decides(maker: Maker, name: str, question: Mapping[str, Value], answer: Mapping[str, Value]) -> Section:
    return {"name": maker.name("examples", name), "may_give": dict(question), "answer": dict(answer)}
