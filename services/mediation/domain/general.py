"""一般规定: mediation by people's committees, departments, commercial bodies and courts."""

from datetime import date
from typing import Final

from services.mediation.domain.fields import Bar, Field, Kind, Limit, Note, Step
from services.mediation.domain.peoples import period_of
from services.mediation.domain.practice import TYPICAL_BASIS
from shared.law.article import ARL, COMMERCIAL_MEDIATION, CPL, ONLINE_MEDIATION, PLAN, PML, RULES
from shared.law.calendar import Calendar
from shared.law.period import CalendarDays, WorkingDays, Years
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.unread import INVITED_MEDIATION

PEOPLES_GENERAL: Final = Field(
    code="",
    term="民间纠纷",
    kind=Kind.PEOPLES,
    organ="村（居）、乡镇、企业事业单位等人民调解委员会",
    basis=PML[2],
    limits=(
        Limit(
            "调解期限",
            period_of("term"),
            RULES[33],
            Step.CONSENTED,
            RULES[33],
            note="法律未规定期限",
        ),
    ),
    form=Note("可以制作协议书，也可以口头协议，由人民调解员记录", PML[28]),
    failure=Note("调解不成的终止，告知仲裁、行政、司法等途径", PML[26]),
    notes=(
        Note("经申请，也可以主动调解", PML[17]),
        Note("法院、公安机关受理前可以告知当事人申请人民调解", PML[18]),
        Note("当事人可以选择调解员，可以要求不公开，可以随时终止", PML[23]),
        Note("可能激化的采取预防措施，可能成为治安、刑事案件的及时报告", PML[25]),
        Note("调解员可以由委员会指定，也可以由当事人选择", PML[19]),
        Note("经当事人同意，可以邀请亲属、专业人员和有关组织参与", PML[20]),
        Note("登记、记录、协议和调解材料立卷归档", PML[27]),
        Note("不收取任何费用", PML[4]),
    ),
    department=False,
)
"""人民调解 (PML): whatever is a dispute between private persons."""

ADMINISTRATIVE_GENERAL: Final = Field(
    code="",
    term="与行政管理有关的民事纠纷",
    kind=Kind.ADMINISTRATIVE,
    organ="主管该事项的行政机关",
    basis=RULES[6],
    bars=(
        (Bar.IN_COURT, Note("法院、仲裁机构已经受理的，不调解（各地通行做法）")),
        (Bar.REPEATED, Note("已经调解且没有新情况的，不再调解（各地通行做法）")),
        (Bar.NOT_CONCERNED, Note("不属于本机关主管的，不受理，移送有管辖权的机关（各地通行做法）")),
        (Bar.FALSE, Note("虚假申请的，不受理（各地通行做法）")),
    ),
    form=Note("制作行政调解协议书，性质为合同"),
    failure=Note("终止调解，书面告知仲裁、诉讼等途径"),
    notes=(
        Note("由当事人申请或者机关提议，须经各方同意，一方拒绝即终止"),
        Note("由一名以上调解人员进行，复杂的二名以上并作记录"),
        Note("告知权利义务，与纠纷有利害关系的调解人员回避"),
        Note("机关负责人主导方案、参与调解，参与情况记录在案", PLAN[23]),
        Note("协议性质为合同；能否司法确认限于依法设立的调解组织", CPL[205]),
        Note("对民事纠纷的行政调解不服的，不能申请行政复议", ARL[12].par(item=4)),
    ),
    configured=TYPICAL_BASIS,
)
"""行政调解 where no statute of the field says anything."""

