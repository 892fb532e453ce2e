"""申请书: what it must say, and the ways to hand it in (ARL 22; ARR2026 27, 28; ARR2007 18-20)."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.saying import Norm, Point, Ruling
from shared.law.article import ARL, ARR2007, ARR2026, Article


class Form(StrEnum):
    """How one applies 申请方式 (ARL 22)."""

    WRITTEN = "written"  # 当面或者邮寄提交申请书
    ONLINE = "online"  # 互联网渠道
    ORAL = "oral"  # 口头


class Entry(StrEnum):
    """What an application contains 申请书载明的事项和所附材料 (ARR2026 27)."""

    BASICS = "basics"  # 公民姓名、性别、身份证号码、住所，或者组织名称、住所
    HEAD = "head"  # 组织的法定代表人或者主要负责人的姓名、职务
    CREDIT_CODE = "credit_code"  # 统一社会信用代码
    DELIVERY = "delivery"  # 送达地址
    CONTACT = "contact"  # 联系方式
    OLD_BASICS = "old_basics"  # 公民年龄、工作单位，以及邮政编码（2026年6月30日以前）
    RESPONDENT = "respondent"  # 被申请人的名称
    REQUEST = "request"  # 复议请求、主要事实和理由
    DATE = "date"  # 申请日期
    MARK = "mark"  # 签名、盖章或者按指印
    IDENTITY = "identity"  # 身份证明材料
    AGENT = "agent"  # 代理人的基本情况、身份证明和权限证明


TERMS: Final = {
    Entry.BASICS: "姓名、性别、身份证号码、住所",
    Entry.HEAD: "法定代表人或者主要负责人的姓名、职务",
    Entry.CREDIT_CODE: "统一社会信用代码",
    Entry.DELIVERY: "送达地址",
    Entry.CONTACT: "联系方式",
    Entry.OLD_BASICS: "年龄、工作单位、邮政编码",
    Entry.RESPONDENT: "被申请人的名称",
    Entry.REQUEST: "复议请求、主要事实和理由",
    Entry.DATE: "申请日期",
    Entry.MARK: "签名、盖章或者按指印",
    Entry.IDENTITY: "身份证明材料",
    Entry.AGENT: "代理人的基本情况、身份证明和代理权限证明",
}
_SINCE_2026: Final = (Entry.DELIVERY, Entry.CONTACT, Entry.IDENTITY, Entry.CREDIT_CODE, Entry.AGENT)
_OF_ORGANISATIONS: Final = (Entry.HEAD, Entry.CREDIT_CODE)
_CALLED: Final = {Entry.BASICS: "名称、住所", Entry.OLD_BASICS: "邮政编码"}
"""What organisations say of themselves instead: they have no sex, age or place of work."""


def entries(on: date, *, organisation: bool, by_agent: bool) -> tuple[Entry, ...]:
    """申请书应当载明的事项, in the edition of the day (ARR2026 27; ARR2007 19)."""
    left_out = set(() if organisation else _OF_ORGANISATIONS)
    left_out |= set(() if by_agent else (Entry.AGENT,))
    left_out |= {Entry.OLD_BASICS} if ARR2026.in_force(on) else set(_SINCE_2026)
    return tuple(each for each in Entry if each not in left_out)


def application(
    on: date,
    *,
    form: Form,
    organisation: bool | None,
    by_agent: bool | None,
    given: Collection[Entry] | None,
    writing_hard: bool | None,
    served_online: bool | None,
) -> Ruling:
    """提出申请: content and form (ARL 22; ARR2026 27, 28).

    Args:
        on: The day of the application.
        form: How it is brought.
        organisation: Whether a legal person or other organisation applies.
        by_agent: Whether an agent applies for the applicant.
        given: What the application contains; None where that is not told.
        writing_hard: Whether applying in writing is difficult.
        served_online: Whether the act was served through the internet.
    """
    needed = entries(on, organisation=bool(organisation), by_agent=bool(by_agent))
    missing = [] if given is None else [each for each in needed if each not in given]
    points = [*_ways(form, on, writing_hard=writing_hard, served_online=served_online)]
    terms = TERMS | (_CALLED if organisation else {})
    listed = "；".join(terms[each] for each in needed)
    whole = None if given is None else not missing
    points.append(Point(f"应当载明或者提交：{listed}", _contents(on), whole))
    points.extend(_proofs(on, by_agent=bool(by_agent)))
    says = f"应当载明或者提交{len(needed)}项内容。"
    if missing:
        lacking = "；".join(terms[each] for each in missing)
        says = f"还缺少：{lacking}；不能判断是否符合受理条件的，通知补正。"
        points.append(Point("材料不齐全、无法判断的，一次性书面通知补正", ARL[31].par(1)))
    values = {
        "needed": [each.value for each in needed],
        "missing": [each.value for each in missing],
    }
    return Ruling(norm=Norm.MUST, says=says, points=tuple(points), values=values)


def _proofs(on: date, *, by_agent: bool) -> Iterator[Point]:
    """What goes with it: the agent's papers, and what the applicant proves (ARR2007 21)."""
    if not ARR2026.in_force(on):
        text = "不履行职责的，附曾经要求履行的证明；请求行政赔偿的，附受损害的证明"
        yield Point(text, ARR2007[21])
        return
    if by_agent:
        text = "法定代理人、委托代理人代为申请的，写明其情况并提交身份和权限证明"
        yield Point(text, ARR2026[27].par(2))
    text = "不履行职责、请求行政赔偿的，申请人应当提供的证据见举证责任"
    yield Point(text, ARL[44].par(2))


def may_apply_orally(*, writing_hard: bool | None) -> Point:
    """书面申请有困难的，可以口头申请 (ARL 22)."""
    return Point("书面申请有困难的，可以口头申请", ARL[22].par(1), writing_hard)


def _contents(on: date) -> Article:
    return ARR2026[27].par(1) if ARR2026.in_force(on) else ARR2007[19]


def _ways(
    form: Form, on: date, *, writing_hard: bool | None, served_online: bool | None
) -> Iterator[Point]:
    new = ARR2026.in_force(on)
    match form:
        case Form.ORAL:
            yield may_apply_orally(writing_hard=writing_hard)
            yield Point("行政复议机关应当当场记录申请人、请求、事实、理由和时间", ARL[22].par(3))
            if not new:
                text = "笔录交申请人核对或者向其宣读，由其签字确认"
                yield Point(text, ARR2007[20])
        case Form.ONLINE:
            yield Point("可以通过行政复议机关指定的互联网渠道提交", ARL[22].par(2))
            if new:
                yield Point("材料到达特定系统之日为收到之日", ARR2026[28].par(1))
                yield Point("材料符合要求的，不得要求另行提供纸质材料", ARR2026[28].par(2))
                yield Point("在线办理与线下具有同等法律效力", ARR2026[8].par(2))
            else:
                yield Point("有条件的可以接受电子邮件形式的申请", ARR2007[18].par(2))
        case Form.WRITTEN:
            yield Point("可以当面提交或者邮寄申请书", ARL[22].par(2))
    if served_online:
        text = "通过互联网渠道送达决定书的，行政机关应当同时提供提交申请书的互联网渠道"
        yield Point(text, ARL[22].par(2))
    yield Point("对两个以上行政行为不服的，应当分别申请", ARL[22].par(4))
