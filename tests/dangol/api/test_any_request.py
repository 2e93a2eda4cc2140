"""Requests nobody thought of: whatever is sent, the API answers as it says, and never fails.

Schemathesis makes requests from the API's own description, valid ones and broken ones.
"""

import json
from typing import Any
from unittest.mock import patch

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from dangol.api import express
from dangol.api.door import api
from dangol.config.wsgi import application as served
from tests.dangol.api.caller import Caller, put_in_force
from tests.stints import Stint

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    unsupported_method,
]


def application(environ: dict[str, Any], start_response: Any) -> Any:
    """The product, without closing the connection after a request: the test's transaction lives on it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        with patch.object(express, "leave_broken_connections"):
            return [b"".join(served(environ, start_response))]
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def described() -> Any:
    """The API's own description, to be tried on the API itself."""
    schema = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/"))))
    schema.app = application
    return schema


schema = described()


@pytest.fixture
def caller(db: None) -> Caller:
    put_in_force()
    return Caller()


def _tried(case: Any, caller: Caller) -> None:
    case.headers = {**(case.headers or {}), "Authorization": f"Bearer {caller.token}"}
    case.call_and_validate(checks=CHECKS)


@schema.parametrize()  # type: ignore[untyped-decorator]
@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_sent_is_answered_as_described(case: Any, caller: Caller) -> None:
    _tried(case, caller)


@pytest.mark.long
@schema.parametrize()  # type: ignore[untyped-decorator]
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_sent_for_long(case: Any, caller: Caller, stint: Stint) -> None:
    if stint.goes_on(60, "requests"):
        _tried(case, caller)
