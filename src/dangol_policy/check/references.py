"""Names: each id once, and everything a clause refers to is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from dangol_policy.calendar import is_country_known
from dangol_policy.check.subject import Subject
from dangol_policy.model.business import Business, Holidays, Store
from dangol_policy.model.channels import Channel
from dangol_policy.model.conditions import Where, Who
from dangol_policy.model.examples import Balances, Expect, Given
from dangol_policy.model.privacy import Request
from dangol_policy.model.promotions import Notice
from dangol_policy.model.returns import Refund
from dangol_policy.model.standards import Standard
from dangol_policy.parse.wording import closest
from dangol_policy.problems import Path, Problem
from dangol_policy.situation import Customer

_WITH_CALENDAR: tuple[type[Business | Store | Notice | Refund | Channel | Standard | Request], ...] = (
    *(Business, Store, Notice, Refund),
    *(Channel, Standard, Request),
)


def ids_are_unique(subject: Subject) -> Iterator[Problem]:
    """Clauses share one space of ids, calendars and stores one each."""
    places: list[tuple[Path, str, str]] = [
        *(((*path, "id"), clause.id, "clause") for path, clause in subject.clauses),
        *((("calendars", n, "id"), one.id, "calendar") for n, one in enumerate(subject.policy.calendars)),
        *((("business", "stores", n, "id"), one.id, "store") for n, one in enumerate(subject.policy.business.stores)),
    ]
    first: dict[tuple[str, str], Path] = {}
    for path, name, what in places:
        before = first.setdefault((what, name), path)
        if before != path:
            line = subject.result.document.place(before).line
            yield subject.problem("duplicate-id", f"`{name}` is the id of another {what} already, on line {line}", path)


def tiers_exist(subject: Subject) -> Iterator[Problem]:
    """Tiers named in conditions, tables and examples."""
    known = subject.ranks()
    for path, who in subject.parts(Who):
        yield from missing(subject, "tier", who.tier, known, (*path, "tier"))
    for path, _, table in subject.tables():
        yield from missing(subject, "tier", table, known, path, by_key=True)
    for path, holder in subject.parts(Customer):
        yield from missing(subject, "tier", one(holder.tier), known, (*path, "tier"))
    for path, after in subject.parts(Balances):
        yield from missing(subject, "tier", one(after.tier), known, (*path, "tier"))


def memberships_exist(subject: Subject) -> Iterator[Problem]:
    """Memberships named in conditions and examples."""
    known = [membership.id for membership in subject.policy.loyalty.memberships]
    for path, who in subject.parts(Who):
        yield from missing(subject, "membership", who.membership, known, (*path, "membership"))
    for path, customer in subject.parts(Customer):
        yield from missing(subject, "membership", customer.memberships, known, (*path, "memberships"))


def calendars_exist(subject: Subject) -> Iterator[Problem]:
    """Calendars named by the business, stores, notices and refunds."""
    known = [calendar.id for calendar in subject.policy.calendars]
    for path, part in subject.parts(*_WITH_CALENDAR):
        yield from missing(subject, "calendar", one(part.calendar), known, (*path, "calendar"))


def stores_exist(subject: Subject) -> Iterator[Problem]:
    """Stores named in conditions."""
    known = [store.id for _, store in subject.parts(Store)]
    for path, where in subject.parts(Where):
        yield from missing(subject, "store", where.store, known, (*path, "store"))


def countries_are_known(subject: Subject) -> Iterator[Problem]:
    """Countries and regions whose public holidays are asked for."""
    for path, found in subject.parts(Holidays):
        if not is_country_known(found.country):
            message = f"there are no public holidays on record for the country {found.country}"
            yield subject.problem("bad-country", message, (*path, "country"))
        elif not is_country_known(found.country, found.region):
            message = f"there are no public holidays on record for the region {found.region} of {found.country}"
            yield subject.problem("bad-country", message, (*path, "region"))


def clauses_of_examples_exist(subject: Subject) -> Iterator[Problem]:
    """Clauses that examples expect to apply or not, and whose uses they state."""
    clauses = {clause.id for _, clause in subject.clauses}
    known = dict.fromkeys([*clauses, *(f"{level.id}-discount" for level in subject.levels)])
    for path, expect in subject.parts(Expect):
        yield from missing(subject, "clause", expect.applied or (), known, (*path, "applied"))
        yield from missing(subject, "clause", expect.not_applied or (), known, (*path, "not_applied"))
    for path, given in subject.parts(Given):
        yield from missing(subject, "clause", given.limits, known, (*path, "limits"), by_key=True)
    for path, customer in subject.parts(Customer):
        yield from missing(subject, "clause", customer.uses, known, (*path, "uses"), by_key=True)
    for path, after in subject.parts(Balances):
        yield from missing(subject, "clause", after.cards or {}, known, (*path, "cards"), by_key=True)
        yield from missing(subject, "clause", after.vouchers or (), known, (*path, "vouchers"))


def one(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def missing(
    subject: Subject, what: str, names: Collection[str], known: Iterable[str], path: Path, *, by_key: bool = False
) -> Iterator[Problem]:
    if not names:
        return
    there = known if isinstance(known, dict | frozenset) else dict.fromkeys(known)
    for index, name in enumerate(names):
        if name not in there:
            near = closest(name, list(there)[:200])
            listed = f"There is {', '.join(f'`{one}`' for one in list(there)[:12])}." if there else None
            hint = f"Did you mean `{near}`?" if near else listed
            message = f"there is no {what} `{name}` in this policy"
            yield subject.problem(
                "unknown-reference", message, (*path, name if by_key else index), key=by_key, hint=hint
            )
