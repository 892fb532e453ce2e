"""Doors to what facts leave out: who the parties are, what papers say; each read on record."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from shared.auth import PARTICIPANTS, Identity, Role
from shared.auth.sight import is_called_beside
from shared.casepage.answers import Out
from shared.contracts.catalogue import INSIDE
from shared.contracts.intake import PersonKind, Side
from shared.contracts.reconsideration.co_applying import CoApplicantNamed, CoApplicationAnswered
from shared.disputes import HANDLING, deliberates, dispute_of, files_of
from shared.documents import read_documents
from shared.errors import Unknown
from shared.people import read_people
from shared.web import ERRORS, DeskDep, needs

router = APIRouter(tags=["案卷"])

PAPER_READERS: Final = HANDLING | {Role.SUPERVISOR}
"""Who may read a paper of a file that they see."""

Handler = Annotated[Identity, needs(*sorted(HANDLING))]
Number = Annotated[str, Path(title="纠纷编号", description="编号或者标识")]
Purpose = Annotated[
    str,
    Query(
        title="查阅目的",
        description="为什么查阅；与查阅人、时间一并记录在案",
        min_length=2,
        max_length=200,
        examples=["电话通知调解时间"],
    ),
]

ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    status: ERRORS[status] for status in (401, 403, 404, 422, 503)
}

TAKING_DOWN: Final = frozenset({Role.WINDOW, Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD})
"""Who takes down what somebody says that was named as applying, too (ARL 14, 22)."""

ALONG: Final = f"""p.person_id::text IN (
    SELECT unnest(string_to_array(
      concat_ws(' ', f.labels ->> 'applicants', f.labels ->> '{PARTICIPANTS}'), ' '))
    FROM hub.file f WHERE f.case_id = ANY($2::uuid[]) AND f.office = 'reconsideration')"""  # noqa: S608 - our own words
"""Whoever takes part in one of these files, come along from an earlier one, too (ARL 35)."""

PARTIES: Final = f"""
SELECT p.person_id, p.side
FROM hub.people p LEFT JOIN hub.outbox o ON o.case_id = p.dispute_id AND o.version = 1
WHERE p.dispute_id = $1 AND (p.of_file IS NULL OR p.of_file = ANY($2::uuid[])
    OR {ALONG}) AND ($3 OR {ALONG} OR NOT EXISTS (
    SELECT FROM hub.outbox n WHERE n.case_id = p.of_file
      AND n.kind = '{CoApplicantNamed.kind_name()}' AND strpos(n.body, p.person_id::text) > 0
  ) OR EXISTS (
    SELECT FROM hub.outbox a WHERE a.case_id = p.of_file
      AND a.kind = '{CoApplicationAnswered.kind_name()}'
      AND strpos(a.body, p.person_id::text) > 0 AND (a.body::jsonb ->> 'agrees')::boolean
  ))
ORDER BY array_position(ARRAY['applicant', 'opponent', 'third'], p.side), p.at,
         strpos(o.body, p.person_id::text), p.person_id
"""  # noqa: S608 - our own words
"""Parties of the dispute, and who takes part in these files only.

Whoever was named as applying, too, and does not apply takes part in none: the organ complained of
does not learn who that is; those do who take its word down ($3).

The applicants first, then the other side, then third persons; of one side as they were registered:
whose application names several is called by the first.
"""

OPEN: Final = """
NOT EXISTS (SELECT FROM hub.outbox o WHERE o.case_id = d.case_id AND o.kind = ANY($3::text[])
  AND strpos(o.body, d.document_id::text) > 0
  AND NOT EXISTS (SELECT FROM hub.outbox p WHERE p.case_id = ANY($2::uuid[])
    AND p.kind <> ALL($3::text[]) AND strpos(p.body, d.document_id::text) > 0))
AND (d.case_id <> ALL($4::uuid[]) OR EXISTS (SELECT FROM hub.outbox o
  WHERE o.case_id = d.case_id AND strpos(o.body, d.document_id::text) > 0
  AND o.body::jsonb ->> 'organ' = $5))
"""
"""A paper that only pages of these kinds name is no more for a reader than those pages are.

