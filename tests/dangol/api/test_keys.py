"""Who may call what, and how fast a withdrawn key stops working."""

from datetime import timedelta

import pytest
import time_machine

from dangol.api import keys
from dangol.api.door import api
from dangol.lib import clock
from dangol.staff.actions import revoke_key
from dangol.staff.rights import Right
from tests.build import an_act
from tests.dangol.api.caller import POLICY, Caller, everything, put_in_force

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_memory() -> None:
    keys.forget_keys()


def operations() -> list[tuple[str, str]]:
    """Every address that needs a key."""
    document = api.get_openapi_schema(path_prefix="api/")
    sample = {"customer": "00000000-0000-7000-8000-000000000000", "number": "A-1"}
    return [
        (method, path.removeprefix("/api").format(**sample))
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if operation.get("security")
    ]


@pytest.mark.parametrize(("method", "path"), operations())
def test_every_address_refuses_strangers_and_keys_without_the_scope(method: str, path: str) -> None:
    useless = Caller(Right.RUN_OPERATIONS)
    before = everything()
    for caller, status, code in (
        (Caller(token="nobody.nothing"), 401, "key-unknown"),
        (useless, 403, "scope-missing"),
    ):
        told = caller.get(path) if method == "get" else caller.post(path, {})
        assert (told.status, told.code) == (status, code)
        assert told.body["way_out"]
    assert everything() == before


def test_there_are_addresses_to_try() -> None:
    assert len(operations()) > 15


@pytest.mark.parametrize("header", ["", "Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "Bearer a b", "bearer x.y"])
def test_anything_that_is_no_key_is_401(header: str) -> None:
    caller = Caller()
    response = caller.client.get("/api/policy", headers={"Authorization": header} if header else {})
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_a_withdrawn_key_changes_nothing_from_that_moment_and_reads_for_a_second_at_most() -> None:
    put_in_force(POLICY)
    caller = Caller()
    with time_machine.travel(clock.now(), tick=False) as moment:
        assert caller.get("/policy").status == 200
        assert caller.post("/customers", {"phone": "010-1111-2222"}).status == 201
        with an_act(at=clock.now()) as act:
            revoke_key(act=act, key=caller.key)
        before = everything()
        assert caller.post("/customers", {"phone": "010-3333-4444"}).status == 401
        assert everything() == before
        moment.shift(keys.TRUSTED_FOR + timedelta(milliseconds=1))
        assert caller.get("/policy").status == 401


def test_a_key_ends_on_its_day() -> None:
    put_in_force(POLICY)
    caller = Caller()
    caller.key.expires_at = clock.now() + timedelta(days=1)
    caller.key.save()
    assert caller.get("/policy").status == 200
    with time_machine.travel(caller.key.expires_at, tick=False):
        assert caller.get("/policy").status == 401
