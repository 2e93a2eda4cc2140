"""The list of problem types, so that the `type` of a refusal leads somewhere."""

from django.http import HttpRequest, HttpResponse
from ninja import Router
from pydantic import BaseModel

from dangol.api.described import described, done
from dangol.api.problems import KINDS, TYPES, Refusal

router = Router(tags=["problems"])


class ProblemTypeOut(BaseModel):
    """One type of problem and the way out."""

    type: str
    status: int
    title: str
    way_out: str


class ProblemTypesOut(BaseModel):
    """Every type of problem there is."""

    problems: list[ProblemTypeOut]


def _shown(code: str) -> ProblemTypeOut:
    kind = KINDS[code]
    return ProblemTypeOut(type=TYPES + code, status=kind.status, title=kind.title, way_out=kind.way_out)


@router.get("/problems", operation_id="problem_types", **described(gives=ProblemTypesOut, needs_key=False))
def problem_types(request: HttpRequest) -> HttpResponse:
    """Every way in which a request may be refused, with the way out. Needs no key."""
    return done(ProblemTypesOut(problems=[_shown(code) for code in KINDS]))


@router.get(
    "/problems/{slug:code}",
    operation_id="problem_type",
    **described(gives=ProblemTypeOut, refuses=("not-found", "bad-value"), needs_key=False),
)
def problem_type(request: HttpRequest, code: str) -> HttpResponse:
    """One type of problem."""
    if code not in KINDS:
        raise Refusal("not-found", f"There is no type of problem called {code[:80]!r}.")
    return done(_shown(code))
