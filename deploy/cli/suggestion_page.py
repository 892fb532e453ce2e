"""What is suggested of a message 建议: for a script, and as an officer reads it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from services.routing.suggest import Suggested, Suggestion, Weighed
from shared.contracts.intake import Risk
from shared.directory import Directory

_COLOURS = {Risk.RED: "红", Risk.YELLOW: "黄", Risk.BLUE: "蓝"}


def told(found: Suggested) -> dict[str, Any]:
    """All of it, for a script."""
    return asdict(found)


def suggestion_page(found: Suggested, directory: Directory) -> str:
    """The same in Chinese, an organ by its name."""
    lines = [found.note]
    for number, one in enumerate(found.suggestions, start=1):
        lines += ["", *_suggestion(number, one, directory)]
    if found.risks:
        lines += ["", "风险提示"]
        lines += [
            f"  {_COLOURS[one.level]}  {one.reason}：{'、'.join(one.words)}" for one in found.risks
        ]
    if found.learnt:
        learnt = found.learnt
        lines += [
            "",
            f"模型：{learnt.on} 由 {learnt.rows:,} 件训练，宏平均 F1 {learnt.macro_f1:.3f}",
        ]
    return "\n".join(lines)


def _suggestion(number: int, one: Suggestion, directory: Directory) -> list[str]:
    lines = [f"{number}. {one.label}  把握 {one.probability:.0%}"]
    for matter in one.matters:
        words = f"（{'、'.join(matter.words)}）" if matter.words else ""
        lines.append(f"   纠纷类型  {matter.name}{words}")
    names = "、".join(directory.organ(code).name for code in one.departments)
    lines.append(f"   职责部门  {names or '职责清单没有对应'}")
    lines.append(f"   理　　由  {_weighed(one.reasons_for)}")
    if one.reasons_against:
        lines.append(f"   相反词语  {_weighed(one.reasons_against)}")
    return lines


def _weighed(words: Sequence[Weighed]) -> str:
    return "、".join(f"{one.word} {one.weight:+.2f}" for one in words) or "没有突出的词语"
