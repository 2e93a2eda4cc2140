"""Puts what a template built into a policy's text, with those of its examples that hold beside what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from dangol_policy.catalogue.template import Built
from dangol_policy.compile import Compiled
from dangol_policy.edit import CannotEdit, rewrite
from dangol_policy.model.policy import Policy
from dangol_policy.parse.policy import context_of_business
from dangol_policy.source import read_text
from dangol_policy.tried import try_examples


@dataclass(frozen=True, slots=True)
class Placed:
    """The text with the new clauses, and the names of examples that came out differently and were left out."""

    text: str
    clauses: tuple[str, ...]
    left_out: tuple[str, ...]


def place(text: str, built: Built) -> Placed:
    """The text with the clauses that were built. Raises CannotEdit when the text cannot be read."""
    data: Any = read_text(text).data
    if not isinstance(data, dict):
        raise CannotEdit("the document cannot be read; mend what is wrong with its writing first")
    clauses = built.added_to(data, examples=())
    held = [example for example in built.examples if _holds(clauses, example)]
    left_out = tuple(str(example["name"]) for example in built.examples if example not in held)
    return Placed(rewrite(text, built.added_to(data, examples=held)), built.clauses, left_out)


def _holds(data: Mapping[str, Any], example: Mapping[str, Any]) -> bool:
    """Whether an example comes out in this policy; other promises in it may lead to another figure."""
    trial = {**data, "examples": [example]}
    try:
        policy = Policy.model_validate(trial, context=context_of_business(trial))
    except ValidationError:
        return True
    return all(one.passed for one in try_examples(Compiled(policy, "")))
