"""Style and scripts: no rule of style contradicts itself, and every talk comes to an end."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from dangol_policy.care.style import said_never
from dangol_policy.check.references import missing
from dangol_policy.check.standards import backwards, reached
from dangol_policy.check.subject import Subject
from dangol_policy.check.texts import pointing, statements
from dangol_policy.model.scripts import Flow, Node, Question
from dangol_policy.model.style import Style
from dangol_policy.problems import Path, Problem
from dangol_policy.wording import Checker, Finding, Kind, look
from dangol_policy.words import asked

_SPOKEN = ("scripts", "aftercare", "voice")
_ANYWHERE = (Kind.TONE, Kind.BLAME, Kind.RETORT, Kind.SHOUT)
"""What is wrong also in texts that are not said in a talk. An exclusion, say, has to be a refusal."""
_INSIDE = ("goals", "figures", "staff", "partners", "responsibility", "segments")
"""Sections that speak to the house alone."""
_DONE = "do"
"""What staff do in a talk, which is told to them alone."""
_SHOWN = 60


def style_keeps_to_itself(subject: Subject) -> Iterator[Problem]:
    """What is to be said instead, and what is called good, holds nothing that is never said; what is bad, does."""
    for path, style in subject.parts(Style):
        for number, never in enumerate(style.never):
            found = said_never(style, never.instead)
            if found:
                message = f"`{found[0].words}` is never said, and stands in what is said instead"
                yield subject.problem("contradiction", message, (*path, "never", number, "instead"))
        for number, pair in enumerate(style.examples):
            found = said_never(style, pair.good)
            if found:
                message = f"`{found[0].words}` is never said, and stands in a good example"
                yield subject.problem("contradiction", message, (*path, "examples", number, "good"))


def texts_keep_the_style(subject: Subject) -> Iterator[Problem]:
    """Texts of the policy itself say nothing customers take badly, nor what the policy says never to say."""
    styles = {style.language: style for style in subject.policy.style}
    for path, language, words in (*statements(subject), *_greetings(subject)):
        if path[0] in _INSIDE or _DONE in path[-2:]:
            continue
        spoken = path[0] in _SPOKEN
        for found in look(words, language, style=styles.get(language), checkers=(Checker.STYLE,)):
            if spoken or found.kind in _ANYWHERE:
                hint = asked.question(found, "en")
                problem = subject.problem("style-broken", _what(found), path, hint=hint)
                yield pointing(problem, subject, found.words)


def _what(found: Finding) -> str:
    words = f"`{textwrap.shorten(found.words, _SHOWN)}`"
    return f"{words} is never said" if found.kind is Kind.NEVER else f"{words}: {asked.kind_in_words(found.kind, 'en')}"


def _greetings(subject: Subject) -> Iterator[tuple[Path, str, str]]:
    for path, style in subject.parts(Style):
        for key, words in (("greeting", style.greeting), ("closing", style.closing)):
            if words:
                yield (*path, key), style.language, words


def talks_lead_somewhere(subject: Subject) -> Iterator[Problem]:
    """Every node is there, can be reached, and leads to an end."""
    for path, flow in subject.parts(Flow):
        nodes = list(flow.nodes)
        if flow.start not in flow.nodes:
            yield from missing(subject, "node", (flow.start,), nodes, (*path, "start"))
            continue
        for name, node in flow.nodes.items():
            for index, branch in enumerate(node.answers):
                if branch.go not in flow.nodes:
                    yield from missing(
                        subject, "node", (branch.go,), nodes, (*path, "nodes", name, "answers", index, "go")
                    )
            if node.go is not None and node.go not in flow.nodes:
                yield from missing(subject, "node", (node.go,), nodes, (*path, "nodes", name, "go"))
        ways = {name: _ways(node) for name, node in flow.nodes.items()}
        there = reached(ways, (flow.start,))
        finishing = reached(backwards(ways), [name for name, node in flow.nodes.items() if node.end])
        for name in flow.nodes:
            if name not in there:
                message = f"nothing leads to the node `{name}` of `{flow.id}`"
                yield subject.problem("unreachable-step", message, (*path, "nodes", name), key=True)
            elif name not in finishing:
                message = f"from the node `{name}` of `{flow.id}` no way leads to an end"
                yield subject.problem("dead-end", message, (*path, "nodes", name), key=True)


def _ways(node: Node) -> tuple[str, ...]:
    return (*(branch.go for branch in node.answers), *((node.go,) if node.go else ()))


def clauses_of_scripts_exist(subject: Subject) -> Iterator[Problem]:
    """Clauses that talks and answers rest on."""
    known = dict.fromkeys(clause.id for _, clause in subject.clauses)
    for path, question in subject.parts(Question):
        yield from missing(subject, "clause", question.clauses, known, (*path, "clauses"))
    for path, node in subject.parts(Node):
        if node.clause is not None and node.clause not in known:
            yield from missing(subject, "clause", (node.clause,), known, (*path, "clause"))
