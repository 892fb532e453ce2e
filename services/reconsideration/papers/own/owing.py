"""应当履行的: what a paper tells each party, and the respondent of compensation (ARL 72, 78)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypedDict

from services.reconsideration.domain.awarding import COMPENSATED
from services.reconsideration.papers.matter import Matter
from shared.contracts.reconsideration import DecisionMade
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.findings import CompensationManner
from shared.contracts.reconsideration.judged import ClaimDecided, Disposition


class Owing(TypedDict):
    """One line of the paper: the party by its place and name, and its last day if one is set."""

    who: str
    perform_by: date | None


def owing(duties: PartyDuties, matter: Matter) -> list[Owing]:
    """Each party that the paper obliges, by whose day enforcement is reckoned; none if not said."""
    return [
        Owing(
            who=("第三人" if one.person_id in matter.third_ids else "申请人")
            + (matter.people[one.person_id].name if one.person_id in matter.people else ""),
            perform_by=one.perform_by,
        )
        for one in duties or ()
    ]


_MANNERS: Final = {
    CompensationManner.PAYMENT: "被申请人应当支付赔偿金{}元",
    CompensationManner.IN_KIND: "被申请人应当依照前述内容返还财产、恢复原状或者以其他方式赔偿",
    CompensationManner.UNFIXED: "赔偿方式尚不能确定，理由如前",
}


def awarded(fact: DecisionMade, matter: Matter) -> list[str]:
    """赔偿内容 of each act, and of each claim that is decided of apart (ARL 72; ARR2026 63).

    None in decisions of old, which do not say it.
    """
    several = len(fact.dispositions) > 1
    return [
        (f"第{act}项：" if several else "") + line
        for act, one in enumerate(fact.dispositions, start=1)
        for line in _lines(one, [each for each in fact.claims if each.act == act], matter)
    ]


def _lines(said: Disposition, claims: Sequence[ClaimDecided], matter: Matter) -> Iterator[str]:
    if said.compensation_manner:
        yield _content(said)
    for one in claims:
        decided = COMPENSATED[one.compensation] if one.compensation else "不另作决定"
        told = (decided, *([_content(one)] if one.compensation_manner else ()))
        yield f"对{matter.person(one.person_id, '申请人').name}的赔偿请求，{'，'.join(told)}"


def _content(said: Disposition | ClaimDecided) -> str:
    assert said.compensation_manner is not None  # noqa: S101 - as `_lines` saw
    return _MANNERS[said.compensation_manner].format(said.compensation_yuan)
