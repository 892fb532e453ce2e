"""行政复议文书: papers made of what stands on the file, each by its article.

`sorts` says which there are, `reading` gathers what one needs, with the reading on record,
`making` makes the paper of it, and `templates` hold their words. Nothing here is decided: what a
paper says was decided in the act that it tells of.
"""

from services.reconsideration.papers.making import paper_of, receipts_of
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.reading import read_matter
from services.reconsideration.papers.sorts import PRINTED, SORTS, Sort, sort_of

__all__ = [
    "PRINTED",
    "SORTS",
    "Matter",
    "Sort",
    "paper_of",
    "read_matter",
    "receipts_of",
    "sort_of",
]
