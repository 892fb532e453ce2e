"""附件: files handed in one by one from a telephone, and looked at."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Path
from starlette.datastructures import UploadFile
from starlette.responses import Response

from services.routing.pages.who import Department, Worker
from shared.attachments import keep, read_attachment
from shared.attachments.keeping import MOST_BYTES
from shared.auth import Identity
from shared.casepage.desk.handing import told_of
from shared.errors import Malformed
from shared.frame import Form, Page, PageDep, page_router

router = page_router()

FIELD: Final = "files"
STORED: Final = "stored"
"""The form's field of what was handed in already, by SHA-256."""

WHY: Final = "办理本哨，查看附件"
"""为什么查阅: what is written on record."""


@router.post("/desk/department/whistles/{case_id}/files")
async def hand_in(page: PageDep, case_id: UUID, who: Department) -> Response:
    """上传: one file at a time, so that a bad line costs one and not all."""
    return await told_of(page, who, case_id, await page.form())


@router.get("/desk/department/whistles/{case_id}/files/{sha256}")
async def look(
    page: PageDep,
    case_id: UUID,
    sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")],
    who: Worker,
) -> Response:
    """查看附件; on record."""
    return await read_attachment(page.hub, who, case_id, sha256, purpose=WHY)


async def hand_in_all(page: Page, who: Identity, case_id: UUID, form: Form) -> tuple[str, ...]:
    """Every file of a form, and what it says was handed in before; by SHA-256.

    Raises:
        Unknown: There is no such case, or none that `who` may see.
        Malformed: One of them is not taken; those before it stay handed in.
    """
    kept = dict.fromkeys(form.all(STORED))
    files = form.files.get(FIELD, ())
    try:
        for file in files:
            kept[await _hand_in(page, who, case_id, file)] = None
    finally:
        for file in files:
            await file.close()
    return tuple(kept)


async def _hand_in(page: Page, who: Identity, case_id: UUID, file: UploadFile) -> str:
    content = await file.read(MOST_BYTES + 1)
    try:
        return (await keep(page.hub, who, case_id, content)).sha256
    except Malformed as error:
        raise Malformed(f"{file.filename}：{error.message}", FIELD) from None
