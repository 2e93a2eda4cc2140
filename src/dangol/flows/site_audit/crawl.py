"""A walk through a site from its home page: breadth first, on its own host, bounded, as robots.txt permits."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from dangol.flows.site_audit.document import Document, document_of
from dangol.flows.site_audit.fetching import AGENT, Fetcher
from dangol.flows.site_audit.shape import Unreachable

MOST_PAGES = 60
DEEPEST = 6
_NO_PAGES = (".pdf", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".zip", ".css", ".js", ".mp4", ".ico", ".xml")


@dataclass
class Walk:
    """The pages that were read, in the order of their distance."""

    home: Document
    robots: RobotFileParser
    pages: dict[str, Document] = field(default_factory=dict)
    depth: dict[str, int] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    """Addresses that could not be read, with the reason."""
    more: bool = False
    """Whether pages were left unread because there are too many."""


def walk(url: str, fetcher: Fetcher) -> Walk:
    """Reads the site. Raises Unreachable when there is no home page."""
    fetched = fetcher.get(url)
    if fetched.status != 200 or "html" not in fetched.kind:
        raise Unreachable(f"{url} answers {fetched.status} with {fetched.kind}, not with a page.")
    home = document_of(fetched)
    found = Walk(home, robots_of(home.url, fetcher), {home.url: home}, {home.url: 0})
    for place in _onward(found, fetcher):
        if len(found.pages) >= MOST_PAGES:
            found.more = True
            break
        found.pages[place.url] = place
    return found


def _onward(found: Walk, fetcher: Fetcher) -> Iterator[Document]:
    queue, seen = deque([found.home]), {found.home.url}
    while queue:
        page = queue.popleft()
        depth = found.depth[page.url] + 1
        for href in dict.fromkeys(link.href for link in page.links):
            if href in seen or depth > DEEPEST or not _is_of_site(href, found.home.url):
                continue
            seen.add(href)
            there = _read(href, found, fetcher)
            if there is not None and there.url not in found.depth:
                seen.add(there.url)
                found.depth[there.url] = depth
                queue.append(there)
                yield there


def _is_of_site(href: str, home: str) -> bool:
    parts = urlsplit(href)
    return parts.netloc == urlsplit(home).netloc and not parts.path.lower().endswith(_NO_PAGES)


def _read(href: str, found: Walk, fetcher: Fetcher) -> Document | None:
    if not found.robots.can_fetch(AGENT, href):
        found.skipped.append(f"{href} (robots.txt)")
        return None
    try:
        fetched = fetcher.get(href)
    except Unreachable as unreachable:
        found.skipped.append(f"{href} ({unreachable})")
        return None
    if fetched.status != 200 or "html" not in fetched.kind or not _is_of_site(fetched.url, found.home.url):
        return None
    return document_of(fetched)


def robots_of(url: str, fetcher: Fetcher) -> RobotFileParser:
    """What robots.txt of the page's host permits; everything when there is none."""
    robots = RobotFileParser()
    try:
        fetched = fetcher.get(urljoin(url, "/robots.txt"))
        lines = fetched.text.splitlines() if fetched.status == 200 else []
    except Unreachable:
        lines = []
    robots.parse(lines)
    return robots
