"""Returns, exchange and warranty in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.model.returns import Condition, Exchange, Exclusion, Fee, Returns, WarrantyRule, Window
from dangol_policy.words.conditions import offer, where_words, who_conditions
from dangol_policy.words.lines import counted_lines, lines
from dangol_policy.words.points import Said
from dangol_policy.words.speaker import Speaker


def returns_parts(speaker: Speaker, returns: Returns) -> Iterator[Said]:
    """Every clause of the section, and the rules that are no clause."""
    if not returns.windows:
        yield "returns.windows", speaker.sentence(speaker.say("returns-none"))
    for window in returns.windows:
        yield window.id, window_text(speaker, window)
    for exclusion in returns.exclusions:
        yield exclusion.id, exclusion_text(speaker, exclusion)
    for condition in returns.conditions:
        yield condition.id, condition_text(speaker, condition)
    for fee in returns.fees:
        yield fee.id, fee_text(speaker, fee)
    yield "returns.return_shipping", speaker.sentence(speaker.say(f"return-shipping-{returns.return_shipping}"))
    yield "returns.refund", speaker.paragraph(_refund(speaker, returns))
    if _names_tiers(returns):
        yield "returns.tier_at", speaker.sentence(speaker.say(f"tier-at-{returns.tier_at}"))
    for exchange in returns.exchange:
        yield exchange.id, exchange_text(speaker, exchange)
    for warranty in returns.warranty:
        yield warranty.id, warranty_text(speaker, warranty)


def _names_tiers(returns: Returns) -> bool:
    asked = [*(window.who for window in returns.windows), *(fee.who for fee in returns.fees)]
    return any(who is not None and bool(who.tier) for who in asked)


def window_text(speaker: Speaker, window: Window) -> str:
    """How long goods may be returned, and why."""
    reasons = speaker.either(speaker.say(f"reason-{reason.replace(' ', '-')}") for reason in window.reasons)
    gives = speaker.say(
        f"window-{window.after}",
        of=counted_lines(speaker, window.of),
        reasons=reasons,
        time=speaker.duration(window.for_time),
    )
    return speaker.sentence(
        offer(speaker, where_words(speaker, window.where), who_conditions(speaker, window.who), gives)
    )


def exclusion_text(speaker: Speaker, exclusion: Exclusion) -> str:
    """What is not taken back, and why."""
    because = exclusion.because.get(speaker.language).rstrip(".")
    return speaker.sentence(speaker.say("exclusion", of=lines(speaker, exclusion.of), because=because))


def condition_text(speaker: Speaker, condition: Condition) -> str:
    """The state goods must be in."""
    states = speaker.together(speaker.say(f"state-{state.replace(' ', '-')}") for state in condition.state)
    except_fault = speaker.say("condition-except-fault") if condition.except_fault else ""
    return speaker.paragraph(
        [speaker.say("condition", of=counted_lines(speaker, condition.of), states=states), except_fault]
    )


def fee_text(speaker: Speaker, fee: Fee) -> str:
    """What a return costs."""
    if fee.fee == 0:
        gives = speaker.say("fee-none", of=counted_lines(speaker, fee.of))
    else:
        gives = speaker.say("fee", of=counted_lines(speaker, fee.of), money=speaker.money(fee.fee))
    return speaker.sentence(offer(speaker, (), who_conditions(speaker, fee.who), gives))


def _refund(speaker: Speaker, returns: Returns) -> Iterator[str]:
    refund = returns.refund
    method = refund.method.replace(" ", "-").replace("'", "")
    if refund.within:
        yield speaker.say(f"refund-{method}-within", time=speaker.duration(refund.within))
    else:
        yield speaker.say(f"refund-{method}")
    yield speaker.say("refund-shipping-kept" if refund.shipping == "kept" else "refund-shipping-given-back")


def exchange_text(speaker: Speaker, exchange: Exchange) -> str:
    """How long goods may be exchanged, and how often."""
    first = speaker.say("exchange", of=counted_lines(speaker, exchange.of), time=speaker.duration(exchange.for_time))
    times = "" if exchange.times is None else speaker.say("exchange-times", times=exchange.times)
    return speaker.paragraph([first, times])


def warranty_text(speaker: Speaker, warranty: WarrantyRule) -> str:
    """How long goods are under warranty, and what it covers."""
    first = speaker.say("warranty", of=lines(speaker, warranty.of), time=speaker.duration(warranty.for_time))
    covers = (
        "" if warranty.covers is None else speaker.say("warranty-covers", what=warranty.covers.get(speaker.language))
    )
    return speaker.paragraph([first, covers])
