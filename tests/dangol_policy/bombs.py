"""Documents made to hurt: run as a program, loads each and prints what it cost and which codes it was answered with."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from dangol_policy.load import load

HEAD = "dangol: 1\nbusiness: {name: x, timezone: Asia/Seoul, currency: KRW, languages: [ko, en, vi, be]}\n"
MEGABYTE = 990_000


def full(piece: str, head: str = "", tail: str = "") -> str:
    """A piece repeated until the text is nearly as large as a text may be."""
    return head + piece * ((MEGABYTE - len(head) - len(tail)) // len(piece.encode())) + tail


def numbered(pattern: str, head: str = "", size: int = MEGABYTE) -> str:
    """A pattern with a number in it, repeated until the text has nearly the size."""
    lines, length, number = [head], len(head), 0
    while length < size:
        line = pattern.format(number)
        lines.append(line)
        length, number = length + len(line.encode()), number + 1
    return "".join(lines[:-1])


TEXTS = [
    "aliases of aliases",
    "deep brackets",
    "deep braces",
    "deep dashes",
    "deep keys",
    "one long word",
    "one long number",
    "quoted words",
    "escapes",
    "folded words",
    "plain lines",
    "spaces",
    "empty lines",
    "comments",
    "unclosed quotes",
    "unclosed brackets",
    "tabs",
    "wrong indents",
    "duplicate keys",
    "a million keys",
    "many keys",
    "many unknown keys",
    "many near keys",
    "many empty items",
    "many wrong items",
    "many wrong gifts",
    "many promotions",
]
"""Names of the bombs that are texts."""


def texts() -> Iterator[tuple[str, str]]:
    """Each bomb by name."""
    yield (
        "billion laughs",
        "a: &a [x, x]\n"
        + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(24)),
    )
    yield "aliases of aliases", "a: &a [" + "x, " * 900 + "x]\nb: [" + "*a, " * 2000 + "*a]\n"
    yield "deep brackets", full("[")
    yield "deep braces", full("{a: ")
    yield "deep dashes", full("- ")
    yield "deep keys", "".join(" " * n + "a:\n" for n in range(1200))
    yield "one long word", "a: " + "x" * MEGABYTE
    yield "one long number", "a: " + "9" * MEGABYTE
    yield (
        "one long money",
        HEAD + "loyalty: {cards: [{id: a, every: 2, gives: {item: x}, visit: {minimum: " + "9" * 900_000,
    )
    yield "quoted words", full("x ", "a: '", "'")
    yield "escapes", full("\\n", 'a: "', '"')
    yield "folded words", full("  x\n", "a: >\n")
    yield "plain lines", full(" x\n", "a: x\n")
    yield "spaces", full(" ", "a:", "b")
    yield "empty lines", full("\n", "a: 1")
    yield "comments", full("# x\n")
    yield "unclosed quotes", full('a: "x\n')
    yield "unclosed brackets", full("a: [x\n")
    yield "tabs", full("\ta: 1\n")
    yield "wrong indents", full("a:\n   b: 1\n  c: 2\n")
    yield "duplicate keys", full("a: 1\n")
    yield "a million keys", numbered("{}: 1\n", size=8_000_000)
    yield "many keys", numbered("k{}: 1\n")
    yield "many unknown keys", numbered("  k{}: 1\n", HEAD + "loyalty:\n", 700_000)
    yield "many near keys", numbered("  card{}: 1\n", HEAD + "loyalty:\n", 700_000)
    yield "many empty items", HEAD + full("- {}\n", "promotions:\n")[:390_000]
    yield "many wrong items", HEAD + full("- [x]\n", "promotions:\n")[:390_000]
    yield "many wrong gifts", numbered("- {{id: p{}, gives: {{percen: 5}}}}\n", HEAD + "promotions:\n", 600_000)
    yield "many promotions", numbered("- {{id: p{}, gives: {{percent: 5%}}}}\n", HEAD + "promotions:\n", 600_000)
    yield (
        "rivals",
        HEAD
        + "promotions:\n"
        + "".join(
            f"- {{id: p{n}, gives: {{percent: 5.{n:03}%}}, combine: {{group: g}}, needs: {{spend: {n}}}, code: c}}\n"
            for n in range(500)
        ),
    )
    yield (
        "many tiers",
        HEAD
        + "loyalty: {tiers: {levels: ["
        + ", ".join(
            f"{{id: t{n}, from: {n}, benefits: [{{free: returns}}, {{discount: {n % 7}%}}]}}" for n in range(50)
        )
        + "]}}\npromotions:\n"
        + "".join(
            f"- {{id: p{n}, gives: {{percent: {{{', '.join(f't{m}: {m * n % 11}%' for m in range(50))}}}}}}}\n"
            for n in range(480)
        ),
    )
    yield (
        "many examples",
        HEAD
        + "examples:\n"
        + "".join(
            f"- {{name: e{n}, given: {{basket: [{{price: 1}}]}}, expect: {{applied: [nobody-{n}]}}}}\n"
            for n in range(2000)
        ),
    )
    yield (
        "many lines",
        HEAD
        + "examples:\n- name: e\n  expect: {total: 1}\n  given:\n    basket:\n"
        + ("    - {sku: a, price: 1, quantity: 2}\n" * 11_000),
    )
    yield (
        "figures",
        HEAD + "promotions:\n- id: a\n  gives: {percent: 5%}\n  says: '" + full("1.234,5 만 ")[:950_000] + "'\n",
    )
    yield (
        "long texts",
        HEAD + "promotions:\n- id: a\n  gives: {percent: 5%}\n  name: '" + full("빠른 시일 ")[:300_000] + "'\n",
    )


FILES = ["nothing", "nul bytes", "latin", "cp949", "utf-16", "overlong", "surrogates", "all bytes", "100 MB", "endless"]
"""Names of the bombs that are files."""


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Bombs that are files: by size, by bytes."""
    for name, content in (
        ("nothing", b""),
        ("nul bytes", b"dangol: 1\0\n" * 1000),
        ("latin", "name: caf\xe9\n".encode("latin-1")),
        ("cp949", "business: {name: 봄날식당 안내}\n".encode("cp949")),
        ("utf-16", "dangol: 1\n".encode("utf-16")),
        ("overlong", b"a: \xc0\xaf\n"),
        ("surrogates", b"a: \xed\xa0\x80\n"),
        ("all bytes", bytes(range(256)) * 3000),
    ):
        path = folder / name
        path.write_bytes(content)
        yield name, path
    huge = folder / "huge"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    yield "100 MB", huge
    yield "endless", Path("/dev/zero")


def _peak_megabytes() -> float:
    """Most memory this process ever held. `ru_maxrss` would also count the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def measured(name: str, source: str | Path) -> dict[str, object]:
    """Seconds of this process and codes for one bomb."""
    start = time.process_time()
    result = load(source)
    seconds = time.process_time() - start
    peak = _peak_megabytes()
    codes = sorted({problem.code for problem in result.problems})
    return {
        "name": name,
        "seconds": seconds,
        "megabytes": peak,
        "codes": codes,
        "ok": result.ok,
        "count": len(result.problems),
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        bombs: Iterator[tuple[str, str | Path]] = chain(texts(), files(Path(folder)))
        for name, source in bombs:
            sys.stdout.write(json.dumps(measured(name, source)) + "\n")
