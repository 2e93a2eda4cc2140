"""Brings the catalogues of translations up to date with the texts in code and templates; needs no gettext.

A catalogue holds the texts of its room, or of a part of a room that keeps one of its own; sorted, without places and
without guesses, so that a change in it is a change of a text. A text that stands in a catalogue already is not repeated
in another. New texts get an empty translation; texts nobody uses any more are removed.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from scripts import compile_locales

SOURCES = Path(__file__).resolve().parent.parent / "src" / "dangol"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "gettext_noop": None,
}
# A page that only developers see.
NOT_FOR_READERS = {"styleguide.html"}
Strings = str | tuple[str, ...]
Key = tuple[Strings, str | None]


def texts_of(room: Path) -> Iterator[Key]:
    """Every text of the room with its context, without those of its parts that keep a catalogue of their own."""
    for path in sorted(room.rglob("*.py")):
        if "node_modules" not in path.parts and _home(path, room) == room:
            yield from _texts(path.read_text(encoding="utf-8"))
    for path in sorted([*room.glob("templates/**/*.html"), *room.glob("*/templates/**/*.html")]):
        if path.name not in NOT_FOR_READERS and _home(path, room) == room:
            # Django makes something like Python of it; its indentation means nothing.
            lines = templatize(path.read_text(encoding="utf-8")).splitlines()
            yield from _texts("\n".join(line.lstrip() for line in lines))


def _home(path: Path, room: Path) -> Path:
    """The innermost folder around the file that keeps a catalogue; the room itself when none does."""
    around = path.relative_to(room).parents
    return next((room / folder for folder in around if (room / folder / "locale").is_dir()), room)


def _texts(source: str) -> Iterator[Key]:
    for _line, text, _comments, context in extract("python", io.BytesIO(source.encode()), KEYWORDS):
        yield _strings(text), context


def collected(root: Path = SOURCES) -> dict[Path, str]:
    """Each catalogue as it should be written."""
    files = compile_locales.catalogues(root)
    rooms = {path: path.parents[3] for path in files}
    folders = {*rooms.values(), *(room for room in root.iterdir() if room.is_dir())}
    used = {room: dict.fromkeys(texts_of(room)) for room in sorted(folders)}
    anywhere = {key for texts in used.values() for key in texts}
    written: dict[Path, str] = {}
    for language in sorted({path.parents[1].name for path in files}):
        catalogues = {path: _read(path) for path in files if path.parents[1].name == language}
        kept = {
            path: {key: string for key, string in _translations(catalogue).items() if key in anywhere}
            for path, catalogue in catalogues.items()
        }
        known = {key for texts in kept.values() for key in texts}
        for path, texts in kept.items():
            texts |= {key: "" for key in used[rooms[path]] if key not in known}
            known |= set(texts)
        homeless = anywhere - known
        if homeless:
            raise SystemExit(f"texts of rooms without a catalogue in {language}: {sorted(map(str, homeless))}")
        written |= {path: _written(language, texts) for path, texts in kept.items()}
    return written


def _read(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source, locale=path.parents[1].name, domain="django", abort_invalid=True)


def _translations(catalogue: Catalog) -> dict[Key, Strings]:
    return {
        (_strings(message.id), message.context): _strings(message.string or "") for message in catalogue if message.id
    }


def _strings(value: str | list[str] | tuple[str, ...]) -> Strings:
    return value if isinstance(value, str) else tuple(value)


def _written(language: str, texts: dict[Key, Strings]) -> str:
    """A catalogue as we keep it."""
    catalogue = Catalog(locale=language, domain="django")
    for (text, context), string in texts.items():
        catalogue.add(text, string, context=context)
    body = io.BytesIO()
    write_po(body, catalogue, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    head = f"""\
# {Locale.parse(language).english_name} texts of Dangol.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {catalogue.plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
    return head + body.getvalue().decode().strip() + "\n"


if __name__ == "__main__":
    for path, text in collected().items():
        if path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(SOURCES))
