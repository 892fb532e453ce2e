"""Documents that are made from tables and questions, held equal to them."""

from pathlib import Path
from typing import Final

import pytest

from deploy.document import pages

DOCS: Final = Path(__file__).parents[2] / "docs"
PAGES: Final = pages()


@pytest.mark.parametrize("place", PAGES)
def test_a_page_that_is_made_from_the_tables_is_as_they_are(place: str) -> None:
    """不符的，运行 python -m deploy.document."""
    assert (DOCS / place).read_text(encoding="utf-8") == PAGES[place]


def test_there_is_no_page_of_a_table_that_there_is_not() -> None:
    made = ("procedures", "lawdesk", "pictures")
    held = {f"{folder}/{path.name}" for folder in made for path in (DOCS / folder).iterdir()}
    assert held == set(PAGES) - {"lawdesk.md", "rules.md"}