_COURT_LIMITS: Final = (
    Limit("确认是否接受", WorkingDays(3), ONLINE_MEDIATION[12], Step.REFERRED),
    Limit(
        "立案前调解",
        CalendarDays(30),
        ONLINE_MEDIATION[24].par(1),
        Step.CONFIRMED,
        ONLINE_MEDIATION[24].par(1),
        excludes=ONLINE_MEDIATION[26].par(1),
    ),
    *(
        Limit(
            f"立案后调解（{called}程序）",
            CalendarDays(days),
            ONLINE_MEDIATION[24],
            Step.ENTRUSTED,
            ONLINE_MEDIATION[24],
            excludes=ONLINE_MEDIATION[26].par(1),
        )
        for called, days in (("普通", 15), ("简易", 7))
    ),
)

COURT: Final = Field(
    code="",
    term="人民法院委派、委托的调解",
    kind=Kind.COURT,
    organ="人民法院委派、委托的调解组织或者调解员",
    basis=ONLINE_MEDIATION[4],
    limits=_COURT_LIMITS,
    form=Note("在线制作或者上传协议，自各方完成电子签章时生效", ONLINE_MEDIATION[19]),
    failure=Note("立案前的依法登记立案，立案后的恢复审理", ONLINE_MEDIATION[21]),
    notes=(
        Note("立案后普通程序十五日，简易程序七日，各方同意可以延长", ONLINE_MEDIATION[24]),
        Note("特邀调解的期限同样为三十日、十五日、七日", INVITED_MEDIATION[27]),
        Note("为调解作出的让步，不得在诉讼中作为不利证据", ONLINE_MEDIATION[18]),
    ),
    department=False,
)
"""司法调解 (ONLINE_MEDIATION), before a suit is filed and after."""

COMMERCIAL: Final = Field(
    code="",
    term="商事争议",
    kind=Kind.COMMERCIAL,
    organ="取得执业证书的商事调解组织",
    basis=COMMERCIAL_MEDIATION[15],
    since=date(2026, 5, 1),
    form=Note("制作商事调解协议，调解员签名并加盖组织印章", COMMERCIAL_MEDIATION[22]),
    failure=Note("终止调解，当事人可以仲裁或者起诉", COMMERCIAL_MEDIATION[21]),
    notes=(
        Note("限于商事争议，同一事项中的消费者权益争议除外", COMMERCIAL_MEDIATION[2].par(1)),
        Note("调解不公开，另有约定的除外", COMMERCIAL_MEDIATION[19]),
        Note("可以按公开的标准收取费用", COMMERCIAL_MEDIATION[16]),
        Note("可以申请司法确认", COMMERCIAL_MEDIATION[23].par(1)),
        Note("条例施行前成立的组织，一年内办理执业手续", COMMERCIAL_MEDIATION[31].par(2)),
    ),
    department=False,
)
"""商事调解 (COMMERCIAL_MEDIATION), since May 2026."""

NOT_COMMERCIAL: Final = frozenset({"hunyin", "jicheng", "laodong", "xiaofei"})
"""不适用商事调解: marriage and family, succession, labour, consumers (COMMERCIAL_MEDIATION 2)."""

COMMERCE: Final = frozenset({"hetong", "jiedai", "zulin", "goufang", "qiankuan", "jiaoyun"}) | {
    *("zhuanli", "zhuanli_guishu", "shangbiao", "xinpinzhong", "mingcheng"),
}
"""可能是商事争议的事项: trade, finance, transport, real estate, building, intellectual property.

Whether a single dispute of these is commercial, and not a consumer's, is for the body to examine.
"""


LICENSE: Final = Prescribed(
    name="license",
    term="已有商事调解组织办理执业手续",
    period=Years(1),
    article=COMMERCIAL_MEDIATION[31].par(2),
    because="商事调解条例施行",
    since=COMMERCIAL_MEDIATION.since,
)


def licensing(founded_on: date, calendar: Calendar) -> Proof | None:
    """办理执业手续的期限 of a body that the Regulation found in being (COMMERCIAL_MEDIATION 31)."""
    since = COMMERCIAL_MEDIATION.since
    if founded_on >= since:
        return None
    return LICENSE.proof(since, calendar)
