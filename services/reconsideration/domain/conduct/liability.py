"""法律责任: who is liable for what, and to whom facts are handed (ARL 80 to 86; ARR2026 71, 72)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.saying import Norm, Point, Ruling
from shared.contracts.reconsideration.letters import Deed
from shared.law.article import ARL, ARR2007, ARR2026, Article

_LIGHT, _HEAVY = "警告、记过、记大过", "降级、撤职、开除"
_OFFICERS = "负有责任的领导人员和直接责任人员"
_ANYONE = "处分、治安管理处罚"
_CLUES: Final = "发现公职人员涉嫌职务违法、职务犯罪的问题线索，应当移送监察机关"
_WEIGHTS: Final = {_LIGHT: "light", _HEAVY: "heavy", _ANYONE: "general"}
"""处分的轻重, for programs."""


@dataclass(frozen=True, slots=True)
class _Row:
    who: str
    article: Article
    light: str
    heavier_if: str = ""
    """What makes it graver; empty where nothing does."""
    crime: bool = False
    """The article itself speaks of crime."""
    always_heavy: bool = False


_ROWS: Final = {
    Deed.DUTY_NEGLECTED: _Row(
        f"行政复议机关{_OFFICERS}", ARL[80], _LIGHT, "经督促仍不改正或者造成严重后果"
    ),
    Deed.ABUSE: _Row("行政复议机关工作人员", ARL[81], _LIGHT, "情节严重", crime=True),
    Deed.NO_REPLY: _Row(f"被申请人{_OFFICERS}", ARL[82], _LIGHT, crime=True),
    Deed.APPLICATION_OBSTRUCTED: _Row(f"被申请人{_OFFICERS}", ARL[82], _LIGHT, crime=True),
    Deed.RETALIATION: _Row(f"被申请人{_OFFICERS}", ARL[82], _HEAVY, crime=True, always_heavy=True),
    Deed.NOT_PERFORMED: _Row(f"被申请人{_OFFICERS}", ARL[83], _LIGHT, "经责令履行仍拒不履行"),
    Deed.WRONG_REDO: _Row(f"被申请人{_OFFICERS}", ARL[83], _LIGHT, "经责令履行仍拒不履行"),
    Deed.EVIDENCE_OBSTRUCTED: _Row("拒绝、阻挠的人", ARL[84], _ANYONE, crime=True),
    Deed.ORDER_DISTURBED: _Row("扰乱秩序的人", ARL[84], _ANYONE, crime=True),
    Deed.REVIEWER_ATTACKED: _Row("实施违法行为的人", ARR2026[72], _ANYONE, crime=True),
}
"""谁对什么负责."""

BY_ORGANS: Final = frozenset(
    {
        *(Deed.DUTY_NEGLECTED, Deed.ABUSE, Deed.NO_REPLY, Deed.APPLICATION_OBSTRUCTED),
        *(Deed.RETALIATION, Deed.NOT_PERFORMED, Deed.WRONG_REDO),
    }
)
"""Deeds of organs and their staff, whose facts may be handed over (ARL 85)."""


def liability(
    deed: Deed,
    on: date,
    *,
    aggravated: bool | None,
    criminal: bool | None,
    official: bool | None,
    duty_crime: bool | None,
) -> Ruling:
    """法律责任 and 移送 (ARL 80 to 86).

    Args:
        deed: What was done.
        on: The day of the deed.
        aggravated: Whether what makes it graver is there.
        criminal: Whether it amounts to a crime.
        official: Whether whoever did it is an official; of deeds of organs this is so.
        duty_crime: Whether there is a clue of an official's 职务违法 or 职务犯罪.
    """
    if deed is Deed.REVIEWER_ATTACKED and not ARR2026.in_force(on):
        text = "2026年6月30日以前的条例没有专条，依治安管理和刑事的一般规定"
        return Ruling(norm=Norm.SILENT, says=f"{text}。", points=(Point(text, None),))
    if deed is Deed.DUTY_CRIME:
        only = {"hand_to": ["supervisory"]}
        return Ruling(norm=Norm.MUST, says=f"{_CLUES}。", points=tuple(_clues(on)), values=only)
    row = _ROWS[deed]
    heavy = row.always_heavy or bool(row.heavier_if and aggravated)
    sanction = _HEAVY if heavy else row.light
    ending = "" if sanction == _ANYONE else "的处分"
    says = f"对{row.who}依法给予{sanction}{ending}"
    staff = deed in BY_ORGANS or bool(official)
    to = tuple(_recipients(deed, staff=staff, duty_crime=bool(duty_crime)))
    points = (
        Point(says, row.article),
        *_of_row(deed, row, on, aggravated=aggravated, criminal=criminal),
        *_handing(on, row, to, staff=staff, duty_crime=duty_crime),
    )
    values = {"sanction": _WEIGHTS[sanction], "hand_to": list(to)}
    return Ruling(norm=Norm.MUST, says=f"{says}。", points=points, values=values)


def every_deed(on: date) -> Ruling:
    """法律责任 of every deed, where none is named."""
    rows = [(deed, row) for deed, row in _ROWS.items() if row.article.statute.in_force(on)]
    listed = tuple(Point(f"{_DEEDS[deed]}：{row.who}", row.article) for deed, row in rows)
    text = "须说明违法的行为，才能指出由谁承担、依哪一条"
    return Ruling(norm=Norm.UNCLEAR, says=f"{text}。", points=listed)


_DEEDS: Final = {
    Deed.DUTY_NEGLECTED: "不依法履行行政复议职责",
    Deed.ABUSE: "徇私舞弊、渎职、失职",
    Deed.NO_REPLY: "不提出书面答复或者不提交证据、依据",
    Deed.APPLICATION_OBSTRUCTED: "阻挠、变相阻挠申请行政复议",
    Deed.RETALIATION: "报复陷害",
    Deed.NOT_PERFORMED: "不履行或者拖延履行决定书、调解书、意见书",
    Deed.WRONG_REDO: "不按要求或者违反规定重新作出行政行为",
    Deed.EVIDENCE_OBSTRUCTED: "拒绝、阻挠调查取证",
    Deed.ORDER_DISTURBED: "故意扰乱行政复议工作秩序",
    Deed.REVIEWER_ATTACKED: "报复、侮辱、威胁行政复议人员及其近亲属",
}


def _of_row(
    deed: Deed, row: _Row, on: date, *, aggravated: bool | None, criminal: bool | None
) -> Iterator[Point]:
    if deed is Deed.WRONG_REDO:
        text = "不按要求或者违反规定重新作出的，依不履行决定追究责任"
        yield Point(text, ARR2026[71] if ARR2026.in_force(on) else ARR2007[62])
    if deed is Deed.EVIDENCE_OBSTRUCTED and not ARR2026.in_force(on):
        yield Point("拒绝或者阻挠查阅、复制、调取文件和资料的，同样处理", ARR2007[63])
    if row.heavier_if:
        text = f"{row.heavier_if}的，依法给予{_HEAVY}的处分"
        yield Point(text, row.article, aggravated)
    if row.crime:
        yield Point("构成犯罪的，依法追究刑事责任", row.article, criminal)


def _recipients(deed: Deed, *, staff: bool, duty_crime: bool) -> Iterator[str]:
    if staff or duty_crime:
        yield "supervisory"
    if staff:
        yield "appointing"
    if deed not in BY_ORGANS:
        yield "police"


def _handing(
    on: date, row: _Row, to: tuple[str, ...], *, staff: bool, duty_crime: bool | None
) -> Iterator[Point]:
    """移送: facts may be handed over, clues of official crime must be (ARL 85, 86)."""
    if staff:
        text = "可以向监察机关或者公职人员任免机关、单位移送违法的事实材料"
        yield Point(text, ARL[85])
        if not ARR2026.in_force(on):
            yield Point("也可以提出对责任人员的处分建议", ARR2007[65])
    if "police" in to:
        yield Point("治安管理处罚由公安机关依法决定", row.article)
    yield from _clues(on, found=duty_crime)


def _clues(on: date, *, found: bool | None = True) -> Iterator[Point]:
    """移送问题线索, of whatever the case shows, also of the act itself (ARL 86)."""
    yield Point(_CLUES, ARL[86], found)
    if ARR2026.in_force(on):
        yield Point("与监察监督贯通协同，健全信息共享和线索移送机制", ARR2026[73])
