"""Purchases tried per second: a year of histories under the shop's policy and a draft, compiled against interpreted.

The same histories in memory, no database: each purchase is played twice, under the version in force and under the
draft. `interpreter` plays them with the obvious reference instead of generated Python; both must come to the same sums.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import statistics
import time
from pathlib import Path

from dangol_policy import interpret
from dangol_policy.compile import compile_policy
from dangol_policy.decision import Decision
from dangol_policy.load import load
from dangol_policy.model import events as on
from dangol_policy.model.policy import Policy
from dangol_policy.replay import History, Summary, Trial
from dangol_policy.replay.causes import worth_of
from dangol_policy.replay.summary import Judge
from dangol_policy.situation import Basket, Line, RedeemChoice, Situation
from dangol_policy.story.tale import Rules

POLICY = Path(__file__).parents[1] / "policies" / "shop.yaml"
CUSTOMERS = 200
PURCHASES = 12
ROUNDS = 5
INTERPRETED = 25
"""Customers the interpreter plays."""
SINCE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
UNTIL = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
GOODS = (
    ("linen", "textile", 28_000),
    ("soap", "bath", 6_000),
    ("notebook", "stationery", 12_000),
    ("pot", "kitchen", 60_000),
    ("lamp", "light", 45_500),
    ("vase", "deco", 25_000),
)


class Interpreted:
    """A policy that decides by the reference."""

    def __init__(self, policy: Policy, version: int) -> None:
        self.policy = policy
        self.version = version

    def quote(self, situation: Situation) -> Decision:
        return interpret.quote(self.policy, situation, digest="bench", version=self.version)

    quote_in_full = quote


def policies() -> tuple[Policy, Policy]:
    """What is in force, and a draft that gives Gold more and earlier."""
    text = POLICY.read_text(encoding="utf-8")
    draft = text.replace("gold: 3%}", "gold: 4%}").replace("from: 1000000", "from: 800000")
    assert draft != text
    found = load(text).policy, load(draft).policy
    assert found[0] is not None
    assert found[1] is not None
    return found[0], found[1]


def history(number: int) -> History:
    """A customer who buys about once a month, one in five times with points."""
    chance = random.Random(number)
    name = f"customer-{number}"
    events: list[on.StoryEvent] = [on.Join.model_construct(at=SINCE, join=name)]
    days = sorted(chance.sample(range(1, 364), PURCHASES))
    for place, day in enumerate(days):
        at = SINCE + dt.timedelta(days=day, hours=3 + chance.randrange(8))
        bought = on.Purchase.model_construct(
            at=at, purchase=f"{number}-{place}", customer=name, basket=basket(chance), delivered=None
        )
        events.append(bought)
    return History((name,), tuple(events))


def basket(chance: random.Random) -> Basket:
    """One to three products."""
    lines = tuple(
        Line(sku=sku, category=(category,), price=price, quantity=chance.choice((1, 1, 2)))
        for sku, category, price in chance.sample(GOODS, chance.choice((1, 2, 3)))
    )
    redeem = RedeemChoice(points="max") if chance.random() < 0.2 else RedeemChoice()
    return Basket(lines=lines, redeem=redeem, channel="counter")


def played(trial: Trial, histories: list[History]) -> tuple[Summary, float]:
    """What they come to, and purchases per second of processor time."""
    summary, judge = Summary(), Judge(worth_of(trial.base.policy), worth_of(trial.draft.policy))
    begun = time.process_time()
    for one in histories:
        summary.add(trial.play(one), judge)
    return summary, len(histories) * PURCHASES / (time.process_time() - begun)


def trial_of(base: Rules, draft: Rules) -> Trial:
    return Trial(base, draft, since=SINCE, until=UNTIL)


def main() -> None:
    """Compares, measures, reports."""
    base, draft = policies()
    histories = [history(number) for number in range(CUSTOMERS)]
    few = histories[:INTERPRETED]
    compiled = trial_of(
        compile_policy(base, digest="bench-base", version=1), compile_policy(draft, digest="bench-draft", version=2)
    )
    reference = trial_of(Interpreted(base, 1), Interpreted(draft, 2))
    assert played(compiled, few)[0].as_json() == played(reference, few)[0].as_json()
    speeds: dict[str, list[float]] = {"compiled": [], "interpreter": []}
    for _ in range(ROUNDS):
        speeds["compiled"].append(played(compiled, histories)[1])
        speeds["interpreter"].append(played(reference, few)[1])
    middle = {name: statistics.median(found) for name, found in speeds.items()}
    for name, speed in middle.items():
        print(f"{name:12} {speed:8,.0f} purchases/s, each under both policies")
    ratio = middle["compiled"] / middle["interpreter"]
    print(json.dumps({"purchases_per_s": round(middle["compiled"]), "vs_interpreter": round(ratio, 2)}))


if __name__ == "__main__":
    main()
