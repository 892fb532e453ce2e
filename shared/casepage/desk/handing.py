"""上传附件: files come with a form, or one by one before it, and stand in it by their SHA-256."""

import re
from typing import Final
from uuid import UUID

from starlette.responses import Response

from shared.attachments import Kept, keep, stored_of
from shared.attachments.keeping import MOST_BYTES
from shared.auth import Identity
from shared.casepage.answers import FileOut
from shared.errors import HubError, Malformed
from shared.frame import Form, Page
from shared.problem import problem_of

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class NotTaken(Malformed):
    """没有收下的附件: why, and the form with those that were."""

    def __init__(self, message: str, field: str, form: Form) -> None:
        super().__init__(message, field)
        self.form = form


async def handed_in(page: Page, who: Identity, case_id: UUID, form: Form) -> Form:
    """上传附件: the files of a form are handed in, and stand in it by their SHA-256.

    Raises:
        NotTaken: One of them is not taken; those before it stay handed in.
    """
    values = {name: list(said) for name, said in form.values.items()}
    for name, files in form.files.items():
        for file in files:
            content = await file.read(MOST_BYTES + 1)
            try:
                kept = await keep(page.hub, who, case_id, content)
            except Malformed as error:
                told = f"{file.filename}：{error.message}"
                raise NotTaken(told, name, Form(values)) from None
            if kept.sha256 not in values.setdefault(name, []):
                values[name].append(kept.sha256)
    return Form(values)


async def kept_in(page: Page, file: FileOut, form: Form) -> dict[str, Kept]:
    """已上传的附件: those of its file that a form names, as it is shown again, by their SHA-256."""
    named = {said for name in form.values for said in form.all(name) if _DIGEST.fullmatch(said)}
    if not named:
        return {}
    async with page.hub.pool.acquire() as conn:
        return await stored_of(conn, file.case_id, named)


async def told_of(page: Page, who: Identity, case_id: UUID, form: Form) -> Response:
    """What a script is told that hands files in by themselves (`frame/files.js`): 201, or why not.

    `{"stored": [SHA-256]}`, or `{"detail": words}`.
    """
    try:
        taken = await handed_in(page, who, case_id, Form(files=form.files))
    except HubError as error:
        problem = problem_of(error, page.request)
        return page.json({"detail": problem.detail}, problem.status)
    stored = [digest for named in taken.values.values() for digest in named]
    return page.json({"stored": stored}, 201)
