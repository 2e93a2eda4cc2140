"""A text the business already has: pasted, handed in, read part by part, and taken over only where it is ticked."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dangol.flows import drafting
from dangol.flows.documents import reading
from tests import cast
from tests.dangol.flows.documents import files

pytestmark = pytest.mark.django_db
TEXT = """반품
상품을 수령하신 날부터 7일 이내에 반품하실 수 있습니다.
불만은 빠른 시일 내에 처리하겠습니다.
최대 10%까지 적립해 드립니다.
<script>alert(1)</script>
"""
ABOUT = {"name": "나루상점", "industry": "shop", "country": "KR"}


@pytest.fixture
def client(client: Client) -> Client:
    client.force_login(cast.owner())
    return client


def found(client: Client, **given: object) -> str:
    answer = client.post("/start/text/", given)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_there_what_is_vague_and_what_is_asked_stand_beside_their_words(client: Client) -> None:
    page = found(client, text=TEXT)
    assert "상품을 수령하신 날부터 7일 이내에 반품하실 수 있습니다." in page
    assert "<mark>빠른 시일" in page
    assert "Which rate is earned, and is it the same for everybody?" in page
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert drafting.drafts() == []


def test_only_what_is_ticked_becomes_a_draft(client: Client) -> None:
    sent = {"text": TEXT, "token": "t", **ABOUT}
    client.post("/start/text/take/", {**sent, "clause": ["return-window-1"]})
    client.post("/start/text/take/", {**sent, "clause": ["return-window-1"]})
    (draft,) = drafting.drafts()
    text = drafting.draft_text(draft.id).text
    assert "# “상품을 수령하신 날부터 7일 이내에 반품하실 수 있습니다.”" in text
    assert "for: 7 days" in text
    assert "10%" not in text


def test_what_was_ticked_is_kept_while_something_is_missing(client: Client) -> None:
    answer = client.post("/start/text/take/", {"text": TEXT, "clause": ["return-window-1"], "name": "나루상점"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="return-window-1" checked' in page
    assert 'value="나루상점"' in page
    assert drafting.drafts() == []


def test_another_currency_is_refused_and_nothing_made(client: Client) -> None:
    text = "50,000원 이상 구매하시면 무료 배송해 드립니다."
    answer = client.post("/start/text/take/", {"text": text, "clause": ["free-shipping-1"], **ABOUT, "country": "VN"})
    assert answer.status_code == 422
    assert "The text counts in KRW, this country in VND." in answer.content.decode()
    assert drafting.drafts() == []


@pytest.mark.parametrize(
    "data",
    [TEXT.encode("cp949"), TEXT.encode("utf-16"), files.docx(*TEXT.splitlines()[:4])],
    ids=["cp949", "utf-16", "docx"],
)
def test_files_are_read_like_pasted_text(client: Client, data: bytes) -> None:
    page = found(client, file=SimpleUploadedFile("policy.bin", data), text="")
    assert "상품을 수령하신 날부터 7일 이내에 반품하실 수 있습니다." in page


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (files.zip_bomb(25), "unpacks to far more"),
        (b"%PDF-1.4 broken", "It is damaged."),
        (b"\x89PNG\r\n\x1a\n", "It is a picture"),
        (b"a" * (reading.MOST_BYTES + 1), "larger than 10 MB"),
    ],
    ids=["bomb", "broken", "picture", "big"],
)
def test_a_file_that_cannot_be_read_says_why_and_what_was_pasted_stays(client: Client, data: bytes, says: str) -> None:
    answer = client.post("/start/text/", {"file": SimpleUploadedFile("정책.pdf", data), "text": "적어 둔 글"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert "정책.pdf" in page
    assert "적어 둔 글" in page
    assert drafting.drafts() == []


def test_nothing_to_read_is_said(client: Client) -> None:
    assert client.post("/start/text/", {"text": "  "}).status_code == 422


def test_who_may_not_write_policies_reads_none(client: Client) -> None:
    client.force_login(cast.clerk())
    assert client.post("/start/text/", {"text": TEXT}).status_code == 403
    assert client.post("/start/text/take/", {"text": TEXT, **ABOUT}).status_code == 403
    assert drafting.drafts() == []


def test_a_form_sent_again_with_other_ticks_is_refused_in_words(client: Client) -> None:
    sent = {"text": TEXT, "token": "t", **ABOUT}
    client.post("/start/text/take/", {**sent, "clause": ["return-window-1"]})
    again = client.post("/start/text/take/", {**sent, "clause": []})
    assert again.status_code == 422
    assert "This form was sent before with other contents." in again.content.decode()
    assert len(drafting.drafts()) == 1
