"""Style and scripts: no rule of style contradicts itself, and every talk comes to an end."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.care.style import said_never
from dangol_policy.check.references import missing
from dangol_policy.check.standards import backwards, reached
from dangol_policy.check.subject import Subject
from dangol_policy.model.scripts import Flow, Node, Question
from dangol_policy.model.style import Style
from dangol_policy.problems import Path, Problem

_SPOKEN = ("scripts", "aftercare", "voice")


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
    """Texts of the policy itself do not say what is never said."""
    styles = {style.language: style for style in subject.policy.style}
    for path, text in subject.texts:
        for language, words in text.by_language if path[0] in _SPOKEN else ():
            style = styles.get(language or subject.policy.business.languages[0])
            for found in said_never(style, words) if style else ():
                at: Path = (*path, language) if language else path
                hint = f"Say `{found.instead}`."
                yield subject.problem("style-broken", f"`{found.words}` is never said", at, hint=hint)


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
    known = [clause.id for _, clause in subject.clauses]
    for path, question in subject.parts(Question):
        yield from missing(subject, "clause", question.clauses, known, (*path, "clauses"))
    for path, node in subject.parts(Node):
        if node.clause is not None and node.clause not in known:
            yield from missing(subject, "clause", (node.clause,), known, (*path, "clause"))
