"""裁决事项目录, what organs of the city do not adjudicate: who does, or what is done instead."""

from datetime import date, timedelta
from typing import Final

from services.adjudication.domain.catalogue import Decider, Note, Row, Way
from services.adjudication.domain.own_matters import ACT, SUE
from services.adjudication.domain.powers import Term
from shared.law.article import (
    ARL,
    ARR2026,
    CHINESE_MEDICINE,
    HOUSE_EXPROPRIATION,
    LAYOUTS,
    LDMA,
    PATENT,
    PATENT_RULES,
    PLAN,
    PML,
    RLCD,
    TRADEMARK,
    TRADEMARK2019,
    VARIETIES,
    VARIETIES2014,
    WATER,
    Article,
)
from shared.law.period import CalendarDays, Months
from shared.law.unread import CIVIL_DISPUTES, DRUG_PATENTS, LAL_RULES

_DAY: Final = timedelta(days=1)

_WATERS: Final = (
    Row(
        code="shuishi_quyu",
        term="行政区域之间的水事纠纷",
        way=Way.BETWEEN,
        basis=WATER[56],
        says="协商不成的由上一级人民政府裁决，各方必须遵照执行；没有当事人的申请和起诉",
        decider=Decider.HIGHER,
        notes=(
            Note("解决前在交界线两侧不得修建工程，不得单方面改变水的现状", WATER[56]),
            Note("有权采取临时处置措施，各方必须服从", WATER[58]),
        ),
    ),
    Row(
        code="shuishi",
        term="单位与个人间的水事纠纷",
        way=Way.MEDIATE,
        basis=WATER[57],
        says="县级以上地方人民政府或者其授权的部门只能调解，也可以直接提起民事诉讼",
        notes=(
            Note("解决前当事人不得单方面改变现状", WATER[57].par(2)),
            Note("有权采取临时处置措施，当事人必须服从", WATER[58]),
        ),
    ),
)


def _state(
    code: str,
    term: str,
    says: str,
    rule: Term | None,
    sue: Term,
    *notes: Note,
    basis: Article,
    configured: str = "",
) -> Row:
    return Row(
        code=code,
        term=term,
        way=Way.STATE,
        basis=basis,
        says=says,
        decider=Decider.NATIONAL,
        rule=rule,
        sue=sue,
        notes=notes,
        configured=configured,
    )


_PATENTS: Final = (
    _state(
        "zhuanli_xukefei",
        "专利强制许可使用费",
        "由国务院专利行政部门裁决数额",
        Term(Months(3), PATENT_RULES[91]),
        Term(Months(3), PATENT[63]),
        Note("须先协商，并附不能达成协议的证明文件", PATENT_RULES[91]),
        basis=PATENT[62],
    ),
    Row(
        code="zhuanli_kaifang",
        term="专利开放许可纠纷",
        way=Way.MEDIATE,
        basis=PATENT[52],
        says="可以请求国务院专利行政部门调解，也可以起诉；不裁决",
        decider=Decider.NATIONAL,
    ),
    Row(
        code="zhuanli_guishu",
        term="专利权属、发明人资格、奖励报酬等纠纷",
        way=Way.MEDIATE,
        basis=PATENT_RULES[102],
        says="管理专利工作的部门只能调解，不裁决；也可以起诉",
    ),
    _state(
        "yaopin_zhuanli",
        "药品上市审评中的专利权纠纷",
        "可以请求国务院专利行政部门裁决，也可以直接起诉",
        ACT,
        SUE,
        Note("具体衔接办法由国务院部门规定，未列入本目录", PATENT[76].par(3)),
        basis=PATENT[76].par(2),
        configured=f"具体程序见{DRUG_PATENTS}，没有原文",
    ),
    _state(
        "butu",
        "集成电路布图设计侵权",
        "只由国务院知识产权行政部门处理；赔偿数额可以调解",
        ACT,
        Term(CalendarDays(15), LAYOUTS[31]),
        Note("期满不起诉又不停止侵权的，请求人民法院强制执行", LAYOUTS[31]),
        basis=LAYOUTS[31],
    ),
    _state(
        "butu_baochou",
        "布图设计非自愿许可报酬",
        "由国务院知识产权行政部门裁决数额",
        ACT,
        Term(Months(3), LAYOUTS[29]),
        basis=LAYOUTS[28],
    ),
    _state(
        "zhongyao_feiyong",
        "中药保护品种使用费",
        "由国务院药品监督管理部门裁决数额",
        ACT,
        SUE,
        basis=CHINESE_MEDICINE[19],
    ),
)


