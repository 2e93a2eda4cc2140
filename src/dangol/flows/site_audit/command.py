"""`dangol audit site`: whether customers find the policy on a site, and what keeps them from it."""

import json
import sys
from dataclasses import asdict

import click

from dangol.flows.site_audit.shape import Audit, Unreachable

_FINDINGS, _CANNOT = 1, 2


@click.command("site")
@click.argument("url")
@click.option("--page", "pages", multiple=True, help="Another page that must lead to the policy, such as a checkout.")
@click.option("--allow-private", is_flag=True, help="Also read addresses inside a private network.")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON for programs.")
def site(url: str, pages: tuple[str, ...], allow_private: bool, as_json: bool) -> None:
    """Look whether the site at URL buries its policy.

    Reads at most 60 pages of its host, as robots.txt permits. Exit status 1 when something was found, 2 when the home
    page cannot be read.
    """
    # Readers of HTML and style sheets are loaded for this command alone.
    from dangol.flows.site_audit.run import audit_site

    try:
        audit = audit_site(url, pages=pages, allow_private=allow_private)
    except Unreachable as unreachable:
        click.echo(str(unreachable), err=True)
        sys.exit(_CANNOT)
    click.echo(json.dumps(asdict(audit), ensure_ascii=False, indent=2) if as_json else _told(audit))
    sys.exit(0 if audit.passed else _FINDINGS)


def _told(audit: Audit) -> str:
    lines = [f"{audit.site}: {audit.pages} pages read."]
    if audit.depth is not None:
        steps = "1 step" if audit.depth == 1 else f"{audit.depth} steps"
        where = audit.policy or "(no address)"
        lines.append(f"Policy: {where}, {steps} from the home page, behind “{audit.label}”.")
    if audit.contrast is not None:
        lines.append(f"Contrast of the link: {audit.contrast:.1f}:1, {audit.contrast_by}.")
    lines += [f"Not measured: {one}." for one in audit.not_measured]
    lines += ["", *map(str, audit.findings), ""] if audit.findings else []
    lines.append(f"{len(audit.findings)} findings." if audit.findings else "Nothing keeps customers from the policy.")
    return "\n".join(lines)
