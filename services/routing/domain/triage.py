"""分流规则: an ordered list over what was registered; the first rule that holds gives the road.

A road that a statute opens is told to the party even where another one is taken first: mediation
stops no other period.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from shared.contracts.intake import ActKind, DisputeRegistered, Risk, Urgency, Willingness
from shared.contracts.routing import Road
from shared.directory.model import Matter, Nature
from shared.law.article import ARL, LDMA, OGI, PETITION, PLAN, PML, RLCD, RULES, Article

DISCLOSURE_MATTER: Final = "gongkai"
DUTY_MATTER: Final = "lvzhi"
BRAWL_MATTER: Final = "zhian"


@dataclass(frozen=True, slots=True)
class Situation:
    """What triage looks at: the dispute as registered, and its line in the matter catalogue."""

    fact: DisputeRegistered
    matter: Matter

    def both_willing(self, nature: Nature) -> bool:
        """Whether it is of this nature and both parties agree to mediation."""
        return self.matter.nature is nature and self.fact.willingness is Willingness.BOTH

    def refused(self, nature: Nature) -> bool:
        """Whether it is of this nature and one party clearly refuses mediation (PML 17)."""
        return self.matter.nature is nature and self.fact.willingness is Willingness.REFUSED

    @property
    def is_danger(self) -> bool:
        """Whether people may come to harm before anybody has mediated (PML 25)."""
        grave = self.fact.risk is Risk.RED and self.fact.urgency is Urgency.EMERGENCY
        brawl = self.matter.code == BRAWL_MATTER and self.fact.urgency is not Urgency.ORDINARY
        return grave or brawl

    @property
    def against_act(self) -> bool:
        """Whether an administrative act is complained of (ARL 11)."""
        return self.fact.act is not None or self.matter.nature is Nature.ACT


@dataclass(frozen=True, slots=True)
class Rule:
    """分流规则: when it holds, the road that follows, and why."""

    name: str
    road: Road
    when: Callable[[Situation], bool]
    article: Article
    reason: str
    """What the party reads 分流理由."""
    whistle: bool = False
    """Whether departments are called."""
    told: bool = False
    """Whether the road is one that only the party's own application opens."""


def _nature(nature: Nature) -> Callable[[Situation], bool]:
    return lambda s: s.matter.nature is nature


def _request(code: str) -> Callable[[Situation], bool]:
    return lambda s: s.matter.code == code and s.fact.act is None


LADDER: Final = (
    Rule(
        "danger",
        Road.POLICE,
        lambda s: s.is_danger,
        PML[25],
        "可能引起治安案件或者刑事案件，立即报公安机关处置",
        whistle=True,
    ),
    Rule(
        "disclosure_request",
        Road.DISCLOSURE,
        _request(DISCLOSURE_MATTER),
        OGI[27],
        "申请获取政府信息，向制作或者保存信息的行政机关提出",
        told=True,
    ),
    Rule(
        "duty_request",
        Road.PETITION,
        _request(DUTY_MATTER),
        PETITION[31].par(item=5),
        "请求行政机关履行职责，由该机关依法履行或者答复",
        told=True,
    ),
    Rule(
        "act",
        Road.RECONSIDERATION,
        lambda s: s.against_act,
        ARL[11],
        "对行政行为不服，可以申请行政复议",
        told=True,
    ),
    Rule(
        "labour_mediation",
        Road.PEOPLES_MEDIATION,
        lambda s: s.both_willing(Nature.LABOUR),
        LDMA[10].par(1, 2),
        "劳动争议双方同意调解，由基层人民调解组织调解",
        whistle=True,
    ),
    Rule(
        "labour_arbitration",
        Road.LABOUR_ARBITRATION,
        _nature(Nature.LABOUR),
        LDMA[5],
        "劳动争议应当先申请劳动仲裁，法律另有规定的除外",
        told=True,
    ),
    Rule(
        "land_contract_mediation",
        Road.PEOPLES_MEDIATION,
        lambda s: s.both_willing(Nature.LAND_CONTRACT),
        RLCD[3],
        "农村土地承包经营纠纷双方同意调解，由村、乡镇调解",
        whistle=True,
    ),
    Rule(
        "land_contract_arbitration",
        Road.LAND_CONTRACT_ARBITRATION,
        _nature(Nature.LAND_CONTRACT),
        RLCD[4],
        "农村土地承包经营纠纷可以申请仲裁，也可以直接起诉",
        told=True,
    ),
    Rule(
        "adjudication",
        Road.ADJUDICATION,
        _nature(Nature.ADJUDICATION),
        PLAN[24],
        "法律规定由行政机关裁决的民事争议，当事人可以申请行政裁决，裁决前先行调解",
        told=True,
    ),
    Rule(
        "petition",
        Road.PETITION,
        _nature(Nature.PETITION),
        PETITION[31].par(item=6),
        "建议、意见和其他信访事项，依照信访程序办理",
        told=True,
    ),
    Rule(
        "civil_refused",
        Road.COURT,
        lambda s: s.refused(Nature.CIVIL),
        PML[17],
        "一方明确拒绝调解，不得调解，可以依法向人民法院起诉",
        told=True,
    ),
    Rule(
        "department_refused",
        Road.COURT,
        lambda s: s.refused(Nature.DEPARTMENT),
        RULES[6],
        "一方明确拒绝调解，民事部分可以起诉；主管部门职责范围内的事项仍由部门办理",
        whistle=True,
        told=True,
    ),
    Rule(
        "department",
        Road.ADMINISTRATIVE_MEDIATION,
        _nature(Nature.DEPARTMENT),
        PLAN[23],
        "属于行政主管部门职责范围，由部门办理并调解",
        whistle=True,
    ),
    Rule(
        "civil",
        Road.PEOPLES_MEDIATION,
        lambda _: True,
        PML[17],
        "民间纠纷，由人民调解委员会调解",
        whistle=True,
    ),
)
"""The rules in their order; the last one always holds."""

BY_NAME: Final = {rule.name: rule for rule in LADDER}
"""The rules by the name that facts keep."""


def choose_road(situation: Situation) -> Rule:
    """分流: the first rule that holds (RULES 6)."""
    return next(rule for rule in LADDER if rule.when(situation))


def road_to_tell(situation: Situation) -> Rule | None:
    """告知途径: the first statutory road that is open, taken or not (RULES 7)."""
    return next((rule for rule in LADDER if rule.told and rule.when(situation)), None)


def article_of(rule: Rule, act: ActKind | None) -> Article:
    """The article that gives the reason, with the head of the act where one is complained of."""
    if rule.road is Road.RECONSIDERATION and act is not None:
        return ARL[11].par(item=list(ActKind).index(act) + 1)
    return rule.article
