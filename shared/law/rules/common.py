"""各机构通用: what every office keeps alike about periods, messages and notices."""

from typing import Final

from shared.law.article import PLAN
from shared.law.rules.rule import Basis, Rule

_PROPOSED = Basis.PROPOSED

COMMON: Final = (
    Rule(
        5,
        "依法不予办理",
        "机构得知其他机构的事实后本应办理而法律不允许的，记入该机构的时钟卷，写明不准许的法条。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        13,
        "逾期未办",
        "机构逾期未办应办事项的，记录在卷并预警；案卷所处环节不变，该事项仍须办理。",
        _PROPOSED,
        PLAN[23],
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
        "国务院公布新一年放假安排后，正在计算的期限重新计算，记入时钟卷，写明所依据的通知："
        "届满之日变动的记为期限变动，写明原届满之日和新届满之日；"
        "届满之日不变、由暂定转为确定的，记为期限确定。",
        _PROPOSED,
        PLAN[33],
    ),
    Rule(
        40,
        "滞留消息的处理",
        "不能办理的消息先行留置，同一案卷的后续消息依次等候；由管理员更正、重办或者作废，并记录在卷。",
        _PROPOSED,
        PLAN[23],
    ),
    Rule(
        75,
        "通知",
        "机构记录的事实，按通知一览告知有关机构和岗位：来了什么、应当办什么、至何时止；"
        "页面通知为准，另可按机构登记的地址以邮件、消息网关外发，同一事实对同一机构每种方式只发一次。"
        "通知只作提示，不是送达，不起算、不改变任何期限；没有收到通知，不影响应当办理的事项。",
        _PROPOSED,
        PLAN[23],
    ),
)
