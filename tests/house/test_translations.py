"""Every text a person reads is there in every language, with the same variables in it."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from scripts import compile_locales
from scripts.collect_messages import collected
from tests.house.places import PACKAGE, TEMPLATES, name_of, tree_of

LANGUAGES = ["ko", "vi", "be"]
CALLS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
PLURAL = {"ngettext", "ngettext_lazy"}
CONTEXT = {"pgettext", "pgettext_lazy"}
# A page that only developers see.
NOT_FOR_READERS = {"styleguide.html"}


def texts_in_code(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        wanted = node.args[1:2] if name in CONTEXT else node.args[: 2 if name in PLURAL else 1]
        if name in CALLS:
            found |= {arg.value for arg in wanted if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    return found


def texts_in_template(path: Path) -> set[str]:
    """Django turns a template into something like Python for its collector; we look for the calls in it."""
    found = set()
    for call in re.findall(
        r"\b(?:_|gettext|ngettext|pgettext)\(.*?\)(?=\s|$)", templatize(path.read_text()), re.DOTALL
    ):
        try:
            found |= texts_in_code(ast.parse(call))
        except SyntaxError:
            continue
    return found


def catalogues(language: str) -> dict[Path, Catalog]:
    read = {}
    for path in compile_locales.catalogues():
        if path.parents[1].name != language:
            continue
        with path.open("rb") as source:
            read[path] = read_po(source, locale=language, abort_invalid=True)
    return read


def translated(language: str) -> set[str]:
    known: set[str] = set()
    for catalogue in catalogues(language).values():
        for message in catalogue:
            if message.id and message.string and not message.fuzzy and all(_strings(message.string)):
                known |= set(_strings(message.id))
    return known


def _strings(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]


def all_texts() -> dict[str, str]:
    """Each text, and one place where it is."""
    texts: dict[str, str] = {}
    for path in TEMPLATES:
        if path.name not in NOT_FOR_READERS:
            texts |= dict.fromkeys(texts_in_template(path), name_of(path))
    for path in sorted(PACKAGE.rglob("*.py")):
        if "node_modules" not in path.parts:
            texts |= dict.fromkeys(texts_in_code(tree_of(path)), name_of(path))
    return texts


def test_texts_are_found_in_both_kinds_of_file() -> None:
    texts = all_texts()
    assert texts["Skip to the content"].endswith("base.html")
    assert texts["%(filled)s of %(needed)s visits"].endswith("tags.py")
    assert "If it happens again, tell the owner of the business this reference: %(reference)s" in texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    known = translated(language)
    missing = {text: place for text, place in all_texts().items() if text and text not in known}
    assert missing == {}


def test_catalogues_are_as_they_are_collected() -> None:
    """`make messages` puts them in order."""
    assert [name_of(path) for path, text in collected().items() if path.read_text(encoding="utf-8") != text] == []


def test_new_texts_are_collected_and_unused_ones_removed(tmp_path: Path) -> None:
    for room in ("counter", "card"):
        (tmp_path / room / "templates").mkdir(parents=True)
        (tmp_path / room / "locale" / "ko" / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / room / "locale" / "ko" / "LC_MESSAGES" / "django.po").write_text('msgid ""\nmsgstr ""\n')
    (tmp_path / "counter" / "views.py").write_text('_("Undone.")\nngettext("one", "%(count)s things", count)\n')
    catalogue = tmp_path / "card" / "locale" / "ko" / "LC_MESSAGES" / "django.po"
    catalogue.write_text(
        'msgid "Card"\nmsgstr "카드"\n\nmsgid "Undone."\nmsgstr "되돌림"\n\nmsgid "Old"\nmsgstr "옛것"\n'
    )
    page = '  {% translate "Card" %}\n{% blocktranslate with a=b %}Dear {{ a }}{% endblocktranslate %}\n {# Old #}'
    (tmp_path / "card" / "templates" / "page.html").write_text(page)
    texts = {path.parents[3].name: text.partition("8bit")[2] for path, text in collected(tmp_path).items()}
    assert texts == {
        "card": '\\n"\n\nmsgid "Card"\nmsgstr "카드"\n\n#, python-format\nmsgid "Dear %(a)s"\nmsgstr ""\n\n'
        'msgid "Undone."\nmsgstr "되돌림"\n',
        "counter": '\\n"\n\n#, python-format\nmsgid "one"\nmsgid_plural "%(count)s things"\nmsgstr[0] ""\n',
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_their_variables(language: str) -> None:
    variables = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
    different = []
    for path, catalogue in catalogues(language).items():
        for message in catalogue:
            if message.id:
                wanted = set(variables.findall(_strings(message.id)[-1]))
                different += [
                    f"{name_of(path)}: {s}" for s in _strings(message.string) if set(variables.findall(s)) != wanted
                ]
    assert different == []
