"""What `hub routing` says of rule books, rehearsals and explanations, for a terminal."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from deploy.cli.columns import columns
from services.routing.domain.condition_words import ROADS
from services.routing.rulebooks.explained import ExplanationOut, LineOut
from services.routing.rulebooks.schemas import FiguresOut, ListedOut, UseOut
from shared.law.terms import zh

_BOOKS: Final = ("编号", "名称", "状态", "起草人", "推演", "批准人", "施行日", "停止施行", "现行")


def listed(found: Sequence[ListedOut], edition: str, title: str) -> str:
    """规则簿一览."""
    head = f"现行：{title}（{edition}版）"
    if not found:
        return f"{head}\n没有起草的规则簿"
    return f"{head}\n\n{columns(_BOOKS, [_book(one) for one in found])}"


def _book(one: ListedOut) -> tuple[object, ...]:
    played = f"{one.months}个月{one.cases}件，改走{one.moved}件" if one.months else "—"
    return (
        one.case_id,
        one.title,
        zh(one.state),
        one.drafted_by,
        played,
        one.approved_by or "—",
        _day(one.since),
        _day(one.until),
        "是" if one.in_force else "",
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else "—"


# -- rehearsal


def rehearsed(figures: FiguresOut) -> str:
    """推演结果 as tables."""
    left = f"，另有{figures.unknown}件名录已不能识别" if figures.unknown else ""
    history = f"（其中历史台账{figures.history}件，不吹哨）" if figures.history else ""
    changed = (
        f"改走别的途径{figures.moved}件；吹哨{figures.blown_before}件改为{figures.blown_after}件；"
        f"告知法定途径{figures.told_before}件改为{figures.told_after}件"
    )
    parts = [
        f"{figures.title}：过去{figures.months}个月登记的{figures.cases}件纠纷{history}{left}",
        changed,
        _roads(figures),
        _moves(figures),
        _loads(figures),
        _uses(figures.uses),
    ]
    if figures.never:
        parts.append(f"从未适用：{'、'.join(figures.never)}")
    return "\n\n".join(filter(None, parts))


def _roads(figures: FiguresOut) -> str:
    roads = dict.fromkeys((*figures.before, *figures.after))
    rows = [
        (ROADS[road], figures.before.get(road, 0), figures.after.get(road, 0)) for road in roads
    ]
    return "各途径件数\n" + columns(("途径", "现行", "新稿"), rows) if rows else ""


def _moves(figures: FiguresOut) -> str:
    rows = [
        (ROADS[one.before], ROADS[one.after], one.count, "、".join(one.samples[:2]))
        for one in figures.rerouted
    ]
    return "改走的纠纷\n" + columns(("原途径", "改走", "件数", "举例"), rows) if rows else ""


def _loads(figures: FiguresOut) -> str:
    titles = ("部门", "主办现行", "主办新稿", "协办现行", "协办新稿", "增减")
    rows = [
        (
            one.name,
            one.lead_before,
            one.lead_after,
            one.assist_before,
            one.assist_after,
            f"{one.more:+d}",
        )
        for one in figures.loads
    ]
    return "部门办件的增减\n" + columns(titles, rows) if rows else ""


def _uses(uses: Iterable[UseOut]) -> str:
    rows = [
        (
            one.rule,
            ROADS[one.road],
            one.fired,
            one.held,
            "、".join(f"{by.rule} {by.count}" for by in one.hidden_by) or "—",
            "" if one.possible else "永不适用",
        )
        for one in uses
    ]
    return "规则的适用\n" + columns(("规则", "途径", "决定", "符合", "被抢先", ""), rows)


# -- explanation


def explained(one: ExplanationOut) -> str:
    """分流说明, rule by rule."""
    head = [
        f"纠纷 {one.number}，{one.on}分流",
        f"途径：{one.road}（{one.article.text if one.article else '—'}）",
        f"理由：{one.reason}",
        f"机关：{'、'.join(one.organs) or '由窗口确定'}"
        + (f"（{one.competence.text}）" if one.competence else ""),
        f"规则簿：{one.book}（{one.edition}版），第{_place(one)}条 {one.rule}",
    ]
    if one.compulsory_article:
        head.append(f"复议前置：{one.compulsory_article.text}")
    near = [f"  {n.name} → {n.road}，只差 {n.lacked}" for n in one.nearly]
    lines = [text for at, line in enumerate(one.rules, 1) for text in _line(at, line)]
    return "\n".join([*head, "", "相近规则", *(near or ["  没有"]), "", "各条规则，按次序", *lines])


def _place(one: ExplanationOut) -> str:
    return next((str(at) for at, line in enumerate(one.rules, 1) if line.fired), "—")


def _line(at: int, line: LineOut) -> Iterable[str]:
    mark = "●" if line.fired else "○" if line.holds else "✗"
    behind = "（条件也符合，次序在后）" if line.holds and not line.fired else ""
    told = "，由当事人申请" if line.told else ""
    article = line.article.text if line.article else ""
    yield f"  {mark} {at}. {line.name} → {line.road}{told}（{article}）{behind}"
    if not line.alternatives:
        yield "       没有条件，其余不符时适用"
    for together in line.alternatives:
        yield "       " + "；".join(
            f"{'✓' if one.holds else '✗'} {one.wanted}"
            + ("" if one.holds else f"（登记的是{one.said}）")
            for one in together
        )
