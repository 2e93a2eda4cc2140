"""How well the words of a link stand out: the ratio of WCAG, from the style sheets as far as they alone decide it."""

from typing import Any
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2
import tinycss2.color4

from dangol.flows.site_audit.document import Document
from dangol.flows.site_audit.styles import Rules, Sheets, rules_of

LEAST = 4.5
_Colour = tuple[float, float, float]
_WHITE: _Colour = (1.0, 1.0, 1.0)
_LINK: _Colour = (0.0, 0.0, 0.933)
"""How browsers show a link for which no sheet names a colour."""
_UNKNOWN = object()


def ratio(front: _Colour, behind: _Colour) -> float:
    """1 to 21, by WCAG 2.2. Colours are sRGB, each part from 0 to 1."""
    first, second = sorted((_luminance(front), _luminance(behind)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: _Colour) -> float:
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_of(page: Document, element: Element, sheets: Sheets) -> float | None:
    """The contrast of an element; None when sheets that could not be read or understood may decide it."""
    if not sheets.whole:
        return None
    rules = rules_of(sheets.screen)
    if not rules.is_certain:
        return None
    wrapped = {one.etree_element: one for one in cssselect2.ElementWrapper.from_html_root(page.root).iter_subtree()}
    styled = {one: _style(wrapped[one], one, rules) for one in _upward(page, element)}
    front, behind = _front(styled, page, element), _behind(styled, page, element)
    if not isinstance(front, tuple) or not isinstance(behind, tuple):
        return None
    return ratio(front, behind)


def _upward(page: Document, element: Element) -> list[Element]:
    line = [element]
    while (above := page.parents.get(line[-1])) is not None:
        line.append(above)
    return line


def _style(wrapped: Any, element: Element, rules: Rules) -> dict[str, Any]:
    """The declarations that win for an element, by name."""
    found: dict[str, tuple[tuple[Any, ...], Any]] = {}
    matched = [(specificity, order, declared) for specificity, order, _, declared in rules.matcher.match(wrapped)]
    own = tinycss2.parse_blocks_contents(element.get("style", ""), skip_comments=True, skip_whitespace=True)
    for specificity, order, declared in [*matched, ((1, 0, 0, 0), 0, own)]:
        for one in declared:
            if one.type == "declaration":
                rank = (one.important, tuple(specificity) if len(specificity) == 4 else (0, *specificity), order)
                if one.lower_name not in found or rank >= found[one.lower_name][0]:
                    found[one.lower_name] = (rank, one.value)
    return {name: value for name, (_, value) in found.items()}


def _front(styled: dict[Element, dict[str, Any]], page: Document, element: Element) -> object:
    """The colour of the words: the element's own, a link's usual one, or the one handed down."""
    for one in _upward(page, element):
        colour = _colour(styled[one].get("color"), styled, page, one)
        if colour is not None:
            return colour
        if one.tag == "a" and one.get("href") is not None and "color" not in styled[one]:
            return _LINK
    return (0.0, 0.0, 0.0)


def _behind(styled: dict[Element, dict[str, Any]], page: Document, element: Element) -> object:
    """The nearest background that is not see-through; white below everything."""
    for one in _upward(page, element):
        style = styled[one]
        written = style.get("background-color", style.get("background"))
        if "background-image" in style or _has_image(style.get("background")):
            return _UNKNOWN
        colour = _colour(written, styled, page, one)
        if colour is not None:
            return colour
    return _WHITE


def _has_image(value: Any) -> bool:
    written = "" if value is None else tinycss2.serialize(value).lower()
    return "url(" in written or "gradient(" in written


def _colour(value: Any, styled: dict[Element, dict[str, Any]], page: Document, element: Element) -> object:
    """The colour a value names; None when it names none, `_UNKNOWN` when it cannot be told here."""
    if value is None:
        return None
    written = tinycss2.serialize(value).strip().lower()
    if written in ("inherit", "unset", "currentcolor", "transparent", "none", "initial", "revert", "0", "0 0"):
        return None
    if written.startswith("var("):
        name = written[4:].partition(",")[0].partition(")")[0].strip()
        held = next((styled[one][name] for one in _upward(page, element) if name in styled[one]), None)
        return _UNKNOWN if held is None else _colour(held, styled, page, element)
    parsed = next((found for one in value if one.type != "whitespace" and (found := _parsed(one))), None)
    if parsed is None:
        return _UNKNOWN
    alpha = parsed.alpha
    if alpha == 0:
        return None
    return tuple(float(one) for one in parsed.to("srgb").coordinates) if alpha == 1 else _UNKNOWN


def _parsed(token: Any) -> Any:
    colour = tinycss2.color4.parse_color(token)
    return None if isinstance(colour, str) else colour
