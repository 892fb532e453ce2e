"""可以制作的文书: which papers the pages of a file call for, each page its own."""

from dataclasses import dataclass

from shared.auth import Identity, Role
from shared.casepage.answers import FileOut, PageOut
from shared.law.wording import full
from shared.office import Printed


@dataclass(frozen=True, slots=True)
class Offered:
    """A paper 文书 that may be made, and the page that calls for it."""

    paper: Printed
    page: PageOut
    is_one_of_several: bool
    """Whether other pages of the file call for one of this sort, too."""

    @property
    def sort(self) -> str:
        """By which the path of its door names it."""
        return self.paper.sort

    @property
    def term(self) -> str:
        """What it is called; one of several with its day and page."""
        page = self.page
        of = f"（{full(page.on)}，第{page.version}页）" if self.is_one_of_several else ""
        return f"{self.paper.term}{of}"

    @property
    def query(self) -> str:
        """What is added to its address, so that it is this one that is made."""
        return f"?page={self.page.version}" if self.is_one_of_several else ""


def offered(paper: Printed, file: FileOut, who: Identity) -> list[Offered]:
    """A sort of paper once for each page that calls for it, the newest first; a list once.

    A department has those that are its own, and what it signs as a respondent.
    """
    kinds = {fact.kind_name() for fact in paper.on}
    pages = [
        page
        for page in reversed(file.pages)
        if page.kind in kinds
        and (not paper.holds or page.findings.get(paper.holds) is not None)
        and (who.roles != {Role.DEPARTMENT} or _is_its(paper, page, who))
    ]
    if paper.is_list:
        pages = pages[:1]
    return [Offered(paper, page, len(pages) > 1) for page in pages]


def _is_its(paper: Printed, page: PageOut, who: Identity) -> bool:
    return paper.of_departments or page.findings.get(paper.by_organ) == who.organ
