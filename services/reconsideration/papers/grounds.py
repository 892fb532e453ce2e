"""情形: why a case ends, stands still or is simple, and what papers are about, in their words."""

from collections.abc import Mapping
from typing import Final

from shared.contracts.reconsideration import ConsultationGround
from shared.contracts.reconsideration.assigning import SimplifiedGround
from shared.contracts.reconsideration.correcting import Wrong
from shared.contracts.reconsideration.letters import Flaw
from shared.contracts.reconsideration.pausing import Stay, Suspension, Termination

ENDED_FOR: Final[Mapping[Termination, str]] = {
    Termination.WITHDRAWN: "申请人撤回行政复议申请，行政复议机构经审查准予撤回",
    Termination.NO_RELATIVES: "申请人死亡，没有近亲属或者近亲属放弃行政复议权利",
    Termination.NO_SUCCESSOR: "申请人终止，没有权利义务承受人或者承受人放弃行政复议权利",
    Termination.CRIMINAL: "申请人因同一违法行为涉嫌犯罪，被采取刑事强制措施",
    Termination.SIXTY_DAYS: "本案中止已满六十日，中止的原因仍未消除",
}
"""Why a case is terminated 终止的情形, as its notice tells it (ARL 41)."""

SUSPENDED_FOR: Final[Mapping[Suspension, str]] = {
    Suspension.DEATH: "作为申请人的公民死亡，其近亲属尚未确定是否参加行政复议",
    Suspension.INCAPACITY: "作为申请人的公民丧失参加行政复议的行为能力，尚未确定法定代理人",
    Suspension.MISSING: "作为申请人的公民下落不明",
    Suspension.DISSOLVED: "作为申请人的组织终止，尚未确定权利义务承受人",
    Suspension.PREVENTED: "当事人因不可抗力或者其他正当理由，不能参加行政复议",
    Suspension.TALKS: "进行调解、和解，申请人和被申请人同意中止",
    Suspension.LAW_UNCLEAR: "案件涉及的法律适用问题需要有权机关作出解释或者确认",
    Suspension.OTHER_CASE: "案件审理需要以其他案件的审理结果为依据，而其他案件尚未审结",
    Suspension.DOCUMENT: "对有关规范性文件或者依据进行附带审查",
    Suspension.OTHER: "需要中止行政复议的其他情形",
}
"""Why a case is suspended 中止的情形, as its notices tell it (ARL 39)."""

CONSULTED_FOR: Final[Mapping[ConsultationGround, str]] = {
    ConsultationGround.GRAVE: "案情重大、疑难、复杂",
    ConsultationGround.TECHNICAL: "专业性、技术性较强",
    ConsultationGround.PROVINCE: "对本机关行政行为不服申请行政复议",
    ConsultationGround.NEEDED: "行政复议机构认为有必要提请咨询",
}
"""Why the committee is asked 提请咨询的情形, as the letter tells it (ARL 52)."""

STAYED_FOR: Final[Mapping[Stay, str]] = {
    Stay.RESPONDENT: "被申请人认为需要停止执行",
    Stay.AUTHORITY: "本机关认为需要停止执行",
    Stay.ASKED: "停止执行的申请，本机关认为其要求合理",
    Stay.BY_LAW: "法律、法规、规章规定停止执行",
}
"""Why the act is not carried out 停止执行的情形 (ARL 42)."""

SIMPLIFIED_FOR: Final[Mapping[SimplifiedGround, str]] = {
    SimplifiedGround.ON_THE_SPOT: "被申请行政复议的行政行为是当场作出",
    SimplifiedGround.WARNING: "被申请行政复议的行政行为是警告或者通报批评",
    SimplifiedGround.AMOUNT: "案件涉及款额三千元以下",
    SimplifiedGround.DISCLOSURE: "属于政府信息公开案件",
    SimplifiedGround.CONSENT: "当事人各方同意适用简易程序",
}
"""Why a case is simple 适用简易程序的情形 (ARL 53)."""

WRONG: Final[Mapping[Wrong, str]] = {
    Wrong.DECLINED: "不予受理",
    Wrong.NOT_HANDLED: "告知不再处理",
    Wrong.ABANDONED: "视为放弃",
    Wrong.DISMISSED: "予以驳回",
    Wrong.OVERDUE: "受理后超过行政复议期限不作答复",
    Wrong.SUSPENDED: "中止行政复议",
}
"""What the authority below did or left undone, as papers of the one above tell it (ARL 35, 40)."""

LETTER_FOR: Final[Mapping[Flaw, str]] = {
    Flaw.ILLEGAL: "有关行政行为违法",
    Flaw.IMPROPER: "有关行政行为不当",
    Flaw.AFTERMATH: "有关事项需要做好善后工作",
}
"""What an opinion letter is about 意见书所针对的情形 (ARL 76; ARR2007 57)."""
