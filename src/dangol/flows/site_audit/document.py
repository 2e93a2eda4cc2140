"""A fetched page as a reader meets it: text, links with their words, headings, language, style sheets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

import tinyhtml5

from dangol.flows.site_audit.fetching import Fetched

_UNSEEN = {"script", "style", "template", "noscript", "head", "title"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LOGIN = ("login", "log-in", "signin", "sign-in", "/auth")


@dataclass(frozen=True, slots=True)
class Link:
    """A link: where it leads and what it says. `words` are visible, `spoken` also holds what a screen reader says."""

    element: Element
    href: str
    """Absolute, without the part after #; empty when it needs a script."""
    words: str
    spoken: str
    is_inside: bool = False
    """Whether it leads to another place of the same page."""

    @property
    def is_image(self) -> bool:
        """Whether it is an image with no visible word."""
        return not self.words and self.element.find(".//img") is not None

    @property
    def is_reached_by_keyboard(self) -> bool:
        """Whether the Tab key comes to it."""
        get = self.element.get
        return get("href") is not None and get("tabindex", "0").strip() != "-1" and get("aria-hidden") != "true"


@dataclass
class Document:
    """A page of HTML."""

    url: str
    root: Element
    fetched: Fetched | None = None
    parents: dict[Element, Element] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """What can be read without scripts."""
        return " ".join(_words(self.root))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """In the order of the page; hidden ones are none."""
        found = (one for one in self.root.iter("a") if not self.is_hidden(one))
        return tuple(self._link(one) for one in found)

    def _link(self, element: Element) -> Link:
        words = " ".join(_words(element))
        alts = [one.get("alt", "") for one in element.iter("img")]
        spoken = " ".join([element.get("aria-label", ""), element.get("title", ""), *alts]).strip()
        href = element.get("href", "").strip()
        if len(href) > 1 and href.startswith("#"):
            return Link(element, self.url, words, spoken, is_inside=True)
        plain = self._address(href) if href and not href.startswith(("#", "javascript:")) else ""
        return Link(element, plain if urlsplit(plain).scheme in ("http", "https") else "", words, spoken)

    def _address(self, href: str) -> str:
        """The absolute address; empty when it is none."""
        try:
            return urldefrag(urljoin(self.url, href)).url
        except ValueError:
            return ""

    def is_hidden(self, element: Element) -> bool:
        """Whether the page hides the element by the attribute `hidden`, also from above."""
        here: Element | None = element
        while here is not None:
            if here.get("hidden") is not None or here.tag in ("template", "noscript"):
                return True
            here = self.parents.get(here)
        return False

    @property
    def language(self) -> str:
        """The first two letters of the attribute `lang`; empty without one."""
        return self.root.get("lang", "").strip()[:2].lower()

    def meta(self, name: str) -> str:
        """The content of a meta element; empty without one."""
        wanted = (one for one in self.root.iter("meta") if one.get("name", "").lower() == name)
        return next((one.get("content", "") for one in wanted), "")

    @cached_property
    def headings(self) -> tuple[tuple[int, str, Element], ...]:
        """Level, words and element of each heading."""
        found = (one for one in self.root.iter() if one.tag in _HEADINGS and not self.is_hidden(one))
        return tuple((int(str(one.tag)[1]), " ".join(_words(one)), one) for one in found)

    @property
    def asks_to_sign_in(self) -> bool:
        """Whether it is a page that wants a password."""
        if any(one.get("type") == "password" for one in self.root.iter("input")):
            return True
        return any(part in urlsplit(self.url).path.lower() for part in _LOGIN)

    def sheets(self) -> Iterator[tuple[str, str, str]]:
        """Media, address and text of each style sheet: linked ones have an address, others a text."""
        for one in self.root.iter():
            if one.tag == "link" and "stylesheet" in one.get("rel", "").lower().split() and one.get("href"):
                yield one.get("media", "all"), self._address(one.get("href", "")), ""
            elif one.tag == "style":
                yield one.get("media", "all"), "", "".join(one.itertext())

    def words_under(self, heading: Element) -> int:
        """How many words stand in the section of a heading, the heading itself left out."""
        section = self.parents.get(heading)
        while section is not None and len(list(_words(section))) <= len(list(_words(heading))):
            section = self.parents.get(section)
        if section is None:
            return 0
        if (
            section.tag in ("section", "aside", "div", "article")
            and sum(one.tag in _HEADINGS for one in section.iter()) == 1
        ):
            return len(" ".join(_words(section)).split()) - len(" ".join(_words(heading)).split())
        return self._until_next(heading)

    def _until_next(self, heading: Element) -> int:
        """Words between a heading and the next one."""
        count, inside, skipped = 0, False, set(heading.iter())
        for one in self.root.iter():
            if one is heading:
                inside = True
            elif inside and one.tag in _HEADINGS:
                break
            elif inside and one not in skipped and one.tag not in _UNSEEN:
                count += len((one.text or "").split()) + sum(len((child.tail or "").split()) for child in one)
        return count


def document_of(fetched: Fetched) -> Document:
    """The page, read as browsers read it: broken markup is mended, never refused."""
    root = tinyhtml5.parse(fetched.text, namespace_html_elements=False)
    parents = {child: parent for parent in root.iter() for child in parent}
    return Document(fetched.url, root, fetched, parents)


def _words(element: Element) -> Iterator[str]:
    """Pieces of visible text below an element."""
    if element.tag in _UNSEEN or not isinstance(element.tag, str) or element.get("hidden") is not None:
        return
    if element.text and element.text.strip():
        yield " ".join(element.text.split())
    for child in element:
        yield from _words(child)
        if child.tail and child.tail.strip():
            yield " ".join(child.tail.split())
