"""答复的样子: an answer as a terminal shows it, in columns that line up."""

import re
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from typing import Any, Final

from pydantic.fields import FieldInfo
from rich.cells import cell_len

from deploy.cli.columns import columns
from deploy.lawdesk.asking import Fault, changes_of, inner
from deploy.lawdesk.line import choices, example, written
from shared.law.proof import Proof
from shared.lawdesk import Answer, Question, Reason, Table

_MARKS: Final = {True: "✓", False: "✗", None: "·"}
_NARROWEST: Final = 40
_OPTIONS: Final = (
    ("--facts 文件", "事实，YAML 文件，字段相同"),
    ("--json", "以 JSON 输出"),
    ("--svg 文件", "把第一个期限画成图，写到这个文件"),
)
_PIECES: Final = re.compile(
    r"[（《“]*(?:第\d+[条款项]|(?a:[\w.:/-]+)|[^（《“])[，。；：、）》”]*|[（《“]+", re.DOTALL
)
"""What a line does not part."""


def page(question: Question[Any], answer: Answer) -> str:
    """The whole answer for people."""
    parts = [
        _result(question, answer),
        _section("理由", _lines([(_MARKS[one.met], _reason(one)) for one in answer.reasons])),
        *(_section("期限说明", _lines(_proof(one))) for one in answer.proofs),
        _table(answer.table) if answer.table else "",
        _section(
            "未说明的事实",
            _lines([(one.field, f"按{one.taken}处理；{one.changes}") for one in answer.assumed]),
        ),
    ]
    return "\n\n".join(part for part in parts if part)


def faults_page(faults: Sequence[Fault]) -> str:
    """Everything that is wrong with the facts, and what each would change."""
    rows = [(one.field or "—", _told(one)) for one in faults]
    return f"有 {len(faults)} 处事实未说明或者有误：\n{_lines(rows)}"


def list_page(questions: Sequence[Question[Any]]) -> str:
    """What may be asked."""
    head = "可以提的问题，所需事实见 hub law 名称 --help："
    return f"{head}\n{_lines([(one.name, f'{one.term}：{one.says}') for one in questions])}"


def help_page(question: Question[Any]) -> str:
    """What a question asks for, as `--help` shows it."""
    use = [
        ("用法", f"hub law {question.name} --字段 值 …，或者 --facts 文件，或者两者，选项优先"),
        ("例如", example(question)),
    ]
    parts = [
        f"{question.term}：{question.says}",
        _lines(use),
        _section("事实", _lines([_asked(*each) for each in question.facts.model_fields.items()])),
        _section("结果", _lines(list(question.results.items()))),
        _section("其他选项", _lines(_OPTIONS)),
    ]
    return "\n\n".join(parts)


def _asked(name: str, field: FieldInfo) -> tuple[str, str]:
    """A fact: how it is written, what it is, what it may be, and what it would change."""
    says = field.description or name
    if any(inner(field.annotation)):
        return name, f"{says}（只能写在 --facts 文件里）。影响：{changes_of(field)}"
    needed = "（必填）" if field.is_required() else ""
    words = choices(field.annotation)
    may = f"（{'、'.join(words)}）" if words and words[0] not in says else ""
    return written(name, field), f"{says}{needed}{may}。影响：{changes_of(field)}"


def _told(fault: Fault) -> str:
    title = "" if fault.title == fault.field else f"{fault.title}："
    return f"{title}{fault.message}" + (f"。影响：{fault.changes}" if fault.changes else "")


def _result(question: Question[Any], answer: Answer) -> str:
    head = f"{question.term}：{question.results[answer.result]}"
    return "\n".join([head, *_wrapped(answer.says, _width())])


def _reason(reason: Reason) -> str:
    return f"{reason.text}（{reason.article}）" if reason.article else reason.text


def _proof(proof: Proof) -> Iterator[tuple[str, str]]:
    yield from proof.table()


def _table(table: Table) -> str:
    """Rows under their titles; one under another where the terminal is too narrow for that."""
    wide = columns(table.titles, table.rows)
    if cell_len(wide.partition("\n")[0]) <= _width() and "…" not in wide:
        return wide
    blocks = ([one for one in zip(table.titles, row, strict=True) if one[1]] for row in table.rows)
    return "\n\n".join(_lines(block) for block in blocks)


def _section(title: str, body: str) -> str:
    return f"{title}\n{body}" if body else ""


def _lines(rows: Iterator[tuple[str, str]] | Sequence[tuple[str, str]]) -> str:
    """Labels and texts; what is longer than a line goes on under the text."""
    told = list(rows)
    room = max((cell_len(label) for label, _ in told), default=0)
    lines = []
    for label, text in told:
        first, *more = _wrapped(text, _width() - room - 4)
        lines.append(f"  {label}{' ' * (room - cell_len(label))}  {first}")
        lines += [" " * (room + 4) + line for line in more]
    return "\n".join(lines)


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of so many cells; a number, a name, and a sign with what it closes stay together."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if cell_len(lines[-1]) + cell_len(piece) > max(width, _NARROWEST):
            lines.append("")
        lines[-1] += piece
    return lines


def _width() -> int:
    return min(get_terminal_size((100, 24)).columns, 120) - 2
