"""What every test may ask for: compiled texts, a real server, a real browser."""

from collections.abc import Iterator

import pytest
from babel.messages.pofile import PoFileError
from django.utils import translation

from scripts.compile_locales import compile_stale

pytest_plugins = ["tests.servers", "tests.browsers", "tests.stints"]


@pytest.fixture(autouse=True)
def _in_nobodys_language() -> Iterator[None]:
    """A page that a test asked for in Korean leaves the thread speaking Korean."""
    yield
    translation.deactivate()


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    try:
        compile_stale()
    except PoFileError as error:  # house/test_translations.py fails for it; the other tests need not
        config.issue_config_time_warning(pytest.PytestWarning(f"a catalogue cannot be read: {error}"), stacklevel=1)
