"""What is looked at: how the policy is reached, what its link is like, and what the policy's own page is like."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.robotparser import RobotFileParser

from dangol.flows.site_audit import chromium
from dangol.flows.site_audit.contrast import LEAST, contrast_of, ratio
from dangol.flows.site_audit.document import Document, Link
from dangol.flows.site_audit.shape import Finding, finding
from dangol.flows.site_audit.styles import Sheets
from dangol.flows.site_audit.wording import Topic, has_date, is_policy_label, says

MOST_SUMMARY_WORDS = 250
_LEAST_TEXT = 300
_IMPORTANT: tuple[Topic, ...] = ("contact", "checkout", "order")
_TOPICS: tuple[Topic, ...] = ("returns", "complaints", "privacy")


def policy_links(page: Document) -> list[Link]:
    """Links that say, in sight or to a screen reader, that they lead to the policy."""
    links = (link for link in page.links if not link.is_inside)
    return [link for link in links if is_policy_label(link.words) or is_policy_label(link.spoken)]


def important_pages(home: Document) -> dict[str, str]:
    """Addresses on the home page where customers pay or ask, each with the words of its link."""
    found: dict[str, str] = {}
    for link in home.links:
        if link.href and any(says(link.words, topic) for topic in _IMPORTANT) and not is_policy_label(link.words):
            found.setdefault(link.href, link.words)
    return found


def of_reach(url: str, depth: int, label: str) -> Iterator[Finding]:
    """Whether the policy is one step from the home page."""
    if depth > 1:
        yield finding("buried", url, f"The policy is {depth} steps from the home page, behind “{label}”.")


def of_steps(pages: Iterable[Document], policy: str) -> Iterator[Finding]:
    """Whether each of these pages has a link to the policy."""
    for page in pages:
        if page.url != policy and not policy_links(page):
            yield finding("not-in-one-step", page.url, "No link on this page leads to the policy.")


@dataclass(frozen=True, slots=True)
class Seen:
    """How well a link stands out; `by` says how it was found out, and is empty when it could not be."""

    contrast: float | None
    by: str = ""


def seen(page: Document, link: Link, sheets: Sheets) -> Seen:
    """Measured in Chromium where there is one, else worked out from the style sheets, else not known."""
    colours = chromium.colours_of(page, link.element, sheets)
    if colours is not None:
        front, behind = colours
        return Seen(ratio(tuple(front), tuple(behind)), "measured in Chromium")
    worked_out = contrast_of(page, link.element, sheets)
    return Seen(worked_out, "worked out from the style sheets") if worked_out is not None else Seen(None)


def of_link(page: Document, link: Link, look: Seen) -> Iterator[Finding]:
    """Whether the link can be seen, read, reached and followed by everybody."""
    if link.is_image:
        yield finding("link-is-image", page.url, "The link to the policy is an image.")
    elif not is_policy_label(link.words):
        yield finding("label-says-nothing", page.url, f"The link to the policy says “{link.words}”.")
    if not link.href:
        yield finding("link-needs-scripts", page.url, f"“{link.words}” has no address of its own.")
    elif not link.is_reached_by_keyboard:
        yield finding("link-no-keyboard", page.url, f"“{link.words}” cannot be reached with the keyboard.")
    if look.contrast is not None and look.contrast < LEAST:
        what = f"“{link.words}” has a contrast of {look.contrast:.1f}:1, {look.by}."
        yield finding("link-contrast", page.url, what)


def of_policy(policy: Document, robots: RobotFileParser, sheets: Sheets) -> Iterator[Finding]:
    """What is asked of the policy's own page."""
    url = policy.url
    if policy.asks_to_sign_in:
        yield finding("policy-behind-login", url, "This page asks to sign in.")
        return
    header = policy.fetched.robots.lower() if policy.fetched else ""
    if "noindex" in policy.meta("robots").lower() or "noindex" in header:
        yield finding("policy-not-indexable", url, "The page says noindex.")
    elif not robots.can_fetch("*", url):
        yield finding("policy-not-indexable", url, "robots.txt keeps search engines out.")
    if len(policy.text) < _LEAST_TEXT:
        images = sum(1 for _ in policy.root.iter("img"))
        code, what = ("policy-no-text", "images") if images else ("policy-needs-scripts", "next to nothing")
        yield finding(code, url, f"Without scripts the page holds {what}, and {len(policy.text)} characters of text.")  # type: ignore[arg-type]
        return
    yield from _of_markup(policy)
    yield from _of_content(policy)
    if sheets.whole and not sheets.for_print:
        yield finding("no-print-style", url, "No style sheet speaks of print.")


def _of_markup(policy: Document) -> Iterator[Finding]:
    if not policy.language:
        yield finding("no-language", policy.url, "The page does not say its language.")
    if "width" not in policy.meta("viewport"):
        yield finding("no-viewport", policy.url, "The page does not adapt to the width of a phone.")
    levels = [level for level, _, _ in policy.headings]
    jump = next(((a, b) for a, b in pairwise(levels) if b > a + 1), None)
    if levels.count(1) != 1:
        yield finding("heading-order", policy.url, f"The page has {levels.count(1)} headings of level 1.")
    elif jump:
        yield finding(
            "heading-order", policy.url, f"A heading of level {jump[0]} is followed by one of level {jump[1]}."
        )


def _of_content(policy: Document) -> Iterator[Finding]:
    summary = next((element for _, words, element in policy.headings if says(words, "summary")), None)
    if summary is None:
        yield finding("no-summary", policy.url, "No heading says that a summary follows.")
    elif (count := policy.words_under(summary)) > MOST_SUMMARY_WORDS:
        yield finding("summary-too-long", policy.url, f"The summary has {count} words.")
    if not (says(policy.text, "updated") and has_date(policy.text)):
        yield finding("no-date", policy.url, "The page does not say since when it holds.")
    languages = (policy.language,) if policy.language else ()
    for topic in _TOPICS:
        if languages and not says(policy.text, topic, languages):
            yield finding(
                "word-missing", policy.url, f"The page does not speak of {topic} in its language ({languages[0]})."
            )
