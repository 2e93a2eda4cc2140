"""Each fault in the shape of a policy: code, place, words of the domain, hint; all at once, never only the first."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import pytest

from dangol_policy.parse import parse
from dangol_policy.problems import Severity

HEAD = "dangol: 1\nbusiness: {name: Bomnal, timezone: Asia/Seoul, currency: KRW}\n"
USD = HEAD.replace("KRW", "USD")


@dataclass(frozen=True)
class Fault:
    """`text` (after the head) is answered with `code` at the words `at`."""

    code: str
    text: str
    at: str
    says: str = ""
    hint: str = ""
    head: str = HEAD


FAULTS = [
    Fault("unknown-key", "promotion: []\n", "promotion:", "`promotion`", "Did you mean `promotions`?"),
    Fault(
        "unknown-key", "promotions:\n- {id: a, gives: {percent: 5%, of: {categry: x}}}\n", "categry", "", "`category`"
    ),
    Fault("unknown-key", "loyalty: {tiers: {window: {roling: 1 year}, levels: []}}\n", "roling", "", "`rolling`"),
    Fault("unknown-key", "calendars: [{id: a, hours: {monday: 09:00-18:00}}]\n", "monday", "", "`mon`"),
    Fault("unknown-key", "calendars: [{id: a, hours: {week days: 09:00-18:00}}]\n", "week days", "", "weekdays"),
    Fault(
        "unknown-key", "examples: [{name: a, given: {basket: [{price: 1, quantty: 2}]}}]\n", "quantty", "", "`quantity`"
    ),
    Fault("missing-key", "promotions: [{id: a}]\n", "{id", "`gives` is missing"),
    Fault("missing-key", "business: {timezone: Asia/Seoul, currency: KRW}\n", "business", "`name`", head="dangol: 1\n"),
    Fault("wrong-type", "promotions: 5\n", "5", "expected a list"),
    Fault("wrong-type", "promotions: [5]\n", "5", "expected keys with values"),
    Fault("wrong-type", "loyalty:\n", "loyalty", "nothing is written after `loyalty`", "take the key out"),
    Fault(
        "wrong-type", "loyalty: {cards: [{id: a, every: ten, gives: {item: x}}]}\n", "ten", "expected a whole number"
    ),
    Fault(
        "wrong-type", "loyalty: {cards: [{id: a, every: 2.5, gives: {item: x}}]}\n", "2.5", "expected a whole number"
    ),
    Fault(
        "wrong-type",
        "loyalty: {cards: [{id: a, every: 2, counts_first: yes, gives: {item: x}}]}\n",
        "yes",
        "true or false",
    ),
    Fault(
        "wrong-type",
        "promotions: [{id: a, gives: {item: 7}}]\n",
        "7",
        "expected words",
        'in quotes when words are meant: "7"',
    ),
    Fault("wrong-type", "- a\n", "- a", "made of sections", head=""),
    Fault("unknown-choice", "loyalty: {points: {rounding: dwn}}\n", "dwn", "`down`", "Did you mean `down`?"),
    Fault(
        "unknown-choice",
        "loyalty: {tiers: {window: calendar years, levels: []}}\n",
        "calendar years",
        "",
        "`calendar year`",
    ),
    Fault(
        "unknown-kind",
        "promotions: [{id: a, gives: {precent: 5%}}]\n",
        "{precent",
        "kind",
        "`percent` instead of `precent`",
    ),
    Fault("unknown-kind", "promotions: [{id: a, gives: free}]\n", "free", "kind", "like `free: …`"),
    Fault("bad-number", "loyalty: {cards: [{id: a, every: 0, gives: {item: x}}]}\n", "0, gives", "at least 1"),
    Fault("bad-number", "loyalty: {cards: [{id: a, every: 9999, gives: {item: x}}]}\n", "9999", "at most 1000"),
    Fault("bad-value", "examples: [{name: '', given: {}}]\n", "''", "too short"),
    Fault("bad-money", "promotions: [{id: a, gives: {amount: cheap}}]\n", "cheap", "not an amount"),
    Fault("bad-money", "promotions: [{id: a, gives: {amount: 12.505}}]\n", "12.505", "USD has 2 decimals", head=USD),
    Fault("bad-money", "promotions: [{id: a, gives: {amount: 500 EUR}}]\n", "500 EUR", "counts in KRW"),
    Fault("bad-money", "promotions: [{id: a, gives: {amount: -5}}]\n", "-5", "negative"),
    Fault("bad-money", "promotions: [{id: a, gives: {amount: true}}]\n", "true", "not an amount"),
    Fault("bad-money", "loyalty: {points: {earn: [{id: a, points: 1, per: item}]}}\n", "item", "or one of `unit`"),
    Fault("bad-currency", "", "Won", "ISO 4217", head=HEAD.replace("KRW", "Won")),
    Fault("bad-rate", "promotions: [{id: a, gives: {percent: 5}}]\n", "5}", "percent sign", "Write 5%."),
    Fault("bad-rate", "promotions: [{id: a, gives: {percent: 0.5}}]\n", "0.5", "percent sign", "Write 0.5%."),
    Fault("bad-rate", "", "10}", "percent sign", head=HEAD.replace("KRW", "KRW, tax: {rate: 10}")),
    Fault(
        "bad-duration",
        "loyalty: {memberships: [{id: a, name: A, valid: 1 fortnight}]}\n",
        "1 fortnight",
        "length of time",
    ),
    Fault("bad-duration", "loyalty: {memberships: [{id: a, name: A, valid: 30}]}\n", "30", "length of time"),
    Fault("bad-date", "calendars: [{id: a, closed: [2026-02-30]}]\n", "2026-02-30", "not a date"),
    Fault("bad-date", "calendars: [{id: a, closed: [2026. 2. 3.]}]\n", "2026. 2", "not a date", "Write 2026-02-03."),
    Fault(
        "bad-range",
        "promotions: [{id: a, runs: 2026-12-31..2026-12-01, gives: {percent: 5%}}]\n",
        "2026-12-31",
        "ends before",
    ),
    Fault("bad-range", "calendars: [{id: a, hours: {mon: 9-18}}]\n", "9-18", "time of day", 'Write "09:00-18:00".'),
    Fault("bad-range", "calendars: [{id: a, closed: [2026-12-31..2026-12-01]}]\n", "2026-12-31", "ends before"),
    Fault("bad-text", "promotions: [{id: a, name: {Korean: x}, gives: {percent: 5%}}]\n", "{Korean", "language code"),
    Fault("bad-id", "promotions: [{id: Spring Sale, gives: {percent: 5%}}]\n", "Spring Sale", "small letters"),
    Fault("bad-zone", "", "Seoul", "IANA", head=HEAD.replace("Asia/Seoul", "Seoul")),
    Fault("bad-language", "", "korean", "ko, en", head=HEAD.replace("KRW", "KRW, languages: [korean]")),
    Fault("bad-country", "", "Korea", "KR, VN", head=HEAD.replace("KRW", "KRW, jurisdictions: Korea")),
    Fault("bad-version", "", "2", "version of the language", head=HEAD.replace("dangol: 1", "dangol: 2")),
    Fault("bad-instant", "examples: [{name: a, given: {at: soon, basket: []}}]\n", "soon", "instant"),
    Fault("bad-yaml", "a: b: c\n", ": c", "another key", "in quotes"),
    Fault("bad-yaml", "a: [1 2\n", "[1", "never closed"),
    Fault("bad-yaml", "a: 'x\nb: 1\n", "'x", "not closed"),
    Fault("tab-indent", "a:\n\tb: 1\n", "\tb", "tab"),
    Fault("unsupported-yaml", "a: !!python/object:os.system x\n", "!!python", "tags"),
    Fault("unsupported-yaml", "a: {<<: {b: 1}}\n", "<<", "merge"),
    Fault("unsupported-yaml", "a: 1\n---\nb: 1\n", "---", "second document"),
    Fault("unsupported-yaml", "? [a]\n: b\n", "?", "question mark"),
    Fault("duplicate-key", "loyalty: {}\nloyalty: {}\n", "loyalty", "on line 3 too"),
    Fault("too-deep", "a: " + "[" * 70 + "]" * 70 + "\n", "[", "60 levels"),
    Fault("too-many-aliases", "a: &a [1, 2]\nb: [" + "*a, " * 1001 + "]\n", "*a", "1,000 aliases"),
    Fault("bad-character", "a: x\u202ey\n", "\u202e", "U+202E"),
    Fault("empty-document", "", "", "nothing is written", head="# only a comment\n"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{FAULTS.index(fault)}")
def test_a_fault_is_found_where_it_is_and_said_in_words(fault: Fault) -> None:
    text = fault.head + fault.text
    result = parse(text, name="shop.yaml")
    found = [problem for problem in result.problems if problem.code == fault.code and fault.says in problem.message]
    assert found, result.problems
    problem = found[0]
    assert problem.place is not None
    assert problem.place.file == "shop.yaml"
    line = text.split("\n")[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith(fault.at)
    assert fault.hint in problem.way_out
    assert result.policy is None
    assert not result.ok


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{FAULTS.index(fault)}")
def test_no_message_is_a_machine_s(fault: Fault) -> None:
    for problem in parse(fault.head + fault.text).problems:
        assert not {"Input", "pydantic", "Extra inputs", "NoneType", "dict", "valid string"} & set(
            problem.message.split()
        )
        assert problem.severity is Severity.ERROR


def test_all_problems_are_collected_in_the_order_of_the_text() -> None:
    loyalty = "loyalty: {cards: [{id: A, every: x, gives: {itm: y}}], cads: 1}\n"
    result = parse(HEAD + loyalty + "promotions: [{id: a, runs: now, gives: 1}]\n")
    assert [problem.code for problem in result.problems] == [
        "bad-id", "wrong-type", "unknown-kind", "unknown-key", "bad-range", "unknown-kind",
    ]  # fmt: skip
    assert [str(p.place) for p in result.problems] == sorted(
        (str(p.place) for p in result.problems), key=lambda place: [int(n) for n in place.split(":")[1:]]
    )


def test_each_key_that_is_missing_in_one_place_is_named() -> None:
    missing = [problem.message for problem in parse(HEAD + "personas: [{id: p}]\n").problems]
    assert missing == ["`name` is missing here", "`who` is missing here"]


def test_all_mistakes_of_writing_are_collected() -> None:
    result = parse("a: b: c\nd:\n  e: 'x\nf: [1\ng: 1\ng: 2\n")
    assert [(p.code, p.place.line if p.place else 0) for p in result.problems] == [
        ("bad-yaml", 1), ("bad-yaml", 3), ("bad-yaml", 5),
    ]  # fmt: skip


def test_a_problem_names_its_clause() -> None:
    result = parse(HEAD + "promotions: [{id: spring, gives: {percent: 5%, off: shoes}}]\n")
    assert [problem.clause for problem in result.problems] == ["spring"]


def test_a_misspelt_key_is_one_problem_not_two() -> None:
    result = parse(HEAD.replace("currency", "curency"))
    assert [problem.code for problem in result.problems] == ["unknown-key"]


def test_amounts_are_not_blamed_for_an_unknown_currency() -> None:
    result = parse(HEAD.replace("KRW", "Won") + "promotions: [{id: a, gives: {amount: 12.50}}]\n")
    assert [problem.code for problem in result.problems] == ["bad-currency"]


def test_the_same_policy_in_other_clothes() -> None:
    plain = "dangol: 1\nbusiness: {name: 봄날, timezone: Asia/Seoul, currency: KRW}\n"
    first = parse(plain)
    for other in (
        plain.encode(),
        b"\xef\xbb\xbf" + plain.encode(),
        plain.replace("\n", "\r\n"),
        "---\n# a comment\n" + plain + "...\n",
        '{"dangol":1,"business":{"name":"봄날","timezone":"Asia/Seoul","currency":"KRW"}}',
        "dangol: 1\nbusiness:\n  name: &n 봄날\n  timezone: Asia/Seoul\n  currency: 'KRW'\n",
    ):
        assert parse(other).problems == ()
        assert parse(other).policy == first.policy


def test_words_that_other_readers_turn_into_something_else_stay_words() -> None:
    text = HEAD.replace(
        "KRW", "KRW, owner: no, contacts: [{kind: phone, value: 0212345678}, {kind: web, value: 12:30}]"
    )
    policy = parse(text).policy
    assert policy is not None
    assert policy.business.owner == "no"
    assert [contact.value for contact in policy.business.contacts] == ["0212345678", "12:30"]


def test_the_digest_is_of_the_text_as_given() -> None:
    text = HEAD + "# än\n"
    assert parse(text).digest == hashlib.sha256(text.encode()).hexdigest() == parse(text.encode()).digest
    assert parse(text).text == text
