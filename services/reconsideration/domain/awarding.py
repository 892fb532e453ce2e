"""赔偿的决定: what a draft says of compensation, claim by claim, as it was found (ARL 72)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.drafted import Draft
from services.reconsideration.domain.items import definite
from services.reconsideration.domain.making_good import Claim, award, claim
from shared.contracts.reconsideration import Compensation, Outcome
from shared.contracts.reconsideration.findings import CompensationManner
from shared.contracts.reconsideration.judged import ClaimDecided, ClaimFound, Disposition, Finding
from shared.law.article import ARL, ARR2026
from shared.law.procedure import Refused

COMPENSATED: Final = {
    Compensation.GRANTED: "依法给予赔偿",
    Compensation.REJECTED: "驳回行政赔偿请求",
    Compensation.RESTORED: "责令返还财产、解除措施或者赔偿相应的价款",
}
"""What a decision says of compensation, in words."""


_OWED: Final = frozenset({Compensation.GRANTED, Compensation.RESTORED})


def owes_compensation(said: Disposition, claims: Sequence[ClaimDecided]) -> bool:
    """Whether the respondent has to make good anything to anybody (ARL 72)."""
    return bool({said.compensation, *(one.compensation for one in claims)} & _OWED)


def apart(case: Case, act: int) -> dict[UUID, ClaimFound]:
    """What was found of claims apart, of the act of this number, by whose they are."""
    found = (one for claim in case.claims for one in claim.found if one.act == act)
    return {one.person_id: one for one in found}


def check_awards(
    found: Finding,
    said: Disposition,
    asked: Mapping[UUID, ClaimFound],
    claims: Sequence[ClaimDecided],
    on: date,
) -> None:
    """赔偿 is decided with the rest as it was found, of each claim, and nowhere else (ARL 72).

    Args:
        found: What was found of the act.
        said: What is decided of it.
        asked: What was found of claims apart.
        claims: What is decided of claims apart.
        on: The day, by whose edition it is decided.

    Raises:
        Refused: It is decided otherwise than it was found, or a claim that was found of apart is
            not decided of apart, or the other way round.
    """
    _check_award(said.outcome, claim(found), said.compensation, on)
    decided = {one.person_id: one for one in claims}
    if len(decided) < len(claims):
        raise Refused("对同一人的赔偿请求只决定一次", ARL[72].par(1))
    whose = set() if said.outcome is Outcome.APPLICATION_DISMISSED else {*asked}
    if whose != decided.keys():
        text = "认定中分别写明赔偿请求的，对每人的请求分别决定；没有分别认定的，不分别决定"
        raise Refused(text, ARL[72].par(1))
    for person_id, one in decided.items():
        _check_award(said.outcome, _claim(asked[person_id]), one.compensation, on)


def check_unpaid(found: Finding, said: Disposition, asked: Iterable[ClaimFound], on: date) -> None:
    """The ground on which a claim is rejected is found, of each (ARR2026 64).

    Raises:
        Refused: It is not.
    """
    told = ((claim(found), found.unpaid), *((_claim(one), one.unpaid) for one in asked))
    for each, unpaid in told:
        due = award(said.outcome, each, on)
        if due and due.what is Compensation.REJECTED and unpaid is None:
            text = "驳回行政赔偿请求的，审理认定应当写明不应当赔偿的理由属于哪一项"
            raise Refused(text, ARR2026[64])


def check_content(draft: Draft, on: date) -> None:
    """明确的赔偿内容: how what is granted is made good, and how much is paid (ARR2026 63).

    Raises:
        Refused: It is not said though the edition of `on` asks for it, a payment has no sum or a
            sum no payment, or it is said of what is not granted (ARL 72).
    """
    each: tuple[Disposition | ClaimDecided, ...] = (*draft.dispositions, *draft.claims)
    for said in each:
        manner, paid = said.compensation_manner, said.compensation_yuan
        if said.compensation is not Compensation.GRANTED:
            if manner or paid:
                raise Refused("决定依法给予赔偿的，才写明赔偿方式、数额", ARL[72].par(1))
            continue
        must = definite(on, payable=manner is None)
        if must:
            text = f"{must.text}；写明赔偿方式，不能确定的选明并在正文写明理由"
            raise Refused(text, must.article or ARL[72].par(1))
        if (manner is CompensationManner.PAYMENT) is not bool(paid):
            raise Refused("支付赔偿金的，应当写明数额；不支付的不写", ARL[72].par(1))


def _claim(found: ClaimFound) -> Claim:
    return Claim(asked=True, due=False if found.unpaid else found.compensation_due)


def _check_award(outcome: Outcome, asked: Claim, said: Compensation | None, on: date) -> None:
    due = award(outcome, asked, on)
    if due is None:
        _check_unawarded(outcome, said)
        return
    due = due.of(said)
    open_to = {due.what} if due.must else {due.what, None}
    if due.what is None or said not in open_to:
        so = f"，{'应当' if due.must else '可以'}写明{COMPENSATED[due.what]}" if due.what else ""
        raise Refused(f"{due.because}{so}", due.article)


def _check_unawarded(outcome: Outcome, said: Compensation | None) -> None:
    if said is None:
        return
    if outcome is Outcome.APPLICATION_DISMISSED:
        raise Refused("驳回行政复议申请的，不对赔偿请求作出决定", ARL[33])
    raise Refused("没有提出赔偿请求，也没有认定应当返还的财产", ARL[72])
