"""Small sites on a real server for the audit: one that buries its policy, one that shows it, and parts to spoil."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Pages = Mapping[str, str]
STYLE = "body { color: #222; background: #fff } a { color: #0b4f8a } @media print { nav { display: none } }"
PALE = "body { color: #222; background: #fff } .small { color: #b5b5b5 }"
POLICY = """<section><h2>In short</h2>
<ul><li>We answer within 1 business day.</li><li>Returns within 7 days.</li></ul></section>
<h2>Returns and refunds</h2>
<p>You can return goods within 7 days of delivery. We refund what you paid within 3 business days.
Faulty goods come back at our cost within 3 months. Gift cards are not taken back.</p>
<h2>Complaints</h2>
<p>Tell us by phone or e-mail. We confirm a complaint within 1 hour and solve it within 7 business days.</p>
<h2>Privacy</h2><p>We keep your name and address for 5 years for delivery and refunds.</p>
<p>In force since 2026-04-01, last updated 2026-04-01.</p>"""


def page(body: str, *, title: str = "Shop", footer: str = "", head: str = "") -> str:
    """A sound page with this body."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="stylesheet" href="/style.css">{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><main><h1>{title}</h1>{body}</main>"
        f"<footer>{footer}</footer></body></html>"
    )


def shown(link: str = '<a href="/our-policy">Our policy: returns, complaints, privacy</a>') -> dict[str, str]:
    """A site whose every page leads to its policy."""
    return {
        "/": page("<a href='/contact'>Contact</a> <a href='/cart'>Cart</a>", footer=link),
        "/contact": page("<p>Call us.</p>", title="Contact", footer=link),
        "/cart": page("<p>Empty.</p>", title="Cart", footer=link),
        "/our-policy": page(POLICY, title="Our customer-care policy", footer=link),
        "/style.css": STYLE,
    }


def buried() -> dict[str, str]:
    """The policy is four steps away, behind pale words."""
    return {
        "/": page("<a href='/contact'>Contact</a> <a href='/support'>Support</a>"),
        "/contact": page("<p>Call us.</p>", title="Contact"),
        "/support": page("<a href='/legal'>Legal</a>", title="Support"),
        "/legal": page("<a href='/documents'>Documents</a>", title="Legal"),
        "/documents": page(
            "<p class='small'><a class='small' href='/our-policy'>Customer policy</a></p>", title="Documents"
        ),
        "/our-policy": page(POLICY, title="Our customer-care policy"),
        "/style.css": PALE,
    }


@contextmanager
def served(pages: Pages) -> Iterator[str]:
    """The address of a server of these pages; 404 for all others."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path.partition("?")[0])
            if body is not None and body.startswith("->"):
                self.send_response(302)
                self.send_header("Location", body.removeprefix("->"))
                self.end_headers()
                return
            self.send_response(404 if body is None else 200)
            ending = self.path.rpartition(".")[2]
            kind = {"css": "text/css", "txt": "text/plain", "pdf": "application/pdf"}.get(
                ending, "text/html; charset=utf-8"
            )
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
