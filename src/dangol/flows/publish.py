"""Publishing a policy: drafted, checked, approved and in force in one story; nothing changes when it has problems."""

from datetime import datetime

from dangol.facts.actions import Answer, once
from dangol.flows.publication import set_aside, told_as_refusals
from dangol.lib.act import Act
from dangol.loyalty.actions import look_again
from dangol.rulebook import actions as rulebook
from dangol.rulebook.models import PUBLISHED, PolicyVersion


def anything_published() -> bool:
    """Whether a version was ever published."""
    return PolicyVersion.objects.filter(state__in=PUBLISHED).exists()


def publish(
    *,
    text: str,
    reason: str = "",
    effective_from: datetime | None = None,
    although: str = "",
    request: str,
    by: str,
    at: datetime,
) -> Answer:
    """The text becomes the next version and rules from its date, in one step by one person.

    Raises HasProblems, and NotAllowed where a second person, notice to customers or the staff's knowledge
    is asked for; the version in force stays then. `although` is the reason why the staff need not know it before.
    """

    def story(act: Act) -> dict[str, object]:
        version, problems = rulebook.approve_text(act=act, text=text, reason=reason)
        set_aside(act, version, although)
        rulebook.publish(act=act, version=version, effective_from=effective_from)
        # New rules may bring birthdays, reviews or gestures sooner than the old ones did.
        look_again(at=version.effective_from or at)
        return {"version": version.number, "sha256": version.sha256, "warnings": len(problems)}

    body = {"text": text, "from": effective_from.isoformat() if effective_from else None}
    with told_as_refusals():
        return once(key=request, body=body, by=by, at=at, story=story)
