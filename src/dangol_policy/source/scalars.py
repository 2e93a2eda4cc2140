"""How text is written in YAML: quoted, folded over lines, as blocks. Offsets in, text and the offset after it out."""

from __future__ import annotations

import re

from dangol_policy.source.mistake import Mistake

_BREAKS = re.compile(r"\n(?P<blank>(?:[ \t]*+\n)*+)[ \t]*+")
_SPACES = re.compile(r"[ \t]++")
_DOUBLE = re.compile(r'[^"\\ \t\n]++')
_SINGLE = re.compile(r"(?:[^' \t\n]++|'')++")
_HEADER = re.compile(
    r"[|>](?:(?P<in>[1-9])(?P<chomp>[-+])?|(?P<chomp2>[-+])(?P<in2>[1-9])?)?(?:[ ]++#[^\n]*+|[ ]*+)(?:\n|\Z)"
)
_LINE = re.compile(r"[^\n]*+")
_INDENT = re.compile(r"[ ]*+")
_ESCAPES = {"t": "\t", "\t": "\t", "n": "\n", " ": " ", '"': '"', "/": "/", "\\": "\\", "_": "\u00a0"}
_CODES = {"x": 2, "u": 4, "U": 8}


def is_marker(text: str, offset: int) -> bool:
    """Whether a line starting here is `---` or `...`, which end a document."""
    return text.startswith(("---", "..."), offset) and text[offset + 3 : offset + 4] in ("", " ", "\t", "\n")


def quoted(text: str, offset: int, parent: int) -> tuple[str, int]:
    """A text in quotes, folded when it runs over lines, which must be indented by more than `parent`."""
    quote, chunks, at = text[offset], [], offset + 1
    run = _DOUBLE if quote == '"' else _SINGLE
    while True:
        if found := run.match(text, at):
            chunks.append(found[0] if quote == '"' else found[0].replace("''", "'"))
            at = found.end()
        if found := _SPACES.match(text, at):
            at = found.end()
            if text[at : at + 1] != "\n":
                chunks.append(found[0])
                continue
        char = text[at : at + 1]
        if char == quote:
            return "".join(chunks), at + 1
        if char == "\n":
            at, blank = _next_line(text, at, offset, parent)
            chunks.append("\n" * blank or " ")
        elif char == "\\":
            piece, at = _escape(text, at, offset, parent)
            chunks.append(piece)
        elif not char:
            raise Mistake("bad-yaml", f"the text that starts here is never closed with {quote}", offset)


def _next_line(text: str, at: int, start: int, parent: int) -> tuple[int, int]:
    found = _BREAKS.match(text, at)
    assert found is not None
    line = text.rfind("\n", at, found.end()) + 1
    if found.end() >= len(text):
        raise Mistake("bad-yaml", f"the text that starts here is never closed with {text[start]}", start)
    if found.end() - line <= parent or is_marker(text, line):
        raise Mistake("bad-yaml", f"the text that starts here is not closed with {text[start]}", start)
    return found.end(), found["blank"].count("\n")


def _escape(text: str, at: int, start: int, parent: int) -> tuple[str, int]:
    char = text[at + 1 : at + 2]
    if char == "\n":
        after, blank = _next_line(text, at + 1, start, parent)
        return "\n" * blank, after
    if char in _ESCAPES and char:
        return _ESCAPES[char], at + 2
    digits = _CODES.get(char)
    code = text[at + 2 : at + 2 + digits] if digits else ""
    if not digits or not re.fullmatch(f"[0-9A-Fa-f]{{{digits}}}", code):
        raise Mistake("bad-yaml", f"\\{char} means nothing inside double quotes", at, "Write \\\\ for one backslash.")
    number = int(code, 16)
    if number < 0x20 or 0x7F <= number < 0xA0 or 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        raise Mistake("bad-character", f"U+{number:04X} is not a character a text can hold", at)
    return chr(number), at + 2 + digits


def block(text: str, offset: int, parent: int) -> tuple[str, int]:
    """A text written as a block after `|` (lines kept) or `>` (lines folded), indented by more than `parent`."""
    header = _HEADER.match(text, offset)
    if header is None:
        raise Mistake("bad-yaml", "after | or > the text starts on the next line", offset)
    chomp = header["chomp"] or header["chomp2"] or ""
    given = header["in"] or header["in2"]
    indent = max(parent, 0) + int(given) if given else _indent_of(text, header.end(), parent)
    lines, end = _block_lines(text, header.end(), indent)
    body = _folded(lines) if text[offset] == ">" else "\n".join(lines)
    kept = len(lines)
    while kept and not lines[kept - 1]:
        kept -= 1
    return _chomped(body, chomp, blank=len(lines) - kept, empty=kept == 0), end


def _indent_of(text: str, at: int, parent: int) -> int:
    """The indentation of the first line with words; empty lines before it may not be wider."""
    start, widest = at, 0
    while at < len(text):
        found = _INDENT.match(text, at)
        assert found is not None
        width = found.end() - at
        if text[found.end()] != "\n":
            break
        widest = max(widest, width)
        at = found.end() + 1
    if at >= len(text) or width <= parent:
        raise Mistake("bad-yaml", "no indented text follows the | or >", start - 1, 'Write "" for an empty text.')
    if widest > width:
        raise Mistake("bad-yaml", "an empty line here is indented more than the text that follows", start)
    return width


def _block_lines(text: str, at: int, indent: int) -> tuple[list[str], int]:
    lines: list[str] = []
    while at < len(text):
        found = _LINE.match(text, at)
        assert found is not None
        line = found[0]
        stripped = line.lstrip(" ")
        if (stripped and len(line) - len(stripped) < indent) or (indent == 0 and is_marker(text, at)):
            break
        lines.append(line[indent:])
        at = found.end() + 1
    return lines, min(at, len(text))


def _folded(lines: list[str]) -> str:
    chunks: list[str] = []
    breaks, before = 0, ""
    for line in lines:
        if not line:
            breaks += 1
            continue
        if before:
            flowing = before[0] not in " \t" and line[0] not in " \t"
            chunks.append("\n" * breaks or " " if flowing else "\n" * (breaks + 1))
        else:
            chunks.append("\n" * breaks)
        chunks.append(line)
        breaks, before = 0, line
    return "".join(chunks) + "\n" * breaks


def _chomped(body: str, chomp: str, *, blank: int, empty: bool) -> str:
    if chomp == "-":
        return body.rstrip("\n")
    if chomp == "+":
        return "\n" * blank if empty else body.rstrip("\n") + "\n" * (blank + 1)
    return "" if empty else body.rstrip("\n") + "\n"
