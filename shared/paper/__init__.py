"""文书: papers as values, and two writers that know nothing of law, for DOCX and for PDF.

An office says which papers it makes and of what (`Sort`, `Template`); what stands on one is a
`Paper`, the same for both writers, laid out as official documents are (GB/T 9704-2012).
"""

from shared.paper.cited import citation, numeral, period
from shared.paper.docx import docx_of
from shared.paper.model import Block, Grid, Paper, Paragraph, full_day
from shared.paper.pdf import pdf_of
from shared.paper.record import PAPERS_MADE, Made, record_made
from shared.paper.template import BadTemplate, Template, template_of

__all__ = [
    "PAPERS_MADE",
    "BadTemplate",
    "Block",
    "Grid",
    "Made",
    "Paper",
    "Paragraph",
    "Template",
    "citation",
    "docx_of",
    "full_day",
    "numeral",
    "pdf_of",
    "period",
    "record_made",
    "template_of",
]
