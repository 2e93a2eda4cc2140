"""What an audit tells: findings, each with its reason and its mend, and what could not be measured."""

from dataclasses import dataclass
from typing import Literal

Code = Literal[
    "no-policy-link",
    "buried",
    "not-in-one-step",
    "label-says-nothing",
    "link-is-image",
    "link-needs-scripts",
    "link-no-keyboard",
    "link-contrast",
    "policy-unreachable",
    "policy-behind-login",
    "policy-not-indexable",
    "policy-no-text",
    "policy-needs-scripts",
    "no-language",
    "no-viewport",
    "heading-order",
    "no-summary",
    "summary-too-long",
    "no-date",
    "no-print-style",
    "word-missing",
]


class Unreachable(Exception):
    """A page that could not be fetched; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that keeps customers from the policy."""

    code: Code
    page: str
    what: str
    why: str
    mend: str

    def __str__(self) -> str:
        return f"{self.code}  {self.page}\n  {self.what}\n  Why: {self.why}\n  Mend: {self.mend}"


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found. `depth` counts the steps from the home page to the policy; None without a policy."""

    site: str
    policy: str
    depth: int | None
    label: str
    contrast: float | None
    contrast_by: str
    pages: int
    findings: tuple[Finding, ...]
    not_measured: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class Told:
    """Why a kind of finding matters, and how to mend it."""

    why: str
    mend: str


TOLD: dict[Code, Told] = {
    "no-policy-link": Told(
        "Who cannot find the policy has none.",
        "Link it from the home page, best from the footer of every page, with words such as “Our policy”.",
    ),
    "buried": Told(
        "Each step loses readers; a policy is to be one step away.",
        "Link it from the home page itself; Dangol's two lines for your footer do that.",
    ),
    "not-in-one-step": Told(
        "Here customers decide, pay or ask: here they look for what holds.",
        "Link the policy from this page too; the footer of every page is the simplest place.",
    ),
    "label-says-nothing": Told(
        "A link is chosen by its words; “here” or “more” tells nobody where it leads.",
        "Say what it is: “Our policy: returns, complaints, privacy”.",
    ),
    "link-is-image": Told(
        "Words in an image are neither read aloud nor found nor translated.",
        "Write the words of the link as text.",
    ),
    "link-needs-scripts": Told(
        "Where scripts do not run, and for search engines, the link leads nowhere.",
        "Give the link an address in its href.",
    ),
    "link-no-keyboard": Told(
        "Whoever uses a keyboard or a switch cannot reach it.",
        "Use an <a> with an href, without tabindex=-1, hidden or aria-hidden.",
    ),
    "link-contrast": Told(
        "Pale words are overlooked, and unreadable for many (WCAG 1.4.3 asks for 4.5:1).",
        "Darken the words or lighten what is behind them.",
    ),
    "policy-unreachable": Told("The link is there, the policy is not.", "Mend the address or the page behind it."),
    "policy-behind-login": Told(
        "A policy is for everybody, also before they are customers.", "Show it without signing in."
    ),
    "policy-not-indexable": Told(
        "Most people look for a policy with a search engine.",
        "Remove noindex, and the line in robots.txt that keeps search engines out.",
    ),
    "policy-no-text": Told(
        "A scan or an image cannot be searched, read aloud, enlarged or translated.",
        "Publish it as a page of text; a PDF may stand beside it.",
    ),
    "policy-needs-scripts": Told(
        "Without scripts the page is empty, for some readers and many machines.",
        "Send the text with the page.",
    ),
    "no-language": Told(
        "A screen reader does not know in which language to speak.", 'Write the language: <html lang="ko">.'
    ),
    "no-viewport": Told(
        "On a phone the page is shown tiny.",
        'Add <meta name="viewport" content="width=device-width, initial-scale=1">.',
    ),
    "heading-order": Told(
        "Headings are the contents list of a screen reader; a gap in them misleads.",
        "Begin with one h1 and go down one level at a time.",
    ),
    "no-summary": Told(
        "Few read the whole; the promises belong on the first screen.",
        "Begin with a summary of five to eight sentences under a heading such as “In short”.",
    ),
    "summary-too-long": Told("A summary of more than 250 words is none.", "Shorten it to the promises with figures."),
    "no-date": Told(
        "Nobody can tell whether this still holds.", "Show since when it is in force and when it was last updated."
    ),
    "no-print-style": Told(
        "Who keeps the policy on paper prints menus and buttons with it.",
        "Add rules for print: @media print { nav { display: none } }.",
    ),
    "word-missing": Told(
        "Customers search the page for this word when something has gone wrong.",
        "Say it in the page's language, in a heading if the policy has a part for it.",
    ),
}


def finding(code: Code, page: str, what: str) -> Finding:
    """A finding with what is always told about its kind."""
    told = TOLD[code]
    return Finding(code, page, what, told.why, told.mend)
