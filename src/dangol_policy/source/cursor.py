"""The state of one reading: where we are in the text, anchors seen, values counted, mistakes collected."""

from __future__ import annotations

import re
from bisect import bisect_right

from dangol_policy.source.limits import DEEPEST, LONGEST_KEY, MOST_ALIASES, MOST_MISTAKES, MOST_VALUES
from dangol_policy.source.mistake import Mistake
from dangol_policy.source.node import Entry, Node, Value
from dangol_policy.source.scalars import is_marker, quoted

QUOTE_IT = "Put the whole value in quotes."
_NAME = re.compile(r"[A-Za-z0-9_-]++(?=[ \t\n,\]}])")
_SPACES = re.compile(r"[ ]*+")
_BLANK_LINES = re.compile(r"(?:[ ]*+(?:#[^\n]*+)?\n)*+[ ]*+")
_END_OF_LINE = re.compile(r"(?:[ ]++#[^\n]*+|[ ]*+)\n")
_NO_START = {
    **{char: f"a value cannot start with {char}" for char in "@`%,"},
    **{char: f"{char} starts a text on the lines below it, which cannot be inside brackets" for char in "|>"},
    "]": "there is no [ for this ]",
    "}": "there is no { for this }",
    "#": "a comment needs a space before it",
    ":": "there is no key before this colon",
    "?": "keys are written without a question mark",
    "-": "a list starts on its own line, with a value after each dash",
}


