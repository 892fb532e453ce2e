"""办案人员: how many, with what qualification, secrecy, recusal (ARL 6, 36; ARR2026 39)."""

from datetime import date
from typing import Final

from services.reconsideration.domain.handling import least_reviewers
from services.reconsideration.domain.handling import reviewers as numbered
from services.reconsideration.domain.saying import Norm, Point, Ruling, every
from shared.contracts.reconsideration.assigning import Tie, Track
from shared.law.article import ARL, ARR2007, ARR2026, RULES


def reviewers(
    track: Track,
    on: date,
    *,
    count: int | None,
    newcomer: bool | None,
    qualified: bool | None,
    trained: bool | None,
) -> Ruling:
    """办案人员的人数、资格和保密 (ARL 6, 36; ARR2026 5, 39, 70; ARR2007 4, 32, 60).

    Args:
        track: Which procedure.
        on: The day of the step.
        count: How many reviewers are named.
        newcomer: Whether one of them does this work for the first time.
        qualified: Whether that one has the legal professional qualification.
        trained: Whether that one went through the joint training before the job.
    """
    enough = None if count is None else count >= least_reviewers(track, on)
    number = numbered(track, on)
    points = (
        Point("行政复议机构应当指定行政复议人员负责办理", ARL[36].par(1)),
        Point(number.text, number.article, enough),
        *_qualification(on, newcomer=newcomer, qualified=qualified, trained=trained),
        Point("办案中知悉的国家秘密、商业秘密和个人隐私应当保密", ARL[36].par(2)),
    )
    failed = any(each.met is False for each in points)
    says = (
        "人数或者资格不符合规定，不得这样指定。"
        if failed
        else "应当按规定的人数指定具备资格的行政复议人员。"
    )
    values = {"least": least_reviewers(track, on)}
    return Ruling(
        norm=Norm.BARRED if failed else Norm.MUST, says=says, points=points, values=values
    )


def _qualification(
    on: date, *, newcomer: bool | None, qualified: bool | None, trained: bool | None
) -> tuple[Point, ...]:
    text = "初次从事行政复议工作的，应当取得法律职业资格并参加统一职前培训"
    met = every(qualified, trained) if newcomer else None
    if newcomer is False:
        text += "；不是初次从事的，不受此限"
    if ARR2026.in_force(on):
        general = Point("行政复议人员应当具备相应的政治、业务素质和道德品行", ARR2026[5])
        training = Point("定期接受政治、理论和业务培训", ARR2026[70])
    else:
        general = Point("专职行政复议人员应当具备相应的品行、知识、能力和资格", ARR2007[4])
        training = Point("定期接受业务培训", ARR2007[60])
    return Point(text, ARL[6].par(2), met), general, training


_TIES: Final = {
    Tie.NONE: "没有应当报告的关系，不必更换",
    Tie.KIN: "本人是当事人、代理人或者其近亲属，应当更换",
    Tie.INTEREST: "与案件有利害关系，应当更换",
    Tie.ACTED: "参与作出过该行政行为，应当更换",
    Tie.OTHER: "有其他可能影响公正的关系，由行政复议机构负责人决定是否更换",
}


def replacing(tie: Tie) -> Point:
    """更换行政复议人员: met where it must be, None where the head may choose (RULES 47)."""
    must = {Tie.NONE: False, Tie.OTHER: None}.get(tie, True)
    return Point(f"按拟定的规则：{_TIES[tie]}", RULES[47], must)


def recusal(tie: Tie | None) -> Ruling:
    """回避: no edition has a rule; what the house proposes is told as such (ARL 3; RULES 47)."""
    text = "行政复议法和两版实施条例都没有行政复议人员回避的规定"
    points = [
        Point(text, None),
        Point("履行职责应当遵循合法、公正的原则", ARL[3].par(2)),
        Point("本市拟定：与案件有利害关系的应当报告，由机构负责人更换", RULES[47]),
    ]
    if tie:
        points.append(replacing(tie))
    says = f"{text}；本市的拟定规则见理由。"
    return Ruling(norm=Norm.SILENT, says=says, points=tuple(points))
