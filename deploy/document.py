"""文档: `python -m deploy.document` writes the pages that are made from tables and questions."""

import sys
from pathlib import Path
from typing import Final

from deploy.diagram import document as procedures
from deploy.lawdesk import document as lawdesk

DOCS: Final = Path("docs")


def pages() -> dict[str, str]:
    """Every generated page by its place under `docs`."""
    drawn = {f"procedures/{name}": text for name, text in procedures.pages().items()}
    return {**lawdesk.pages(), **drawn}


def write(folder: Path = DOCS) -> None:
    """Write them all."""
    for place, text in pages().items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
    sys.stdout.write(f"{len(pages())} 页已写好\n")
