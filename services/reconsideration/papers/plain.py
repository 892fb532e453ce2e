"""决定书的文字: what a paper says from its name to its date, where only words are wanted."""

from shared.law.wording import full
from shared.paper import Paper, Paragraph


def plain(paper: Paper) -> str:
    """Line by line; what is set in a table is left out."""
    said = (one.text for one in paper.body if isinstance(one, Paragraph))
    dated = full(paper.dated) if paper.dated else ""
    return "\n".join(filter(None, (paper.name, paper.number, *said, paper.organ, dated)))
