"""Papers that are printed and opened again, for tests."""

import io
from datetime import date

from docx import Document
from docx.document import Document as Docx
from pypdf import PdfReader

from shared.paper import (
    Paper,
    Paragraph,
)
from shared.paper.docx import docx_of
from shared.paper.pdf import pdf_of

DAY = date(2026, 3, 5)


def paper(*texts: str, **more: object) -> Paper:
    return Paper(
        **{
            "name": "行政复议申请受理通知书",
            "organ": "甘州区人民政府",
            "reference": "620702-20260302-0000123-5",
            "body": tuple(map(Paragraph, texts)),
            "dated": DAY,
            "form": "acceptance 2026-1 (0123456789ab)",
            **more,
        }
    )


def printed(*papers: Paper) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(papers)))


def lines(reader: PdfReader, page: int = 0) -> list[str]:
    return [line for line in reader.pages[page].extract_text().splitlines() if line.strip()]


def opened(*papers: Paper) -> Docx:
    return Document(io.BytesIO(docx_of(papers)))


def said(document: Docx) -> list[str]:
    return [line.text for line in document.paragraphs if line.text]
