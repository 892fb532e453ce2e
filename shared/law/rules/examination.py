"""行政复议的审理: from the copy of the application until there is something to decide."""

from typing import Final

from shared.law.article import ARL, ARR2026
from shared.law.period import WorkingDays
from shared.law.rules.rule import Basis, Rule

_PROPOSED = Basis.PROPOSED

EXAMINATION: Final = (
    Rule(
        47,
        "回避",
        "行政复议人员与案件有利害关系或者参与作出过该行政行为的，应当报告，"
        "由行政复议机构负责人更换；当事人也可以申请更换。",
        _PROPOSED,
        ARL[3].par(2),
    ),
    Rule(
        66,
        "恢复审理的时限",
        "中止的原因消除，或者上级责令恢复审理后，应当在期限内恢复行政复议案件的审理。",
        _PROPOSED,
        ARL[39].par(2),
        (WorkingDays(5),),
    ),
    Rule(
        67,
        "中止满期的终止",
        "因申请人死亡、丧失行为能力或者组织终止而中止满六十日，原因仍未消除的，应当在期限内决定终止行政复议。",
        _PROPOSED,
        ARL[41].par(item=5),
        (WorkingDays(5),),
    ),
    Rule(
        68,
        "停止执行申请的答复",
        "申请人、第三人申请停止执行的，应当在期限内决定是否停止执行；逾期未答复的记录在卷，仍须答复。",
        _PROPOSED,
        ARL[42].par(item=3),
        (WorkingDays(5),),
    ),
    Rule(
        76,
        "笔录的签名",
        "听证笔录由到场的当事人各方核对后签名，调查笔录、现场勘验笔录由被调查人、在场人核对后签名；"
        "拒绝签名的，由主持人、调查人员在笔录中记明情况和理由，不影响笔录的效力。",
        _PROPOSED,
        ARL[50].par(3),
    ),
    Rule(
        114,
        "共同被申请人的答复",
        "共同被申请人各自收到副本、各自计算答复期限，一个机关逾期不答复的单独记载；"
        "有一个机关依法答复并提交证据、依据的，不视为该行政行为没有证据、依据，"
        "都没有答复的，才适用没有证据、依据的规定。",
        _PROPOSED,
        ARL[70],
    ),
    Rule(
        118,
        "上级办结提级案件",
        "案件提级由本枢纽以外的上级行政复议机关审理的，移送案件材料的机关按上级告知的结果记载办结的方式、日期和字号，"
        "本案随之办结；正在进行的附带审查、咨询随之终结，各项期限、送达和救济以上级的文书为准。",
        _PROPOSED,
        ARR2026[40].par(3),
    ),
    Rule(
        144,
        "第三人地位的承受",
        "第三人死亡的，由参加的近亲属，第三人的组织终止的，由权利义务承受人承受第三人的地位；"
        "此前已经陈述的意见有效，应当履行的内容随之承受。案件不因此中止。",
        _PROPOSED,
        ARL[16].par(1),
    ),
)
