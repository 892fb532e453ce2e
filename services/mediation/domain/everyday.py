"""交通、治安、环境、医疗: what their own statutes say of mediation, edition by edition."""

from datetime import date, timedelta
from typing import Final

from services.mediation.domain.consumers import CONSUMERS
from services.mediation.domain.fields import Ahead, Bar, Field, Kind, Limit, Note, Step
from services.mediation.domain.general import PEOPLES_GENERAL
from shared.law.article import (
    ACCIDENTS,
    ECOLOGY,
    MEDICAL,
    NOISE,
    POLICE_CASES,
    PSPL,
    PSPL2012,
    ROAD,
    ROAD_RULES,
    WATER_POLLUTION,
    Article,
)
from shared.law.period import CalendarDays, WorkingDays, Years
from shared.law.unread import ENVIRONMENT

_DAY: Final = timedelta(days=1)
_SEVEN: Final = WorkingDays(7)

_WORKING: Final = "处理程序规定称本规定的一日至十日为工作日，实施条例未写明；按日历日的为稳妥之日"

_TRAFFIC: Final = Field(
    code="jiaotong",
    term="道路交通事故损害赔偿",
    kind=Kind.ADMINISTRATIVE,
    organ="处理事故的公安机关交通管理部门",
    basis=ROAD[74],
    limits=(
        Limit(
            "各方一致书面申请调解",
            WorkingDays(10),
            ROAD_RULES[94].par(1),
            Step.PAPER,
            closes=True,
            note=_WORKING,
        ),
        Limit("各方一致书面申请调解（稳妥）", CalendarDays(10), ROAD_RULES[94].par(1), Step.PAPER),
        Limit("人民调解终结后申请", WorkingDays(3), ACCIDENTS[85], Step.FAILED, reopens=True),
        Limit("调解", WorkingDays(10), ROAD_RULES[95].par(1), Step.READY, note=_WORKING),
        Limit("调解（稳妥）", CalendarDays(10), ROAD_RULES[95].par(1), Step.READY),
    ),
    bars=(
        (Bar.IN_COURT, Note("已经起诉的，不再受理；调解中起诉的，调解终止", ROAD_RULES[96])),
        (Bar.STALE, Note("逾期没有一致书面申请的，不予调解", ROAD_RULES[94].par(1))),
    ),
    notes=(
        Note(
            "死亡的自丧事办结，受伤的自治疗终结或者定残，财产损失自损失确定起算；受理在后的自受理起算",
            ACCIDENTS[90],
        ),
        Note("收到事故证明或者维持的复核结论的，同样自收到起算", ACCIDENTS[86]),
        Note("一日至十日为工作日", ACCIDENTS[112].par(item=5)),
    ),
    ahead=(Ahead("通知调解时间、地点、方式", WorkingDays(3), ACCIDENTS[88]),),
    form=Note("制作调解书，各方共同签字后生效", ROAD_RULES[95].par(1)),
    failure=Note("制作调解终结书；未达成协议或者不履行的，提起民事诉讼", ROAD[74].par(2)),
    configured="处理程序规定各条凭摘要列入，适用前核对原文",
)


def _police(basis: Article, since: date, until: date | None, *notes: Note) -> Field:
    return Field(
        code="zhian",
        term="民间纠纷引起的治安案件",
        kind=Kind.ADMINISTRATIVE,
        organ="办理案件的公安机关",
        basis=basis,
        since=since,
        until=until,
        limits=(Limit("第二次调解", _SEVEN, POLICE_CASES[183], Step.SESSION),),
        bars=(
            (Bar.GRAVE, Note("情节不是较轻的，不得调解，依法处罚", basis)),
            (Bar.NOT_CIVIL, Note("不是民间纠纷引起的，不得调解，依法处罚", basis)),
            (Bar.REPEATED, Note("一般调解一次，至多再调解一次", POLICE_CASES[183])),
        ),
        notes=(
            Note("雇凶、结伙、多次违法等不适用调解", POLICE_CASES[179]),
            Note("调解未成或者协议不履行的，办案期限自调解未成、不履行之日起算", POLICE_CASES[185]),
            *notes,
        ),
        form=Note("制作调解协议书，达成协议的不予处罚", basis),
        failure=Note("未达成协议或者不履行的，依法处罚，并告知民事诉讼", basis),
        configured="办理行政案件程序规定各条凭摘要列入，适用前核对是否有新文本",
    )


