"""Publishing a policy: drafted, checked, approved and in force in one story; nothing changes when it has problems."""

from datetime import datetime

from dangol.facts.actions import Answer, once
from dangol.lib.act import Act
from dangol.loyalty.actions import look_again
from dangol.rulebook import actions as rulebook
from dangol.rulebook.models import PUBLISHED, PolicyVersion


def anything_published() -> bool:
    """Whether a version was ever published."""
    return PolicyVersion.objects.filter(state__in=PUBLISHED).exists()


def publish(
    *, text: str, reason: str = "", effective_from: datetime | None = None, request: str, by: str, at: datetime
) -> Answer:
    """The text becomes the next version and rules from its date. Raises HasProblems; the version in force stays."""

    def story(act: Act) -> dict[str, object]:
        version, problems = rulebook.publish_text(act=act, text=text, reason=reason, effective_from=effective_from)
        # New rules may bring birthdays, reviews or gestures sooner than the old ones did.
        look_again(at=version.effective_from or at)
        return {"version": version.number, "sha256": version.sha256, "warnings": len(problems)}

    body = {"text": text, "from": effective_from.isoformat() if effective_from else None}
    return once(key=request, body=body, by=by, at=at, story=story)
