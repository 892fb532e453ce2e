"""上级: elevation of a case, and correction by the authority above (ARL 35, 38, 40; ARR2026 40)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from services.reconsideration.domain.handling import deciding, of_table
from services.reconsideration.domain.saying import Norm, Point, Ruling, by
from shared.contracts.reconsideration.assigning import Track
from shared.contracts.reconsideration.correcting import Wrong
from shared.contracts.reconsideration.higher import Elevation, Initiative
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.calendar import Calendar
from shared.law.proof import Proof

_GROUNDS: Final = {
    Elevation.PUBLIC: "涉及重大社会公共利益或者有重大影响",
    Elevation.NOVEL: "属于新类型案件，且案情重大、疑难、复杂",
    Elevation.GUIDING: "具有法律适用指导意义",
    Elevation.OTHER: "确有必要提级审理的其他情形",
}
HAND_OVER: Final = of_table("hand_over", "移送案件材料期限", "下级行政复议机关收到移送通知")
"""移送案件材料, from the notice to the authority below [D] (ARR2026 40)."""


def ground_of(ground: Elevation | None) -> Point:
    """提级审理的情形: one of four, which whoever takes the case up names (ARR2026 40)."""
    article = ARR2026[40]
    if ground is None:
        return Point("须具备四种情形之一", article.par(1))
    item = list(Elevation).index(ground) + 1
    return Point(_GROUNDS[ground], article.par(1, item), met=True)


def elevation(
    ground: Elevation | None,
    initiative: Initiative,
    on: date,
    calendar: Calendar,
    *,
    track: Track,
    instructed_on: date | None,
    file_received_on: date | None,
) -> Ruling:
    """提级审理 (ARL 38; ARR2026 40).

    Args:
        ground: Why the case is taken up.
        initiative: From whom it comes.
        on: The day of the step; before July 2026 there were neither grounds nor periods.
        calendar: The city's calendar.
        track: Which procedure the case has.
        instructed_on: The day on which the lower authority was told to hand the file over.
        file_received_on: The day on which the higher authority received it.
    """
    who = _by_whom(initiative)
    points: tuple[Point, ...]
    if not ARR2026.in_force(on):
        text = "2026年6月30日以前没有提级情形、移送和重新计算期限的规定，根据需要决定"
        points = (who, Point(text, None))
        return Ruling(norm=Norm.MAY, says="可以提级审理。", points=points)
    proofs = tuple(_periods(track, instructed_on, file_received_on, calendar))
    values = {each.term: each.reckoning.last_day.isoformat() for each in proofs}
    points = (who, ground_of(ground), *_effects(initiative))
    if ground is None:
        norm, says = Norm.UNCLEAR, "须说明提级审理的情形。"
    else:
        norm = Norm.MAY
        says = "可以" + ("决定" if initiative is Initiative.HIGHER else "报请上级") + "提级审理。"
    return Ruling(norm=norm, says=says, points=points, proofs=proofs, values={"deadlines": values})


def _by_whom(initiative: Initiative) -> Point:
    if initiative is Initiative.HIGHER:
        return Point("上级行政复议机关可以审理下级管辖的案件", ARL[38].par(1))
    return Point("下级行政复议机关可以报请上级行政复议机关决定", ARL[38].par(2))


def _effects(initiative: Initiative) -> Iterator[Point]:
    if initiative is Initiative.LOWER:
        yield Point("报请期间不计入案件办理期限", ARR2026[40].par(2))
    text = "决定提级的，通知下级于五个工作日内移送案件材料，并书面告知当事人"
    yield Point(text, ARR2026[40].par(3))
    text = "审理期限自上级机关收到案件材料之日起重新计算"
    yield Point(text, ARR2026[40].par(3))


def _periods(
    track: Track, instructed_on: date | None, file_received_on: date | None, calendar: Calendar
) -> Iterator[Proof]:
    if instructed_on:
        yield HAND_OVER.proof(instructed_on, calendar)
    if file_received_on:
        yield deciding(file_received_on, calendar, track, elevated_on=file_received_on)


NOT_ACCEPTED: Final = (Wrong.DECLINED, Wrong.NOT_HANDLED, Wrong.ABANDONED)
"""没有受理: by whatever name the file was closed, the application was not accepted (RULES 146)."""

_WRONGS: Final = {
    Wrong.DECLINED: "不予受理",
    Wrong.NOT_HANDLED: "告知不再处理",
    Wrong.ABANDONED: "视为放弃申请",
    Wrong.DISMISSED: "驳回申请",
    Wrong.OVERDUE: "受理后超过期限不作答复",
    Wrong.SUSPENDED: "中止行政复议",
}


def correction(wrong: Wrong | None, on: date, *, justified: bool | None) -> Ruling:
    """上级责令纠正、恢复审理 (ARL 35, 40; ARR2007 31, 48).

    Args:
        wrong: What was done.
        on: The day of the step.
        justified: Whether there was a good reason for it.
    """
    if wrong is None:
        points = (
            Point("没有正当理由不予受理、驳回申请、逾期不作答复的，上级应当责令纠正", ARL[35]),
            Point("没有正当理由中止的，上级应当责令恢复审理", ARL[40]),
        )
        return Ruling(norm=Norm.UNCLEAR, says="须说明下级机关的处理。", points=points)
    unjust = None if justified is None else not justified
    norm = by(unjust, Norm.MUST)
    suspended = wrong is Wrong.SUSPENDED
    order = "责令恢复审理" if suspended else "责令纠正"
    says = {
        Norm.MUST: f"上级行政机关应当{order}。",
        Norm.BARRED: f"有正当理由的{_WRONGS[wrong]}，不{order}。",
        Norm.UNCLEAR: f"须查明{_WRONGS[wrong]}有无正当理由。",
    }[norm]
    article = ARL[40] if suspended else ARL[35]
    found = [Point(f"没有正当理由{_WRONGS[wrong]}的，上级应当{order}", article, unjust)]
    if not suspended:
        found.append(Point("申请人有权向上级行政机关反映", ARL[35]))
        found.append(Point("必要时，上级行政复议机关可以直接受理", ARL[35]))
    found.extend(_before(wrong, on))
    found.append(Point("不依法履行复议职责的，对责任人员依法给予处分", ARL[80]))
    return Ruling(norm=norm, says=says, points=tuple(found))


def _before(wrong: Wrong, on: date) -> Iterator[Point]:
    """The steps of the regulation of 2007, which that of 2026 has dropped."""
    if ARR2026.in_force(on):
        return
    if wrong in NOT_ACCEPTED:
        yield Point("可以先行督促受理；经督促仍不受理的，责令限期受理", ARR2007[31])
        yield Point("申请不符合受理条件的，应当告知申请人", ARR2007[31])
    if wrong is Wrong.DISMISSED:
        yield Point("驳回理由不成立的，责令恢复审理", ARR2007[48].par(2))
