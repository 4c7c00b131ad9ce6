"""Rulings: the log read back, and what an editor rules. Nothing else can be changed over the API."""

from typing import Annotated, Literal

from fastapi import APIRouter, Body, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from onrecord.api.answers import answer
from onrecord.api.asking import Editor, Now
from onrecord.api.lists import Limit
from onrecord.api.schemas import answers
from onrecord.views.paging import Page

router = APIRouter(tags=["rulings"])

RULING = r"^j-[a-z2-7]{16}$"
Id = Annotated[str, Field(pattern=r"^[a-z]-[a-z2-7]{1,16}$")]
Because = Annotated[str | None, Field(max_length=2000, description="Why, in words.")]


class Wrong(BaseModel):
    """That lines are wrong: they are left out, with all that reports tell for them."""

    model_config = ConfigDict(extra="forbid")
    verdict: Literal["wrong"]
    ids: Annotated[list[Id], Field(min_length=1, max_length=50)]
    because: Because = None


class Together(BaseModel):
    """That lines are the same, or that they aren't."""

    model_config = ConfigDict(extra="forbid")
    verdict: Literal["same", "different"]
    ids: Annotated[list[Id], Field(min_length=2, max_length=50)]
    because: Because = None


Ruled = Annotated[
    Wrong | Together,
    Body(
        discriminator="verdict",
        examples=[{"verdict": "wrong", "ids": ["e-4fr6qcawcnp56e73"], "because": "it was another flood"}],
    ),
]


@router.get("/rulings", responses=answers("Rulings", "Every ruling, oldest first"))
def rulings(
    request: Request,
    desk: Now,
    limit: Limit = 50,
    cursor: Annotated[str | None, Query(pattern=RULING, description="`next` of the page before.")] = None,
) -> Response:
    """List every ruling ever made: what, who, when, why, and whether it counts."""
    log = desk.rulings()
    begin = next((at for at, each in enumerate(log, start=1) if each.id == cursor), 0)
    shown = log[begin : begin + limit]
    following = shown[-1].id if begin + limit < len(log) else None
    return answer(request, Page(items=shown, next=following))


@router.post("/rulings", status_code=201, responses=answers("Judgements", "As kept", status=201))
def rule(request: Request, desk: Now, who: Editor, ruled: Ruled) -> Response:
    """Rule that lines are the same, different or wrong: that outranks the machine. Editors may."""
    made = desk.judge(ruled.verdict, ruled.ids, by=who.by, because=ruled.because)
    return answer(request, {"judgements": made}, status=201)


@router.post("/rulings/{id}/undo", responses=answers("Judgements", "As kept", status=200))
def undo(request: Request, desk: Now, who: Editor, id: Annotated[str, Path(pattern=RULING)]) -> Response:
    """Undo a ruling: the record is as if it had never been made. The log keeps both."""
    return answer(request, {"judgements": [desk.undo(id, by=who.by)]})
