"""What happened to a customer's points, tier, cards and vouchers, in words. Plain values in, sentences out.

`points` are in smallest parts of a point, money in minor units, instants aware; an expiry is the first instant after
it, so the day before is said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dangol_policy.model.loyalty import Tiers
from dangol_policy.model.policy import Policy
from dangol_policy.values import read_duration
from dangol_policy.words import formats
from dangol_policy.words.names import clause_name, gift_of, item_name
from dangol_policy.words.speaker import Speaker
from dangol_policy.words.speakers import speaker_for
from dangol_policy.words.speech import Argument
from dangol_policy.words.tiers import threshold

_ENTRIES = {
    "earned": "earned",
    "earn": "earned",
    "granted": "granted",
    "grant": "granted",
    "matured": "matured",
    "mature": "matured",
    "spent": "spent",
    "spend": "spent",
    "expired": "expired",
    "expire": "expired",
    "reversed": "reversed",
    "reverse": "reversed",
    "restored": "restored",
    "restore": "restored",
    "adjusted": "adjusted",
    "owed": "owed",
    "owe": "owed",
    "make-good": "owed",
    "repaid": "repaid",
    "repay": "repaid",
    "waived": "waived",
    "waive": "waived",
    "date": "dated",
}
"""Kinds of entries as the journal (`points.earned`) and the story (`earn`) call them."""


_BY_HAND = ("grant", "redeem")
"""Clauses of entries that follow from no clause: a person gave points, or they were used as payment."""


def entry(
    policy: Policy,
    language: str,
    *,
    kind: str,
    points: int,
    clause: str | None = None,
    order: str | None = None,
    at: dt.datetime | None = None,
    usable_from: dt.datetime | None = None,
    expires: dt.datetime | None = None,
    because: str | None = None,
) -> str:
    """One entry of the ledger. `order` is the number as printed. Raises KeyError for a kind that is none."""
    speaker = speaker_for(policy, language)
    name = _ENTRIES[kind.removeprefix("points.")]
    arguments: dict[str, Argument] = {"points": speaker.point_parts(abs(points))}
    if order:
        arguments["order"] = order
    if clause and clause not in _BY_HAND:
        arguments["clause"] = clause_name(speaker, clause)
    sentences = [_entry(speaker, name, arguments, points)]
    if because:
        sentences.append(speaker.say("entry-because", because=because.rstrip(".")))
    if name in ("earned", "granted", "dated", "restored") and usable_from and (at is None or usable_from > at):
        sentences.append(speaker.say("entry-usable-from", when=_from(speaker, usable_from)))
    if expires and name in ("earned", "granted", "matured", "restored", "dated"):
        sentences.append(speaker.say("entry-expires", day=speaker.last_day_before(expires)))
    return speaker.paragraph(sentences)


def _entry(speaker: Speaker, name: str, arguments: dict[str, Argument], points: int) -> str:
    """The most telling form of the entry that its arguments allow."""
    message = f"entry-{name}"
    if name == "adjusted" and points < 0:
        message += "-down"
    for form, needed in (("both", {"order", "clause"}), ("order", {"order"}), ("clause", {"clause"})):
        if needed <= arguments.keys() and speaker.speech.has_form(message, form):
            return speaker.speech.form(message, form, **arguments)
    return speaker.say(message, **arguments)


def _from(speaker: Speaker, at: dt.datetime) -> str:
    """The day when the instant is its midnight, else day and time."""
    midnight = at.astimezone(formats.zone_of(speaker.zone)).time() == dt.time()
    return speaker.day_of(at) if midnight else speaker.moment(at)


def balance(policy: Policy, language: str, *, usable: int, pending: int = 0, debt: int = 0) -> str:
    """What a customer has: usable, pending, and what is still to be made good."""
    speaker = speaker_for(policy, language)
    sentences = [speaker.say("balance", points=speaker.point_parts(usable))]
    if pending:
        sentences.append(speaker.say("balance-pending", points=speaker.point_parts(pending)))
    if debt:
        sentences.append(speaker.say("balance-debt", points=speaker.point_parts(debt)))
    return speaker.paragraph(sentences)


def points_expire(policy: Policy, language: str, *, points: int, expires: dt.datetime) -> str:
    """When a lot lapses: `포인트 450점이 2026년 12월 31일까지 …`."""
    speaker = speaker_for(policy, language)
    return speaker.sentence(
        speaker.say("points-expire", points=speaker.point_parts(points), day=speaker.last_day_before(expires))
    )


# --- tiers ---------------------------------------------------------------------------------------


def tier_change(
    policy: Policy,
    language: str,
    *,
    before: str | None,
    after: str,
    reason: str = "reached",
    at: dt.datetime | None = None,
) -> str:
    """A tier that was reached, kept or fallen to. `reason` as the story says: entry, reached, kept, review, policy."""
    speaker = speaker_for(policy, language)
    order = [level.id for level in policy.loyalty.tiers.levels] if policy.loyalty.tiers else []
    name = speaker.tier(after)
    if reason == "kept" or before == after:
        text = speaker.say("tier-kept", after=name)
    elif before is None or before not in order or after not in order:
        text = speaker.say("tier-entry", after=name)
    elif order.index(after) > order.index(before):
        text = speaker.say("tier-up", before=speaker.tier(before), after=name)
    else:
        text = speaker.say("tier-down", before=speaker.tier(before), after=name)
    because = speaker.say(f"tier-because-{reason}") if reason in ("review", "policy") else ""
    return speaker.paragraph([text, because])


def tier_distance(policy: Policy, language: str, *, tier: str | None, qualifying: int) -> str | None:
    """How far the next tier is, from the measure inside its window (minor units, visits, or smallest parts of a point).

    None at the top, and in a policy without tiers.
    """
    tiers = policy.loyalty.tiers
    if tiers is None:
        return None
    ids = [level.id for level in tiers.levels]
    place = ids.index(tier) if tier in ids else 0
    speaker = speaker_for(policy, language)
    if place + 1 >= len(ids):
        return None
    following = tiers.levels[place + 1]
    parts = 10**speaker.decimals if tiers.measure == "points earned" else 1
    missing = following.threshold * parts - qualifying
    if missing <= 0:
        return speaker.sentence(speaker.say("tier-soon", tier=speaker.tier(following.id)))
    return speaker.sentence(
        speaker.say("tier-distance", tier=speaker.tier(following.id), more=_missing(speaker, tiers, missing))
    )


def _missing(speaker: Speaker, tiers: Tiers, amount: int) -> str:
    return speaker.point_parts(amount) if tiers.measure == "points earned" else threshold(speaker, tiers, amount)


# --- cards and vouchers ----------------------------------------------------------------------------


def stamps(policy: Policy, language: str, *, card: str, filled: int) -> str:
    """How many visits or stamps are missing: `디저트까지 3번 남았습니다.` Raises KeyError for an unknown card."""
    speaker = speaker_for(policy, language)
    found = {one.id: one for one in policy.loyalty.cards}[card]
    words = gift_of(speaker, card)
    name = words.name if words else clause_name(speaker, card)
    missing = found.every - filled
    if missing <= 0:
        return speaker.sentence(speaker.say("stamps-full", gift=name))
    message = "stamps-left-stamps" if found.stamps_per is not None else "stamps-left-visits"
    return speaker.sentence(speaker.say(message, gift=name, n=missing))


def voucher(
    policy: Policy,
    language: str,
    *,
    kind: str,
    clause: str,
    item: str = "",
    amount: int | None = None,
    rate: str | None = None,
    minimum: int | None = None,
    units: int = 1,
    expires: dt.datetime | None = None,
) -> str:
    """A voucher or gift a customer holds: what it is, where it comes from, until when."""
    speaker = speaker_for(policy, language)
    what = _held(speaker, kind, clause, item=item, amount=amount, rate=rate, units=units)
    sentences = [speaker.say("held", what=what)]
    if minimum:
        sentences.append(speaker.say("also-voucher-minimum", money=speaker.money(minimum)))
    if expires:
        sentences.append(speaker.say("held-until", day=speaker.last_day_before(expires)))
    return speaker.paragraph(sentences)


def _held(
    speaker: Speaker, kind: str, clause: str, *, item: str, amount: int | None, rate: str | None, units: int
) -> str:
    """What a voucher or gift is, in a few words. An offer is called by its clause."""
    if kind == "voucher" and (rate or amount is not None):
        return speaker.say("held-voucher", value=speaker.rate_as_written(rate) if rate else speaker.money(amount or 0))
    if kind == "item":
        name = item_name(speaker, clause, item)
        return name if units == 1 else speaker.say("held-items", item=name, units=units)
    if kind == "points" and amount is not None:
        return speaker.points(amount)
    if kind == "warranty" and item:
        return speaker.speech.form("give-warranty", "name", time=speaker.duration(read_duration(item)))
    if kind == "priority" and item:
        return speaker.speech.form(f"give-priority-{item}", "name")
    if kind in ("free returns", "free shipping"):
        return speaker.speech.form(f"give-{kind.replace(' ', '-')}", "name")
    words = gift_of(speaker, clause)
    return words.name if words else clause_name(speaker, clause)


# --- refunds ---------------------------------------------------------------------------------------

_MONEY_PARTS = ("goods", "shipping", "fee", "by_points", "gift_card", "kept_back", "money")
_POINT_PARTS = ("points", "taken_back", "shortfall")


def refund(policy: Policy, language: str, *, figures: Mapping[str, int]) -> tuple[str, ...]:
    """What comes back on a return, part by part; parts of 0 are left out.

    Parts in minor units: goods, shipping, fee, by_points, gift_card, kept_back, money; in smallest parts of a point:
    points (given back), taken_back, shortfall.
    """
    speaker = speaker_for(policy, language)
    parts = [(part, speaker.money) for part in _MONEY_PARTS] + [(part, speaker.point_parts) for part in _POINT_PARTS]
    return tuple(
        speaker.sentence(
            speaker.say(f"refund-part-{part.replace('_', '-')}", amount=write(figures[part]), word=speaker.points_word)
        )
        for part, write in parts
        if figures.get(part)
    )


def objection(
    policy: Policy, language: str, *, code: str, line: str, clause: str | None = None, day: dt.date | None = None
) -> str:
    """Why a line is not taken back: `excluded`, `no-window` or `window-closed`, as `refund` found it."""
    speaker = speaker_for(policy, language)
    exclusions = {one.id: one for one in policy.returns.exclusions} if policy.returns else {}
    sentences = [speaker.say(f"objection-{code}", line=line)]
    if clause in exclusions:
        sentences.append(speaker.say("objection-because", because=exclusions[clause].because.get(language).rstrip(".")))
    if day:
        sentences.append(speaker.say("objection-last-day", day=speaker.day(day)))
    sentences.append(speaker.say("objection-way-out"))
    return speaker.paragraph(sentences)