_POLICE: Final = (
    _police(PSPL2012[9], date.min, PSPL.since - _DAY),
    _police(
        PSPL[9].par(1),
        PSPL.since,
        None,
        Note(
            "处理决定前自行和解或者经人民调解并已履行，书面申请经公安机关认可的，不予处罚",
            PSPL[9].par(4),
        ),
        Note("调解应当查明事实，合法、公正、自愿、及时", PSPL[9].par(2)),
        Note("不履行协议的，同样依法处罚", PSPL[9].par(3)),
    ),
)


def _environment(
    basis: Article, since: date, until: date | None, limits: tuple[Limit, ...], *notes: Note
) -> Field:
    return Field(
        code="huanjing",
        term="环境污染损害赔偿",
        kind=Kind.ADMINISTRATIVE,
        organ="负有环境保护监督管理职责的部门",
        basis=basis,
        since=since,
        until=until,
        limits=limits,
        notes=(Note("根据当事人的请求调解，也可以直接起诉", basis), *notes),
        failure=Note("调解不成的，向人民法院起诉", basis),
    )


_ENVIRONMENT: Final = (
    _environment(
        WATER_POLLUTION[97],
        date.min,
        ECOLOGY.since - _DAY,
        (Limit("提起环境侵权诉讼（诉讼时效）", Years(3), ENVIRONMENT[66], Step.KNEW),),
        Note("噪声纠纷依噪声污染防治法", NOISE[86]),
    ),
    _environment(
        ECOLOGY[1077],
        ECOLOGY.since,
        None,
        (Limit("提起环境侵权诉讼（诉讼时效）", Years(5), ECOLOGY[1054].par(2), Step.KNEW),),
        Note("水污染防治法、噪声污染防治法等同日废止", ECOLOGY[1242]),
    ),
)

_PRIVATE: Final = Note("未经双方同意，不公开调解和协议内容", MEDICAL[42].par(2))
_MEDICAL_FAILS: Final = Note("逾期视为调解不成；可以起诉，也可以直接起诉", MEDICAL[43])

_MEDICAL: Final = (
    Field(
        code="yiliao",
        term="医疗纠纷",
        kind=Kind.PEOPLES,
        organ="医疗纠纷人民调解委员会",
        basis=MEDICAL[31].par(1),
        limits=(
            Limit(
                "调解完毕",
                WorkingDays(30),
                MEDICAL[38],
                Step.ACCEPTED,
                MEDICAL[38],
                excludes=MEDICAL[38],
            ),
        ),
        bars=(
            (Bar.IN_COURT, Note("法院已经受理的，不予受理；已经受理的终止", MEDICAL[31].par(4))),
            (Bar.ELSEWHERE, Note("卫生主管部门已经受理的，不予受理", MEDICAL[31].par(4))),
        ),
        notes=(
            Note("一方申请的，征得另一方同意后调解", MEDICAL[31].par(1)),
            _PRIVATE,
            Note("达成协议的，告知可以申请司法确认", MEDICAL[39].par(2)),
            *PEOPLES_GENERAL.notes[-1:],
        ),
        form=Note("制作协议书，双方签字、调解员签字并加盖印章后生效", MEDICAL[39].par(1)),
        failure=_MEDICAL_FAILS,
        department=False,
    ),
    Field(
        code="yiliao",
        term="医疗纠纷",
        kind=Kind.ADMINISTRATIVE,
        organ="医疗纠纷发生地县级卫生主管部门",
        basis=MEDICAL[40].par(1),
        limits=(
            Limit("决定是否受理", WorkingDays(5), MEDICAL[40].par(2), Step.RECEIVED),
            Limit(
                "调解完毕",
                WorkingDays(30),
                MEDICAL[40].par(3),
                Step.ACCEPTED,
                excludes=MEDICAL[40].par(3),
            ),
        ),
        bars=(
            (Bar.IN_COURT, Note("法院已经受理的，不予受理；已经受理的终止", MEDICAL[40].par(2))),
            (Bar.ELSEWHERE, Note("医调委已经受理的，不予受理", MEDICAL[40].par(2))),
        ),
        notes=(Note("一方申请的，征得另一方同意后调解", MEDICAL[40].par(1)), _PRIVATE),
        form=Note("签署调解协议书", MEDICAL[41].par(2)),
        failure=_MEDICAL_FAILS,
    ),
)

EVERYDAY: Final = (*CONSUMERS, _TRAFFIC, *_POLICE, *_ENVIRONMENT, *_MEDICAL)
"""Fields of every day."""
