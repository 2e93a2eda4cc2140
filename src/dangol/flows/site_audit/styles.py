"""The style sheets of a page as they were fetched: what applies on a screen, and whether printing was thought of."""

from dataclasses import dataclass
from typing import Any

import cssselect2
import tinycss2

from dangol.flows.site_audit.document import Document
from dangol.flows.site_audit.fetching import Fetcher
from dangol.flows.site_audit.shape import Unreachable

MOST_SHEETS = 12


@dataclass(frozen=True, slots=True)
class Sheets:
    """`screen` holds the texts that apply on a screen, in order. `whole`: whether every sheet could be read."""

    screen: tuple[str, ...]
    for_print: bool
    whole: bool


def sheets_of(page: Document, fetcher: Fetcher) -> Sheets:
    """Reads the page's sheets, linked ones too."""
    screen: list[str] = []
    for_print, whole, read = False, True, 0
    for media, address, written in page.sheets():
        text = written
        if address:
            read += 1
            text, known = _fetched(address, fetcher) if read <= MOST_SHEETS else ("", False)
            whole = whole and known
        for_print = for_print or "print" in media or "@media print" in " ".join(text.split()) or "@page" in text
        if _is_for_screens(media):
            screen.append(text)
    return Sheets(tuple(screen), for_print, whole)


def _fetched(address: str, fetcher: Fetcher) -> tuple[str, bool]:
    try:
        answer = fetcher.get(address)
    except Unreachable:
        return "", False
    return (answer.text, True) if answer.status == 200 else ("", False)


def _is_for_screens(media: str) -> bool:
    plain = media.lower().strip()
    return plain in ("", "all") or "screen" in plain


@dataclass(frozen=True, slots=True)
class Rules:
    """Style rules by selector, ready to be matched."""

    matcher: Any
    is_certain: bool
    """Whether no rule was left out that could have mattered."""


def rules_of(texts: tuple[str, ...]) -> Rules:
    """The rules of sheets that hold on a screen whatever its width; rules under other conditions are left out."""
    matcher = cssselect2.Matcher()
    certain = True
    for text in texts:
        for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            certain = _add(matcher, rule) and certain
    return Rules(matcher, certain)


def _add(matcher: Any, rule: Any) -> bool:
    """Adds a rule; False when it is one whose effect is not known here."""
    if rule.type == "qualified-rule":
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            return True
        declared = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        for selector in selectors:
            if selector.pseudo_element is None:
                matcher.add_selector(selector, declared)
        return True
    if rule.type != "at-rule" or rule.content is None:
        return True
    name, condition = rule.lower_at_keyword, tinycss2.serialize(rule.prelude).lower().strip()
    if name == "layer" or (name == "media" and condition in ("screen", "all")):
        inner = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        known = [_add(matcher, one) for one in inner]
        return all(known)
    told = tinycss2.serialize(rule.content)
    return name in ("font-face", "page", "keyframes") or "print" in condition or "color" not in told
