"""裁决事项目录, what organs of the city and its counties adjudicate: one row an edition.

Their periods stand in `powers`. What is read nowhere in a statute is marked `configured`.
"""

from datetime import date, timedelta
from typing import Final

from services.adjudication.domain.catalogue import Decider, Note, Row, Way
from services.adjudication.domain.powers import (
    FOREST_LAND,
    GRASSLAND,
    LAND,
    MINING_AREA,
    NAME,
    PATENTS,
    PLANT_VARIETY,
    PROCUREMENT,
    Power,
    Term,
)
from services.adjudication.domain.procuring import RECALLED
from shared.law.article import (
    ALL,
    ENTERPRISE_NAME,
    FOREST,
    GPL,
    GPR,
    GRASS,
    LAL,
    LAND_DISPUTES,
    MINERALS,
    MINERALS1994,
    PATENT,
    PATENT_RULES,
    PROCUREMENT_COMPLAINTS,
    SEED,
    VARIETIES,
    VARIETIES2014,
    Article,
)
from shared.law.period import Months
from shared.law.unread import FOREST_DISPUTES, MINERALS_LAW, PATENT_DISPUTES

NEW_MINERALS_LAW: Final = MINERALS_LAW.since
"""The Mineral Resources Law of 2024, which has no article on who settles such disputes."""

ORDER_81: Final = PATENT_DISPUTES.since
"""专利纠纷行政裁决和调解办法, Order 81 of the patent office."""

SUE: Final = Term(Months(6), ALL[46].par(1))
"""起诉期限 where no statute sets another (ALL 46)."""

ACT: Final = Term(Months(2), ALL[47].par(1))
"""Two months in which an organ must act where no statute sets a period (ALL 47)."""

_DAY: Final = timedelta(days=1)


def _own(
    power: Power, basis: Article, decider: Decider, says: str, *notes: Note, configured: str = ""
) -> Row:
    return Row(
        code=power.matter.value,
        term=power.term,
        way=Way.ADJUDICATE,
        basis=basis,
        says=says,
        since=power.since,
        decider=decider,
        power=power,
        notes=notes,
        configured=configured,
    )


_BY_GOVERNMENT: Final = "由人民政府处理，主管部门调查、调解并提出处理意见，不以部门名义裁决"

_RESOURCES: Final = (
    _own(
        LAND,
        LAL[14],
        Decider.GOVERNMENT,
        _BY_GOVERNMENT,
        Note("土地利用现状在争议解决前不得改变", LAL[14].par(4)),
        Note("逾期不答辩的，不影响案件的处理", LAND_DISPUTES[13]),
        Note("各方对自己的主张负举证责任", LAND_DISPUTES[19]),
        Note("不予受理由人民政府决定，可以申请复议或者起诉", LAND_DISPUTES[13].par(3)),
        Note("调解书自生效之日起十五日内送达", LAND_DISPUTES[26]),
        Note(
            "六个月内不能提出处理意见的，经主管部门负责人批准可以延长，没有上限", LAND_DISPUTES[28]
        ),
        Note("乡级人民政府处理的，参照土地权属争议的规定", LAND_DISPUTES[33]),
        Note("不复议、不起诉的，处理决定生效，作为土地登记的依据", LAND_DISPUTES[31]),
    ),
    _own(
        FOREST_LAND,
        FOREST[22],
        Decider.GOVERNMENT,
        _BY_GOVERNMENT,
        Note("个人之间、个人与单位之间只处理林木所有权和林地使用权", FOREST[22].par(2)),
        Note(
            "争议解决前不得砍伐有争议的林木、改变林地现状，防火、防虫和国家建设需要的除外",
            FOREST[22].par(4),
        ),
        configured=f"办理程序见{FOREST_DISPUTES}，没有原文；没有规定的依枢纽办理规则",
    ),
    _own(
        GRASSLAND,
        GRASS[16],
        Decider.GOVERNMENT,
        _BY_GOVERNMENT,
        Note("争议解决前不得改变草原利用现状，不得破坏草原和草原上的设施", GRASS[16].par(4)),
    ),
)

_MINES: Final = (
    Row(
        code="kuangqu",
        term=MINING_AREA.term,
        way=Way.ADJUDICATE,
        basis=MINERALS1994[36],
        says="采矿权人之间由县级以上地方人民政府处理，探矿权人之间由省级地质矿产主管部门裁决",
        until=NEW_MINERALS_LAW - _DAY,
        decider=Decider.HOLDER,
        rule=ACT,
        sue=SUE,
        notes=(
            Note("探矿权人之间的勘查范围争议由省级主管部门裁决", MINERALS1994[23]),
            Note("按依法核定的矿区范围处理", MINERALS1994[36]),
        ),
    ),
    Row(
        code="kuangqu",
        term=MINING_AREA.term,
        way=Way.DOUBTFUL,
        basis=MINERALS1994[36],
        says=f"新{MINERALS_LAW}没有授权条款而旧细则尚未废止，能否裁决存疑，请先报上级确认",
        since=NEW_MINERALS_LAW,
        until=MINERALS.since - _DAY,
        decider=Decider.HOLDER,
        notes=(
            Note("旧细则自新条例施行之日废止，在此之前上位法已经修订", MINERALS[79]),
            Note("当事人可以先协商、调解", MINERALS1994[36]),
        ),
    ),
    _own(
        MINING_AREA,
        MINERALS[65],
        Decider.HOLDER,
        "由矿产资源所在地县级以上地方人民政府按依法核定的勘查、开采区域处理",
        Note("先由当事人协商，协商不成的再处理", MINERALS[65]),
    ),
)

