"""A customer enrols, or is recognised by phone, e-mail or an outside id; segments and memberships begin."""

from collections.abc import Sequence
from datetime import date, datetime

from dangol.facts.actions import Answer
from dangol.flows import reading
from dangol.flows.reading import YEAR_UNKNOWN, Declared
from dangol.flows.telling import Json, stage, told
from dangol.lib.act import Act
from dangol.people import actions as people
from dangol_policy.story import meeting


def join(
    *,
    phone: str = "",
    email: str = "",
    external: str = "",
    name: str = "",
    language: str = "",
    birthday: date | tuple[int, int] | None = None,
    segments: Sequence[str] = (),
    memberships: Sequence[str] = (),
    member: bool = True,
    region: str = "KR",
    money: Declared = "major",
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """Finds or enrols the customer. Raises IdentityTaken or NotAnIdentity of the room `people`."""
    identities = {"phone": phone, "email": email, "external": external}
    born = reading.day(birthday)

    def story(act: Act) -> Json:
        person = people.enrol(
            act=act,
            identities=identities,
            name=name,
            language=language,
            birthday=_birthday(born),
            member=member,
            region=region,
        )
        scene = stage(act, customers=[person.id], money=money)
        meeting.join(scene.tale, person.id.hex, segments=segments, memberships=memberships)
        scene.close()
        return {
            "customer": person.id.hex,
            "new": person.created_at == act.at,
            "issued": scene.issued(),
            "entries": scene.entries(),
            "account": scene.account(person.id.hex),
        }

    body = {
        **identities,
        "name": name,
        "language": language,
        "birthday": born.isoformat() if born is not None else None,
        "segments": list(segments),
        "memberships": list(memberships),
        "member": member,
        "region": region,
        "money": money,
    }
    return told(name="join", body=body, request=request, by=by, at=at, story=story)


def _birthday(born: date | None) -> people.Birthday | None:
    if born is None:
        return None
    return people.Birthday(born.month, born.day, born.year if born.year != YEAR_UNKNOWN else None)
