"""文档: `python -m deploy.document` writes the pages that are made from tables and questions."""

import sys
from pathlib import Path
from typing import Final

from deploy.diagram import document as procedures
from deploy.lawdesk import document as lawdesk
from shared.law.article import RULES
from shared.law.rules import REGISTER

DOCS: Final = Path("docs")


def pages() -> dict[str, str]:
    """Every generated page by its place under `docs`."""
    drawn = {f"procedures/{name}": text for name, text in procedures.pages().items()}
    return {"rules.md": rules(), **lawdesk.pages(), **drawn}


def rules() -> str:
    """规则一览, the register as a centre's head reads it."""
    rows = (
        f"| {rule.number} | {rule.title} | {rule.text} "
        f"| {'、'.join(str(period) for period in rule.periods) or '—'} "
        f"| {rule.basis} | {rule.serves} |"
        for rule in REGISTER
    )
    head = (
        f"# {RULES.title}",
        "",
        "法律没有规定、由本市自行确定的事项。规则补充法律，不改变任何法定期限。",
        "",
        "| 条 | 名称 | 内容 | 期限 | 依据 | 所补充的规定 |",
        "|---|---|---|---|---|---|",
    )
    return "\n".join((*head, *rows)) + "\n"


def write(folder: Path = DOCS) -> None:
    """Write them all."""
    for place, text in pages().items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
    sys.stdout.write(f"{len(pages())} 页已写好\n")
