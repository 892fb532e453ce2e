"""Doors of attachments: handed in as bare bytes, read back with the reading on record."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.attachments.keeping import MOST_BYTES, TOO_BIG, keep
from shared.attachments.reading import read_attachment
from shared.auth import Identity, Role
from shared.disputes import HANDLING
from shared.errors import Malformed
from shared.web import ERRORS, CaseId, DeskDep, needs

router = APIRouter(tags=["附件"])

Bearer = Annotated[
    Identity,
    needs(Role.DEPARTMENT, Role.WINDOW, Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD),
]
"""Whose acts name attachments."""

Reader = Annotated[Identity, needs(*sorted(HANDLING), Role.SUPERVISOR)]

BYTES: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/octet-stream": {
                "schema": {
                    "type": "string",
                    "format": "binary",
                    "title": "文件内容",
                    "description": "JPEG、PNG、WebP、HEIC 或者 PDF，不超过 10 MB",
                }
            }
        },
    }
}
ANSWERS: Final[dict[int | str, dict[str, Any]]] = {
    status: ERRORS[status] for status in (401, 403, 404, 422, 503)
}


class AttachmentOut(BaseModel):
    """已上传的附件."""

    model_config = ConfigDict(from_attributes=True)

    sha256: str = Field(title="校验值", description="SHA-256，办理时写明", examples=["9f86d081"])
    media_type: str = Field(title="文件类型", examples=["image/jpeg"])
    size: int = Field(title="字节数", examples=[2_400_000])
    by: str = Field(title="上传人代码", examples=["sifa-02"])
    at: AwareDatetime = Field(title="上传时间", examples=["2026-11-23T10:30:00+08:00"])


@router.post("/attachments/{case_id}", status_code=201, responses=ERRORS, openapi_extra=BYTES)
async def hand_in(case_id: CaseId, who: Bearer, request: Request, desk: DeskDep) -> AttachmentOut:
    """上传附件：办理之前逐件上传，重传为同一件；一日内没有入卷的清除 (RULES 20, 24; ARL 43)."""
    return AttachmentOut.model_validate(await keep(desk.hub, who, case_id, await _body(request)))


@router.get("/attachments/{case_id}/{sha256}", responses=ANSWERS, response_class=Response)
async def read_back(
    case_id: CaseId,
    sha256: Annotated[str, Path(title="校验值", pattern=r"^[0-9a-f]{64}$")],
    who: Reader,
    desk: DeskDep,
    purpose: Annotated[
        str,
        Query(
            title="查阅目的",
            description="为什么查阅；与查阅人、时间一并记录在案",
            min_length=2,
            max_length=200,
            examples=["核对现场照片"],
        ),
    ],
) -> Response:
    """查阅附件：按上传时的原样，查阅记录在案 (RULES 20, 24; ARL 43)."""
    return await read_attachment(desk.hub, who, case_id, sha256, purpose=purpose)


async def _body(request: Request) -> bytes:
    """What was sent, not a byte more of it than is taken.

    Raises:
        Malformed: It is bigger.
    """
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > MOST_BYTES:
            raise Malformed(TOO_BIG, "file")
    return bytes(parts)
