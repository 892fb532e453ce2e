"""本市规则, the register of the hub's own rules: what the law leaves open and the city has set.

A table cites a rule as `RULES[4]`; only numbers that stand here are cited. A rule fills in what a
provision leaves open and never moves a period of the law. `docs/rules.md` is made from it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shared.law.article import ARL, ARR2026, CPL, PLAN, PML, Article
from shared.law.period import CalendarDays, Hours, Minutes, Period, WorkingDays


class Basis(StrEnum):
    """依据: whence a rule comes, and so who may change it."""

    PLAN = "市实施方案"
    PRACTICE = "本地做法"
    PROPOSED = "拟定，待市里确认"


@dataclass(frozen=True, slots=True)
class Rule:
    """规则: one rule with its text, its periods, and the provision that it fills in."""

    number: int
    title: str
    text: str
    basis: Basis
    serves: Article
    periods: tuple[Period, ...] = ()


_PLAN, _PRACTICE, _PROPOSED = Basis.PLAN, Basis.PRACTICE, Basis.PROPOSED

REGISTER: Final = (
    Rule(
        1,
        "登记",
        "任何窗口都可以收任何县区的纠纷，当场登记并给予纠纷编号；最先收件的窗口首问负责。",
        _PLAN,
        PLAN[23],
    ),
    Rule(
        2,
        "重复件",
        "同一当事人在首件登记之日起一年内就同一事项再次提出，首件尚未撤回的，并入首件计数，不另立卷。",
        _PROPOSED,
        PLAN[23],
        (CalendarDays(365),),
    ),
    Rule(
        3,
        "撤回",
        "提出纠纷的当事人可以撤回；撤回后登记程序终结，尚未办结的哨随之终止。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        4,
        "报到",
        "被召集的部门应当在期限内报到：一般的按工作日计，紧急的和应急的自召集之时按小时、分钟计。"
        "逾期未报到的记录在卷，报到义务不因此免除。",
        _PROPOSED,
        PLAN[23],
        (WorkingDays(1), Hours(2), Minutes(30)),
    ),
    Rule(
        5,
        "依法不予办理",
        "机构得知其他机构的事实后本应办理而法律不允许的，记入该机构的时钟卷，写明不准许的法条。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        6,
        "分流",
        "登记后按先后排列的规则确定途径，写明所依规则和承办机构；"
        "属于部门职责的，一方拒绝调解不影响部门办理。",
        _PLAN,
        PLAN[23],
    ),
    Rule(
        7,
        "告知途径",
        "须由当事人申请才能启动的法定途径，只告知途径、受理机构和最后期限；"
        "告知和吹哨都不是申请，不停止法定期限。",
        _PLAN,
        PLAN[23],
    ),
    Rule(
        8,
        "吹哨",
        "需要部门解决的纠纷由纠纷所在地的综治中心吹哨；有危险的为应急哨，"
        "召集三个以上部门的为攻坚哨，其余为日常哨。",
        _PLAN,
        PLAN[23],
    ),
    Rule(
        9,
        "召集部门",
        "按职责清单召集一个主办部门和若干协办部门；有危险的由公安机关主办。"
        "未被召集的部门不报到、不反馈。",
        _PLAN,
        PLAN[23],
    ),
    Rule(
        10,
        "知会部门",
        "红色风险的纠纷知会公安机关；被知会的部门在本次吹哨中不负期限。",
        _PROPOSED,
        PML[25],
    ),
    Rule(
        11,
        "反馈",
        "被召集的部门应当自召集之日起在期限内反馈办理结果和处理意见，先报到后反馈。"
        "逾期未反馈的记录在卷，反馈义务不因此免除。",
        _PRACTICE,
        PLAN[23],
        (WorkingDays(2), WorkingDays(7)),
    ),
    Rule(
        12,
        "办结",
        "被召集的部门全部反馈后，综治中心应当在期限内办结，以主办部门的结果为准；"
        "未解决的民间纠纷移交人民调解。",
        _PRACTICE,
        PLAN[23],
        (WorkingDays(4), CalendarDays(20)),
    ),
    Rule(
        13,
        "逾期未办",
        "机构逾期未办应办事项的，记录在卷并预警；案卷所处环节不变，该事项仍须办理。",
        _PROPOSED,
        PLAN[23],
    ),
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
        "被申请人逾期未履行的，监督机构应当在期限内责令其限期履行。",
        _PROPOSED,
        ARL[77].par(2),
        (WorkingDays(5),),
    ),
    Rule(
        16,
        "期限预警",
        "以日、月、年计算的期限，已过百分之八十之日和期限内最后一个工作日各预警一次，"
        "记入时钟卷并告知承办人；停止计算的期间不预警，已经届满的不再预警。",
        _PROPOSED,
        PLAN[33],
    ),
    Rule(
        17,
        "期限变动",
        "国务院公布新一年放假安排后，正在计算的期限重新计算；届满之日变动的，"
        "记入时钟卷，写明原届满之日、新届满之日和所依据的通知。",
        _PROPOSED,
        PLAN[33],
    ),
    Rule(
        18,
        "签批",
        "红色风险的哨须由负责人在期限内签批后召集部门；应急哨先行召集，不待签批。",
        _PRACTICE,
        PLAN[23],
        (Hours(1),),
    ),
    Rule(
        19,
        "退哨",
        "情况不实、同一纠纷已有未办结的哨、下一级尚未办理、负责人不同意的，退哨并写明理由，"
        "计入吹哨单位的退哨数；应急哨不因下一级尚未办理而退。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        20,
        "首次到场",
        "紧急的、应急的，主办部门应当自召集之时在期限内到场核实，记明人员、时间、地点和照片的校验值。",
        _PROPOSED,
        PLAN[23],
        (Hours(24), Hours(2)),
    ),
    Rule(
        21,
        "组成咨询小组",
        "收到咨询提请后应当在期限内组成咨询小组；小组由三名以上单数委员组成，不得重复列入同一委员。",
        _PROPOSED,
        ARL[52],
        (WorkingDays(3),),
    ),
    Rule(
        22,
        "提出咨询意见",
        "咨询小组应当自组成之日起在期限内提出意见；逾期的仍应提出，复议决定等待该意见。",
        _PROPOSED,
        ARR2026[51],
        (WorkingDays(10),),
    ),
    Rule(
        23,
        "送达复议决定书",
        "行政复议决定作出后应当在期限内送达当事人。",
        _PROPOSED,
        ARL[75].par(2),
        (WorkingDays(5),),
    ),
    Rule(
        24,
        "主办办结",
        "主办部门应当在期限内办结并附依据；协办部门全部反馈或者被裁定不承办之前，主办部门不得办结。",
        _PROPOSED,
        PLAN[23],
        (WorkingDays(4), CalendarDays(20)),
    ),
    Rule(
        25,
        "联合会商",
        "复杂的哨应当在期限内联合会商并形成方案，留存纪要。",
        _PROPOSED,
        PLAN[23],
        (WorkingDays(3), WorkingDays(7)),
    ),
    Rule(
        26,
        "拒绝承办和权属异议",
        "首接负责：主办部门报到后不得推诿。部门认为不应承办的，应当在报到前写明理由和法律依据，"
        "每哨一次；异议期间其期限停止计算。不得指向已在本哨被裁定不承办的部门循环推诿。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        27,
        "权属裁定",
        "综治中心应当自异议之日在期限内裁定由谁承办；裁定存为先例，同类事项再有异议时提示。"
        "裁定主办不承办的，同时另定主办。",
        _PROPOSED,
        PLAN[23],
        (WorkingDays(1),),
    ),
    Rule(
        28,
        "等待当事人",
        "须由当事人配合而其未配合的，部门可以记明事项，反馈和办结期限停止计算；期满当事人仍未配合的，"
        "期限恢复计算。",
        _PROPOSED,
        PLAN[23],
        (WorkingDays(5),),
    ),
    Rule(
        29,
        "延期",
        "部门可以在期限届满前申请延期，由综治中心批准，每次不超过规定的期间，每哨一次。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        30,
        "逾期升级",
        "部门逾期的即报部门负责人，仍无回音的依次报分管领导、督查。",
        _PROPOSED,
        PLAN[25],
        (WorkingDays(1),),
    ),
    Rule(
        31,
        "征询调解意愿",
        "提出调解后，调解委员会应当在期限内问明各方是否同意调解。",
        _PROPOSED,
        PML[17],
        (WorkingDays(5),),
    ),
    Rule(
        32,
        "确定人民调解员",
        "各方同意调解后，调解委员会应当在期限内指定或者由当事人选定人民调解员。",
        _PROPOSED,
        PML[19],
        (WorkingDays(3),),
    ),
    Rule(
        33,
        "调解期限",
        "调解期限自各方同意调解之日起算，委员会与各方可以约定延长；期满不当然终止调解。",
        _PROPOSED,
        PML[22],
        (CalendarDays(30),),
    ),
    Rule(
        34,
        "期满处理",
        "调解期限届满后，应当在期限内达成协议、约定延长或者终止调解。",
        _PROPOSED,
        PML[26],
        (WorkingDays(3),),
    ),
    Rule(
        35,
        "履行期满回访",
        "调解协议的履行期满后，调解委员会应当在期限内查明是否已经履行。",
        _PROPOSED,
        PML[31].par(2),
        (WorkingDays(5),),
    ),
    Rule(
        36,
        "回访",
        "主办办结后，综治中心应当在期限内回访，记明是否联系到、是否解决、是否满意；"
        "屡次联系不到的可以办结，不计入解决率和满意率。",
        _PRACTICE,
        PLAN[23],
        (WorkingDays(1),),
    ),
    Rule(
        37,
        "四级七天",
        "网格一个工作日、村和社区两个、乡镇街道综治中心两个、乡镇街道党政班子两个；"
        "期满未化解的逐级上报，之后为县、市综治中心。级别期限自到达该级的次日起算，"
        "不影响任何法定期限。",
        _PRACTICE,
        PLAN[23],
        (WorkingDays(1), WorkingDays(2), WorkingDays(5), WorkingDays(10)),
    ),
    Rule(
        38,
        "红色上报",
        "风险定为红色的，应当在一小时内报上一级综治中心。",
        _PRACTICE,
        PLAN[23],
        (Hours(1),),
    ),
    Rule(
        39,
        "重新办理",
        "回访不满意的重新办理一次；仍不满意的提级办理，已在市级的按未解决办结。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        40,
        "滞留消息的处理",
        "不能办理的消息先行留置，同一案卷的后续消息依次等候；由管理员更正、重办或者作废，并记录在卷。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        41,
        "行政裁决的受理",
        "收到裁决申请后，裁决机关应当在期限内决定是否受理；法律另有规定的从其规定。",
        _PROPOSED,
        PLAN[24],
        (WorkingDays(5),),
    ),
    Rule(
        42,
        "申请书副本",
        "受理后，裁决机关应当在期限内向每一名被申请人发送申请书副本；法律另有规定的从其规定。",
        _PROPOSED,
        PLAN[24],
        (WorkingDays(5),),
    ),
    Rule(
        43,
        "答辩",
        "被申请人收到副本后可以在期限内答辩，各自计算；不答辩不影响裁决。法律另有规定的从其规定。",
        _PROPOSED,
        PLAN[24],
        (WorkingDays(10),),
    ),
    Rule(
        44,
        "送达裁决书",
        "裁决作出后应当在期限内向第一名当事人送达，其余当事人随后送达。",
        _PROPOSED,
        CPL[87],
        (WorkingDays(5),),
    ),
    Rule(
        45,
        "裁决结案",
        "没有需要履行的义务的，达成调解后可以结案；"
        "作出裁决的，送达全部当事人且救济期限届满后可以结案。",
        _PROPOSED,
        PLAN[24],
    ),
    Rule(
        46,
        "召回",
        "被裁定不承办或者仅被知会的部门，综治中心可以召回，原有记录保留，期限自召回起算。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        47,
        "回避",
        "行政复议人员与案件有利害关系或者参与作出过该行政行为的，应当报告，"
        "由行政复议机构负责人更换；当事人也可以申请更换。",
        _PROPOSED,
        ARL[3].par(2),
    ),
    Rule(
        48,
        "建议书的答复",
        "行政复议建议书应当写明希望答复的期限；逾期未答复的，由行政复议机构催告并报告行政复议机关。",
        _PROPOSED,
        ARR2026[69],
    ),
    Rule(
        55,
        "热点",
        "近四周内同一地方有三名以上当事人的五件以上来件反映同一问题，且明显多于以往的，"
        "记为热点并写明件数、以往件数、分值和共同词语；每日有新增或者件数成倍的再记，"
        "不写姓名和号码。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        56,
        "热点降温",
        "近四周内的来件少于三件的，热点降温；再次升温的在原卷上重新记录。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        57,
        "排除热点",
        "监督人员认为不是同一问题或者无须合并办理的，可以写明理由排除；其后的来件另行识别。",
        _PROPOSED,
        PLAN[23],
    ),
)
"""Every rule. Numbers are never used again; what is between the groups is kept for more of them."""
