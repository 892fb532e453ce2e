"""劳动、承包地、知识产权、水事、权属: fields with a road of their own."""

from datetime import date, timedelta
from typing import Final

from services.mediation.domain.fields import Ahead, Bar, Field, Kind, Limit, Note, Step
from services.mediation.domain.otherwise import OTHERWISE
from shared.law.article import (
    ENTERPRISE_NAME,
    LAND_DISPUTES,
    LDMA,
    PATENT,
    PATENT_RULES,
    PLAN,
    RLCD,
    TRADEMARK,
    TRADEMARK2019,
    VARIETIES,
    VARIETIES2014,
    WATER,
    Article,
)
from shared.law.period import CalendarDays, WorkingDays, Years

_DAY: Final = timedelta(days=1)
_ARBITRATE: Final = (
    "《劳动人事争议仲裁办案规则》称三、五、十日为工作日（凭记忆），按日历日为稳妥之日"
)

_LABOUR: Final = Field(
    code="laodong",
    term="劳动争议",
    kind=Kind.LABOUR,
    organ="企业劳动争议调解委员会、基层人民调解组织、乡镇街道调解组织",
    basis=LDMA[10].par(1),
    limits=(
        Limit("调解（逾期可以申请仲裁）", CalendarDays(15), LDMA[14].par(3), Step.RECEIVED),
        Limit("申请仲裁（时效）", Years(1), LDMA[27].par(1), Step.KNEW),
        Limit("申请仲裁（时效中断后）", Years(1), LDMA[27].par(2), Step.REQUESTED),
        Limit("申请仲裁（在职期间拖欠劳动报酬）", Years(1), LDMA[27].par(4), Step.LEFT),
        Limit(
            "仲裁委员会决定是否受理",
            CalendarDays(5),
            LDMA[29],
            Step.ARBITRATION_ASKED,
            note=_ARBITRATE,
        ),
        Limit("送达申请书副本", CalendarDays(5), LDMA[30].par(1), Step.ARBITRATION_ACCEPTED),
        Limit("仲裁答辩", CalendarDays(10), LDMA[30].par(2), Step.COPIED, note=_ARBITRATE),
        Limit(
            "作出仲裁裁决",
            CalendarDays(45),
            LDMA[43].par(1),
            Step.ARBITRATION_ACCEPTED,
            LDMA[43].par(1),
            CalendarDays(15),
        ),
        Limit("对仲裁裁决起诉", CalendarDays(15), LDMA[50], Step.ANSWERED),
        Limit("用人单位申请撤销终局裁决", CalendarDays(30), LDMA[49].par(1), Step.ANSWERED),
    ),
    notes=(
        Note("调解出于自愿，不是仲裁的前置程序", LDMA[5]),
        Note("请求调解、仲裁或者主张权利的，仲裁时效中断，重新计算一年", LDMA[27].par(2)),
        Note("在职期间的劳动报酬不受一年限制，离职之日起一年内提出", LDMA[27].par(4)),
        Note("支付报酬、工伤医疗费、补偿的协议不履行的，可以申请支付令", LDMA[16]),
        Note("劳动者对终局裁决可以自收到之日起十五日内起诉", LDMA[48]),
        Note("不予受理、逾期未作决定的，可以起诉", LDMA[29]),
        Note("仲裁不收费", LDMA[53]),
        Note("逾期未作出仲裁裁决的，可以就该争议起诉", LDMA[43].par(1)),
        Note("有正当理由的，可以在开庭三日前请求延期", LDMA[35]),
    ),
    ahead=(Ahead("仲裁庭书面通知开庭日期、地点", CalendarDays(5), LDMA[35]),),
    form=Note("制作协议书，双方签名、调解员签名并加盖调解组织印章后生效", LDMA[14].par(2)),
    failure=Note("申请劳动争议仲裁，对裁决不服的起诉", LDMA[5]),
    department=False,
)

