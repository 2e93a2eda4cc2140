"""The description of the API: complete, readable without anything from elsewhere, and true."""

from typing import Any

import pytest
from django.test import Client

from dangol.api.problems import KINDS, TYPES

pytestmark = pytest.mark.django_db


def document() -> Any:
    return Client().get("/api/openapi.json").json()


def references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [found for inner in value.values() for found in references(inner)]
    if isinstance(value, list):
        return [found for inner in value for found in references(inner)]
    return []


def operations(described: Any) -> list[tuple[str, str, Any]]:
    return [
        (method, path, operation)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_reference_leads_somewhere() -> None:
    described = document()
    found = set(references(described))
    assert found
    for reference in found:
        place = described
        for step in reference.removeprefix("#/").split("/"):
            place = place[step]


def test_every_address_says_what_it_is_what_it_gives_and_how_it_refuses() -> None:
    for method, path, operation in operations(document()):
        assert operation["description"], path
        answers = operation["responses"]
        assert any(status.startswith("2") for status in answers), path
        for status, answer in answers.items():
            kind = "application/json" if status.startswith("2") else "application/problem+json"
            assert list(answer["content"]) == [kind], (path, status)
        if method == "post" and "quote" not in operation["operationId"] and "preview" not in path:
            names = [parameter["name"] for parameter in operation["parameters"]]
            assert "Idempotency-Key" in names, path
            assert "409" in answers, path


def test_every_operation_has_its_own_name() -> None:
    names = [operation["operationId"] for *_, operation in operations(document())]
    assert len(names) == len(set(names)) > 15


def test_each_problem_type_leads_to_its_explanation() -> None:
    client = Client()
    listed = client.get("/api/problems").json()["problems"]
    assert {one["type"] for one in listed} == {TYPES + code for code in KINDS}
    for one in listed:
        assert client.get(one["type"]).json() == one
        assert one["way_out"]
    assert client.get("/api/problems/nothing").status_code == 404


def test_the_page_loads_nothing_from_elsewhere_and_keeps_the_strict_policy() -> None:
    response = Client().get("/api/docs")
    page = response.content.decode()
    assert response.status_code == 200
    assert "http://" not in page
    assert "https://" not in page
    assert "//cdn" not in page
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy


def test_the_scripts_and_styles_of_the_page_are_served_here() -> None:
    client = Client()
    page = client.get("/api/docs").content.decode()
    for asset in ("ninja/swagger-ui.css", "ninja/swagger-ui-bundle.js", "ninja/swagger-ui-init.js"):
        assert asset in page
        assert client.get(f"/static/{asset}").status_code == 200
