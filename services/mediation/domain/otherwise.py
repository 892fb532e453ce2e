"""信访、信息公开、征收、采购: what is answered by a procedure of its own, and not mediated."""

from typing import Final

from services.mediation.domain.fields import Field, Kind, Limit, Note, Step
from shared.law.article import ARL, HOUSE_EXPROPRIATION, OGI, PETITION, PLAN, Article
from shared.law.period import CalendarDays, WorkingDays


def _not(
    code: str,
    term: str,
    says: str,
    basis: Article,
    *,
    limits: tuple[Limit, ...] = (),
    notes: tuple[Note, ...] = (),
) -> Field:
    return Field(
        code=code, term=term, kind=Kind.NONE, organ=says, basis=basis, limits=limits, notes=notes
    )


_PETITION: Final = (
    Limit("信访部门转送、交办", CalendarDays(15), PETITION[22].par(1), Step.RECEIVED),
    Limit("有权机关书面告知", CalendarDays(15), PETITION[23].par(2), Step.RECEIVED),
    Limit("书面告知转送、交办的事项", CalendarDays(15), PETITION[23].par(3), Step.REFERRED),
    Limit("对转送提出异议", WorkingDays(5), PETITION[23].par(3), Step.REFERRED),
    Limit(
        "办结信访事项",
        CalendarDays(60),
        PETITION[34],
        Step.ACCEPTED,
        PETITION[34],
        CalendarDays(30),
    ),
    Limit("请求复查", CalendarDays(30), PETITION[35], Step.ANSWERED),
    Limit("提出复查意见", CalendarDays(30), PETITION[35], Step.REVIEW_ASKED),
    Limit("请求复核", CalendarDays(30), PETITION[36].par(1), Step.REVIEWED),
    Limit(
        "提出复核意见",
        CalendarDays(30),
        PETITION[36].par(1),
        Step.RECHECK_ASKED,
        excludes=PETITION[36].par(2),
        out="听证",
    ),
)

_OPINIONS: Final = "征求第三方和其他机关意见"

_DISCLOSURE: Final = (
    Limit("告知补正", WorkingDays(7), OGI[30], Step.RECEIVED),
    Limit(
        "答复",
        WorkingDays(20),
        OGI[33].par(2),
        Step.RECEIVED,
        OGI[33].par(2),
        WorkingDays(20),
        OGI[33].par(3),
        out=_OPINIONS,
    ),
    Limit(
        "答复（自补正起）",
        WorkingDays(20),
        OGI[33].par(2),
        Step.SUPPLEMENTED,
        OGI[33].par(2),
        WorkingDays(20),
        OGI[33].par(3),
        out=_OPINIONS,
    ),
    Limit("第三方提出意见", WorkingDays(15), OGI[32], Step.REFERRED),
    Limit("其他机关提出意见", WorkingDays(15), OGI[34], Step.REFERRED),
)

OTHERWISE: Final = (
    _not(
        "xinfang",
        "信访事项",
        "按信访程序办理；诉讼、仲裁、复议、裁决等事项导入相应程序，不另行调解",
        PETITION[31],
        limits=_PETITION,
        notes=(
            Note("复核意见作出后以同一事实和理由提出的，不再受理", PETITION[36].par(3)),
            Note("坚持人民调解、行政调解、司法调解联动", PETITION[37].par(1)),
            Note("应当诉讼、复议的，按法律程序处理", PETITION[31].par(item=1)),
            Note("应当仲裁的，导入仲裁", PETITION[31].par(item=2)),
            Note("可以党员申诉、申请复审的，导入相应程序", PETITION[31].par(item=3)),
            Note("可以复议、裁决、确认、许可、处罚的，导入相应程序", PETITION[31].par(item=4)),
            Note("申请查处违法、履行保护职责的，依该法履行或者答复", PETITION[31].par(item=5)),
            Note("六十日办结只适用于其他申诉求决事项", PETITION[31].par(item=6)),
            Note("在裁量权范围内，经争议双方同意可以调解", PETITION[33]),
        ),
    ),
    _not(
        "gongkai",
        "政府信息公开",
        "按信息公开程序答复，不予公开的先申请行政复议，不以调解处理",
        OGI[33],
        limits=_DISCLOSURE,
        notes=(
            Note("当面提交的，提交之日为收到之日", OGI[31].par(item=1)),
            Note("签收的邮件，签收之日；平信，与申请人确认之日", OGI[31].par(item=2)),
            Note("网上、传真提交的，双方确认之日", OGI[31].par(item=3)),
            Note("补正一次告知，答复期限自收到补正之日起算", OGI[30]),
            Note("征求第三方、其他机关意见的时间不计入", OGI[33].par(3)),
        ),
    ),
    _not(
        "zhengshou",
        "房屋土地征收补偿",
        "是行政行为或者行政协议，申请复议或者起诉，复议中可以调解",
        ARL[11].par(item=5),
        notes=(
            Note("补偿决定不服的，复议或者起诉", HOUSE_EXPROPRIATION[26]),
            Note("补偿协议争议属于复议范围", ARL[11].par(item=13)),
            Note("复议机关办理复议案件可以调解", ARL[5]),
        ),
    ),
    _not("caigou", "政府采购投诉", "由财政部门处理投诉，先向采购人质疑，不以调解处理", PLAN[24]),
)
"""What is not mediated as a dispute between private persons."""
