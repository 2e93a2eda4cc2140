"""Answers that staff learn and give: they name only figures of the clauses they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from dangol_policy.check.figures import figures_in, figures_of, is_known
from dangol_policy.check.subject import Subject
from dangol_policy.model.base import Clause
from dangol_policy.model.promotions import Promotion
from dangol_policy.model.scripts import Flow, Question
from dangol_policy.problems import Path, Problem
from dangol_policy.values import Text


def answers_keep_the_figures(subject: Subject) -> Iterator[Problem]:
    """Of common questions, talks and briefs; a question that rests on no clause is not looked at."""
    clauses = {clause.id: clause for _, clause in subject.clauses}
    for path, question in subject.parts(Question):
        resting = [clauses[name] for name in question.clauses if name in clauses]
        yield from _strange(subject, question.answer, resting, (*path, "answer"))
    for path, flow in subject.parts(Flow):
        for name, node in flow.nodes.items():
            if node.say is not None and node.clause in clauses:
                yield from _strange(subject, node.say, [clauses[node.clause]], (*path, "nodes", name, "say"))
    for path, promotion in subject.parts(Promotion):
        offer = promotion.model_copy(update={"brief": None})
        for number, asked in enumerate(promotion.brief.questions if promotion.brief else ()):
            yield from _strange(subject, asked.answer, [offer], (*path, "brief", "questions", number, "answer"))


def _strange(subject: Subject, answer: Text, clauses: list[Clause], path: Path) -> Iterator[Problem]:
    """Figures of an answer that none of the clauses has."""
    currency = subject.policy.business.currency
    known = frozenset().union(*(figures_of(clause, currency) for clause in clauses))
    for language, words in answer.by_language if clauses else ():
        for figure in figures_in(words):
            if not is_known(figure, known):
                names = ", ".join(f"`{clause.id}`" for clause in clauses)
                at = (*path, language) if language else path
                yield subject.problem("figure-differs", f"`{figure.written}` is not a figure of {names}", at)
