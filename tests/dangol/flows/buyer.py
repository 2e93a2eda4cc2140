"""A buyer in a process of its own: posts purchases one after another and says which were acknowledged.

Run as `python -m tests.dangol.flows.buyer FIRST`; whoever kills it starts it again with the first number that was not
acknowledged, and the same request is sent again, as a till would do.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from itertools import count
from uuid import UUID

CUSTOMERS = 5
BY = "system:test"


def main(first: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dangol.config.settings")
    import django

    django.setup()
    from dangol.flows.join import join
    from dangol.flows.purchase import purchase
    from dangol.lib import clock

    people = [
        UUID(join(external=f"buyer{n}", request=f"join-{n}", by=BY, at=clock.now()).value["customer"])
        for n in range(CUSTOMERS)
    ]
    for number in count(first):
        purchase(
            number=f"k{number}",
            basket={"lines": [{"sku": "pan", "price": 5000}], "codes": ["ONCE"], "redeem": {"points": "max"}},
            customer=people[number % CUSTOMERS],
            request=f"buy-{number}",
            by=BY,
            # Points mature a minute after the purchase: the worker has something to do at once.
            at=clock.now() - dt.timedelta(seconds=59),
        )
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
