"""A shop to try things out with: staff, customers and about a year of generated history, always the same.

Everything goes through the ordinary flows, so the demo is also a test of them. Customers carry numbers instead of
names: nobody here is a person.
"""

import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password
from django.db import transaction

from dangol.flows import drafting, join, publication, publish, purchase, refer, return_goods, visit
from dangol.flows.errors import Refused
from dangol.flows.policy_view import compiled_at
from dangol.lib.act import acting
from dangol.staff import actions as staff
from dangol.staff.models import User
from dangol.staff.rights import Role

ZONE = ZoneInfo("Asia/Seoul")
BY = "system:demo"
PASSWORD = "dangol-demo"  # noqa: S105  it opens nothing but the demo
CUSTOMERS = 40
DAYS = 365

STAFF = ((Role.OWNER, "owner"), (Role.LEAD, "lead"), (Role.CLERK, "clerk"), (Role.AUDITOR, "auditor"))
# (product, category, tags, price): what the shop of the ready policy sells.
GOODS = (
    ("linen-cloth", "textile", (), 28_000),
    ("rug", "textile", ("bulky",), 120_000),
    ("quilt", "textile", ("bulky",), 150_000),
    ("soap-refill", "bath", ("refill",), 6_000),
    ("towel", "bath", (), 14_000),
    ("notebook", "stationery", (), 12_000),
    ("pencils", "stationery", (), 7_000),
    ("pot", "kitchen", (), 60_000),
    ("cutting-board", "kitchen", (), 38_000),
    ("lamp", "light", (), 45_500),
    ("vase", "deco", (), 25_000),
    ("chair", "furniture", ("bulky",), 100_000),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the demo holds now."""

    customers: int
    purchases: int
    visits: int
    returns: int
    new: bool


def tell(*, policy: str, at: datetime) -> Told:
    """Fills an empty business; does nothing where a policy is already in force."""
    if publish.anything_published():
        return Told(0, 0, 0, 0, new=False)
    first = (at.astimezone(ZONE) - timedelta(days=DAYS)).replace(hour=9, minute=0, second=0, microsecond=0)
    chance = random.Random(2_026)  # noqa: S311  the same shop every time, nothing to guess
    counts = {"purchases": 0, "visits": 0, "returns": 0}
    with transaction.atomic():
        _open_shop(policy, first)
        regulars = [_meet(number, first, chance) for number in range(1, CUSTOMERS + 1)]
        _bring_friends(regulars, first)
        for happening in _year(regulars, first, at, chance):
            counts[happening.kind] += _happen(happening, chance)
    return Told(len(regulars), **counts, new=True)


def sign_ins() -> list[str]:
    """The names that still have the demo's password; none in a business of one's own."""
    known = User.objects.in_bulk([username for _, username in STAFF], field_name="username")
    return [name for _, name in STAFF if name in known and known[name].check_password(PASSWORD)]


def _open_shop(policy: str, at: datetime) -> None:
    # A slow hash once, not for each: everybody in the demo has the same password.
    hashed = make_password(PASSWORD)
    with acting(by=BY, at=at, request="demo:staff") as act:
        for role, username in STAFF:
            if not User.objects.filter(username=username).exists():
                user = staff.add_user(act=act, username=username, password=None, role=role)
                user.password = hashed
                user.save(update_fields=["password"])
    _publish(policy, at)
    _give_work(at)


def _publish(policy: str, at: datetime) -> None:
    """The program hands the policy in and the owner stands by it, so that it may ask for two people."""
    owner = User.objects.get(username="owner").doer
    draft = drafting.open_draft(text=policy, request="demo:draft", by=BY, at=at).value["draft"]
    reason = "The ready policy of the shop"
    made = drafting.submit_draft(draft=UUID(draft), reason=reason, request="demo:submit", by=BY, at=at).value
    publication.approve(version=made["version"], request="demo:approve", by=owner, at=at)
    publication.announce(version=made["version"], request="demo:announce", by=owner, at=at)


def _give_work(at: datetime) -> None:
    """The clerk does the first work the policy names, the lead the last of section `staff`."""
    roles = [one.id for one in compiled_at(at).policy.staff.roles]
    work = {"clerk": roles[:1], "lead": roles[-1:]}
    with acting(by=BY, at=at, request="demo:work") as act:
        for user in User.objects.filter(username__in=work):
            staff.assign(act=act, user=user, duties=work[user.username])


@dataclass(frozen=True, slots=True)
class Regular:
    """A customer and how often they come: `pace` days between two visits, on average."""

    number: int
    id: UUID
    since: datetime
    pace: float


def _meet(number: int, first: datetime, chance: random.Random) -> Regular:
    since = first + timedelta(days=chance.randrange(0, 200), minutes=chance.randrange(60, 600))
    answer = join.join(
        phone=f"010-0000-{number:04d}",
        email=f"regular{number:02d}@dangol.example",
        name=f"단골 {number:02d}",
        language="ko",
        birthday=date(1970 + number % 35, 1 + number % 12, 1 + number % 28),
        request=f"demo:join:{number}",
        by=BY,
        at=since,
    )
    return Regular(number, UUID(answer.value["customer"]), since, chance.choice((6.0, 12.0, 25.0, 60.0, 120.0)))


def _bring_friends(regulars: list[Regular], first: datetime) -> None:
    """Some of the later ones were brought by earlier ones, before they bought anything."""
    by_time = sorted(regulars, key=lambda regular: regular.since)
    for referrer, friend in zip(by_time[:6], by_time[-6:], strict=True):
        # Not every policy has a referral programme.
        with suppress(Refused):
            refer.refer(
                referrer=referrer.id, friend=friend.id, request=f"demo:refer:{friend.number}", by=BY, at=friend.since
            )


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happens on one day."""

    at: datetime
    kind: str
    regular: Regular
    number: str


def _year(regulars: list[Regular], first: datetime, until: datetime, chance: random.Random) -> Iterator[Happening]:
    found: list[Happening] = []
    for regular in regulars:
        day = regular.since
        while True:
            day += timedelta(days=max(1.0, chance.expovariate(1 / regular.pace)))
            at = day.replace(hour=chance.randrange(10, 20), minute=chance.randrange(60))
            if at >= until:
                break
            kind = "purchases" if chance.random() < 0.75 else "visits"
            found.append(Happening(at, kind, regular, f"D-{regular.number:02d}-{len(found):05d}"))
            if kind == "purchases" and chance.random() < 0.05:
                back = at + timedelta(days=chance.randrange(1, 7))
                if back < until:
                    found.append(Happening(back, "returns", regular, found[-1].number))
    yield from sorted(found, key=lambda happening: (happening.at, happening.number))


def _happen(happening: Happening, chance: random.Random) -> bool:
    """Whether the policy allowed it; what it refuses did not happen in this shop."""
    try:
        _tell_of(happening, chance)
    except Refused:
        return False
    return True


def _tell_of(happening: Happening, chance: random.Random) -> None:
    stamp: dict[str, Any] = {"request": f"demo:{happening.kind}:{happening.number}", "by": BY, "at": happening.at}
    if happening.kind == "visits":
        visit.visit(
            customer=happening.regular.id, amount=chance.randrange(4, 30) * 1_000, number=happening.number, **stamp
        )
    elif happening.kind == "returns":
        try:
            return_goods.return_goods(number=happening.number, lines={"1": 1}, reason="change of mind", **stamp)
        except Refused:
            return_goods.return_goods(number=happening.number, lines={"1": 1}, reason="fault", **stamp)
    else:
        purchase.purchase(number=happening.number, basket=_basket(chance), customer=happening.regular.id, **stamp)


def _basket(chance: random.Random) -> dict[str, Any]:
    chosen = chance.sample(GOODS, chance.choice((1, 1, 2, 3)))
    lines = [
        {
            "id": str(place),
            "sku": sku,
            "category": [category],
            "tags": list(tags),
            "price": price,
            "quantity": chance.choice((1, 1, 1, 2)),
        }
        for place, (sku, category, tags, price) in enumerate(chosen, 1)
    ]
    basket: dict[str, Any] = {"lines": lines, "channel": "counter"}
    if chance.random() < 0.2:
        basket["redeem"] = {"points": "max"}
    return basket