_MARKET: Final = (
    _own(
        NAME,
        ENTERPRISE_NAME[21],
        Decider.REGISTRAR,
        "由为涉嫌侵权企业办理登记的企业登记机关处理，调解不成的裁决",
        Note("三个月自受理起算，调解时间计算在内", ENTERPRISE_NAME[21].par(2)),
        Note("逾期不变更名称的，列入经营异常名录", ENTERPRISE_NAME[23].par(2)),
        Note("也可以自始向人民法院起诉", ENTERPRISE_NAME[21].par(1)),
    ),
    _own(
        PROCUREMENT,
        GPL[55],
        Decider.FINANCE,
        "由同级财政部门处理投诉；须先向采购人、代理机构质疑",
        Note("询问应当在三个工作日内答复", GPR[52].par(1)),
        Note("对采购文件质疑的，自收到文件或者文件公告期满起算", GPR[53].par(item=1)),
        Note("对采购过程质疑的，自该环节结束起算", GPR[53].par(item=2)),
        Note("对结果质疑的，自结果公告期满起算，不自公告之日起算", GPR[53].par(item=3)),
        Note("投诉事项不得超出质疑的范围", GPR[55]),
        Note("检验、检测、鉴定、专家评审和补正的时间不计入处理期限", GPR[58].par(1)),
        Note("可能影响结果的，暂停签订合同或者中止履行", GPR[54]),
        Note("可以暂停采购活动，最长三十日", GPL[57]),
        Note("捏造事实、虚假材料的驳回，撤回的终止", GPR[57]),
        Note("决定在省级以上财政部门指定的媒体公告", GPR[58].par(2)),
        Note(
            "投诉书符合要求的，自收到之日起即为受理",
            PROCUREMENT_COMPLAINTS[21],
        ),
        Note("开始之日不计，末日遇休息日顺延，邮寄在途时间不计", PROCUREMENT_COMPLAINTS[42]),
        configured=RECALLED,
    ),
)

_VARIETY_SAYS: Final = "由县级以上农业农村、林业草原主管部门按职责处理，可以责令停止侵权"
_VARIETY_SINCE: Final = VARIETIES.since


def _patents(since: date, until: date | None, configured: str = "") -> Row:
    return Row(
        code=PATENTS.matter.value,
        term=PATENTS.term,
        way=Way.ADJUDICATE,
        basis=PATENT[65],
        says="由有权管理专利工作的部门处理，认定侵权的责令停止；赔偿数额只能调解",
        since=since,
        until=until,
        decider=Decider.PATENTS,
        power=PATENTS,
        notes=(
            Note("由被请求人所在地或者侵权行为地的部门管辖", PATENT_RULES[97].par(1)),
            Note(
                "省级部门和专利工作量大又有处理能力的地级市的部门有权处理，张掖市是否有权须先查明",
                PATENT_RULES[95],
            ),
            Note("在全国有重大影响的，可以请求国务院专利行政部门处理", PATENT[70].par(1)),
            Note(
                "无效宣告请求已被受理的，可以请求中止；理由明显不成立的可以不中止", PATENT_RULES[98]
            ),
            Note("期满不起诉又不停止侵权的，申请人民法院强制执行", PATENT[65]),
        ),
        configured=configured,
    )


def _varieties(basis: Article, since: date, until: date | None, *notes: Note) -> Row:
    return Row(
        code=PLANT_VARIETY.matter.value,
        term=PLANT_VARIETY.term,
        way=Way.ADJUDICATE,
        basis=SEED[72],
        says=_VARIETY_SAYS,
        since=since,
        until=until,
        decider=Decider.VARIETIES,
        power=PLANT_VARIETY,
        notes=(Note("损害赔偿只能根据自愿调解", basis.par(2)), *notes),
    )


_RIGHTS: Final = (
    _patents(PATENTS.since, ORDER_81 - _DAY),
    _patents(
        ORDER_81,
        None,
        "立案五个工作日、答辩十五日、三个月内结案可以延长一个月，出自国家知识产权局令第81号，"
        "凭记忆列入，未经核对，不作期限计算",
    ),
    _varieties(
        VARIETIES2014[39],
        PLANT_VARIETY.since,
        _VARIETY_SINCE - _DAY,
        Note("旧条例规定由省级以上部门处理，种子法为上位法且在后，从其规定", SEED[72]),
    ),
    _varieties(
        VARIETIES[41],
        _VARIETY_SINCE,
        None,
        Note("责令停止侵权的，没收违法所得和繁殖材料并处罚款", VARIETIES[41].par(3)),
        Note("处理前由当事人协商", VARIETIES[41].par(1)),
    ),
)

OWN: Final = (*_RESOURCES, *_MINES, *_MARKET, *_RIGHTS)
"""What the organs of the city and its counties adjudicate, or did."""
