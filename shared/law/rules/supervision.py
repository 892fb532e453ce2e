"""监督、预警升级和考核: who is told of what is late, and how the work is counted."""

from typing import Final

from shared.law.article import ARL, PLAN
from shared.law.period import WorkingDays
from shared.law.rules.rule import Basis, Rule

_PRACTICE, _PROPOSED = Basis.PRACTICE, Basis.PROPOSED

SUPERVISION: Final = (
    Rule(
        14,
        "预警",
        "部门逾期的预警到部门负责人，升级的依次到分管领导、督查；机构逾期未办的到督查。每次逾期预警一次。",
        _PROPOSED,
        PLAN[25],
    ),
    Rule(
        15,
        "责令的时限",
        "被申请人逾期未履行的，行政复议机关应当在期限内责令其限期履行，有关上级行政机关也可以责令。",
        _PROPOSED,
        ARL[77].par(2),
        (WorkingDays(5),),
    ),
    Rule(
        30,
        "逾期升级",
        "部门逾期的即报部门负责人，仍无回音的依次报分管领导、督查，各隔多久以规则簿为准。",
        _PROPOSED,
        PLAN[25],
        (WorkingDays(1),),
    ),
    Rule(
        61,
        "计数",
        "各项比率均列明分子、分母：响应率以已到期的召集为分母，解决率、满意率以联系到的回访为分母；"
        "尚未到期的、不再要求的、联系不到的另列，不计入分母。部门只对自己持有的时间负责，"
        "等待当事人、等待权属裁定、等待其他部门的时间不计。数字按任一时刻已记录的事实计算。",
        _PRACTICE,
        PLAN[23],
    ),
    Rule(
        62,
        "评分和排名",
        "承办部门按响应率百分之三十、解决率和满意率各百分之三十五计分，"
        "吹哨单位以未被退哨的比例代替响应率；件数不足的不评分、不排名，"
        "排名所依比率向全体平均收缩，并列明区间；"
        "权重和最低件数以规则簿为准。",
        _PRACTICE,
        PLAN[23],
    ),
    Rule(
        63,
        "吹哨率",
        "吹哨率为综治中心提请的哨与其辖区登记的纠纷之比，按规则自动吹哨的不计；"
        "过低、过高均予提示，件数不足的不提示；"
        "上下限以规则簿为准。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        64,
        "督办和批注",
        "监督人员可以就其查看范围内的案卷向承办机构督办，写明督办意见，也可以批注；"
        "督办和批注记录在卷，不改变任何期限，不代替承办机构的行为。已经办结的案卷不再督办。",
        _PROPOSED,
        PLAN[25],
    ),
    Rule(
        65,
        "要求说明",
        "监督人员可以要求承办机构在期限内说明情况，期限由本市设定，也可以在要求时另定；"
        "逾期未说明的记录在卷，说明的义务不因此免除。说明之前不重复要求，逾期的可以再次要求。",
        _PROPOSED,
        PLAN[25],
        (WorkingDays(3),),
    ),
)
