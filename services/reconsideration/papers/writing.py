"""一件文书的文件: the bytes of papers in either form, and how they are handed out."""

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote

from starlette.responses import Response

from shared.paper import Paper
from shared.settings import settings

KINDS: Final[Mapping[str, str]] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def content_of(papers: tuple[Paper, ...], form: str) -> bytes:
    """These papers as one file, `docx` or `pdf`; it takes its time, and belongs in a thread."""
    return _WRITERS[form](papers)


def sent(content: bytes, paper: Paper, sort: str, form: str) -> Response:
    """The file of a paper, so sent that a browser keeps it as a file and runs nothing of it."""
    called = quote(f"{paper.name} {paper.reference}".rstrip() + f".{form}", safe="")
    headers = {
        "Content-Disposition": f"attachment; filename=\"{sort}.{form}\"; filename*=UTF-8''{called}",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return Response(content, media_type=KINDS[form], headers=headers)


def _pdf(papers: tuple[Paper, ...]) -> bytes:
    from shared.paper.pdf import pdf_of  # noqa: PLC0415 - its library waits for the first paper

    return pdf_of(papers, settings().fonts)


def _docx(papers: tuple[Paper, ...]) -> bytes:
    from shared.paper.docx import docx_of  # noqa: PLC0415 - likewise

    return docx_of(papers)


_WRITERS: Final[Mapping[str, Callable[[tuple[Paper, ...]], bytes]]] = {"docx": _docx, "pdf": _pdf}
