"""参加人: third parties, legal aid, representatives and agents (ARL 15 to 18; ARR2026 17 to 19)."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain import handling as h
from services.reconsideration.domain.saying import Norm, Point, Ruling, by, every
from shared.law.article import ARL, ARR2007, ARR2026


class Side(StrEnum):
    """Who takes the step 由谁."""

    APPLICANT = "applicant"  # 申请人
    THIRD_PARTY = "third_party"  # 第三人
    AGENT = "agent"  # 申请人、第三人的委托代理人
    RESPONDENT = "respondent"  # 被申请人
    BODY = "body"  # 行政复议机构


_THIRD: Final = {
    Norm.MAY: "可以作为第三人参加行政复议。",
    Norm.BARRED: "没有利害关系，不能作为第三人参加。",
    Norm.UNCLEAR: "须说明与行政行为或者案件处理结果有无利害关系。",
}


def third_party(
    on: date,
    *,
    interested: bool | None,
    absent: bool | None,
    count: int | None,
    elected: int | None,
) -> Ruling:
    """第三人 (ARL 16; ARR2026 17(3), 20(2)).

    Args:
        on: The day of the step.
        interested: Whether it has an interest in the act or in the result of the case.
        absent: Whether it does not take part.
        count: How many third parties there are.
        elected: How many representatives they have elected.
    """
    norm = by(interested, Norm.MAY)
    text = "申请人以外的，同被复议的行政行为或者案件处理结果有利害关系"
    points = [
        Point(text, ARL[16].par(1), interested),
        Point("可以自己申请参加，也可以由行政复议机构通知参加", ARL[16].par(1)),
    ]
    if absent:
        points.append(Point("第三人不参加，不影响案件的审理", ARL[16].par(2)))
    if not ARR2026.in_force(on):
        text = "条例（2007）只写明同具体行政行为有利害关系，法律已经扩及处理结果"
        points.append(Point(text, ARR2007[9]))
    else:
        together = Point("与行政机关共同作出行为的其他组织可以作为第三人", ARR2026[20].par(2))
        points.append(together)
    if count:
        points.append(_elected(count, elected, on))
    points.append(Point("可以委托一至二名代理人", ARL[17].par(1)))
    return Ruling(norm=norm, says=_THIRD[norm], points=tuple(points))


def _elected(count: int, elected: int | None, on: date) -> Point:
    """第三人推选代表人: they may, above ten; before July 2026 no text lets them (ARR2026 17)."""
    if not ARR2026.in_force(on):
        return Point("2026年6月30日以前的条例没有第三人推选代表人的规定", None)
    rule, article = h.bench(on), ARR2026[17].par(3)
    if count <= rule.above:
        return Point(f"第三人{count}人，没有超过{rule.above}人，没有推选代表人的规定", article)
    met = None if elected is None else rule.least <= elected <= rule.most
    return Point(f"第三人{count}人，可以推选{rule.least}至{rule.most}名代表人", article, met)


_AID: Final = {
    Norm.MUST: "法律援助机构应当依法提供法律援助。",
    Norm.BARRED: "不符合条件，不提供法律援助。",
    Norm.UNCLEAR: "须说明是否符合法律援助条件。",
    Norm.SILENT: "行政复议法只规定了申请人的法律援助。",
}


def legal_aid(on: date, *, eligible: bool | None, side: Side) -> Ruling:
    """法律援助: of applicants; where it is asked for has been said since July 2026 (ARL 18)."""
    if side is not Side.APPLICANT:
        text = "申请人以外的参加人依法律援助的一般规定申请"
        points = (Point("提供法律援助的是符合条件的行政复议申请人", ARL[18]), Point(text, None))
        return Ruling(norm=Norm.SILENT, says=_AID[Norm.SILENT], points=points)
    norm = by(eligible, Norm.MUST)
    where = Point("2026年6月30日以前的条例没有写明向哪一个机构申请", None)
    if ARR2026.in_force(on):
        text = "向行政复议机构所在地或者行政争议发生地的法律援助机构申请"
        where = Point(text, ARR2026[19])
    return Ruling(
        norm=norm,
        says=_AID[norm],
        points=(Point("申请人符合法律援助条件", ARL[18], eligible), where),
    )


class Representing(StrEnum):
    """What a representative does 代表人的行为 (ARL 15)."""

    CHANGES_REQUEST = "changes_request"  # 变更行政复议请求
    WITHDRAWS = "withdraws"  # 撤回行政复议申请
    ADMITS = "admits"  # 承认第三人请求
    OTHER = "other"  # 其他行为


_REPRESENTED: Final = {
    Norm.MUST: "应当按规定推选代表人。",
    Norm.MAY: "代表人的行为对其所代表的申请人发生效力。",
    Norm.BARRED: "人数、推选书或者被代表人的同意不符合规定，不发生效力。",
    Norm.UNCLEAR: "须说明申请人人数，或者被代表的申请人是否同意。",
}


def representatives(
    on: date,
    *,
    applicants: int | None,
    elected: int | None,
    signed_by_all: bool | None,
    doing: Representing | None,
    consent: bool | None,
) -> Ruling:
    """代表人: number, the paper that elects them, what they cannot do alone (ARL 15; ARR2026 17).

    Args:
        on: The day of the step, whose edition sets the numbers.
        applicants: How many there are.
        elected: How many they elected.
        signed_by_all: Whether the paper bears the mark of every applicant.
        doing: What a representative does.
        consent: Whether those represented agreed to it.
    """
    points = [] if applicants is None else [h.representatives(applicants, elected, on)]
    if ARR2026.in_force(on):
        text = "推选书由全体申请人签名、盖章或者按指印，提交行政复议机关"
        points.append(Point(text, ARR2026[17].par(2), signed_by_all))
    else:
        points.append(Point("2026年6月30日以前的条例没有推选书的规定", None))
        signed_by_all = None
    grave = doing is not None and doing is not Representing.OTHER
    if doing:
        text = "变更请求、撤回申请、承认第三人请求，应当经被代表的申请人同意"
        effect = Point("代表人参加复议的行为对被代表的申请人发生效力", ARL[15].par(2))
        points.append(Point(text, ARL[15].par(2), consent) if grave else effect)
    if any(each.met is False for each in points):
        norm = Norm.BARRED
    elif doing is None:
        norm = Norm.UNCLEAR if applicants is None else Norm.MUST
    else:
        norm = by(consent, Norm.MAY) if grave else Norm.MAY
    says = _REPRESENTED[norm]
    if norm is Norm.MUST and applicants is not None and applicants <= h.bench(on).above:
        norm, says = Norm.MAY, "人数没有超过规定，不必推选代表人。"
    return Ruling(norm=norm, says=says, points=tuple(points))


def agents(
    side: Side,
    on: date,
    *,
    count: int | None,
    staff: int | None,
    lawyers: int | None,
    paper: bool | None,
    identity: bool | None,
    oral: bool | None,
) -> Ruling:
    """代理人: how many and with which papers (ARL 17; ARR2026 18; ARR2007 10).

    Args:
        side: Whose agents they are.
        on: The day of the step.
        count: How many agents of an applicant or third party.
        staff: How many of the respondent's own staff.
        lawyers: How many lawyers of the respondent.
        paper: Whether the 授权委托书 names matter, powers and term.
        identity: Whether both proofs of identity were handed in.
        oral: Whether the authority was given orally.
    """
    points = list(
        _respondents(on, staff, lawyers)
        if side is Side.RESPONDENT
        else _of_party(on, count=count, paper=paper, identity=identity, oral=oral)
    )
    failed = any(each.met is False for each in points)
    silent = all(each.article is None for each in points)
    norm = Norm.BARRED if failed else Norm.SILENT if silent else Norm.MAY
    return Ruling(norm=norm, says=_AGENTS[norm], points=tuple(points))


_AGENTS: Final = {
    Norm.MAY: "可以按规定的人数和手续委托代理人。",
    Norm.BARRED: "人数或者手续不符合规定，不得这样委托。",
    Norm.SILENT: "没有关于被申请人代理人的规定。",
}


def _respondents(on: date, staff: int | None, lawyers: int | None) -> Iterator[Point]:
    if staff is not None or not ARR2026.in_force(on):
        yield h.respondent_agents(staff or 0, lawyers or 0, on)
    else:
        yield Point("被申请人应当指定一至二名工作人员，不得仅委托律师", ARR2026[18].par(2))


def _of_party(
    on: date,
    *,
    count: int | None,
    paper: bool | None,
    identity: bool | None,
    oral: bool | None,
) -> Iterator[Point]:
    if count is None:
        yield Point("申请人、第三人可以委托一至二名代理人", ARL[17].par(1))
    else:
        yield h.agents(count)
    if ARR2026.in_force(on):
        yield Point("其他代理人包括近亲属、工作人员等", ARR2026[18].par(1))
    old = not ARR2026.in_force(on)
    if oral and old:
        text = "公民在特殊情况下可以口头委托，行政复议机构核实并记录在卷"
        yield Point(text, ARR2007[10])
        return
    text = "提交授权委托书，载明委托事项、权限和期限，并提交双方的身份证明"
    written = False if oral else every(paper, identity)
    yield Point(text, ARL[17].par(2), written)
    yield Point("变更或者解除代理权限的，应当书面告知行政复议机构", ARL[17].par(2))
