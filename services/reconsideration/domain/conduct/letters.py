"""意见书、建议书和工作报告: what the body tells other organs (ARL 76; ARR2026 66, 67, 69)."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.remedying import reporting
from services.reconsideration.domain.saying import Norm, Point, Ruling
from shared.contracts.reconsideration.letters import Level
from shared.law.article import ARL, ARR2007, ARR2026, RULES, Article
from shared.law.calendar import Calendar


class Finding(StrEnum):
    """What an opinion letter is about 意见书所针对的情形."""

    ILLEGAL = "illegal"  # 行政行为违法
    IMPROPER = "improper"  # 行政行为不当
    AFTERMATH = "aftermath"  # 需要做好善后工作
    NONE = "none"  # 没有违法或者不当


def opinion_letter(
    finding: Finding | None, on: date, calendar: Calendar, *, received_on: date | None
) -> Ruling:
    """行政复议意见书 of the authority (ARL 76, 77; ARR2007 57).

    Args:
        finding: What came out while the case was handled.
        on: The day of the step.
        calendar: The city's calendar.
        received_on: The day on which the organ concerned received the letter.
    """
    old = not ARR2026.in_force(on)
    text = "发现被申请人或者其他下级行政机关的行政行为违法或者不当的，可以制发意见书"
    met = None if finding is None else finding in {Finding.ILLEGAL, Finding.IMPROPER}
    points = [Point(text, ARL[76], met)]
    if old:
        text = "需要做好善后工作的，也可以制作；向行政复议机构通报情况"
        points.append(Point(text, ARR2007[57].par(1), finding is Finding.AFTERMATH or None))
        met = met or finding is Finding.AFTERMATH if finding else None
    text = "有关机关自收到之日起六十日内将纠正情况报送行政复议机关"
    points += [
        Point(text, ARL[76]),
        Point("被申请人应当履行意见书，不履行的责令限期履行", ARL[77]),
    ]
    norm = Norm.UNCLEAR if met is None else Norm.MAY if met else Norm.BARRED
    return Ruling(
        norm=norm,
        says=_OPINION[norm],
        points=tuple(points),
        proofs=(reporting(received_on, calendar),) if received_on else (),
    )


_OPINION: Final = {
    Norm.MAY: "可以制发行政复议意见书，六十日内报送纠正情况。",
    Norm.BARRED: "没有可以制发意见书的情形。",
    Norm.UNCLEAR: "须说明发现了什么情形，才能判定可否制发意见书。",
}


def recommendation(level: Level | None, on: date, *, general: bool | None) -> Ruling:
    """行政复议建议书 of the body, with no period for an answer (ARR2026 69; ARR2007 57).

    Args:
        level: In carrying out which kind of norm the problem shows.
        on: The day of the step; normative documents belong to it only since July 2026.
        general: Whether the problem is a general one.
    """
    new = ARR2026.in_force(on)
    article = ARR2026[69] if new else ARR2007[57].par(2)
    kinds = "法律、法规、规章、规范性文件" if new else "法律、法规、规章"
    points = [
        Point(f"{kinds}实施中带有普遍性的问题，可以制作建议书", article, general),
        Point("由行政复议机构向有关机关提出完善制度、改进执法的建议", article),
        Point("没有规定答复期限；本市拟定由建议书写明", RULES[48]),
    ]
    if level is Level.DOCUMENT and not new:
        text = "2026年6月30日以前的条例没有列入规范性文件"
        points.append(Point(text, None))
        return Ruling(norm=Norm.SILENT, says=f"{text}。", points=tuple(points))
    norm = Norm.UNCLEAR if general is None else Norm.MAY if general else Norm.BARRED
    return Ruling(norm=norm, says=_RECOMMENDS[norm], points=tuple(points))


_RECOMMENDS: Final = {
    Norm.MAY: "可以制作行政复议建议书。",
    Norm.BARRED: "不是带有普遍性的问题，不以建议书提出。",
    Norm.UNCLEAR: "须说明问题是否带有普遍性。",
}


class Oversight(StrEnum):
    """Which task of guidance and supervision 指导和监督的哪一项."""

    REPORT = "report"  # 工作报告和统计分析
    INSPECTION = "inspection"  # 对下级的检查
    RESPONSIBILITY = "responsibility"  # 工作责任制
    FILING = "filing"  # 重大决定备案、重大事项报告


_SINCE_2026: Final = {
    Oversight.REPORT: (
        ("县级以上地方行政复议机构应当加强统计分析，定期向本级政府提交工作报告", 66, 2),
        ("统计事项由行政复议机构办理", 4, None),
    ),
    Oversight.INSPECTION: (
        ("县级以上地方政府应当检查、抽查下级政府的复议工作，及时反馈结果", 67, None),
    ),
    Oversight.RESPONSIBILITY: (("应当建立健全工作责任制，纳入本级政府目标责任制", 66, 1),),
    Oversight.FILING: (("没有重大决定备案的规定；重大事项及时按照有关规定请示报告", 67, None),),
}
_BEFORE: Final = {
    Oversight.REPORT: (
        ("县级以上行政复议机构应当定期向本级政府提交工作状况分析报告", 58, None),
        ("案件统计由行政复议机构办理", 3, None),
    ),
    Oversight.INSPECTION: (
        ("县级以上地方政府应当检查所属部门和下级政府，及时向有关方面反馈", 56, None),
    ),
    Oversight.RESPONSIBILITY: (("应当建立健全工作责任制，纳入本级政府目标责任制", 55, None),),
    Oversight.FILING: (("下级行政复议机关应当及时将重大决定报上级备案", 59, None),),
}


def oversight(task: Oversight | None, on: date) -> Ruling:
    """工作报告、统计、检查和责任制 (ARR2026 4, 66, 67; ARR2007 3, 55, 56, 58, 59)."""
    new = ARR2026.in_force(on)
    table = _SINCE_2026 if new else _BEFORE
    points = [
        Point(text, _narrow(number, paragraph, new=new))
        for each in ([task] if task else Oversight)
        for text, number, paragraph in table[each]
    ]
    says = f"{points[0].text}。" if task else "应当报告、统计、检查，落实工作责任制。"
    return Ruling(norm=Norm.MUST, says=says, points=(*points, *_intervals(task)))


def _narrow(number: int, paragraph: int | None, *, new: bool) -> Article:
    article = (ARR2026 if new else ARR2007)[number]
    if number == _DUTIES_2026 and new:
        return article.par(item=8)
    if number == _DUTIES_2007 and not new:
        return article.par(item=4)
    return article.par(paragraph) if paragraph else article


_DUTIES_2026, _DUTIES_2007 = 4, 3


def _intervals(task: Oversight | None) -> Iterator[Point]:
    if task in {None, Oversight.REPORT, Oversight.INSPECTION}:
        yield Point("“定期”是多久，法律和条例没有规定，由本级政府确定", None)
