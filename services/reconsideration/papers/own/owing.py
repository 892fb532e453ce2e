"""应当履行的: what a paper tells each party, and the respondent of compensation (ARL 72, 78)."""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from typing import Final, TypedDict

from services.reconsideration.domain.awarding import COMPENSATED
from services.reconsideration.domain.making_good import award, claim, remedial
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.printed import found
from shared.contracts.reconsideration import DecisionMade
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.findings import CompensationManner
from shared.contracts.reconsideration.judged import ClaimDecided, Disposition, Finding
from shared.law.article import ARL, Article


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


def awarded(fact: DecisionMade, matter: Matter) -> dict[str, list[str]]:
    """赔偿内容 of each act, and of each claim that is decided of apart, each by its provision.

    None in decisions of old, which do not say it (ARL 71, 72; ARR2026 63).
    """
    several = len(fact.dispositions) > 1
    lines = [
        ((f"第{act}项：" if several else "") + line, item)
        for act, (one, of) in enumerate(_found_of(fact, matter), start=1)
        for line, item in _lines(fact, act, one, of, matter)
    ]
    return {
        "awarded": [line for line, _ in lines],
        "awarded_items": [item.code for _, item in lines],
    }


def remedied(fact: DecisionMade, matter: Matter) -> list[str]:
    """补救措施: by which provisions they are ordered, of what was unlawful or of a breach."""
    ordered = ((one, of) for one, of in _found_of(fact, matter) if one.remedial)
    points = (remedial(one.outcome, of.breach if of else None, fact.head.on) for one, of in ordered)
    return list(dict.fromkeys(each.article.code for each in points if each and each.article))


def _found_of(fact: DecisionMade, matter: Matter) -> Iterator[tuple[Disposition, Finding | None]]:
    """What is decided of each act, with what was found of it; None where that is not on file."""
    for one, of in zip_longest(fact.dispositions, found(matter)):
        if one:
            yield one, of


_CLAIMED: Final = ARL[72].par(1)


def _lines(
    fact: DecisionMade, act: int, said: Disposition, of: Finding | None, matter: Matter
) -> Iterator[tuple[str, Article]]:
    if said.compensation_manner:
        due = award(said.outcome, claim(of), fact.head.on) if of else None
        yield _content(said), due.of(said.compensation).article if due else _CLAIMED
    for one in (each for each in fact.claims if each.act == act):
        decided = COMPENSATED[one.compensation] if one.compensation else "不另作决定"
        told = (decided, *([_content(one)] if one.compensation_manner else ()))
        whose = matter.person(one.person_id, "申请人").name
        yield f"对{whose}的赔偿请求，{'，'.join(told)}", _CLAIMED


def _content(said: Disposition | ClaimDecided) -> str:
    assert said.compensation_manner is not None  # noqa: S101 - as `_lines` saw
    return _MANNERS[said.compensation_manner].format(said.compensation_yuan)
