"""Section `scripts`: guided talks (nodes, answers, ends) and questions with their answers, linked to clauses."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dangol_policy.model.base import Clause, Items, OneOrMany, Part
from dangol_policy.values import Id, TextField


class Branch(Part):
    """One way on from a node."""

    if_said: TextField = Field(alias="if")
    go: Id


class Node(Part):
    """One moment of a talk: what is said or done, and where it goes from there."""

    say: TextField | None = None
    do: TextField | None = None
    clause: Id | None = None
    """The clause it follows."""
    answers: Items[Branch] = ()
    go: Id | None = None
    """Where it goes without a question."""
    end: Literal["resolved", "handed over", "waiting", "refused"] | None = None


class Flow(Clause):
    """A talk from its first node to an end."""

    name: TextField
    kinds: OneOrMany[Id] = ()
    """Kinds of case it is for."""
    start: Id
    nodes: Annotated[dict[Id, Node], Field(min_length=1)]


class Question(Clause):
    """A common question with its answer."""

    ask: TextField
    answer: TextField
    clauses: OneOrMany[Id] = ()
    """Clauses the answer rests on: when they change it must be looked at again."""
    public: bool = True


class Scripts(Part):
    """What staff say, and what customers ask."""

    flows: Items[Flow] = ()
    questions: Items[Question] = ()