Pages of every file that they see count: a committee reads what its own file says it is shown.
Of some files ($4) only what pages say to the reader's own organ, or what that says, is for them.
"""

PAPER: Final = f"""
SELECT kind FROM hub.documents d
WHERE document_id = $1 AND case_id = ANY($2::uuid[]) AND {OPEN}
"""  # noqa: S608 - our own words


def closed_to(
    who: Identity, dispute_id: UUID, files: Mapping[UUID, Mapping[str, str]]
) -> tuple[Sequence[str], list[UUID], str]:
    """What `OPEN` asks of a reader who sees these files, by their labels.

    The kinds of pages whose papers are not for them, as what is deliberated upon inside; the files
    of which only what is between supervision and their own organ is for them; and that organ.
    """
    inside = () if deliberates(who) else INSIDE
    own = [key for key, said in files.items() if is_called_beside(who, dispute_id, said)]
    return inside, own, who.organ


class PartyOut(Out):
    """当事人: who somebody in a dispute is."""

    person_id: UUID = Field(title="当事人编号", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    side: Side = Field(title="一方", examples=["applicant"])
    kind: PersonKind = Field(title="类型", examples=["natural"])
    name: str = Field(title="姓名或者名称", examples=["张某"])
    id_number: str | None = Field(title="证件号码", examples=["11010519491231002X"])
    phone: str | None = Field(title="电话", examples=["13800000000"])
    address: str | None = Field(title="地址", examples=["张掖市甘州区东街街道"])
    service_address: str | None = Field(None, title="送达地址", examples=[None])
    head_name: str | None = Field(None, title="法定代表人或者主要负责人", examples=[None])
    head_post: str | None = Field(None, title="其职务", examples=[None])


class PaperOut(Out):
    """文书正文: what a paper of a file says."""

    document_id: UUID = Field(title="文书编号", examples=["7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"])
    kind: str = Field(title="种类", examples=["诉求"])
    text: str = Field(title="正文", examples=["三号楼电梯停运两周。"])


@router.get("/disputes/{number}/parties", responses=ANSWERS)
async def read_parties(
    number: Number, who: Handler, purpose: Purpose, desk: DeskDep, response: Response
) -> list[PartyOut]:
    """查阅当事人: names and how to reach them, for whoever handles the dispute (ARL 36)."""
    async with desk.hub.pool.acquire() as conn, conn.transaction():
        dispute_id = await dispute_of(conn, number)
        files = [file.case_id for file in await files_of(conn, who, dispute_id)]
        takes_down = not who.roles.isdisjoint(TAKING_DOWN)
        rows = await conn.fetch(PARTIES, dispute_id, files, takes_down)
        sides = {row["person_id"]: row["side"] for row in rows}
        at = desk.hub.clock.now()
        found = await read_people(conn, list(sides), reader=who.code, purpose=purpose, at=at)
    response.headers["Cache-Control"] = "no-store"
    return [
        PartyOut(
            person_id=person_id,
            side=Side(side),
            kind=person.kind,
            name=person.name,
            id_number=person.id_number,
            phone=person.phone,
            address=person.address,
            service_address=person.service_address,
            head_name=person.head_name,
            head_post=person.head_post,
        )
        for person_id, side in sides.items()
        if (person := found.get(person_id))
    ]


@router.get("/disputes/{number}/papers/{document_id}", responses=ANSWERS)
async def read_paper(
    *,
    number: Number,
    document_id: Annotated[UUID, Path(title="文书编号", description="事实中的文书编号")],
    who: Annotated[Identity, needs(*sorted(PAPER_READERS))],
    purpose: Purpose,
    desk: DeskDep,
    response: Response,
) -> PaperOut:
    """查阅文书: a request, reasons or an opinion, of a file that the reader may see (ARL 36)."""
    async with desk.hub.pool.acquire() as conn, conn.transaction():
        dispute_id = await dispute_of(conn, number)
        seen = {file.case_id: file.labels for file in await files_of(conn, who, dispute_id)}
        closed = closed_to(who, dispute_id, seen)
        kind = await conn.fetchval(PAPER, document_id, list(seen), *closed)
        if kind is None:
            raise Unknown("没有这份文书，或者您无权查看")
        at = desk.hub.clock.now()
        found = await read_documents(conn, [document_id], reader=who.code, purpose=purpose, at=at)
    response.headers["Cache-Control"] = "no-store"
    return PaperOut(document_id=document_id, kind=kind, text=found[document_id])
