"""Each fault in the meaning of a policy, the smallest policy that has it, and the same policy mended."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dangol_policy.check.all import CHECKS
from dangol_policy.check.subject import subject_of
from dangol_policy.load import load
from dangol_policy.parse import ParseResult
from dangol_policy.problems import Severity
from tests.dangol_policy.check import care_faults

HEAD = """\
dangol: 1
business: {name: Bomnal, timezone: Asia/Seoul, currency: KRW, languages: [ko, en], calendar: open, jurisdictions: [VN]}
calendars: [{id: open, hours: {weekdays: "09:00-18:00"}}]
"""
TIERS = "loyalty: {tiers: {levels: [{id: basic, from: 0}, {id: gold, from: 100000}]}}\n"


@dataclass(frozen=True)
class Fault:
    """`text` with `wrong` for @@ is answered with `code` at the words `at`; with `right` it has no problem.

    Where both are the same, the fault lies in the head, or there is nothing to compare with.
    """

    code: str
    text: str
    wrong: str
    right: str
    at: str
    says: str = ""
    head: str = HEAD

    def load(self, words: str) -> ParseResult:
        return load(self.head + self.text.replace("@@", words))


FAULTS = [
    Fault(
        "duplicate-id",
        "loyalty: {cards: [{id: a, every: 2, gives: {item: x}}]}\npromotions:\n- {id: @@, gives: {percent: 5%}}\n",
        "a",
        "b",
        "a, gives: {percent",
        "on line 4",
    ),
    Fault(
        "duplicate-id",
        "promotions: []\n",
        "",
        "",
        "open, hours: {}",
        "another calendar",
        head=HEAD.replace("}}]", "}}, {id: open, hours: {}}]"),
    ),
    Fault(
        "unknown-reference",
        TIERS + "promotions:\n- {id: a, who: {tier: [@@]}, gives: {percent: 5%}}\n",
        "glod",
        "gold",
        "glod",
        "no tier `glod`",
    ),
    Fault(
        "unknown-reference",
        TIERS + "promotions:\n- {id: a, gives: {percent: {basic: 1%, @@: 2%}}}\n",
        "silver",
        "gold",
        "silver: 2%",
        "no tier `silver`",
    ),
    Fault(
        "unknown-reference",
        "promotions:\n- {id: a, notice: {before: 3 days, calendar: @@}, gives: {percent: 5%}}\n",
        "shop",
        "open",
        "shop}",
        "no calendar",
    ),
    Fault(
        "unknown-reference",
        "promotions:\n- {id: a, where: {store: @@}, gives: {percent: 5%}}\n",
        "mall",
        "mall",
        "mall}",
        "no store",
        head=HEAD,
    ),
    Fault(
        "unknown-reference",
        "promotions:\n- {id: a, who: {membership: @@}, gives: {percent: 5%}}\n",
        "club",
        "club",
        "club}",
        "no membership",
    ),
    Fault(
        "unknown-reference",
        "promotions: [{id: a, gives: {percent: 5%}}]\n"
        "examples: [{name: x, given: {basket: []}, expect: {applied: [@@]}}]\n",
        "b",
        "a",
        "b]}}",
        "no clause `b`",
    ),
    Fault(
        "bad-country",
        "",
        "",
        "",
        "XX}",
        "no public holidays",
        head=HEAD.replace('"09:00-18:00"}', '"09:00-18:00"}, holidays: {country: XX}'),
    ),
    Fault("missing-key", "loyalty: {points: {earn: [{id: a@@}]}}\n", "", ", rate: 1%", "{id: a}", "`rate`, `points`"),
    Fault(
        "missing-key",
        "loyalty: {points: {earn: [{id: a, points: 1@@}]}}\n",
        "",
        ", per: unit",
        "points: 1}",
        "earned for",
    ),
    Fault(
        "missing-key",
        "promotions:\n- id: a\n  on_return: net-price\n  gives: {get: 1, for_each: {units: 1}, from: proposed@@}\n",
        "",
        ", product: tea",
        "{get",
        "which product",
    ),
    Fault(
        "missing-key", "examples:\n- {name: x@@}\n", "", ", given: {basket: []}, expect: {total: 0}", "{name", "`given`"
    ),
    Fault(
        "contradiction",
        "loyalty: {points: {earn: [{id: a, rate: 1%@@}]}}\n",
        ", points: 1, per: unit",
        "",
        "points: 1",
        "exclude",
    ),
    Fault(
        "bad-value",
        "promotions:\n- {id: a, on_return: net-price, gives: {bundle: [{units: @@}], price: 5}}\n",
        "1",
        "2",
        "[{units",
        "two units",
    ),
    Fault(
        "bad-number",
        "promotions:\n- {id: a, on_return: net-price, gives: {per_spend: @@, amount: 5}}\n",
        "0",
        "100",
        "0, amount",
        "more than 0",
    ),
    Fault(
        "bad-duration",
        "loyalty: {memberships: [{id: a, name: A, valid: @@}]}\n",
        "900000 months",
        "12 months",
        "900000 months",
        "longer than dates",
    ),
    Fault("bad-duration", "returns: {windows: [{id: a, for: @@}]}\n", "0 days", "1 day", "0 days", "no time"),
    Fault("never-opens", "", "", "", "open, hours", "no opening", head=HEAD.replace('weekdays: "09:00-18:00"', "")),
    Fault(
        "calendar-contradiction",
        "",
        "",
        "",
        "mon}",
        "working day here and closed",
        head=HEAD.replace('18:00"}', '18:00"}, closed: [2026-12-26], working: {2026-12-26: mon}'),
    ),
    Fault(
        "calendar-contradiction",
        "",
        "",
        "",
        "sun}",
        "Sunday, which has none",
        head=HEAD.replace('18:00"}', '18:00"}, working: {2026-12-26: sun}'),
    ),
    Fault(
        "no-effect",
        "",
        "",
        "",
        "2026-07-02]",
        "no public holiday",
        head=HEAD.replace('18:00"}', '18:00"}, holidays: {country: KR, except_on: [2026-07-02]}'),
    ),
    Fault(
        "no-effect",
        "promotions:\n- {id: a, limit: {per_customer: @@, total: 3}, gives: {percent: 5%}}\n",
        "5",
        "2",
        "5, total",
        "cannot be reached",
    ),
    Fault(
        "no-effect",
        "loyalty: {tiers: {levels: [{id: a, from: 0, benefits: [{free: returns}]}]}}\n@@",
        "",
        "returns: {windows: [{id: w, for: 7 days}]}\n",
        "returns}",
        "nothing can be returned",
    ),
    Fault(
        "no-calendar",
        "promotions:\n- {id: a, notice: {before: @@}, gives: {percent: 5%}}\n",
        "3 business days",
        "3 days",
        "3 business days",
        "Monday to Friday",
        head=HEAD.replace(" calendar: open,", ""),
    ),
    Fault("no-first-tier", "loyalty: {tiers: {levels: [{id: a, from: @@}]}}\n", "5", "0", "5}", "start at 0"),
    Fault(
        "duplicate-tier-threshold",
        "loyalty: {tiers: {levels: [{id: a, from: 0}, {id: b, from: @@}]}}\n",
        "0",
        "9",
        "0}]",
        "same",
    ),
    Fault(
        "unordered-tiers",
        "loyalty: {tiers: {levels: [{id: a, from: 0}, {id: b, from: 9}, {id: c, from: @@}]}}\n",
        "5",
        "10",
        "5}",
        "lower than `b`",
    ),
    Fault(
        "unreachable-tier",
        "loyalty: {tiers: {measure: visits, window: {rolling: 30 days}, "
        "levels: [{id: a, from: 0}, {id: b, from: @@}]}}\n",
        "50",
        "10",
        "50}",
        "50 visits on 30 days",
    ),
    Fault(
        "unreachable-tier",
        "loyalty: {tiers: {measure: @@, levels: [{id: a, from: 0}, {id: b, from: 9}]}}\n",
        "points earned",
        "visits",
        "9}",
        "lets anybody earn",
    ),
    Fault(
        "worse-tier",
        TIERS[:-2] + ", points: {earn: [{id: a, rate: {basic: 3%, gold: @@}}]}}\n",
        "2%",
        "3%",
        "{basic: 3%",
        "10,000 KRW earns 300 points as basic, but 200 as gold",
    ),
    Fault(
        "worse-tier",
        TIERS + "promotions:\n- {id: a, gives: {percent: {basic: 5%, gold: @@}}}\n",
        "3%",
        "5%",
        "3%",
        "basic gets 5% here and gold, the higher tier, 3%",
    ),
    Fault(
        "worse-tier",
        TIERS + "promotions:\n- {id: a, gives: {percent: {basic: 5%@@}}}\n",
        "",
        ", gold: 6%",
        "{basic",
        "gold, the higher tier, nothing",
    ),
    Fault(
        "worse-tier",
        TIERS + "promotions:\n- {id: a, gives: {price: {basic: 500, gold: @@}}}\n",
        "600",
        "400",
        "600",
        "basic pays 500 KRW here and gold, the higher tier, 600 KRW",
    ),
    Fault(
        "worse-tier",
        "loyalty: {tiers: {levels: [{id: a, from: 0, benefits: [{discount: 5%}]}, "
        "{id: b, from: 9, benefits: [{discount: @@}]}]}}\n",
        "4%",
        "5%",
        "{discount: 4%",
        "worth less to `b`",
    ),
    Fault(
        "lost-benefit",
        "loyalty: {tiers: {levels: [{id: a, from: 0, benefits: [{priority: queue}]}, "
        "{id: b, from: 9, benefits: [{discount: 5%}@@]}]}}\n",
        "",
        ", {priority: queue}",
        "[{discount: 5%",
        "priority (queue)",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, who: {member: @@, birthday: {}}, gives: {percent: 5%}}\n",
        "false",
        "true",
        "false",
        "a guest has no",
    ),
    Fault(
        "unreachable-promotion",
        TIERS + "promotions:\n- {id: a, who: {tier: gold, not: {tier: @@}}, gives: {percent: 5%}}\n",
        "gold",
        "basic",
        "{tier: gold}",
        "taken out again",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, who: {member_for_at_least: @@, member_for_at_most: 1 month}, gives: {percent: 5%}}\n",
        "2 years",
        "2 days",
        "1 month",
        "at least 2 years and at most 1 month",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, who: {order: {at_least: @@, at_most: 2}}, gives: {percent: 5%}}\n",
        "3",
        "1",
        "{at_least",
        "at least 3 and at most 2",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, gives: {percent: 5%, of: {price_at_least: @@, price_at_most: 5}}}\n",
        "9",
        "5",
        "5}",
        "no price",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, gives: {percent: 5%, of: {tag: x, not: {tag: @@}}}}\n",
        "[x, y]",
        "[y]",
        "{tag: [x, y]",
        "every tag",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, needs: {at_least: @@, at_most: 2}, gives: {percent: 5%}}\n",
        "3",
        "2",
        "2}",
        "at least 3 and at most 2",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, needs: {spend: @@, at_most: 20}, gives: {percent: 5%}}\n",
        "30",
        "20",
        "20}",
        "30 KRW and at most 20 KRW",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, needs: {all: [{spend: 5, at_most: 9}, {spend: @@}]}, gives: {percent: 5%}}\n",
        "10",
        "9",
        "{spend: 10",
        "cannot both hold",
    ),
    Fault("unreachable-promotion", "promotions:\n- {id: a, gives: {percent: @@}}\n", "0%", "1%", "0%", "gives nothing"),
    Fault(
        "unreachable-promotion",
        TIERS + "promotions:\n- {id: a, who: {tier: gold}, gives: {percent: {@@: 5%}}}\n",
        "basic",
        "gold",
        "{basic",
        "it is for gold",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, needs: {spend: 90}, limit: {budget: @@}, gives: {amount: 50}}\n",
        "40",
        "50",
        "40}",
        "one use costs 50 KRW",
    ),
    Fault(
        "unreachable-promotion",
        "promotions:\n- {id: a, combine: {group: g}, gives: {percent: @@, off: order}}\n"
        "- {id: b, combine: {group: g}, needs: {spend: 900}, gives: {percent: 5%, off: order}}\n",
        "6%",
        "4%",
        "{percent: 5%",
        "a basket of 900 KRW gets 6% off, never 5% off",
    ),
    Fault(
        "unreachable-promotion",
        "loyalty: {cards: [{id: a, every: 2, who: {member: @@}, gives: {item: x}}]}\n",
        "false",
        "true",
        "{member",
        "who hold no card",
    ),
    Fault(
        "never-runs",
        "promotions:\n- {id: a, runs: 2026-12-07..2026-12-11, when: {weekdays: [@@]}, gives: {percent: 5%}}\n",
        "sat, sun",
        "sat, fri",
        "[sat",
        "none of the days",
    ),
    Fault(
        "never-runs",
        'promotions:\n- {id: a, when: {hours: ["@@"]}, gives: {percent: 5%}}\n',
        "09:00-09:00",
        "09:00-10:00",
        '"09:00-09:00',
        "same time",
    ),
    Fault(
        "contradiction",
        "promotions:\n- {id: a, priority: -1, combine: {group: g}, gives: {percent: 5%}}\n"
        "- {id: b, combine: {group: g, choose: @@}, gives: {amount: 5}}\n",
        "priority",
        "best",
        "priority",
        "two different answers",
    ),
    Fault(
        "contradiction",
        "promotions:\n- {id: a, gives: {price: 500, of: {tag: x}}}\n- {id: b, gives: {price: 600, of: {tag: @@}}}\n",
        "x",
        "y",
        "600",
        "500 KRW by `a` and 600 KRW here",
    ),
    Fault(
        "contradiction",
        "returns:\n  windows: [{id: a, for: 7 days, of: {tag: x}}]\n"
        "  exclusions: [{id: b, of: {tag: @@}, because: hygiene}]\n",
        "x",
        "y",
        "{tag: x}, because",
        "a basket with x",
    ),
    Fault(
        "contradiction",
        "returns:\n  windows: [{id: a, for: 7 days}]\n  exclusions: [{id: b, of: {@@}, because: hygiene}]\n",
        "",
        "tag: x",
        "{}",
        "everything is excluded",
    ),
    Fault(
        "defeats-threshold",
        "promotions:\n- {id: a, needs: {spend: @@}, gives: {amount: 50}}\n",
        "50",
        "60",
        "50}",
        "a basket of 50 KRW gets 50 KRW off and costs nothing",
    ),
    Fault(
        "defeats-threshold",
        "promotions:\n- {id: a, on_return: net-price, gives: {per_spend: @@, amount: 50}}\n",
        "40",
        "60",
        "50}",
        "leaves nothing to pay",
    ),
    Fault(
        "points-worth-too-much",
        "loyalty: {points: {earn: [{id: a, rate: @@}], redeem: {worth: 1}}}\n",
        "100%",
        "99%",
        "1}",
        "a purchase of 10,000 KRW earns 10,000 points, worth 10,000 KRW as payment",
    ),
    Fault(
        "points-worth-too-much",
        "loyalty: {points: {earn: [{id: a, points: 1, per_full: 1000}], "
        "redeem: {rewards: [{id: r, points: @@, gives: {voucher: 9000}}]}}}\n",
        "9",
        "10",
        "9, gives",
        "worth 10,000 KRW as `r`",
    ),
    Fault(
        "redeem-never",
        "loyalty: {points: {earn: [{id: a, rate: 1%}], redeem: {@@}}}\n",
        "",
        "worth: 1",
        "{}",
        "no worth",
    ),
    Fault(
        "redeem-never",
        "loyalty: {points: {earn: [{id: a, rate: 1%}], redeem: {worth: 1, up_to: @@}}}\n",
        "0%",
        "9%",
        "0%",
        "0%",
    ),
    Fault(
        "redeem-never",
        "loyalty: {points: {earn: [{id: a, rate: 1%}], redeem: {worth: 1, minimum: 90, step: 50, maximum: @@}}}\n",
        "99",
        "100",
        "99}",
        "at most 99 points",
    ),
    Fault(
        "expires-before-usable",
        "loyalty: {points: {earn: [{id: a, rate: 1%}], pending: {for: 30 days}, expire: {after: @@}}}\n",
        "4 weeks",
        "5 weeks",
        "4 weeks",
        "wait 30 days",
    ),
    Fault(
        "pending-shorter-than-return",
        "loyalty: {points: {earn: [{id: a, rate: 1%}], pending: {for: @@}}}\n"
        "returns: {windows: [{id: w, for: 14 days}]}\n",
        "7 days",
        "14 days",
        "pending",
        "come back for 14 days",
    ),
    Fault(
        "missing-return-rule",
        "promotions:\n- {id: a, gives: {nth: 2, percent: 50%}@@}\n",
        "",
        ", on_return: net-price",
        "{id: a",
        "comes back",
    ),
    Fault(
        "unbounded-budget",
        "promotion_rules: {require_budget: true}\npromotions:\n- {id: a, gives: {percent: 5%}@@}\n",
        ", limit: {total: 5}",
        ", limit: {budget: 5}",
        "{id: a",
        "each use may cost any amount",
    ),
    Fault("discount-above-price", "promotions:\n- {id: a, gives: {percent: @@}}\n", "150%", "50%", "150%", "150%"),
    Fault(
        "discount-above-price",
        "promotions:\n- {id: a, on_return: net-price, gives: {free: cheapest, of_each: 2, units: @@}}\n",
        "2",
        "1",
        "2}",
        "nothing would be paid",
    ),
    Fault(
        "code-used-twice",
        "promotions:\n- {id: a, code: SPRING, gives: {percent: 5%}}\n- {id: b, code: @@, gives: {percent: 6%}}\n",
        "spring",
        "summer",
        "spring",
        "the code of `a`",
    ),
    Fault(
        "statutory-cap",
        "promotions:\n- {id: a, runs: 2026-12-01..2026-12-31, gives: {percent: @@}}\n",
        "60%",
        "50%",
        "60%",
        "60% off is more than the 50% the law allows",
    ),
    Fault(
        "statutory-cap",
        "promotions:\n- {id: a, gives: {percent: 60%}@@}\n",
        "",
        ", programme: concentrated",
        "60%",
        "81/2018",
    ),
    Fault(
        "statutory-floor",
        "promotions:\n- {id: a, gives: {percent: 20%, off: price}@@}\n",
        "",
        ", reference: {lowest_of: 30 days}",
        "{id: a",
        "lowest price of 30 days",
        head=HEAD.replace("[VN]", "[EU]"),
    ),
    Fault(
        "statutory-floor",
        "promotions:\n- {id: a, gives: {percent: 20%}, reference: {lowest_of: @@}}\n",
        "7 days",
        "30 days",
        "7 days",
        "shorter than the 30 days",
        head=HEAD.replace("[VN]", "[EU]"),
    ),
    Fault(
        "notice-too-short",
        "promotions:\n- {id: a, notice: {before: @@}, gives: {percent: 5%}}\n",
        "48 hours",
        "72 hours",
        "48 hours",
        "shorter than 3 days",
    ),
    Fault(
        "figure-differs",
        "promotions:\n- {id: a, says: {ko: @@ 할인, en: 5% off}, gives: {percent: 5%}}\n",
        "6%",
        "5%",
        "6% 할인",
        "`6` is not a figure of the clause `a`",
    ),
    Fault(
        "missing-language",
        "promotions:\n- {id: a, name: {ko: 봄@@}, gives: {percent: 5%}}\n",
        "",
        ", en: spring",
        "name",
        "in en",
    ),
    Fault(
        "vague-wording",
        "promotions:\n- {id: a, on_warranty: @@, gives: {percent: 5%}}\n",
        "최대한 빨리 수리",
        "3일 안에 수리",
        "최대한",
        "최대한",
    ),
    Fault(
        "too-big",
        "examples: [@@]\n",
        "{name: x, given: {basket: []}, expect: {total: 0}}, " * 2001,
        "",
        "examples",
        "at most 2,000",
    ),
    Fault(
        "bad-number",
        "promotions:\n- {id: a, brief: {roles: [care], share: @@}, gives: {percent: 5%}}\n",
        "120%",
        "90%",
        "120%",
        "100%",
    ),
    Fault(
        "bad-number",
        "loyalty: {points: {earn: [{id: a, rate: 1%}], redeem: {worth: 1, up_to: @@}}}\n",
        "120%",
        "90%",
        "120%",
        "100%",
    ),
]

FAULTS += [
    Fault(
        "lost-benefit",
        TIERS.replace("}]", "}, {id: black, from: 900000}]")
        + "promotions:\n- {id: a, who: {tier: [@@]}, gives: {percent: 5%}}\n",
        "gold",
        "gold, black",
        "[gold]",
        "`a` is for gold, and black, the higher tier, is left out",
    ),
    Fault(
        "costs-more",
        "promotions:\n- {id: a, needs: {spend: 30000, measure: @@}, gives: {shipping: free}}\n"
        "- {id: b, gives: {percent: 10%}}\n",
        "now",
        "before discounts",
        "{spend: 30000",
        "`b` takes a basket below what `a` asks for",
    ),
    Fault(
        "defeats-threshold",
        "promotions:\n- {id: a, gives: {voucher: 5000, minimum: @@}}\n",
        "5000",
        "20000",
        "5000}",
        "an order of 5,000 KRW gets 5,000 KRW off",
    ),
    Fault(
        "contradiction",
        "returns: {windows: [{id: a, for: 7 days}, {id: b, for: @@}]}\n",
        "14 days",
        "14 days, who: {member: true}",
        "14 days",
        "`b` says 14 days and `a` 7 days",
    ),
    Fault(
        "contradiction",
        "returns: {windows: [{id: w, for: 7 days}], return_shipping: business, "
        "fees: [{id: a, fee: 3000}, {id: b, fee: @@}]}\n",
        "2000",
        "2000, of: {tag: small}",
        "2000",
        "costs 2,000 KRW by `b` and 3,000 KRW by `a`",
    ),
    Fault(
        "contradiction",
        "promotions:\n- {id: a, on_return: net-price, gives: {bundle: [{units: 2}], price: 9000}}\n"
        "- {id: b, on_return: net-price, gives: {bundle: [{units: 2}], price: @@}}\n",
        "8000",
        "9000",
        "8000",
        "one set costs 9,000 KRW by `a` and 8,000 KRW here",
    ),
    Fault(
        "contradiction",
        "promotions:\n- {id: a, gives: {prices: {tea: 900}}}\n- {id: b, gives: {prices: {tea: @@}}}\n",
        "800",
        "900",
        "800",
        "`tea` costs 900 KRW by `a` and 800 KRW here",
    ),
    Fault(
        "contradiction",
        "promotions:\n- {id: a, gives: {shipping: 900}}\n- {id: b, gives: {shipping: @@}}\n",
        "free",
        "900",
        "free",
        "shipping costs 900 KRW by `a` and nothing here",
    ),
]

_COUNSEL = "business: {counsel: [{rule: @@, by: Kim, on: 2026-11-01}], "
FAULTS += [
    Fault(
        "counsel-confirmed",
        "promotions:\n- {id: a, gives: {percent: @@}}\n",
        "60%",
        "50%",
        "60%",
        "Kim confirmed it on 2026-11-01",
        head=HEAD.replace("business: {", _COUNSEL.replace("@@", "vn-price-discount")),
    ),
    Fault(
        "unknown-reference",
        "promotions: []\n",
        "",
        "",
        "vn-price, by",
        "there is no rule of law `vn-price`",
        head=HEAD.replace("business: {", _COUNSEL.replace("@@", "vn-price")),
    ),
]
FAULTS += [
    Fault(
        "notice-too-short",
        "promotions: []\n",
        "",
        "",
        "2 days}",
        "a change that is worse for customers is told 2 days before",
        head=HEAD.replace("business: {", "business: {changes: {notice: 2 days}, "),
    ),
]
FAULTS += [Fault(*one) for one in care_faults.FAULTS]

IN_HEAD = [fault for fault in FAULTS if fault.wrong == fault.right]


def name_of(fault: Fault) -> str:
    return f"{fault.code}-{FAULTS.index(fault)}"


@pytest.mark.parametrize("fault", FAULTS, ids=name_of)
def test_a_fault_is_found_where_it_is_and_said_in_words(fault: Fault) -> None:
    result = fault.load(fault.wrong)
    found = [problem for problem in result.problems if problem.code == fault.code and fault.says in problem.message]
    assert found, result.problems
    place = found[0].place
    assert place is not None
    assert result.document.line(place.line)[place.column - 1 :].startswith(fault.at)
    assert not result.ok or found[0].severity is Severity.WARNING


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in IN_HEAD], ids=name_of)
def test_the_mended_policy_has_no_problem(fault: Fault) -> None:
    assert fault.load(fault.right).problems == ()


def test_the_plain_head_has_no_problem() -> None:
    assert load(HEAD).problems == ()
    assert load(HEAD + TIERS).problems == ()


def test_every_check_finds_something() -> None:
    """A check that no fault here sets off could be dead."""
    silent = {check.__name__ for check in CHECKS}
    for fault in FAULTS:
        result = fault.load(fault.wrong)
        if result.policy is not None:
            subject = subject_of(result.policy, result)
            silent -= {check.__name__ for check in CHECKS if check.__name__ in silent and any(check(subject))}
    assert not silent
