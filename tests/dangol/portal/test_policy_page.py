"""The policy centre as pages: languages, versions, hints for staff only, PDF; the summary for other sites."""

import json
import re
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import pytest
from django.test import Client
from django.urls import reverse

from dangol.flows import policy_centre, policy_paper, publication, publish
from dangol.lib import clock
from dangol_policy.words.centre import PARTS
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
SHOP = Path("policies/shop.yaml").read_text(encoding="utf-8")
LETTERS = pytest.mark.skipif(
    not policy_paper.LETTERS.is_dir(), reason="PDFs NEED THEIR LETTERS: run `make front` before the tests"
)


@pytest.fixture
def shop() -> None:
    """The shop's policy has ruled for a month."""
    publish.publish(text=SHOP, request="policy", by="system:test", at=clock.now() - timedelta(days=30))


def later_version(days: int = 7) -> None:
    """Sooner refunds are announced."""
    at = clock.now()
    text = SHOP.replace("method: as paid, within: 3 business days", "method: as paid, within: 2 business days")
    assert text != SHOP
    publish.publish(text=text, effective_from=at + timedelta(days=days), request="next", by="system:test", at=at)


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_parts_stand_in_the_order_of_good_policies(client: Client, shop: None) -> None:
    text = page(client, reverse("policy_in", args=["en"]))
    ids = re.findall(r'<h2 id="(\w+)"', text)
    assert ids[0] == "summary"
    assert ids[1:] == [one for one in PARTS if one in ids[1:]]
    assert {"reach", "standards", "complain", "returns", "membership", "privacy", "about"} <= set(ids)
    assert "not measured yet" in text


@pytest.mark.parametrize("language", ["ko", "en", "vi", "be"])
def test_an_address_keeps_its_language(client: Client, shop: None, language: str) -> None:
    client.cookies["django_language"] = "en" if language != "en" else "ko"
    answer = client.get(reverse("policy_in", args=[language]))
    text = answer.content.decode()
    assert answer.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in text
    assert f'<link rel="canonical" href="http://testserver/policy/{language}/">' in text
    alternates = re.findall(r'rel="alternate" hreflang="([\w-]+)"', text)
    assert alternates == ["ko", "en", "vi", "be", "x-default"]
    assert '<meta name="description" content="' in text


def test_staff_see_what_is_missing_and_customers_do_not(client: Client, shop: None) -> None:
    address = reverse("policy_in", args=["en"])
    assert "Only staff see this" not in page(client, address)
    client.force_login(cast.clerk(), backend="django.contrib.auth.backends.ModelBackend")
    text = page(client, address)
    assert "Only staff see this" in text
    assert "No membership is listed" in text
    assert "http://testserver/embed/policy.js" in text


def test_an_announced_version_is_shown_with_its_differences(client: Client, shop: None) -> None:
    later_version()
    client.cookies["django_language"] = "en"
    text = page(client, reverse("policy"))
    assert "Version 2 holds from" in text
    assert "within 2 business days" in text
    coming = page(client, reverse("policy_version", args=[2]))
    assert "not in force yet" in coming
    assert '<meta name="robots" content="noindex">' in coming
    known = page(client, reverse("policy_versions"))
    assert known.index("Version 2") < known.index("Version 1")
    assert known.count("until then") == 1
    assert "the way you paid, within 3 business days" in known


def test_older_versions_keep_their_full_text(client: Client, shop: None) -> None:
    later_version(days=0)
    client.cookies["django_language"] = "en"
    assert "the way you paid, within 2 business days" in page(client, reverse("policy"))
    old = page(client, reverse("policy_version", args=[1]))
    assert "no longer in force" in old
    assert "the way you paid, within 3 business days" in old


def test_a_draft_is_nobodys_business(client: Client, shop: None) -> None:
    from dangol.lib.act import acting
    from dangol.rulebook import actions

    with acting(by="system:test", at=clock.now(), request="draft") as act:
        number = actions.draft(act=act, text=SHOP).number
    page(client, reverse("policy_version", args=[number]), status=404)
    page(client, reverse("policy_version_paper", args=[number, "ko"]), status=404)
    assert f"Version {number}" not in page(client, reverse("policy_versions"))


def test_every_page_leads_to_a_person_and_to_the_policy_in_one_step(client: Client, shop: None) -> None:
    client.cookies["django_language"] = "en"
    clerk = cast.clerk()
    addresses = [reverse(name) for name in ("policy", "policy_versions", "card_door", "sign_in")]
    for address in (*addresses, "/no/such/page/"):
        text = client.get(address).content.decode()
        assert 'href="/policy/"' in text, address
        assert 'href="tel:' in text or 'href="/policy/#reach"' in text, address
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    text = page(client, reverse("counter"))
    assert 'href="/policy/"' in text
    assert 'href="/policy/#reach"' in text


