"""Random policies and random histories for the state machine."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter

from dangol_policy.compile import Compiled, compile_policy
from dangol_policy.load import load
from dangol_policy.model.events import StoryEvent
from dangol_policy.values import ValuesContext

CUSTOMERS = ("mina", "jiho", "sora")
SKUS = ("bread", "tea", "pan")
CONTEXT = ValuesContext("KRW", zone="Asia/Seoul")
_EVENT: TypeAdapter[StoryEvent] = TypeAdapter(StoryEvent)


def policy_text(
    *,
    if_spent: str = "negative",
    pending: str = "",
    expire: str = "",
    window: str = "{rolling: 12 months}",
    review: str = "",
    repriced: bool = False,
    same_order: bool = False,
    upgrade: str = "next order",
    shipping: str = "given back when all is returned",
) -> str:
    """A shop with everything: points, tiers, cards, promotions with limits, vouchers, rewards, referral, gestures."""
    on_return = "reprice-kept" if repriced else "net-price"
    return f"""
dangol: 1
business: {{name: Shop, timezone: Asia/Seoul, currency: KRW}}
loyalty:
  points:
    earn:
      - {{id: base, rate: 3%}}
      - {{id: tea-unit, points: 5, per: unit, on: {{product: tea}}}}
    {f"pending: {pending}" if pending else ""}
    {f"expire: {expire}" if expire else ""}
    redeem:
      worth: 1
      up_to: 50%
      same_order: {str(same_order).lower()}
      rewards:
        - {{id: cup, points: 300, gives: {{item: cup, valid: 60 days}}}}
        - {{id: tenth-off, points: 200, gives: {{percent: 10%, off: order}}}}
    if_already_spent: {if_spent}
  tiers:
    window: {window}
    upgrade: {upgrade}
    levels:
      - {{id: welcome, from: 0}}
      - {{id: silver, from: 50000, benefits: [{{on_reaching: {{voucher: 1000, valid: 30 days}}}}]}}
      - {{id: gold, from: 150000, benefits: [{{birthday: {{item: cake, valid: 30 days}}}}, {{discount: 5%}}]}}
    {f"review: {review}" if review else ""}
  cards:
    - {{id: third, every: 3, gives: {{item: dessert}}, valid: 20 days}}
    - {{id: stamps, every: 5, stamps_per: 10000, gives: {{points: 100}}}}
  referral:
    id: bring
    referrer: {{points: 500}}
    friend: {{voucher: 2000, valid: 30 days}}
    first_order_at_least: 10000
    pending: {{for: 7 days, after: delivery}}
  gestures:
    - {{id: second-order, name: Hello again, on: {{order: 2}}, gives: {{gesture: A card}}, limit_total: 2}}
promotions:
  - id: three-breads
    gives: {{free: cheapest, of_each: 3, of: {{product: bread}}}}
    on_return: {on_return}
  - id: pan-off
    code: PAN
    gives: {{percent: 20%, off: line, of: {{product: pan}}}}
    points: not earned
    limit: {{per_customer: 2, total: 4, budget: 40000}}
  - id: big-order
    needs: {{spend: 60000}}
    gives: {{voucher: 3000, valid: 40 days}}
    on_return: {on_return}
  - id: ships-free
    needs: {{spend: 40000}}
    gives: {{shipping: free}}
returns:
  windows: [{{id: month, for: 3650 days, after: purchase}}]
  refund: {{shipping: {shipping}}}
"""


@st.composite
def policies(draw: st.DrawFn) -> str:
    """The text of a random policy."""
    choices: dict[str, st.SearchStrategy[Any]] = {
        "if_spent": st.sampled_from(["negative", "reduce-refund", "forgive"]),
        "pending": st.sampled_from(["", "{for: 5 days}", "{from_day: 3, after: delivery}", "{for: 36 hours}"]),
        "expire": st.sampled_from(["", "{after: 20 days}", "{after: 2 months, counted: end of month}"]),
        "window": st.sampled_from(["{rolling: 3 months}", "calendar year", "half year", "lifetime"]),
        "review": st.sampled_from(["", "{every: 1 month}", "{every: 1 month, step: one, grace: 10 days}"]),
        "repriced": st.booleans(),
        "same_order": st.booleans(),
        "upgrade": st.sampled_from(["next order", "this order"]),
    }
    return policy_text(**{name: draw(choice) for name, choice in choices.items()})


def compiled(text: str) -> Compiled:
    """The policy, ready to decide; version 1 as in a database with nothing else."""
    result = load(text)
    assert result.policy is not None
    assert result.ok, [str(problem) for problem in result.problems]
    return compile_policy(result.policy, digest=result.digest, version=1)


def event(data: dict[str, Any]) -> StoryEvent:
    """An event as `play` reads it."""
    return _EVENT.validate_python(data, context=CONTEXT)


@st.composite
def lines(draw: st.DrawFn) -> list[dict[str, Any]]:
    """A basket's lines."""
    skus = draw(st.lists(st.sampled_from(SKUS), min_size=1, max_size=3, unique=True))
    return [
        {
            "id": sku,
            "sku": sku,
            "price": draw(st.integers(0, 30_000)),
            "quantity": draw(st.integers(1, 4)),
        }
        for sku in skus
    ]


