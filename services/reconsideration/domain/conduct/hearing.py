"""听取意见、听证和咨询: how the parties and the committee are heard (ARL 49 to 52, 61)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.handling import NOTICE, latest_notice
from services.reconsideration.domain.ordering import adoption
from services.reconsideration.domain.saying import Norm, Point, Ruling, every
from shared.contracts.reconsideration.assigning import Track
from shared.law.article import ARL, ARR2007, ARR2026
from shared.law.calendar import Calendar
from shared.law.proof import Proof


class Means(StrEnum):
    """How opinions are heard 听取意见的方式 (ARL 49)."""

    FACE = "face"  # 当面
    INTERNET = "internet"  # 互联网
    PHONE = "phone"  # 电话
    PAPER = "paper"  # 书面


_OPINIONS: Final = {
    Norm.MUST: "应当当面或者通过互联网、电话等方式听取当事人的意见并记录。",
    Norm.MAY: "可以书面审理。",
    Norm.BARRED: "听取意见的方式或者记录不符合规定。",
}


def opinions(
    track: Track, *, means: Means | None, recorded: bool | None, prevented: bool | None
) -> Ruling:
    """听取意见 (ARL 49, 54).

    Args:
        track: Which procedure.
        means: How they were heard.
        recorded: Whether what was heard is on record.
        prevented: Whether they cannot be heard for a cause of the party's own.
    """
    if track is Track.SIMPLIFIED or prevented:
        why = Point("因当事人原因不能听取意见的，可以书面审理", ARL[49])
        if track is Track.SIMPLIFIED:
            why = Point("适用简易程序的，可以书面审理", ARL[54].par(2))
        return Ruling(norm=Norm.MAY, says=_OPINIONS[Norm.MAY], points=(why,))
    orally = None if means is None else means is not Means.PAPER
    points = (
        Point("应当当面或者通过互联网、电话等方式听取当事人的意见", ARL[49], orally),
        Point("听取的意见应当记录在案", ARL[49], recorded),
    )
    norm = Norm.BARRED if False in (orally, recorded) else Norm.MUST
    return Ruling(norm=norm, says=_OPINIONS[norm], points=points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """听证 as it is planned or was held; None where that is not known."""

    grave: bool | None = None
    """重大、疑难、复杂."""
    asked: bool | None = None
    """申请人请求听证."""
    needed: bool | None = None
    """行政复议机构认为有必要."""
    on: date | None = None
    notified_on: date | None = None
    """当事人收到书面通知之日."""
    hosts: int | None = None
    officers: int | None = None
    recorders: int | None = None
    absent: bool | None = None
    """申请人不参加."""
    excused: bool | None = None
    head_attends: bool | None = None
    explained: bool | None = None
    """被申请人的负责人说明了不能参加的理由."""
    staff_sent: bool | None = None


OFFICERS: Final = 2
"""听证员, so many at least beside one host and one recorder (ARL 50)."""
_HEARD: Final = {
    Norm.MUST: "应当组织听证。",
    Norm.MAY: "可以组织听证。",
    Norm.UNCLEAR: "须说明案件是否重大、疑难、复杂，或者申请人是否请求、机构是否认为有必要。",
    Norm.BARRED: "听证的通知、组成或者参加不符合规定，应当改正后再举行。",
}


def hearing(held: Hearing, step_on: date, calendar: Calendar) -> Ruling:
    """听证 (ARL 50, 51, 61).

    Args:
        held: The hearing.
        step_on: The day of the step.
        calendar: The city's calendar.
    """
    norm = _whether(held)
    noticed = notice(held.on, held.notified_on, calendar)
    points = (*_may_or_must(held, step_on), noticed, *_persons(held))
    flawed = any(each.met is False for each in points[1:])
    says = _HEARD[norm] + (_HEARD[Norm.BARRED] if flawed else "")
    waived = bool(held.absent and held.excused is False)
    earliest = NOTICE.period.last_day(held.notified_on, calendar) if held.notified_on else None
    latest = latest_notice(held.on, calendar) if held.on else None
    return Ruling(
        norm=norm,
        says=says,
        points=(*points, *_deciding(waived=waived)),
        proofs=tuple(_proofs(held, latest, calendar)),
        values={
            "latest_notice": latest.isoformat() if latest else None,
            "earliest_hearing": earliest.isoformat() if earliest else None,
            "waived": waived,
            "flawed": flawed,
        },
    )


def _whether(held: Hearing) -> Norm:
    if held.grave:
        return Norm.MUST
    return Norm.MAY if held.asked or held.needed else Norm.UNCLEAR


def _may_or_must(held: Hearing, step_on: date) -> Iterator[Point]:
    if held.grave or not (held.asked or held.needed):
        yield Point("重大、疑难、复杂的案件应当组织听证", ARL[50].par(1), held.grave)
    else:
        why = "申请人请求听证" if held.asked else "行政复议机构认为有必要"
        yield Point(f"{why}的，可以组织听证", ARL[50].par(2))
    if not ARR2026.in_force(step_on):
        text = "条例（2007）“可以采取听证”的规定，对重大、疑难、复杂的案件已由法律改为应当"
        yield Point(text, ARR2007[33])


def notice(on: date | None, notified_on: date | None, calendar: Calendar) -> Point:
    """听证通知: five working days before the hearing, all parties have it (ARL 51).

    Args:
        on: 举行听证之日; None while it is not set.
        notified_on: The day on which the last of them received it.
        calendar: The city's calendar.
    """
    text = "举行听证五日前将时间、地点和拟听证事项书面通知当事人"
    if on is None:
        return Point(text, ARL[51].par(1))
    last = latest_notice(on, calendar)
    met = None if notified_on is None else notified_on <= last
    text += f"，最迟{last}（当日不计，举行之日不早于第五个工作日）"
    return Point(text, ARL[51].par(1), met)


def panel(hosts: int | None, officers: int | None, recorders: int | None) -> Point:
    """听证的组成: one presides, two or more hearing officers, one keeps minutes (ARL 50)."""
    met = every(
        None if hosts is None else hosts == 1,
        None if officers is None else officers >= OFFICERS,
        None if recorders is None else recorders == 1,
    )
    text = "一名主持人、两名以上听证员都是行政复议人员，另有一名记录员制作笔录"
    known = (hosts, officers, recorders)
    return Point(text, ARL[50].par(3), met if any(each is not None for each in known) else None)


def _persons(held: Hearing) -> Iterator[Point]:
    """主持人、听证员、记录员, and those who must come (ARL 50, 51)."""
    yield panel(held.hosts, held.officers, held.recorders)
    if held.head_attends:
        yield Point("被申请人的负责人参加听证", ARL[51].par(3), met=True)
    else:
        text = "被申请人的负责人应当参加；不能参加的，说明理由并委托相应的工作人员"
        absent = held.head_attends is False
        met = every(held.explained, held.staff_sent) if absent else None
        yield Point(text, ARL[51].par(3), met)
    if held.absent:
        text = "申请人无正当理由拒不参加的，视为放弃听证权利"
        waived = None if held.excused is None else not held.excused
        yield Point(text, ARL[51].par(2), True if waived else None)


def _deciding(*, waived: bool) -> Iterator[Point]:
    text = "经过听证的，根据听证笔录、审查认定的事实和证据作出决定"
    yield Point(text + ("；放弃听证的不影响作出决定" if waived else ""), ARL[61].par(2))
    text = "国务院行政复议机构2024年印发的听取意见、听证办法另有细则，本台未收录"
    yield Point(text, None)


def _proofs(held: Hearing, latest: date | None, calendar: Calendar) -> Iterator[Proof]:
    """From the latest day of notice to the hearing, and from the notice that was given."""
    earliest = replace(NOTICE, term="听证最早之日", because="当事人收到听证通知")
    for rule, start in ((NOTICE, latest), (earliest, held.notified_on)):
        if start:
            yield rule.proof(start, calendar)


def committee(on: date, *, adopted: bool | None, reasoned: bool | None) -> Ruling:
    """咨询意见: the committee, what is recorded, what weight it has (ARL 52, 61; ARR2026 50-52).

    Args:
        on: The day of the step.
        adopted: Whether the opinion is followed.
        reasoned: Whether reasons are given for not following it.
    """
    points = [
        Point("政府建立相关部门、专家、学者参与的行政复议委员会", ARL[52].par(1)),
        *_committee_2026(on),
        Point("行政复议机构应当记录委员会的咨询意见", ARL[52].par(3)),
        Point("咨询意见是作出决定的重要参考依据", ARL[61].par(3)),
        Point("提请咨询不是中止的情形，咨询的时间计入审理期限", ARL[39].par(1)),
    ]
    if adopted is not None:
        points.append(adoption(adopted, reasoned=bool(reasoned), on=on))
    failed = any(each.met is False for each in points)
    says = "不采纳咨询意见的，应当说明理由。" if failed else "应当记录并重点参考咨询意见。"
    norm = Norm.BARRED if failed else Norm.MUST
    return Ruling(norm=norm, says=says, points=tuple(points))


def _committee_2026(on: date) -> Iterator[Point]:
    if ARR2026.in_force(on):
        text = "可设主任、副主任，由本级政府、本级行政复议机构的负责人等担任"
        yield Point(text, ARR2026[50].par(1))
        yield Point("通过全体会议、案件咨询会议等形式履行职责", ARR2026[51])
        text = "报请签发决定时附具咨询意见并说明采纳情况，不采纳的说明理由"
        yield Point(text, ARR2026[52])
