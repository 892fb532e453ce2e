"""说理: why a matter is adjudicated or not, how, and what is open afterwards, for the law desk."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from services.adjudication.domain.catalogue import Decider, Row, Way
from services.adjudication.domain.competence import Competence
from services.adjudication.domain.powers import Mediation
from services.adjudication.domain.remedies import unruled_first
from services.adjudication.lawdesk.facts import AdjudicationFacts
from shared.contracts.routing import Compulsory
from shared.law.article import ALI, ALL, ARL, COERCION, PLAN
from shared.law.reconsidering.compulsory import First
from shared.law.unread import ADJUDICATION_POLICY
from shared.lawdesk import Reason

RULED: Final = (Way.ADJUDICATE, Way.STATE)
"""Ways on which somebody rules."""

_MEDIATION: Final = {
    Mediation.FIRST: "应当先行调解，调解不成的再裁决",
    Mediation.MAY: "可以调解，调解不成的裁决",
    Mediation.NONE: "审查投诉不以调解为前提",
}


def elsewhere(row: Row) -> Iterator[Reason]:
    """国务院部门的事项: not here, but there."""
    if row.decider is Decider.NATIONAL:
        yield Reason("本市和各县区的机关没有这一裁决权，告知当事人向国务院有关部门提出", row.basis)


def of_organ(who: Competence | None) -> Iterator[Reason]:
    """裁决机关."""
    if who:
        note = "（参照土地权属争议的规定，本法未作规定）" if who.by_analogy else ""
        yield Reason(f"{who.says}{note}", who.article)


def of_procedure(row: Row) -> Iterator[Reason]:
    """权利告知、先行调解、收费 and the ruling that no period bounds."""
    if row.way not in RULED:
        return
    yield Reason("有权机关应当告知当事人可以申请裁决，裁决后告知救济途径和期限", PLAN[24])
    text = f"先行调解、权利告知、裁诉衔接出自{ADJUDICATION_POLICY.edition}，凭记忆，没有原文"
    yield Reason(f"待核对：{text}")
    if row.power:
        yield Reason(_MEDIATION[row.power.mediation], row.power.mediated_under)
        if row.power.unbounded:
            yield Reason(row.power.unbounded, row.basis)
    yield Reason("没有法律、法规规定收费，裁决不收取费用")


def of_remedy(row: Row, first: First | None) -> Iterator[Reason]:
    """救济、一并解决民事争议和强制执行 (ALL 44, 61, 97; COERCION 53, 54; ALI 137, 140, 158)."""
    if row.to_sue is None:
        return
    if first and first.compulsory is not Compulsory.FREE:
        yield Reason(first.because, first.article)
    else:
        yield Reason("对裁决不服的，可以申请行政复议，也可以直接提起行政诉讼", ALL[44].par(1))
    text = "起诉裁决的，可以在一审开庭前请求人民法院一并解决民事争议"
    yield Reason(text, ALL[61].par(1))
    yield Reason("一并解决的请求应当在第一审开庭审理前提出", ALI[137])
    yield Reason("一并审理裁决所及民事争议的，不另行立案", ALI[140].par(2))
    yield Reason("本事项自己的起诉期限只约束诉讼，申请复议仍为六十日", ARL[20].par(1))
    yield from _of_enforcement()


def of_silence(row: Row, facts: AdjudicationFacts, on: date) -> Iterator[Reason]:
    """逾期未裁决: first reconsideration, and only its decision is sued over (ARL 10, 23).

    Where a matter's own statute opens both ways, they are told with the doubt that ARL 23, which
    is later and general, puts on the suit.
    """
    own = row.power.silence if row.power else None
    if own:
        yield Reason("逾期未作处理的，可以申请行政复议，也可以提起行政诉讼", own)
    if not facts.overdue or row.to_rule is None:
        return
    first = unruled_first(on)
    if own:
        text = f"待核对：{first.because}；与本事项自己的规定没有明文衔接，先申请复议为稳妥"
        yield Reason(text, first.article)
    else:
        yield Reason(f"受理后逾期未裁决：{first.because}，不得直接起诉", first.article, met=False)
        yield Reason("对行政复议决定不服，或者逾期不作复议决定的，再向人民法院起诉", ARL[34])


def _of_enforcement() -> Iterator[Reason]:
    text = "不复议、不起诉又不履行的，先书面催告，十个工作日后可以申请人民法院强制执行"
    yield Reason(text, COERCION[54])
    yield Reason("自救济期限届满之日起三个月内申请，逾期的除有正当理由外不予受理", ALI[156])
    yield Reason("裁决机关没有申请的，裁决确定的权利人可以在六个月内申请", ALI[158].par(1))


def doubts(row: Row, facts: AdjudicationFacts) -> Iterator[Reason]:
    """What must be confirmed, and whether a case lies across two editions."""
    if row.configured:
        yield Reason(f"待核对：{row.configured}")
    later = (facts.accepted_on, facts.opinion_on, facts.served_on)
    if row.until and any(day and day > row.until for day in later):
        text = f"案件跨越新旧规定：{row.basis}的这一版适用到{row.until}，没有过渡规定，请人工确认"
        yield Reason(text, row.basis)
