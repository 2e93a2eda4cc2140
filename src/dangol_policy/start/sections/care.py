"""Complaints and questions: who decides, how soon, and on which ways customers reach the business."""

from __future__ import annotations

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
    house: Section = {"id": "house", "name": maker.text("levels", "house"), "roles": "manager"}
    if not _shared(maker):
        return {"levels": [house]}
    most = int(str(maker.answers.one("complaints.alone")))
    may: list[Value] = [{"give": "apology"}, *([{"give": "refund", "up_to": most}] if most else [])]
    counter: Section = {"id": "counter", "name": maker.text("levels", "counter"), "roles": "staff", "may": may}
    return {"levels": [counter, {**house, "may": [{"give": "apology"}, {"give": "refund"}]}]}


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
    if answers.says("complaints.missed", "explain"):
        made["if_missed"] = maker.text("explain")
    return made


def _questions(maker: Maker) -> Section | None:
    time = maker.answers.one("reach.answer")
    name = maker.text("standards", "question")
    return {"id": "question-standard", "name": name, "kind": "question", "first_response": time} if time else None


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


def examples(maker: Maker) -> list[Value]:
    """Worked examples: an answer in time, and an amount beyond what staff decide."""
    made: list[Value] = []
    if maker.answers.one("complaints.answer"):
        clock = {
            "opened": "2026-03-03T12:00",
            "case": {"kind": "complaint"},
            "at": "2026-03-03T12:30",
            "events": [{"at": "2026-03-03T12:30", "what": "reply"}],
        }
        answer = {"clocks": {"first_response": {"state": "met", "by": "complaint-standard"}}}
        made.append({"name": maker.name("examples", "clock"), "clock": clock, "answer": answer})
    if most := int(maker.answers.one("complaints.alone") or 0):
        question = {"role": "staff", "give": "refund", "amount": most + 1}
        above = {"gives": "higher", "by": "house", "because": "counter"}
        made.append({"name": maker.name("examples", "alone"), "may_give": question, "answer": above})
    return made
