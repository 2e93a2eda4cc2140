"""Less than a law demands: an error, unless the policy says who confirmed it. Then it still shows, as a warning."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.references import missing
from dangol_policy.check.subject import Subject
from dangol_policy.packs import LegalRule, pack_of
from dangol_policy.problems import Path, Problem


def undercut(
    subject: Subject,
    law: LegalRule,
    message: str,
    path: Path,
    *,
    key: bool = False,
    code: str = "statutory-floor",
    hint: str | None = None,
) -> Problem:
    """A finding about a rule of law, with its source; never silent, whoever confirmed it."""
    said = f"{message} ({law.source})"
    for counsel in subject.policy.business.counsel:
        if counsel.rule == law.id:
            by = counsel.by.get(subject.policy.business.languages[0])
            return subject.problem("counsel-confirmed", f"{said}; {by} confirmed it on {counsel.on}", path, key=key)
    recorded = f"Where counsel has confirmed it, write `business: {{counsel: [{{rule: {law.id}, by: …, on: …}}]}}`."
    return subject.problem(code, said, path, key=key, hint=f"{hint or 'Do what the law demands.'} {recorded}")


def confirmed_rules_exist(subject: Subject) -> Iterator[Problem]:
    """Rules that counsel confirmed, in the packs of the business's jurisdictions."""
    business = subject.policy.business
    known = [rule.id for one in business.jurisdictions for rule in pack_of(one)]
    for number, counsel in enumerate(business.counsel):
        if counsel.rule not in known:
            at: Path = ("business", "counsel", number, "rule")
            yield from missing(subject, "rule of law", (counsel.rule,), known, at)