class Cursor:
    """A text and a place in it. The text always ends with a newline, so looking one character ahead is safe."""

    def __init__(self, text: str) -> None:
        self.text = text if text.endswith("\n") else text + "\n"
        self.at = 0
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        self.mistakes: list[Mistake] = []
        self._anchors: dict[str, Node] = {}
        self._values = 0
        self._aliases = 0

    # --- places --------------------------------------------------------------------------------------

    def column(self, offset: int) -> int:
        """Characters before `offset` on its line."""
        return offset - self.starts[bisect_right(self.starts, offset) - 1]

    def char(self) -> str:
        """The character here; nothing at the end of the text."""
        return self.text[self.at : self.at + 1]

    def skip_spaces(self) -> None:
        """Over spaces on this line."""
        found = _SPACES.match(self.text, self.at)
        assert found is not None
        self.at = found.end()

    def to_content(self) -> int:
        """From the start of a line to the next content; its column, or -1 at the end of the document."""
        found = _BLANK_LINES.match(self.text, self.at)
        assert found is not None
        self.at = found.end()
        if self.at >= len(self.text):
            return -1
        if self.char() == "\t":
            raise Mistake("tab-indent", "this line is indented with a tab", self.at)
        column = self.column(self.at)
        return -1 if column == 0 and is_marker(self.text, self.at) else column

    def line_ends(self) -> bool:
        """Over the rest of this line when nothing but spaces and a comment is left of it."""
        found = _END_OF_LINE.match(self.text, self.at)
        if found is not None:
            self.at = found.end()
        return found is not None

    def end_line(self) -> None:
        """As `line_ends`, but anything else is a mistake."""
        if not self.line_ends():
            raise self.unexpected()

    def unexpected(self) -> Mistake:
        """The mistake of something standing after a complete value."""
        self.skip_spaces()
        if self.char() == "\t":
            return Mistake("tab-indent", "there is a tab here where a space belongs", self.at, "Use spaces.")
        if self.char() == ":":
            return Mistake("bad-yaml", "there is a second colon in this value", self.at, QUOTE_IT)
        if self.char() == "#":
            return Mistake("bad-yaml", _NO_START["#"], self.at)
        return Mistake("bad-yaml", "there is something after the end of this value", self.at, QUOTE_IT)

    def recover(self, mistake: Mistake, column: int) -> int:
        """Note a mistake and go to the next line indented by at most `column`; the column of what stands there."""
        if mistake.fatal:
            raise mistake
        self.mistakes.append(mistake)
        if len(self.mistakes) >= MOST_MISTAKES:
            raise Mistake("bad-yaml", "too much is wrong here to read on", mistake.offset, fatal=True)
        for start in self.starts[bisect_right(self.starts, mistake.offset) : -1]:
            self.at = start
            self.skip_spaces()
            if self.at - start <= column and self.char() not in "\n#\t":
                self.at = start
                return self.to_content()
        self.at = len(self.text)
        return -1

    # --- values --------------------------------------------------------------------------------------

    def scalar(self, offset: int, value: Value, end: int) -> Node:
        """A value without parts, counted."""
        return self._counted(Node(offset, value, end=end))

    def list_node(self, offset: int, items: list[Node], end: int, dashes: tuple[int, ...] = ()) -> Node:
        """A finished list; its items are counted already."""
        return self._whole(Node(offset, items, end=end, dashes=dashes), items)

    def mapping_node(self, offset: int, entries: dict[str, Entry], end: int) -> Node:
        """A finished mapping; its values are counted already."""
        return self._whole(Node(offset, entries, end=end), [entry.node for entry in entries.values()])

    def _whole(self, node: Node, parts: list[Node]) -> Node:
        self._counted(node)
        node.weight += sum(part.weight for part in parts)
        node.height = 1 + max((part.height for part in parts), default=0)
        return node

    def _counted(self, node: Node) -> Node:
        self._values += node.weight
        if self._values > MOST_VALUES:
            code = "too-many-aliases" if self._aliases else "too-big"
            raise Mistake(code, f"this document stands for more than {MOST_VALUES:,} values", node.offset, fatal=True)
        return node

    def enter(self, depth: int, height: int = 0) -> None:
        """Refuse a value that lies, or reaches, deeper than any policy does."""
        if depth + height > DEEPEST:
            raise Mistake("too-deep", f"this is nested more than {DEEPEST} levels deep", self.at, fatal=True)

    def put(self, entries: dict[str, Entry], key: str, entry: Entry) -> None:
        """Keep one entry of a mapping; a second with the same key is noted as a mistake and left out."""
        offset = entry.offset
        if key not in entries:
            entries[key] = entry
            return
        first = self.line(entries[key].offset)
        mistake = Mistake("duplicate-key", f"`{key}` is written here a second time; it is on line {first} too", offset)
        self.mistakes.append(mistake)
        if len(self.mistakes) >= MOST_MISTAKES:
            raise Mistake("bad-yaml", "too much is wrong here to read on", offset, fatal=True)

    def line(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self.starts, offset)

    # --- keys, anchors, aliases ----------------------------------------------------------------------

    def key(self, plain: re.Pattern[str]) -> str:
        """The key that starts here, in quotes or as `plain` words, on one line."""
        start, char = self.at, self.char()
        if char in "\"'":
            key, self.at = quoted(self.text, start, len(self.text))
        elif char in "&*![{|>?" or (char == "-" and self.text[start + 1] in " \n,[]{}"):
            raise Mistake("unsupported-yaml", "a key must be a plain word", start)
        else:
            found = plain.match(self.text, start)
            assert found is not None
            key, self.at = found[0].rstrip(" "), start + len(found[0].rstrip(" "))
            if not key or char in "@`%,]}#":
                raise Mistake("bad-yaml", _NO_START.get(char, "a key is missing here"), start)
        if len(key) > LONGEST_KEY:
            raise Mistake("bad-yaml", f"a key has at most {LONGEST_KEY} letters", start)
        if key == "<<":
            raise Mistake("unsupported-yaml", "merge keys (<<) have no place in a policy", start)
        return key

    def check_plain_start(self, *, flow: bool) -> None:
        """Refuse words that start with a sign that means something else, or nothing, in YAML."""
        char, after = self.char(), self.text[self.at + 1]
        apart = after in " \t\n" or (flow and after in ",[]{}")
        if char in "@`%,]}#|>" or (char in ":-?" and apart) or (flow and char in "?:"):
            code = "unsupported-yaml" if char == "?" else "bad-yaml"
            raise Mistake(code, _NO_START[char], self.at, QUOTE_IT)
        if char == "\t":
            raise self.unexpected()

    def name(self) -> str:
        """The name after & or *."""
        found = _NAME.match(self.text, self.at + 1)
        if found is None:
            raise Mistake("bad-yaml", f"{self.char()} needs a name of letters and digits", self.at, QUOTE_IT)
        self.at = found.end()
        return found[0]

    def anchor(self, name: str, node: Node) -> Node:
        """Remember a finished value under its anchor; a name marks one value."""
        if name in self._anchors:
            raise Mistake("bad-yaml", f"a value before this one is marked &{name} already", node.offset)
        self._anchors[name] = node
        node.anchor = name
        return node

    def alias(self, depth: int) -> Node:
        """The value an alias stands for, counted again with everything inside."""
        start = self.at
        name = self.name()
        node = self._anchors.get(name)
        if node is None:
            raise Mistake("bad-yaml", f"no value before this one is marked &{name}", start)
        self.enter(depth, node.height)
        self._aliases += 1
        if self._aliases > MOST_ALIASES:
            raise Mistake("too-many-aliases", f"there are more than {MOST_ALIASES:,} aliases", start, fatal=True)
        shared = Node(start, node.value, node.weight, node.height, self.at, node.dashes, alias=name)
        return self._counted(shared)
