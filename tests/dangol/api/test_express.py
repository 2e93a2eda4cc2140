"""The short way past Django's handler: the same answers, nothing else let through, broken connections left."""

import io
import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from dangol.api import express, quotes
from dangol.api.express import Express
from dangol.api.lane import is_straight
from tests.dangol.api.caller import Caller, everything, put_in_force

BODY = {"money": "minor", "explain": "brief", "basket": {"lines": [{"sku": "a", "price": 1_000}]}}


@pytest.fixture
def caller(db: None, monkeypatch: pytest.MonkeyPatch) -> Caller:
    # The test's transaction lives on the connection: it may not be left.
    monkeypatch.setattr(express, "leave_broken_connections", lambda: None)
    put_in_force()
    return Caller()


class Asked:
    """One request as a web server hands it over."""

    def __init__(self, path: str, body: bytes, token: str, *, method: str = "POST") -> None:
        self.status, self.headers = "", dict[str, str]()
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_AUTHORIZATION": f"Bearer {token}",
            "wsgi.input": io.BytesIO(body),
            "wsgi.url_scheme": "http",
        }
        self.passed_on = False
        self.content = b"".join(Express(self._django)(environ, self._begin))

    def _begin(self, status: str, headers: list[tuple[str, str]], failure: object = None) -> Any:
        self.status, self.headers = status, dict(headers)

    def _django(self, environ: dict[str, Any], begin: Any) -> list[bytes]:
        self.passed_on = True
        return []


def test_it_answers_as_the_handler_does(caller: Caller) -> None:
    before = everything()
    for body in (json.dumps(BODY).encode(), b"{", b'{"money":"minor"}', b'{"money":"minor","basket":{"lines":[{}]}}'):
        told = caller.send("/quotes", body, once=None)
        asked = Asked("/api/quotes", body, caller.token)
        assert not asked.passed_on
        assert asked.status.startswith(f"{told.status} ")
        assert asked.headers == dict(told.headers)
        assert json.loads(asked.content).keys() == told.body.keys()
    assert everything() == before


def test_strangers_are_refused(caller: Caller) -> None:
    asked = Asked("/api/quotes", json.dumps(BODY).encode(), "nobody.nothing")
    assert asked.status == "401 Unauthorized"
    assert asked.headers["WWW-Authenticate"] == "Bearer"
    assert "quote" not in json.loads(asked.content)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/api/quotes"), ("POST", "/api/quotes/"), ("POST", "/api/purchases"), ("POST", "/"), ("POST", "")],
)
def test_everything_else_goes_the_usual_way(method: str, path: str) -> None:
    assert Asked(path, b"", "", method=method).passed_on


def test_only_endpoints_that_record_nothing_are_straight() -> None:
    document = Client().get("/api/openapi.json").json()
    straight = [path for path in document["paths"] if is_straight("POST", path)]
    assert straight == ["/api/quotes", "/api/quotes/batch"]


def test_a_failure_of_ours_is_a_problem_with_a_reference(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(at: object) -> None:
        raise RuntimeError("broken for this test")

    monkeypatch.setattr(quotes, "Quoting", broken)
    asked = Asked("/api/quotes", json.dumps(BODY).encode(), caller.token)
    assert asked.status == "500 Internal Server Error"
    assert json.loads(asked.content)["reference"]


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_broke_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_force()
    caller = Caller()
    body = json.dumps(BODY).encode()
    assert Asked("/api/quotes", body, caller.token).status == "200 OK"
    before = connection.connection
    assert Asked("/api/quotes", body, caller.token).status == "200 OK"
    assert connection.connection is before
    monkeypatch.setattr(connection, "is_usable", lambda: False)
    connection.errors_occurred = True
    assert Asked("/api/quotes", body, caller.token).status == "200 OK"
    assert connection.connection is not before


def test_a_long_answer_comes_in_blocks(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotes, "_MOST_HELD", 100)
    many = {"money": "minor", "situations": [{"basket": BODY["basket"]}] * 5}
    asked = Asked("/api/quotes/batch", json.dumps(many).encode(), caller.token)
    assert "Content-Length" not in asked.headers
    assert len(json.loads(asked.content)["quotes"]) == 5