@LETTERS
@pytest.mark.parametrize("language", ["ko", "be"])
def test_the_pdf_is_tagged_and_names_its_language(client: Client, shop: None, language: str) -> None:
    answer = client.get(reverse("policy_paper", args=[language]))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert f"/Lang({language})".encode() in answer.content
    assert b"/MarkInfo" in answer.content
    # Characters can be found and copied: every font says which letters it draws.
    assert answer.content.count(b"/ToUnicode") >= 2


def test_without_letters_the_page_says_how_to_print(
    client: Client, shop: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(policy_paper, "LETTERS", tmp_path)
    policy_paper.paper.cache_clear()
    client.cookies["django_language"] = "en"
    assert "A PDF cannot be made here" in page(client, reverse("policy_paper", args=["en"]), status=503)


def test_the_second_reader_waits_less_than_300_ms(client: Client, shop: None) -> None:
    page(client, reverse("policy_in", args=["ko"]))
    begun = perf_counter()
    page(client, reverse("policy_in", args=["ko"]))
    assert perf_counter() - begun < 0.3


@pytest.mark.parametrize("name", ["embed_script", "embed_summary"])
def test_the_summary_for_other_sites_is_open_and_sets_no_cookie(client: Client, shop: None, name: str) -> None:
    answer = client.get(reverse(name), headers={"origin": "https://shop.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "max-age=300" in answer.headers["Cache-Control"]
    assert not answer.cookies


def test_the_summary_is_what_the_page_says(client: Client, shop: None) -> None:
    told = json.loads(client.get(reverse("embed_summary")).content)
    assert list(told["languages"]) == ["ko", "en", "vi", "be"]
    text = page(client, reverse("policy_in", args=["en"]))
    assert all(promise in text for promise in told["languages"]["en"]["promises"])
    assert told["languages"]["vi"]["address"] == "/policy/vi/"


def test_only_the_summary_is_open_to_other_sites(client: Client, shop: None) -> None:
    for name in ("policy", "policy_versions", "card_door"):
        assert "Access-Control-Allow-Origin" not in client.get(reverse(name)).headers


def test_without_a_policy_there_is_no_summary_and_no_paper(client: Client) -> None:
    for address in (reverse("embed_script"), reverse("embed_summary"), reverse("policy_paper", args=["ko"])):
        page(client, address, status=404)


def test_search_engines_may_read_the_policy_and_no_card(client: Client) -> None:
    assert page(client, reverse("robots")) == "User-agent: *\nAllow: /policy/\nDisallow: /card/\n"


def test_a_version_announced_anew_is_read_with_its_new_day(client: Client, shop: None) -> None:
    later_version(days=7)
    first = page(client, reverse("policy_version", args=[2]))
    at = clock.now()
    publication.withdraw(version=2, reason="later", request="withdraw", by="system:test", at=at)
    assert client.get(reverse("policy_version", args=[2])).status_code == 404
    publication.announce(version=2, instant=at + timedelta(days=40), request="anew", by="system:test", at=at)
    again = page(client, reverse("policy_version", args=[2]))
    days = [re.findall(r'<time datetime="([^"]+)"', text)[0] for text in (first, again)]
    assert days[0] < days[1]
    view = policy_centre.centre_view(language="en", at=at, number=2)
    assert view.effective_from == at + timedelta(days=40)


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ('{kind: messenger, value: "@naru"}', None),
        ('{kind: web, value: "javascript:alert(1)"}', None),
        ("{kind: web, value: www.naru.example}", "https://www.naru.example"),
        ('{kind: address, value: "Naru-ro 8 & 9"}', "https://www.openstreetmap.org/search?query=Naru-ro%208%20%26%209"),
    ],
)
def test_a_contact_is_a_link_only_where_it_leads_somewhere(client: Client, contact: str, link: str | None) -> None:
    text = SHOP.replace("- {kind: phone, value: 02-555-0176}", f"- {contact}")
    assert text != SHOP
    publish.publish(text=text, request="policy", by="system:test", at=clock.now())
    read = page(client, reverse("policy_in", args=["en"]))
    links = {one for one in re.findall(r'href="([^"]*)"', read) if "naru" in one.lower() or "javascript" in one}
    others = {
        "mailto:care@naru.example",
        "https://www.openstreetmap.org/search?query=8%20Naru-ro%2C%20Gwangjin-gu%2C%20Seoul",
    }
    assert links - others == ({link} if link else set())
