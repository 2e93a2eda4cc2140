"""`make bench-studio`: a policy of 2,000 clauses checked, said, and shown in the studio; ends in one JSON object.

Everything runs in one process on an SQLite database of its own, pages through Django's own client. Processor time.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

from dangol_policy import words
from dangol_policy.edit.writing import lines
from dangol_policy.load import load

Data = dict[str, Any]
CATEGORIES = tuple(f"category-{number}" for number in range(60))
RUNS = 9


def large() -> str:
    """A policy of 2,000 clauses in many sections, the same each time."""
    r = Random(3)
    data: Data = {
        "dangol": 1,
        "business": {
            "name": {"en": "Bomnal Mall", "ko": "봄날몰"},
            "timezone": "Asia/Seoul",
            "currency": "KRW",
            "languages": ["en", "ko"],
        },
        "loyalty": {
            "points": {"earn": [_earn(number) for number in range(150)], "redeem": {"worth": 1}},
            "cards": [_card(number) for number in range(100)],
        },
        "promotions": [_promotion(r, number) for number in range(500)],
        "returns": {
            "windows": [_named("window", number, {"for": "14 days"}) for number in range(150)],
            "exclusions": [
                _named("kept", number, {"because": _both("It is worn next to the skin.")}) for number in range(100)
            ],
            "fees": [_named("fee", number, {"fee": 1_000 + number}) for number in range(100)],
            "warranty": [_named("warranty", number, {"for": "12 months"}) for number in range(150)],
        },
        "privacy": {"data": [_data(number) for number in range(150)]},
        "scripts": {"questions": [_question(number) for number in range(400)]},
        "segments": [_segment(number) for number in range(150)],
        "contact": {"caps": [_cap(number) for number in range(50)]},
        "examples": [_example(r, number) for number in range(60)],
    }
    return f"# A policy of 2,000 clauses.\n{lines(data, 0)}\n"


def _both(english: str) -> Data:
    return {"en": english, "ko": "고객님께 알려 드립니다."}


def _named(kind: str, number: int, more: Data) -> Data:
    """A clause about goods of its own: no two kinds speak of the same."""
    return {
        "id": f"{kind}-{number}",
        "of": {"category": CATEGORIES[number % 60], "tag": f"{kind}-{number // 60}"},
        **more,
    }


def _earn(number: int) -> Data:
    return {"id": f"earn-{number}", "points": 1 + number % 9, "per": 1_000, "on": {"product": f"item-{number}"}}


def _card(number: int) -> Data:
    return {"id": f"card-{number}", "name": _both(f"Card {number}"), "every": 10, "gives": {"item": f"gift-{number}"}}


def _promotion(r: Random, number: int) -> Data:
    of = {"category": r.choice(CATEGORIES)}
    kinds: tuple[Data, ...] = (
        {"percent": "3%", "of": of},
        {"amount": 500, "off": "order"},
        {"nth": 2, "percent": "10%", "of": of},
        {"shipping": "free"},
        {"points": 50},
    )
    runs = f"2026-{1 + number % 12:02}-01..2026-{1 + number % 12:02}-28"
    name = _both(f"Offer {number}")
    return {
        "id": f"offer-{number}",
        "name": name,
        "runs": runs,
        "needs": {"spend": 10_000 + number},
        "gives": kinds[number % 5],
    }


def _data(number: int) -> Data:
    return {
        "id": f"data-{number}",
        "what": _both(f"records of kind {number}"),
        "is": "other",
        "fields": ["name"],
        "purpose": _both("delivery"),
        "ground": "contract",
        "keep": {"for": "2 years", "since": "contract end"},
    }


def _question(number: int) -> Data:
    return {
        "id": f"question-{number}",
        "ask": _both(f"How do I find item {number}?"),
        "answer": _both("It stands at the till."),
    }


def _segment(number: int) -> Data:
    return {"id": f"segment-{number}", "of": {"spent": {"at_least": 1_000 * (number + 1), "within": "12 months"}}}


def _cap(number: int) -> Data:
    return {"id": f"cap-{number}", "purpose": "marketing", "most": 2 + number, "per": f"{30 + number} days"}


def _example(r: Random, number: int) -> Data:
    basket = [{"category": r.choice(CATEGORIES), "price": 12_000}]
    return {
        "name": f"a basket in 2026, number {number}",
        "given": {"at": "2026-03-04T12:00", "basket": basket},
        "expect": {},
    }


def seconds(run: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    run()
    return time.process_time() - start


def pages(text: str) -> dict[str, float]:
    """Milliseconds of the studio's pages: the first one ever, and each once the text has been looked at."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(DANGOL_HOME=home, DJANGO_SETTINGS_MODULE="dangol.config.settings", DANGOL_DEBUG="1")
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command
        from django.test import Client

        from dangol.flows import drafting
        from tests import cast

        call_command("migrate", verbosity=0)
        client = Client(headers={"accept-language": "en", "host": "localhost"})
        client.force_login(cast.owner(), backend="django.contrib.auth.backends.ModelBackend")
        at = datetime(2026, 3, 4, tzinfo=UTC)
        draft = drafting.open_draft(text=text, request="bench", by="system:bench", at=at).value["draft"]
        place = f"/studio/{UUID(draft)}/"

        def get(query: str) -> None:
            answer = client.get(place + query)
            assert answer.status_code == 200, (query, answer.status_code, answer.headers)

        def page(query: str) -> float:
            return 1_000 * seconds(lambda: get(query))

        found = {"first": page("")}
        for name, query in (
            ("promotions", "?section=promotions"),
            ("clause", "edit/?clause=offer-250"),
            ("examples", "examples/"),
        ):
            page(query)
            found[name] = statistics.median(page(query) for _ in range(RUNS))
        return found


def main() -> None:
    text = large()
    result = load(text)
    assert result.policy is not None, result.problems[:3]
    count = sum(1 for _ in result.policy.clauses())
    check_s = statistics.median(seconds(lambda: load(text)) for _ in range(3))
    languages = {language: _said(text, language) for language in words.LANGUAGES}
    shown = pages(text)
    print(f"{count:,} clauses, {len(text.encode()):,} bytes, {len(result.problems)} findings listed")
    print(
        "words, each the first time in its language: " + ", ".join(f"{name} {s:.2f} s" for name, s in languages.items())
    )
    print("pages: " + ", ".join(f"{name} {ms:,.0f} ms" for name, ms in shown.items()))
    worst = max(languages.values())
    print(
        json.dumps(
            {"check_s": round(check_s, 2), "words_s": round(worst, 2), "studio_page_ms": round(shown["promotions"])}
        )
    )


def _said(text: str, language: str) -> float:
    """Seconds to say every clause in one language, of a policy nobody has spoken yet."""
    policy = load(text).policy
    assert policy is not None
    return seconds(lambda: words.sentences(policy, language))


if __name__ == "__main__":
    main()
