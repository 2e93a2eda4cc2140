"""Personal data is declared: each table of each room says in its room's `personal.py` what it keeps about a person."""

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.conf import settings

PARTS = {config.name.removeprefix("dangol."): config for config in apps.get_app_configs()}
ROOMS_WITH_TABLES = [room for room in settings.ROOMS if list(PARTS[room].get_models())]


@pytest.mark.parametrize("room", ROOMS_WITH_TABLES)
def test_every_table_is_declared(room: str) -> None:
    assert find_spec(f"dangol.{room}.personal"), f"the room {room} has tables but no personal.py"
    declared = [holding.model for holding in import_module(f"dangol.{room}.personal").HOLDINGS]
    assert len(declared) == len(set(declared))
    assert set(declared) == set(PARTS[room].get_models())


@pytest.mark.parametrize("room", ROOMS_WITH_TABLES)
def test_what_is_not_erased_says_why_it_may_stay(room: str) -> None:
    for holding in import_module(f"dangol.{room}.personal").HOLDINGS:
        if holding.what:
            assert holding.export, f"{holding.model} tells about a person but is not handed over"
            assert holding.erase or holding.kept_because, holding.model
