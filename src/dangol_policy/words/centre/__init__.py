"""The policy centre: the policy as customers read it, part by part, from the same clauses the software applies."""

from dangol_policy.words.centre.about import Version, about
from dangol_policy.words.centre.around import Around, around
from dangol_policy.words.centre.parts import centre
from dangol_policy.words.centre.shape import PARTS, Centre, Hint, Link, Part, Shown, Table, Worked

__all__ = [
    "PARTS",
    "Around",
    "Centre",
    "Hint",
    "Link",
    "Part",
    "Shown",
    "Table",
    "Version",
    "Worked",
    "about",
    "around",
    "centre",
]
