"""What goes from hand to hand outside of orders: points exchanged, gifts claimed, things granted by a person."""

from __future__ import annotations

from dangol_policy.model.gives import Item
from dangol_policy.model.gives import Voucher as VoucherGift
from dangol_policy.model.loyalty import Redeem, Reward
from dangol_policy.story import due, gifts, points
from dangol_policy.story.outcomes import VoucherUsed
from dangol_policy.story.purchase import check_usable
from dangol_policy.story.refused import Refused
from dangol_policy.story.state import Voucher
from dangol_policy.story.tale import Rules, Tale


def redeem(tale: Tale, customer: str, *, reward: str | None = None, amount: int | None = None) -> tuple[int, int]:
    """Exchanges points for a reward, or plainly; returns (smallest parts used, minor units they are worth)."""
    due.begin(tale, customer)
    rules = tale.rules
    rule = points.programme(rules).redeem
    if rule is None:
        raise Refused("no-points", "The policy does not say what points can be used for.")
    if reward is not None:
        chosen = _reward(rule, reward)
        cost = chosen.points * points.scale(rules)
        _check_balance(tale, rules, rule, customer, cost)
        points.spend(tale, rules, customer, chosen.id, cost, None)
        gifts.give(tale, rules, customer, chosen.id, chosen.gives, f"redeemed:{tale.new_id('redemption')}")
        worth = 0
    else:
        cost = _plain(rules, rule, amount)
        _check_balance(tale, rules, rule, customer, cost)
        points.spend(tale, rules, customer, points.REDEEM, cost, None)
        worth = points.paid_by(cost, rule.worth, points.programme(rules).decimals) if rule.worth else 0
    due.end(tale)
    return cost, worth


def _reward(rule: Redeem, id_: str) -> Reward:
    found = next((reward for reward in rule.rewards if reward.id == id_), None)
    if found is None:
        raise Refused("unknown-reward", f"There is no reward {id_!r}: {', '.join(one.id for one in rule.rewards)}.")
    return found


def _plain(rules: Rules, rule: Redeem, amount: int | None) -> int:
    """Points used by themselves keep to the least, the step and the most of one use."""
    scale = points.scale(rules)
    if amount is None:
        raise Refused("nothing-chosen", "Choose a reward or a number of points.")
    if rule.minimum is not None and amount < rule.minimum * scale:
        raise Refused("points-minimum", f"At least {rule.minimum} points are used at once.", need=rule.minimum * scale)
    if rule.step is not None and amount % (rule.step * scale):
        raise Refused("points-step", f"Points are used in steps of {rule.step}.", need=rule.step * scale)
    if rule.maximum is not None and amount > rule.maximum * scale:
        raise Refused("points-maximum", f"At most {rule.maximum} points are used at once.", need=rule.maximum * scale)
    return amount


def _check_balance(tale: Tale, rules: Rules, rule: Redeem, customer: str, cost: int) -> None:
    have = tale.account(customer).balance
    if have < cost:
        raise Refused("points-short", f"{cost} points are needed and {have} are usable.", have=have, need=cost)
    if rule.minimum is not None and have < rule.minimum * points.scale(rules):
        message = f"Points can be used from a balance of {rule.minimum}; {have} are usable."
        raise Refused("points-minimum", message, have=have, need=rule.minimum * points.scale(rules))


def claim(tale: Tale, customer: str, voucher: str) -> Voucher:
    """A gift or voucher is used outside of an order: the dessert is served."""
    due.begin(tale, customer)
    held = tale.account(customer).vouchers.get(voucher)
    if held is None:
        raise Refused("unknown-voucher", f"This customer holds no voucher {voucher!r}: check the code.")
    check_usable(held.state, tale.at, held.expires_at)
    tale.tell(VoucherUsed(customer, voucher, None, tale.at))
    due.end(tale)
    return tale.account(customer).vouchers[voucher]


def grant(
    tale: Tale, customer: str, *, amount: int | None = None, voucher: int | None = None, item: str | None = None
) -> None:
    """A person of the business gives points (smallest parts), a voucher (minor units) or an item."""
    if amount is None and voucher is None and item is None:
        raise Refused("nothing-chosen", "Choose what is given: points, a voucher or an item.")
    due.begin(tale, customer)
    rules = tale.rules
    if amount is not None:
        points.grant(tale, rules, customer, points.GRANT, amount)
    occasion = f"granted:{tale.new_id('grant')}"
    if voucher is not None:
        gift = VoucherGift.model_construct(voucher=voucher, valid=None, minimum=None)
        gifts.give(tale, rules, customer, points.GRANT, gift, f"{occasion}:voucher")
    if item is not None:
        present = Item.model_construct(item=item, units=1, name=None, valid=None)
        gifts.give(tale, rules, customer, points.GRANT, present, f"{occasion}:item")
    due.end(tale)
