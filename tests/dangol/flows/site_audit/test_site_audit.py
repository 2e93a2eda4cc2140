"""The audit of a site: what buries a policy is found, each thing by its code; a site that shows its policy passes."""

import json
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from click.testing import CliRunner
from pytest_django.live_server_helper import LiveServer

from dangol.flows import publish
from dangol.flows.site_audit import chromium
from dangol.flows.site_audit.command import site
from dangol.flows.site_audit.contrast import contrast_of, ratio
from dangol.flows.site_audit.document import Document, document_of
from dangol.flows.site_audit.fetching import Fetched, Fetcher
from dangol.flows.site_audit.run import audit_site
from dangol.flows.site_audit.shape import TOLD, Audit, Unreachable
from dangol.flows.site_audit.styles import Sheets
from dangol.flows.site_audit.wording import has_date, is_policy_label, says
from dangol.lib import clock
from tests.browsers import CHROMIUM
from tests.dangol.flows.site_audit.sites import POLICY, STYLE, buried, page, served, shown

SHOP = Path("policies/shop.yaml").read_text(encoding="utf-8")


@pytest.fixture
def without_chromium(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that has no browser."""
    monkeypatch.setattr(chromium, "found", lambda: None)


pytestmark = pytest.mark.usefixtures("without_chromium")


def audited(pages: dict[str, str], **options: object) -> Audit:
    with served(pages) as address:
        return audit_site(address, allow_private=True, **options)  # type: ignore[arg-type]


def codes(audit: Audit) -> list[str]:
    return sorted({one.code for one in audit.findings})


def test_a_site_that_shows_its_policy_passes() -> None:
    audit = audited(shown())
    assert audit.findings == ()
    assert (audit.depth, audit.pages) == (1, 4)
    assert audit.contrast is not None
    assert audit.contrast > 7


def test_a_buried_policy_with_a_pale_label_is_found() -> None:
    audit = audited(buried())
    assert audit.depth == 4
    assert codes(audit) == ["buried", "link-contrast", "no-print-style"]
    assert audit.contrast == pytest.approx(2.06, abs=0.02)
    for one in audit.findings:
        assert one.why
        assert one.mend


NO_VIEWPORT = {"/our-policy": page(POLICY, title="Our policy").replace('name="viewport"', 'name="other"')}
SPOILT: list[tuple[str, dict[str, str]]] = [
    ("no-policy-link", shown("<a href='/our-policy'>Company</a>")),
    ("no-policy-link", shown("<a href='/privacy'>Privacy policy</a>")),
    ("not-in-one-step", {"/contact": page("<p>Call us.</p>", title="Contact")}),
    ("label-says-nothing", shown('<a href="/our-policy" title="Our policy">Here</a>')),
    ("link-is-image", shown('<a href="/our-policy"><img src="p.png" alt="Our policy"></a>')),
    ("link-needs-scripts", shown('<a href="javascript:open()">Our policy</a>')),
    ("link-needs-scripts", shown("<a>Our policy</a>")),
    ("link-no-keyboard", shown('<a href="/our-policy" tabindex="-1">Our policy</a>')),
    ("link-contrast", {"/style.css": STYLE.replace("#0b4f8a", "#999")}),
    ("policy-unreachable", shown('<a href="/gone">Our policy</a>')),
    ("policy-behind-login", {"/our-policy": page("<form><input type=password></form>")}),
    ("policy-behind-login", {"/our-policy": "->/login", "/login": page("Sign in")}),
    ("policy-not-indexable", {"/our-policy": page(POLICY, head='<meta name="robots" content="noindex">')}),
    ("policy-not-indexable", {"/robots.txt": "User-agent: *\nDisallow: /our-policy\n"}),
    ("policy-no-text", {"/our-policy": page('<img src="scan.png" alt="">')}),
    ("policy-no-text", {**shown('<a href="/p.pdf">Our policy</a>'), "/p.pdf": "%PDF-"}),
    ("policy-needs-scripts", {"/our-policy": page('<div id="app"></div>')}),
    ("no-language", {"/our-policy": page(POLICY).replace(' lang="en"', "")}),
    ("no-viewport", NO_VIEWPORT),
    ("heading-order", {"/our-policy": page(POLICY.replace("<h2>Complaints</h2>", "<h4>Complaints</h4>"))}),
    ("heading-order", {"/our-policy": page(f"<h1>Again</h1>{POLICY}")}),
    ("no-summary", {"/our-policy": page(POLICY.replace("In short", "Hello"))}),
    ("summary-too-long", {"/our-policy": page(POLICY.replace("within 1 business day", "word " * 260))}),
    ("no-date", {"/our-policy": page(POLICY.replace("2026-04-01", "spring"))}),
    ("no-print-style", {"/style.css": STYLE.partition("@media")[0]}),
    ("word-missing", {"/our-policy": page(POLICY.replace("omplain", "omment"))}),
    ("word-missing", {"/our-policy": page(POLICY).replace('lang="en"', 'lang="ko"')}),
]


@pytest.mark.parametrize(("code", "changes"), SPOILT)
def test_one_thing_spoilt_is_one_kind_of_finding(code: str, changes: dict[str, str]) -> None:
    assert codes(audited({**shown(), **changes})) == [code]


def test_every_kind_of_finding_is_tried_here() -> None:
    assert {code for code, _ in SPOILT} | {"buried"} == set(TOLD)


def test_a_page_that_is_named_must_lead_to_the_policy_too() -> None:
    pages = {**shown(), "/pay": page("Pay now", title="Pay")}
    with served(pages) as address:
        audit = audit_site(address, pages=[f"{address}pay"], allow_private=True)
    assert [(one.code, one.page) for one in audit.findings] == [("not-in-one-step", f"{address}pay")]


def test_the_walk_is_bounded_and_obeys_robots() -> None:
    many = {f"/{number}": page(f"<a href='/{number + 1}'>On</a>", title="Far") for number in range(1, 20)}
    audit = audited({**many, "/": page("".join(f"<a href='/p{n}'>P</a>" for n in range(100)) + "<a href='/1'>1</a>")})
    assert codes(audit) == ["no-policy-link"]
    wide = {f"/p{number}": page("x") for number in range(100)}
    audit = audited({**wide, "/": page("".join(f"<a href='{one}'>P</a>" for one in wide))})
    assert audit.pages == 60
    assert "only the first 60 pages were read" in audit.not_measured
    closed = {**buried(), "/robots.txt": "User-agent: dangol-audit\nDisallow: /support\n"}
    audit = audited(closed)
    assert codes(audit) == ["no-policy-link"]
    assert any("/support (robots.txt)" in one for one in audit.not_measured)


def test_addresses_inside_a_private_network_are_refused() -> None:
    with served(shown()) as address:
        with pytest.raises(Unreachable, match="inside a private network"):
            audit_site(address)
        port = address.rpartition(":")[2]
        for host in ("localhost", "[::1]", "127.1", "0.0.0.0", "169.254.169.254"):
            with pytest.raises(Unreachable, match=r"private network|no host"):
                Fetcher().get(f"http://{host}:{port}")
    with pytest.raises(Unreachable, match="must begin with http"):
        Fetcher().get("file:///etc/passwd")


def test_what_is_too_large_or_leads_on_for_ever_is_refused() -> None:
    with served({"/": "x" * 2000, "/a": "->/b", "/b": "->/a"}) as address:
        with pytest.raises(Unreachable, match="larger than 1000"):
            Fetcher(allow_private=True, most_bytes=1000).get(address)
        with pytest.raises(Unreachable, match="leads on"):
            Fetcher(allow_private=True).get(f"{address}a")


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("고객 관리 정책", True),
        ("Chính sách: trả hàng, khiếu nại", True),
        ("Наша палітыка", True),
        ("Политика возврата", True),
        ("Our policy: returns, complaints, privacy", True),
        ("Returns & complaints", True),
        ("Privacy policy", False),
        ("개인정보 처리방침", False),
        ("Политика конфиденциальности", False),
        ("About us", False),
    ],
)
def test_labels_of_policies(label: str, is_one: bool) -> None:
    assert is_policy_label(label) is is_one


def test_words_are_whole_words() -> None:
    assert not says("The border", "order", ["en"])
    assert says("Orders", "order", ["en"])


@pytest.mark.parametrize(
    "text", ["2026-04-01", "2026년 4월 1일", "01.04.2026", "01/04/2026", "April 1, 2026", "1 April 2026"]
)
def test_dates(text: str) -> None:
    assert has_date(f"since {text}.")
    assert not has_date("since spring 2026")


def link_page(style: str) -> tuple[Document, Sheets]:
    link = '<footer class="f"><p><a id="one" class="l" href="/p">Our policy</a></p></footer>'
    body = f'<html lang="en"><body>{link}</body></html>'
    return document_of(Fetched("http://x.example/", 200, "text/html", "", body.encode(), "utf-8")), Sheets(
        (style,), True, True
    )


CONTRASTS = [
    ("", ratio((0, 0, 0.933), (1, 1, 1))),
    ("a { color: #777 }", ratio((0x77 / 255,) * 3, (1, 1, 1))),
    (".f { background: #000 } a { color: #fff }", 21.0),
    (".f a { color: #000 } a { color: #fff }", 21.0),
    ("a { color: #000 !important } .l { color: #fff }", 21.0),
    (":root { --ink: #000 } a { color: var(--ink) }", 21.0),
    ("@media screen { a { color: #000 } }", 21.0),
    ("footer { color: #000 } a { color: inherit }", 21.0),
    ("a { color: rgb(0 0 0 / 50%) }", None),
    (".f { background: url(x.png) } a { color: #000 }", None),
    ("@media (prefers-color-scheme: dark) { a { color: #fff } }", None),
]


@pytest.mark.parametrize(("style", "expected"), CONTRASTS)
def test_contrast_is_worked_out_or_said_to_be_unknown(style: str, expected: float | None) -> None:
    document, sheets = link_page(style)
    found = contrast_of(document, document.links[0].element, sheets)
    assert found == (None if expected is None else pytest.approx(expected, abs=0.01))


@pytest.mark.browser
def test_chromium_measures_what_the_sheets_cannot_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same ratios where both know them; a half-transparent colour is measured too."""
    monkeypatch.setattr(chromium, "found", lambda: CHROMIUM)
    for style, expected in [CONTRASTS[1], ("a { color: rgb(0 0 0 / 50%) }", ratio((0.5,) * 3, (1, 1, 1)))]:
        document, sheets = link_page(style)
        front, behind = chromium.colours_of(document, document.links[0].element, sheets)
        assert ratio(tuple(front), tuple(behind)) == pytest.approx(expected, abs=0.1)


@pytest.mark.django_db(transaction=True)
def test_the_snippet_brings_a_buried_policy_to_light(live_server: LiveServer) -> None:
    """The site of before with Dangol's two lines in its footer: the policy is one step away and nothing is found."""
    publish.publish(text=SHOP, request="policy", by="system:test", at=clock.now() - timedelta(days=30))
    lines = (
        f'<a href="{live_server.url}/policy/">Our policy: returns, complaints, privacy</a>'
        f'<script src="{live_server.url}/embed/policy.js" async></script>'
    )
    mended = {path: text.replace("<footer>", f"<footer>{lines}") for path, text in buried().items()}
    audit = audited(mended)
    assert audit.findings == ()
    assert audit.depth == 1
    assert audit.policy == f"{live_server.url}/policy/"


def test_the_command_tells_what_it_found_and_by_its_exit_status() -> None:
    run = CliRunner().invoke
    with served(shown()) as address:
        good = run(site, [address, "--allow-private"])
        refused = run(site, [address])
    assert (good.exit_code, refused.exit_code) == (0, 2)
    assert "Nothing keeps customers from the policy." in good.output
    with served(buried()) as address:
        bad = run(site, [address, "--allow-private", "--json"])
    assert bad.exit_code == 1
    told = json.loads(bad.output)
    assert told["depth"] == 4
    assert {"code", "page", "what", "why", "mend"} == set(told["findings"][0])


def test_addresses_in_letters_of_any_alphabet_are_read() -> None:
    pages = shown('<a href="/우리-정책?판=1 2">우리 정책: 반품, 불만</a>')
    pages[quote("/우리-정책")] = "->" + "/정책".encode().decode("latin-1")
    pages[quote("/정책")] = pages.pop("/our-policy")
    audit = audited(pages)
    assert unquote(audit.policy).endswith("/정책")
    assert audit.pages == 4


def test_what_is_no_address_stops_no_audit() -> None:
    pages = shown() | {"/lost": "->http://[lost"}
    pages["/contact"] = page(
        "<a href='http://[no'>A</a> <a href='/lost'>B</a>", head='<link rel=stylesheet href="//[">'
    )
    audit = audited(pages | {"/cart": page("", head='<link rel="stylesheet" href="http://[">', footer="")})
    assert audit.policy.endswith("/our-policy")
    assert any("which is not an address" in one for one in audit.not_measured)


def test_a_codec_that_is_none_for_texts_is_read_as_utf_8() -> None:
    assert Fetched("http://shop.example/", 200, "text/html", "", "정책".encode(), "idna").text == "정책"


def test_nothing_of_a_measured_page_acts_by_itself() -> None:
    html = '<body onload="a()"><a href="/" OnFocus="b()">Policy</a><img src="x" onerror="c()"><script>d()</script>'
    document = document_of(Fetched("http://shop.example/", 200, "text/html", "", html.encode(), "utf-8"))
    alone = chromium._alone(document, document.links[0].element, Sheets((), for_print=False, whole=True))
    assert "data-audited" in alone
    assert not [word for word in ("onload", "onfocus", "onerror", "script", "()") if word in alone.lower()]
