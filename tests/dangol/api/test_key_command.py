"""The command that makes, lists and withdraws keys."""

import json

import pytest
from click.testing import CliRunner

from dangol.api.commands import key
from dangol.facts.models import Fact
from dangol.lib import clock
from dangol.staff.errors import BadKey
from dangol.staff.models import ApiKey
from dangol.staff.queries import authenticate

pytestmark = pytest.mark.django_db


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(key, list(words))
    return result.exit_code, result.stdout, result.stderr


def test_a_key_is_shown_once_and_works() -> None:
    status, said, _ = run("create", "till 1", "--scope", "quotes", "--scope", "sales.write")
    assert status == 0
    token = said.strip()
    found = authenticate(token, at=clock.now())
    assert (found.name, found.scopes) == ("till 1", ["quotes", "sales.write"])
    assert token.partition(".")[2] not in json.dumps(list(ApiKey.objects.values()), default=str)
    assert [fact.kind for fact in Fact.objects.all()] == ["key.created"]


def test_json_holds_the_key() -> None:
    status, said, _ = run("create", "shop", "--scope", "quotes", "--days", "30", "--json")
    made = json.loads(said)
    assert status == 0
    assert authenticate(made["key"], at=clock.now()).prefix == made["prefix"]
    assert made["state"] == "works"


def test_an_unknown_scope_is_refused_and_nothing_is_made() -> None:
    status, _, said = run("create", "shop", "--scope", "everything")
    assert status == 2
    assert "quotes" in said
    assert not ApiKey.objects.exists()


def test_a_withdrawn_key_no_longer_works_and_stays_listed() -> None:
    token = run("create", "shop", "--scope", "quotes")[1].strip()
    assert run("revoke", token)[0] == 0
    with pytest.raises(BadKey):
        authenticate(token, at=clock.now())
    listed = json.loads(run("list", "--json")[1])
    assert [one["state"] for one in listed] == ["withdrawn"]
    status, said, _ = run("revoke", token.partition(".")[0])
    assert (status, "already" in said) == (0, True)


def test_an_unknown_prefix_is_said_to_be_unknown() -> None:
    status, _, said = run("revoke", "nothing")
    assert status == 2
    assert "dangol key list" in said
