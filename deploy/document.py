"""文档: `python -m deploy.document` writes the pages that are made from tables and questions."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from deploy import pictures
from deploy.diagram import document as procedures
from deploy.lawdesk import document as lawdesk
from shared.law.article import RULES
from shared.law.readings import READINGS
from shared.law.readings import REGISTER as READINGS_OPEN
from shared.law.rules import REGISTER

DOCS: Final = Path("docs")


def pages() -> dict[str, str]:
    """Every generated page by its place under `docs`."""
    drawn = {f"procedures/{name}": text for name, text in procedures.pages().items()}
    return {"rules.md": rules(), **lawdesk.pages(), **drawn, **pictures.pages()}


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
    return "\n".join((*head, *rows, *_readings())) + "\n"


def _readings() -> Iterator[str]:
    """读法一览: what the law leaves open, how it is read here, and how else it may be."""
    yield from ("", "## 读法", "")
    yield "法条没有写明而有两种理解的，采用下列读法，写在 `shared/law/readings.toml` 里；"
    yield "换一种，改那里的词，重新启动后生效，已经批准的延长保留当时的读法。"
    yield "另一种读法会得出另一个日期的，期限说明写明采用了哪一种。"
    yield from ("", "| 名称 | 所涉条文 | 采用 | 另一种 |", "|---|---|---|---|")
    for each in READINGS_OPEN:
        way = READINGS.way(each.name)
        others = "；".join(f"{text}（`{name}`）" for name, text in each.ways.items() if name != way)
        taken = f"{each.ways[way]}（`{way}`）"
        yield f"| {each.term} `{each.name}` | {each.article} | {taken} | {others} |"


def write(folder: Path = DOCS) -> None:
    """Write them all."""
    for place, text in pages().items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
    sys.stdout.write(f"{len(pages())} 页已写好\n")