def _variety_fee(basis: Article, since: date, until: date | None, sue: Term) -> Row:
    return Row(
        code="xinpinzhong_feiyong",
        term="品种权强制许可使用费",
        way=Way.STATE,
        basis=basis,
        says="由国务院农业农村、林业草原主管部门裁决数额",
        since=since,
        until=until,
        decider=Decider.NATIONAL,
        rule=ACT,
        sue=sue,
    )


def _trademark(basis: Article, since: date, until: date | None) -> Row:
    return Row(
        code="shangbiao",
        term="商标侵权纠纷",
        way=Way.PENALTY,
        basis=basis,
        says="负责商标执法的部门查处并责令停止侵权，属于处罚；赔偿数额只能调解",
        since=since,
        until=until,
        notes=(Note("赔偿数额调解不成或者不履行的，提起民事诉讼", basis.par(3)),),
    )


_EDITIONS: Final = (
    _variety_fee(
        VARIETIES2014[11],
        date.min,
        VARIETIES.since - _DAY,
        Term(Months(3), VARIETIES2014[11].par(3)),
    ),
    _variety_fee(VARIETIES[13], VARIETIES.since, None, SUE),
    _trademark(TRADEMARK2019[60], date.min, TRADEMARK.since - _DAY),
    _trademark(TRADEMARK[74], TRADEMARK.since, None),
)


def _not(code: str, term: str, way: Way, basis: Article, says: str, *notes: Note) -> Row:
    return Row(code=code, term=term, way=way, basis=basis, says=says, notes=notes)


_ELSEWHERE: Final = (
    _not(
        "zhengshou",
        "房屋土地征收补偿",
        Way.ACT,
        ARL[11].par(item=5),
        f"补偿争议不再裁决（2021年{LAL_RULES}已无裁决）；补偿决定、补偿协议可以申请复议，也可以起诉",
        Note("达不成协议的由政府作出补偿决定，不服的复议或者起诉", HOUSE_EXPROPRIATION[26]),
        Note("补偿协议争议同样在复议范围", ARL[11].par(item=13)),
    ),
    _not(
        "laodong",
        "劳动争议",
        Way.ARBITRATE,
        LDMA[5],
        "向劳动争议仲裁委员会申请仲裁，不由行政机关裁决",
    ),
    _not(
        "chengbao",
        "农村土地承包经营纠纷",
        Way.ARBITRATE,
        RLCD[4],
        "可以向农村土地承包仲裁委员会申请仲裁，也可以直接起诉，不由人民政府裁决",
    ),
    Row(
        code="bohui",
        term="商标、专利申请被驳回",
        way=Way.ACT,
        basis=ARR2026[74],
        says="依商标法、专利法请求复审，不是裁决，也不申请行政复议",
        decider=Decider.NATIONAL,
    ),
    Row(
        code="minjian",
        term="乡镇人民政府处理的民间纠纷",
        way=Way.MEDIATE,
        basis=PML[2],
        says="作为民间纠纷调解，调解不成的告知民事诉讼",
        configured=f"{CIVIL_DISPUTES}（司法部令第8号）许可乡镇处理，十五日内可以起诉；凭记忆列入，"
        "实践中很少适用，本枢纽只作调解",
    ),
    _not(
        "haiyu",
        "海域使用权争议",
        Way.COURT,
        PLAN[24],
        "本市没有海域，不适用",
    ),
)

OTHERS: Final = (*_WATERS, *_PATENTS, *_EDITIONS, *_ELSEWHERE)
"""What is adjudicated by the State's departments, or not adjudicated at all."""
