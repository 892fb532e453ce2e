"""程序图的文档: `docs/procedures/` is made from the tables, and held equal to them by a test."""

from collections.abc import Iterator

from deploy.diagram import editions_of, procedures
from deploy.diagram.chart import charts, since
from deploy.diagram.mermaid import mermaid
from deploy.lawdesk.rules import called, word
from shared.law.procedure import Deadline, Procedure


def pages() -> dict[str, str]:
    """Every page by its name: one for each table, and one that lists them."""
    names = list(dict.fromkeys(one.name for one in procedures()))
    return {
        "README.md": "\n".join(_list(names)) + "\n",
        **{f"{name}.md": "\n".join(_page(name)) + "\n" for name in names},
    }


def _list(names: list[str]) -> Iterator[str]:
    yield "# 程序一览"
    yield ""
    yield "由程序表生成，命令为 `python -m deploy.document`。"
    yield "图也可以用 `hub law diagram 程序 --svg` 画。"
    yield ""
    yield "| 程序 | 名称 | 版本 | 行为 | 期限 |"
    yield "|---|---|---|---:|---:|"
    for name in names:
        for one in editions_of(name):
            moves = len(list(one.all_moves()))
            yield (
                f"| [{one.term}]({name}.md) | `{name}` | {since(one)} | {moves} "
                f"| {len(one.deadlines)} |"
            )


def _page(name: str) -> Iterator[str]:
    editions = editions_of(name)
    yield f"# {editions[-1].term}"
    for one in editions:
        yield ""
        yield f"## 版本：{since(one)}"
        for chart in charts(one):
            yield from ("", f"### {chart.title}", "", "```mermaid", mermaid(chart).rstrip(), "```")
        yield from _deadlines(one)


def _deadlines(one: Procedure) -> Iterator[str]:
    if not one.deadlines:
        return
    yield from ("", "### 期限", "")
    yield "| 名称 | 期限 | 长度 | 依据 | 自 | 至 | 逾期 | 各自计算 | 预警 | 不计入 | 延长 |"
    yield "|---|---|---|---|---|---|---|---|---|---|---|"
    for deadline in one.deadlines:
        yield "| " + " | ".join(_cells(deadline)) + " |"


def _cells(one: Deadline) -> Iterator[str]:
    yield f"`{one.name}`"
    yield from (one.term, str(one.within), str(one.article))
    yield "、".join(called(kind) for kind in one.starts)
    yield "、".join(called(kind) for kind in one.ends)
    yield called(one.lapse)
    yield word(one.subject) if one.subject else "—"
    yield "、".join(each.term for each in one.warnings) or "—"
    yield "；".join(f"{each.term}（{each.article}）" for each in one.pauses) or "—"
    yield "；".join(str(each) for each in (*one.prolongings, *one.askings)) or "—"
