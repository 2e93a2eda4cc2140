"""A program that uses the API in tests: its key, its calls, and a look at everything that is stored."""

import itertools
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.apps import apps
from django.test import Client

from dangol.flows.publish import publish
from dangol.lib import clock
from dangol.staff.actions import create_key
from dangol.staff.rights import Right
from tests.build import an_act

_numbers = itertools.count(1)

POLICY = """
dangol: 1
business: {name: {ko: 봄날, en: Bomnal}, timezone: Asia/Seoul, currency: KRW, languages: [ko, en]}
loyalty:
  points:
    earn: [{id: base-earn, rate: {welcome: 1%, gold: 3%}}]
    expire: {after: 12 months}
    redeem:
      worth: 1
      minimum: 100
      step: 10
      rewards: [{id: cup, points: 300, gives: {item: cup, name: {ko: 컵, en: cup}, valid: 30 days}}]
  tiers:
    measure: spend
    window: {rolling: 12 months}
    levels: [{id: welcome, from: 0}, {id: gold, from: 500000}]
  cards:
    - {id: third-visit, every: 3, gives: {item: dessert, name: {ko: 디저트, en: dessert}}, valid: 30 days}
  referral: {id: bring-a-friend, referrer: {points: 500}}
promotions:
  - {id: code-ten, code: TEN, gives: {percent: 10%, off: order}, limit: {total: 1000}}
  - {id: big-order, needs: {spend: 100000}, gives: {amount: 5000}, combine: {group: big}, limit: {total: 1000}}
returns:
  windows: [{id: change-of-mind, for: 7 days, after: purchase}]
  refund: {method: as paid, within: 3 days}
"""


@dataclass(frozen=True, slots=True)
class Told:
    """An answer of the API."""

    status: int
    body: Any
    headers: Any

    @property
    def code(self) -> str:
        """The type of problem."""
        return str(self.body["type"]).rpartition("/")[2]


class Caller:
    """A program with a key of its own; without scopes named, with all of them."""

    def __init__(self, *scopes: Right, token: str = "") -> None:
        if not token:
            with an_act(at=clock.now()) as act:
                self.key, token = create_key(act=act, name="till", scopes=scopes or tuple(Right))
        self.token = token
        self.client = Client(raise_request_exception=False)

    def get(self, path: str, **query: str) -> Told:
        return _told(self.client.get(f"/api{path}", query, headers=self._headers()))

    def post(self, path: str, body: Any = None, *, once: str | None = "") -> Told:
        """`once` is the idempotency key: a new one when empty, none when None."""
        return self.send(path, b"" if body is None else json.dumps(body).encode(), once=once)

    def send(
        self, path: str, body: bytes, *, once: str | None = "", kind: str = "application/json", **more: str
    ) -> Told:
        headers = self._headers() | more
        if once is not None:
            headers["Idempotency-Key"] = once or f"call-{next(_numbers)}"
        return _told(self.client.post(f"/api{path}", body, content_type=kind, headers=headers))

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def enrol(self, **details: Any) -> str:
        """A new customer's id."""
        told = self.post("/customers", details or {"phone": f"010-{next(_numbers):08d}"})
        assert told.status == 201, told.body
        return str(told.body["id"])

    def buy(self, price: int = 20_000, *, number: str = "", customer: str | None = None, **more: Any) -> Told:
        """A purchase of one thing."""
        body = {
            "money": "minor",
            "number": number or f"A-{next(_numbers)}",
            "basket": {"lines": [{"id": "one", "sku": "lamp", "price": price}], **more.pop("basket", {})},
            **({"customer": customer} if customer else {}),
            **more,
        }
        return self.post("/purchases", body)


def _told(response: Any) -> Told:
    content = response.content
    is_json = "json" in response.headers.get("Content-Type", "")
    return Told(response.status_code, json.loads(content) if is_json else content, response.headers)


def put_in_force(text: str = POLICY, *, at: datetime | None = None) -> None:
    """The policy rules from an hour ago, or from the instant."""
    at = at or clock.now() - timedelta(hours=1)
    publish(text=text, request=f"publish-{next(_numbers)}", by="system:test", at=at)


def everything() -> dict[str, int]:
    """How many rows each table of ours holds: the same before and after a refusal."""
    return {
        model._meta.db_table: model._default_manager.count()
        for model in apps.get_models()
        if model.__module__.startswith("dangol.")
    }


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