_CONTRACTED: Final = Field(
    code="chengbao",
    term="农村土地承包经营纠纷",
    kind=Kind.VILLAGE,
    organ="村民委员会、乡（镇）人民政府",
    basis=RLCD[3],
    limits=(
        Limit("申请承包仲裁（时效）", Years(2), RLCD[18], Step.KNEW),
        Limit("通知是否受理仲裁", WorkingDays(5), RLCD[23], Step.ARBITRATION_ASKED),
        Limit("送达仲裁申请书副本", WorkingDays(5), RLCD[24], Step.ARBITRATION_ACCEPTED),
        Limit("仲裁答辩", CalendarDays(10), RLCD[25], Step.COPIED),
        Limit(
            "作出仲裁裁决",
            CalendarDays(60),
            RLCD[47],
            Step.ARBITRATION_ACCEPTED,
            RLCD[47],
            CalendarDays(30),
        ),
        Limit("对仲裁裁决起诉", CalendarDays(30), RLCD[48], Step.ANSWERED),
    ),
    bars=(
        (
            Bar.OUT_OF_FIELD,
            Note("因征收集体土地及其补偿发生的，不属于承包经营纠纷，复议或者起诉", RLCD[2].par(3)),
        ),
    ),
    notes=(Note("可以口头或者书面申请调解", RLCD[8]),),
    form=Note("制作协议书，签名、盖章或者按指印，调解人签名并加盖印章后生效", RLCD[10].par(2)),
    failure=Note("可以申请承包仲裁，也可以直接起诉", RLCD[4]),
    department=False,
)


def _rights(
    code: str,
    term: str,
    basis: Article,
    says: str,
    *notes: Note,
    since: date = date.min,
    until: date | None = None,
) -> Field:
    return Field(
        code=code,
        term=term,
        kind=Kind.ADMINISTRATIVE,
        organ=says,
        basis=basis,
        since=since,
        until=until,
        notes=notes,
        failure=Note("调解不成或者不履行的，提起民事诉讼", basis),
    )


_PATENTS: Final = "有权管理专利工作的部门，只调解赔偿数额，侵权认定另行处理"
_PROPERTY: Final = (
    _rights("zhuanli", "专利侵权赔偿", PATENT[65], _PATENTS),
    _rights(
        "zhuanli_guishu",
        "专利权属、发明人资格、奖励报酬、临时保护期使用费等",
        PATENT_RULES[102],
        "有权管理专利工作的部门",
        Note("临时保护期使用费的调解，应当在专利权被授予之后请求", PATENT_RULES[102].par(2)),
    ),
    _rights(
        "shangbiao",
        "商标侵权赔偿",
        TRADEMARK2019[60].par(3),
        "负责商标执法的部门",
        until=TRADEMARK.since - _DAY,
    ),
    _rights(
        "shangbiao",
        "商标侵权赔偿",
        TRADEMARK[74].par(3),
        "负责商标执法的部门",
        since=TRADEMARK.since,
    ),
    _rights(
        "xinpinzhong",
        "品种权侵权赔偿",
        VARIETIES2014[39].par(2),
        "农业农村、林业草原主管部门",
        until=VARIETIES.since - _DAY,
    ),
    _rights(
        "xinpinzhong",
        "品种权侵权赔偿",
        VARIETIES[41].par(2),
        "农业农村、林业草原主管部门",
        since=VARIETIES.since,
    ),
    _rights("mingcheng", "企业名称争议", ENTERPRISE_NAME[21].par(2), "企业登记机关"),
    _rights("shuishi", "单位与个人间的水事纠纷", WATER[57], "县级以上人民政府或者其授权的部门"),
)


def _titles(code: str, term: str, basis: Article) -> Field:
    return Field(
        code=code,
        term=term,
        kind=Kind.ADMINISTRATIVE,
        organ="调查处理权属争议的主管部门，在提出处理意见之前",
        basis=basis,
        failure=Note("调解不成的，由人民政府裁决", PLAN[24]),
        form=Note("制作调解书，当事人签名或者盖章，承办人签名并加盖印章", basis),
    )


_TITLES: Final = (
    _titles("tudi", "土地所有权和使用权争议", LAND_DISPUTES[23]),
    _titles("lindi", "林木林地权属争议", PLAN[24]),
    _titles("caoyuan", "草原权属争议", PLAN[24]),
    _titles("kuangqu", "矿业权人勘查开采区域争议", PLAN[24]),
)


SPECIAL: Final = (_LABOUR, _CONTRACTED, *_PROPERTY, *_TITLES, *OTHERWISE)
"""Fields with a road of their own."""
