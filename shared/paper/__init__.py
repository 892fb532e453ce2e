"""文书: papers as values, and two writers that know nothing of law, for DOCX and for PDF.

An office says which papers it makes and of what (`Template`); what stands on one is a `Paper`, the
same for both writers, `paper.docx` and `paper.pdf`, which lay it out as official documents are
(GB/T 9704-2012). They are imported where they are called for: each brings a library of its own.
"""

from shared.paper.cited import citation, numeral, period
from shared.paper.model import Block, Grid, Paper, Paragraph, full_day
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
    "full_day",
    "numeral",
    "period",
    "record_made",
    "template_of",
]
