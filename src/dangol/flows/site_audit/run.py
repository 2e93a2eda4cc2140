"""One audit of a site, from its home page to a list of findings."""

from collections.abc import Sequence

from dangol.flows.site_audit import checks
from dangol.flows.site_audit.crawl import Walk, robots_of, walk
from dangol.flows.site_audit.document import Document, Link, document_of
from dangol.flows.site_audit.fetching import Fetcher
from dangol.flows.site_audit.shape import Audit, Finding, Unreachable, finding
from dangol.flows.site_audit.styles import sheets_of


def audit_site(url: str, *, pages: Sequence[str] = (), allow_private: bool = False) -> Audit:
    """Looks at the site, and at these pages of it besides those it finds. Raises Unreachable without a home page."""
    fetcher = Fetcher(allow_private=allow_private)
    found = walk(url, fetcher)
    asked = [document_of(fetcher.get(page)) for page in pages]
    nearest = _nearest(found)
    if nearest is None:
        return _without_policy(found, asked)
    page, link = nearest
    sheets = sheets_of(page, fetcher)
    look = checks.seen(page, link, sheets)
    findings = [*checks.of_link(page, link, look)]
    policy, trouble = _policy(link, found, fetcher)
    findings += trouble
    depth = found.depth[page.url] + (link.href != page.url)
    findings += checks.of_reach(link.href or page.url, depth, link.words)
    if depth <= 1:
        findings += checks.of_steps(_important(found, asked), policy.url if policy else "")
    if policy is not None:
        findings += checks.of_policy(policy, robots_of(policy.url, fetcher), sheets_of(policy, fetcher))
    return Audit(
        site=found.home.url,
        policy=policy.url if policy else link.href,
        depth=depth,
        label=link.words or link.spoken,
        contrast=look.contrast,
        contrast_by=look.by,
        pages=len(found.pages),
        findings=tuple(findings),
        not_measured=tuple(_not_measured(found, look)),
    )


def _nearest(found: Walk) -> tuple[Document, Link] | None:
    """The link to the policy that is fewest steps from home, with its page.

    On one page a link to another page counts first, then one to the page itself, then one without an address.
    """
    for page in found.pages.values():
        links = sorted(checks.policy_links(page), key=lambda link: (not link.href, link.href == page.url))
        if links:
            return page, links[0]
    return None


def _without_policy(found: Walk, asked: Sequence[Document]) -> Audit:
    what = f"None of the {len(found.pages)} pages that were read has a link that says policy."
    skipped = tuple(_not_measured(found, None))
    return Audit(
        found.home.url,
        "",
        None,
        "",
        None,
        "",
        len(found.pages) + len(asked),
        (finding("no-policy-link", found.home.url, what),),
        skipped,
    )


def _policy(link: Link, found: Walk, fetcher: Fetcher) -> tuple[Document | None, list[Finding]]:
    """The policy's page, also on another host; or what keeps it from being read."""
    if not link.href:
        return None, []
    if link.href in found.pages:
        return found.pages[link.href], []
    try:
        fetched = fetcher.get(link.href)
    except Unreachable as unreachable:
        return None, [finding("policy-unreachable", link.href, str(unreachable))]
    if fetched.status in (401, 403):
        return None, [finding("policy-behind-login", link.href, f"The page answers {fetched.status}.")]
    if fetched.status != 200:
        return None, [finding("policy-unreachable", link.href, f"The page answers {fetched.status}.")]
    if "html" not in fetched.kind:
        return None, [finding("policy-no-text", link.href, f"The policy is a file of the kind {fetched.kind}.")]
    return document_of(fetched), []


def _important(found: Walk, asked: Sequence[Document]) -> list[Document]:
    """The pages on which the policy must be one step away: those asked for, and where customers pay or ask."""
    known = [found.pages[href] for href in checks.important_pages(found.home) if href in found.pages]
    return list({page.url: page for page in (*asked, *known)}.values())


def _not_measured(found: Walk, look: checks.Seen | None) -> list[str]:
    told = [f"not read: {one}" for one in found.skipped]
    if found.more:
        told.append(f"only the first {len(found.pages)} pages were read")
    if look is not None and look.contrast is None:
        told.append("the contrast of the link: install Chromium to measure it")
    return told
