"""调查取证和查阅复制: who takes evidence and how, who reads the file (ARL 45 to 47)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from services.reconsideration.domain.conduct.parties import Side
from services.reconsideration.domain.excluded import APPRAISAL, INSPECTION, article_of
from services.reconsideration.domain.saying import Norm, Point, Ruling
from shared.contracts.reconsideration.access import Excepted
from shared.contracts.reconsideration.inquiring import Appraiser
from shared.law.article import ARL, ARR2007, ARR2026

COLLECTORS: Final = 2
"""调查取证的人数, however many review the case (ARL 45)."""


def collection(
    side: Side,
    on: date,
    *,
    persons: int | None,
    shown: bool | None,
    appraiser: Appraiser | None,
) -> Ruling:
    """调查取证、询问、勘验、鉴定 (ARL 45, 46; ARR2026 44 to 46; ARR2007 33, 34, 37).

    Args:
        side: Who takes evidence.
        on: The day of the step.
        persons: How many take it.
        shown: Whether they show their papers 出示工作证件.
        appraiser: Who named the institution, where something is appraised.
    """
    if side is Side.RESPONDENT:
        text = "复议期间被申请人不得自行向申请人和其他单位、个人收集证据"
        basis = Point("自行收集的不作为认定合法性、适当性的依据", ARL[46].par(1))
        exception = Point("经行政复议机构同意补充证据的除外", ARL[46].par(2))
        said = (Point(text, ARL[46].par(1), met=False), basis, exception)
        return Ruling(norm=Norm.BARRED, says=f"{text}。", points=said)
    if side is not Side.BODY:
        text = "法律没有限制申请人、第三人及其代理人自行收集证据"
        return Ruling(norm=Norm.SILENT, says=f"{text}。", points=(Point(text, None),))
    points = (*_taking(persons, shown), *_asking(on), *_appraising(on, appraiser))
    failed = any(each.met is False for each in points)
    says = "不符合规定，不得这样取证。" if failed else "可以取证，须两人以上并出示工作证件。"
    return Ruling(norm=Norm.BARRED if failed else Norm.MAY, says=says, points=points)


def _taking(persons: int | None, shown: bool | None) -> Iterator[Point]:  # noqa: FBT001 - found, not chosen
    yield Point("有权查阅、复制、调取文件和资料，询问有关人员", ARL[45].par(1))
    enough = None if persons is None else persons >= COLLECTORS
    text = "行政复议人员不得少于两人，只由一人审理的简易程序案件也一样"
    yield Point(text, ARL[45].par(2), enough)
    yield Point("应当出示行政复议工作证件", ARL[45].par(2), shown)
    yield Point("被调查的单位和个人应当配合，不得拒绝或者阻挠", ARL[45].par(3))


def _asking(on: date) -> Iterator[Point]:
    if ARR2026.in_force(on):
        yield Point("认为有必要的，可以当面询问当事人和其他有关人员", ARR2026[44])
        text = "现场勘验，有关单位和人员应当配合，所用时间不计入审理期限"
        yield Point(text, article_of(INSPECTION, on))
    else:
        yield Point("认为必要的，可以实地调查核实证据", ARR2007[33])
        yield Point("现场勘验所用时间不计入审理期限", article_of(INSPECTION, on))


def _appraising(on: date, appraiser: Appraiser | None) -> Iterator[Point]:
    new = ARR2026.in_force(on)
    article = article_of(APPRAISAL, on)
    if appraiser is Appraiser.OWN:
        text = "当事人自行委托鉴定的规定已经取消，应当申请行政复议机构委托"
        yield Point(text if new else "当事人可以自行委托鉴定机构", article, met=not new)
    elif appraiser:
        text = "经机构同意，当事人协商确定有资格的鉴定机构，协商不成的由机构指定"
        yield Point(text if new else "可以申请行政复议机构委托鉴定", article, met=True)
    yield Point("鉴定费用由当事人承担，所用时间不计入审理期限", article)


_EXCEPTED: Final = {
    Excepted.STATE_SECRET: "涉及国家秘密",
    Excepted.BUSINESS_SECRET: "涉及商业秘密",
    Excepted.PRIVACY: "涉及个人隐私",
    Excepted.SAFETY: "可能危及国家安全、公共安全、社会稳定",
}


def file_access(side: Side, excepted: Excepted | None, on: date) -> Ruling:
    """查阅、复制 the respondent's reply, evidence and basis (ARL 47; ARR2026 49; ARR2007 35)."""
    if side in {Side.RESPONDENT, Side.BODY}:
        text = "法律规定查阅、复制的是申请人、第三人及其委托代理人"
        return Ruling(norm=Norm.SILENT, says=f"{text}。", points=(Point(text, ARL[47]),))
    text = "可以查阅、复制被申请人的书面答复、证据、依据和其他有关材料"
    points = [Point(text, ARL[47])]
    if ARR2026.in_force(on):
        text = "行政复议机关应当为查阅、复制提供必要条件，委托代理人也一样"
        points.append(Point(text, ARR2026[49]))
    else:
        text = "行政复议机关应当为申请人、第三人查阅提供必要条件；复制依照法律"
        points.append(Point(text, ARR2007[35]))
    why = _EXCEPTED.get(excepted or Excepted.NONE)
    if why:
        text = f"{why}的材料除外，其余材料仍应当同意查阅、复制"
        points.append(Point(text, ARL[47], met=False))
        return Ruling(norm=Norm.BARRED, says=f"{text}。", points=tuple(points))
    points.append(Point("没有法定例外的，行政复议机构应当同意", ARL[47], met=True))
    says = "行政复议机构应当同意查阅、复制。"
    return Ruling(norm=Norm.MUST, says=says, points=tuple(points))
