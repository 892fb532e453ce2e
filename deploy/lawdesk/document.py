"""法律服务台的文档: `docs/lawdesk.md` is made from the questions, and held equal by a test."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from deploy.lawdesk import questions
from deploy.lawdesk.asking import changes_of
from deploy.lawdesk.line import example, is_deep
from shared.lawdesk import Question

_HEAD = """# 法律服务台

任何人都可以就法律提问，不需要案卷，不需要登录，命令行也不需要启动枢纽。答复写明结论、理由和法条，
每个日期都附期限说明：从哪一天起算，跳过哪些休息日，计入哪些调休上班日，扣除、延长、封顶和顺延。

- 命令行：`hub law` 列出问题，`hub law 名称 --help` 列出所需事实；`--json` 供程序读取，`--svg 文件`
  画出第一个期限。事实也可以写在 YAML 文件里：`--facts 文件`，字段相同，选项优先。
- HTTP：`GET /law` 列出问题，`POST /law/名称` 提问；没有嵌套字段的，也可以 `GET /law/名称?字段=值`；
  加 `svg=true` 得到第一个期限的图。
- 没有写明而又必需的事实，以及不认识的字段，一次全部指出，并说明会影响什么；命令行的退出码为 2，
  HTTP 答复 422。没有写明但是可以推定的，列在答复的“未说明的事实”里。

答复由各机构 `domain/` 里的函数作出，办理案件用的是同样的函数。
本页由 `python -m deploy.document` 生成。
"""


def pages() -> dict[str, str]:
    """The page of the desk, and a file of facts for each example that options cannot hold."""
    whole = "\n".join([_HEAD, *_index(), *(line for one in questions() for line in _section(one))])
    files = {
        f"lawdesk/{one.name}.yaml": _facts(one.example)
        for one in questions()
        if is_deep(one.example)
    }
    return {"lawdesk.md": whole + "\n", **files}


def _facts(example: Mapping[str, Any]) -> str:
    text: str = yaml.safe_dump(dict(example), allow_unicode=True, sort_keys=False)
    return text


def _index() -> Iterator[str]:
    yield "| 问题 | 名称 | 问的是什么 |"
    yield "|---|---|---|"
    for one in questions():
        yield f"| {one.term} | [`{one.name}`](#{one.term}-{one.name}) | {one.says} |"


def _section(one: Question[Any]) -> Iterator[str]:
    yield from ("", f"## {one.term} {one.name}", "", one.says, "")
    yield from ("```sh", example(one), "```", "")
    yield "| 字段 | 说明 | 影响 |"
    yield "|---|---|---|"
    for name, field in one.facts.model_fields.items():
        needed = "（必填）" if field.is_required() else ""
        told = f"{_cell(field.description or '')} | {_cell(changes_of(field))}"
        yield f"| `{name}`{needed} | {told} |"
    yield ""
    yield (
        "结果：" + "；".join(f"`{word}` {meaning}" for word, meaning in one.results.items()) + "。"
    )


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
