"""推演结果 as people and scripts read it."""

from collections.abc import Iterator
from typing import Any, Final

from deploy.cli.columns import columns
from deploy.rehearse.story import Came, Line, Period, Story

CAME: Final = {
    Came.DONE: "办成",
    Came.REFUSED: "不予准许",
    Came.MALFORMED: "有误",
    Came.BY_ITSELF: "自动",
}
"""怎样来的, of a line."""
ENDED: Final = {"met": "已完成", "lapsed": "届满", "closed": "随卷终结", "": "进行中"}
"""怎样结束, of a period."""
_WEEKDAYS: Final = "一二三四五六日"


def as_text(story: Story) -> str:
    """The story for a terminal: acts and effects, periods, where the files stand."""
    parts = [
        f"{story.title}（推演至 {story.until:%Y-%m-%d %H:%M}）",
        columns(
            ("日期", "", "案卷", "事项", "经办", "依据", "此后状态"), [*map(_line, story.lines)]
        ),
        "期限",
        columns(
            ("期限", "案卷", "对象", "起算", "届满", "结果", "依据"),
            [_period(one) for one in story.periods],
        ),
        *_reasons(story),
        "案卷",
        columns(
            ("案卷", "状态", "页数"),
            [
                (e.term, e.state_term + ("（已结）" if e.closed else ""), e.pages)
                for e in story.endings
            ],
        ),
        *(f"与预期不符：{one}" for one in story.unmet),
    ]
    return "\n\n".join(parts)


def _line(line: Line) -> tuple[object, ...]:
    return (
        line.on.isoformat(),
        CAME[line.came],
        line.file_term,
        line.says,
        line.who,
        str(line.article or ""),
        line.state,
    )


def _period(one: Period) -> tuple[object, ...]:
    ended = ENDED[one.ended] + (f" {one.ended_on}" if one.ended_on else "")
    last = "停止计算"
    if one.last_day is not None:
        last = f"{one.last_day} 周{_WEEKDAYS[one.last_day.weekday()]}"
    return (
        one.term,
        one.file_term,
        one.subject,
        one.started_on.isoformat(),
        last + ("（暂定）" if one.provisional else ""),
        ended,
        str(one.proof.article) if one.proof else "文书载明",
    )


def _reasons(story: Story) -> Iterator[str]:
    told = [one.proof.sentence() for one in story.periods if one.proof]
    if told:
        yield "日期由来"
        yield "\n".join(f"· {one}" for one in dict.fromkeys(told))


def as_data(story: Story) -> dict[str, Any]:
    """The story for a script."""
    return {
        "title": story.title,
        "until": story.until.isoformat(),
        "calendar_known_until": story.known_until.isoformat(),
        "lines": [_line_data(line) for line in story.lines],
        "periods": [_period_data(one) for one in story.periods],
        "files": [
            {
                "case_id": str(e.file),
                "office": e.office,
                "procedure": e.kind,
                "term": e.term,
                "state": e.state,
                "closed": e.closed,
                "pages": e.pages,
            }
            for e in story.endings
        ],
        "unmet": list(story.unmet),
    }


def _line_data(line: Line) -> dict[str, Any]:
    return {
        "on": line.on.isoformat(),
        "at": line.at.isoformat(),
        "came": line.came,
        "says": line.says,
        "act": line.door,
        "by": line.who,
        "case_id": str(line.file) if line.file else None,
        "kind": line.kind or None,
        "article": line.article.code if line.article else None,
        "state": line.state or None,
    }


def _period_data(one: Period) -> dict[str, Any]:
    return {
        "case_id": str(one.file),
        "name": one.name,
        "term": one.term,
        "subject": one.subject,
        "started_on": one.started_on.isoformat(),
        "last_day": one.last_day.isoformat() if one.last_day else None,
        "until": one.until.isoformat() if one.until else None,
        "ended": one.ended or None,
        "ended_on": one.ended_on.isoformat() if one.ended_on else None,
        "provisional": one.provisional,
        "proof": one.proof.data() if one.proof else None,
    }
