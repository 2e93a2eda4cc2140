"""Run as a program on a server's database: opens the small shop of these tests; prints what the tests must know."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import django

REGULARS = 12
POLICY = Path(__file__).with_name("policy.yaml")


def main() -> None:
    django.setup()
    from dangol.flows import card_link, grant, join, publish, purchase, visit
    from dangol.flows.models import DEAD, WAITING, Work
    from dangol.lib import clock
    from dangol.lib.ids import new_id
    from tests import cast

    now = clock.now()
    cast.clerk()
    cast.owner()
    for state, due in ((DEAD, now), (WAITING, now + timedelta(hours=6))):
        error = f"LookupError: a long reason that names {new_id(now).hex}-{new_id(now).hex}"
        values = {"kind": "settle", "key": state, "attempts": 8, "last_error": error, "created_at": now}
        Work.objects.create(id=new_id(now), state=state, due_at=due, **values)
    before = now - timedelta(days=40)
    publish.publish(text=POLICY.read_text(encoding="utf-8"), request="open", by="system:test", at=before)
    links = []
    for number in range(1, REGULARS + 1):
        phone, email = f"010-0000-{number:04d}", f"regular{number}@dangol.example"
        joined = join.join(
            phone=phone, email=email, name=f"단골 {number}", request=f"join-{number}", by="system:test", at=before
        )
        known = UUID(joined.value["customer"])
        grant.grant(
            customer=known, points=5000, because="opening", request=f"give-{number}", by="system:test", at=before
        )
        basket = {"lines": [{"id": "1", "sku": "rug", "price": 250_000}]}
        later = now - timedelta(days=20)
        purchase.purchase(
            number=f"T-{number}", basket=basket, customer=known, request=f"buy-{number}", by="system:test", at=later
        )
        visit.visit(customer=known, number=f"V-{number}", request=f"come-{number}", by="system:test", at=later)
        links.append(f"/card/link/{card_link.token_for(known)}/")
    print(json.dumps({"links": links}))


if __name__ == "__main__":
    main()