@st.composite
def purchases(draw: st.DrawFn, number: str) -> dict[str, Any]:
    """A purchase that may use codes, points and rewards, and may be delivered later."""
    basket: dict[str, Any] = {"lines": draw(lines()), "shipping": draw(st.sampled_from([0, 3000]))}
    if draw(st.booleans()):
        basket["codes"] = ["pan"]
    redeem: dict[str, Any] = {"points": draw(st.sampled_from([0, 0, 50, 400, "max"]))}
    if draw(st.integers(0, 3)) == 0:
        redeem["rewards"] = {draw(st.sampled_from(["cup", "tenth-off"])): 1}
    basket["redeem"] = redeem
    if draw(st.integers(0, 4)) == 0:
        basket["gift_card"] = 5000
    return {"purchase": number, "customer": draw(st.sampled_from(CUSTOMERS)), "basket": basket}


@st.composite
def histories(draw: st.DrawFn, most: int = 14) -> list[dict[str, Any]]:
    """Events one after another, with time passing between them; some of them will be refused."""
    at = dt.datetime(2026, 1, 30, 3, tzinfo=dt.UTC)
    story: list[dict[str, Any]] = [
        {"join": "mina", "birthday": "1990-02-28", "at": at.isoformat()},
        {"join": "jiho", "birthday": "2000-02-29", "at": at.isoformat()},
    ]
    orders = 0
    for _ in range(draw(st.integers(2, most))):
        at += dt.timedelta(minutes=draw(st.sampled_from([7, 61, 60 * 26, 60 * 24 * 9, 60 * 24 * 33])))
        kind = draw(st.sampled_from(["purchase"] * 5 + ["return"] * 3 + _OTHERS))
        number = f"o{draw(st.integers(1, max(orders, 1)))}"
        if kind == "purchase":
            orders += 1
            one = draw(purchases(f"o{orders}"))
        elif kind == "return":
            one = {"return": number, "reason": draw(st.sampled_from(["change of mind", "fault"]))}
            if draw(st.booleans()):
                one["lines"] = {draw(st.sampled_from(SKUS)): draw(st.integers(1, 3))}
        else:
            one = draw(_other(kind, number, at))
        story.append({**one, "at": at.isoformat()})
    return story


_OTHERS = ["cancel", "deliver", "visit", "redeem", "claim", "grant", "refer", "pass", "cancel_visit"]


@st.composite
def _other(draw: st.DrawFn, kind: str, number: str, at: dt.datetime) -> dict[str, Any]:
    who = draw(st.sampled_from(CUSTOMERS[:2]))
    match kind:
        case "cancel":
            return {"cancel": number}
        case "deliver":
            return {"deliver": number, "on": at.astimezone(dt.UTC).date().isoformat()}
        case "visit":
            return {"visit": who, "amount": draw(st.sampled_from([None, 9000])), "number": f"v{at.timestamp():.0f}"}
        case "cancel_visit":
            return {"cancel_visit": f"v{(at - dt.timedelta(minutes=7)).timestamp():.0f}"}
        case "redeem":
            chosen: dict[str, Any] = draw(st.sampled_from([{"reward": "cup"}, {"points": 120}]))
            return {"redeem": who, **chosen}
        case "claim":
            return {"claim": draw(st.sampled_from(["third-1", "cup-1", "silver-1", "big-order-1", "bring-1"]))}
        case "grant":
            given: dict[str, Any] = draw(st.sampled_from([{"points": 150}, {"voucher": 2000}, {"item": "towel"}]))
            return {"grant": who, "because": "an apology", **given}
        case "refer":
            return {"refer": who, "friend": draw(st.sampled_from(CUSTOMERS))}
        case _:
            return {"pass": "to"}
