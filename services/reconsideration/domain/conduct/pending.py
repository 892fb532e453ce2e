"""复议期间: what goes on meanwhile, what it costs, by which yardstick it is judged (ARL 37, 42)."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.saying import Norm, Point, Ruling, by
from shared.law.article import APL, ARL, ARR2007, ARR2026, PSPL, PSPL2012


class Measure(StrEnum):
    """What the act does meanwhile 复议期间的执行事项."""

    SURCHARGE = "surcharge"  # 加处罚款
    DETENTION = "detention"  # 行政拘留
    LIBERTY = "liberty"  # 其他限制人身自由的行政处罚
    OTHER = "other"  # 其他行政行为


_PENDING: Final = {
    Norm.MUST: "应当暂缓执行。",
    Norm.MAY: "可以申请暂缓执行。",
    Norm.BARRED: "没有法定情形，不暂缓执行。",
}


def pending(
    measure: Measure,
    on: date,
    *,
    event: bool | None,
    harmless: bool | None,
    secured: bool | None,
) -> Ruling:
    """复议期间的执行 (ARL 42; APL 73; PSPL 126).

    Args:
        measure: What is being executed.
        on: The day of the step.
        event: Whether there is an exam, a birth, a near relative's death or grave illness.
        harmless: Whether the police find that society is not endangered.
        secured: Whether a guarantor or a deposit is there.
    """
    default = Point("复议期间行政行为不停止执行，四种法定情形除外", ARL[42])
    match measure:
        case Measure.SURCHARGE:
            text = "加处罚款的数额在行政复议期间不予计算"
            points = (Point(text, APL[73].par(3)), default)
            return Ruling(norm=Norm.MUST, says=f"{text}。", points=points)
        case Measure.DETENTION:
            needed = tuple(_of_detention(on, event=event, harmless=harmless, secured=secured))
            norm = _deferred([each.met for each in needed])
            return Ruling(norm=norm, says=_PENDING[norm], points=(*needed, _liberty(), default))
        case Measure.LIBERTY:
            return Ruling(norm=Norm.MAY, says=_PENDING[Norm.MAY], points=(_liberty(), default))
        case Measure.OTHER:
            says = "不停止执行，有法定情形的除外。"
            stay = Point("停止执行的情形见审理程序（procedure）的停止执行", None)
            return Ruling(norm=Norm.BARRED, says=says, points=(default, stay))


def _liberty() -> Point:
    text = "对限制人身自由的处罚，可以向决定机关申请暂缓执行，符合规定的应当暂缓"
    return Point(text, APL[73].par(2))


def _deferred(conditions: list[bool | None]) -> Norm:
    if False in conditions:
        return Norm.BARRED
    return Norm.MAY if None in conditions else Norm.MUST


def _of_detention(
    on: date, *, event: bool | None, harmless: bool | None, secured: bool | None
) -> Iterator[Point]:
    """暂缓执行行政拘留; the law of 2012 asked for no event (PSPL 126; PSPL2012 107)."""
    article = PSPL[126].par(1) if PSPL.in_force(on) else PSPL2012[107]
    doubt = "" if PSPL.in_force(on) else "（凭记忆列入，适用前请核对原文）"
    if PSPL.in_force(on):
        text = "遇有参加升学考试、子女出生或者近亲属病危、死亡等情形，提出申请"
        yield Point(text, article, event)
    yield Point(f"公安机关认为不致发生社会危险{doubt}", article, harmless)
    text = "提出符合条件的担保人，或者按每日二百元交纳保证金"
    yield Point(text, article, secured)


class Cost(StrEnum):
    """Which cost 费用."""

    APPLICATION = "application"  # 受理、办理案件
    COPYING = "copying"  # 复制案卷材料
    APPRAISAL = "appraisal"  # 鉴定


def fees(cost: Cost, on: date) -> Ruling:
    """不得收费; only an appraisal is paid for by a party (ARL 87; ARR2026 46; ARR2007 37)."""
    free = Point("受理行政复议申请，不得向申请人收取任何费用", ARL[87])
    if cost is Cost.APPRAISAL:
        article = ARR2026[46] if ARR2026.in_force(on) else ARR2007[37]
        text = "鉴定费用由当事人承担"
        return Ruling(norm=Norm.MUST, says=f"{text}。", points=(Point(text, article), free))
    return Ruling(norm=Norm.BARRED, says=f"{free.text}。", points=(free,))


def yardstick(on: date, *, autonomous: bool | None) -> Ruling:
    """审理依据: by which norms, and how far (ARL 37; ARR2026 2, 76).

    Args:
        on: The day of the step.
        autonomous: Whether the case is one of a national autonomous area 民族自治地方.
    """
    points = [Point("依照法律、法规、规章审理", ARL[37].par(1))]
    if autonomous is not False:
        text = "民族自治地方的案件，同时依照该地方的自治条例和单行条例"
        points.append(Point(text, ARL[37].par(2), autonomous))
    if ARR2026.in_force(on):
        points.append(Point("对合法性、适当性进行全面审查", ARR2026[2]))
        text = "参照国务院行政复议机构发布的行政复议指导性案例"
        points.append(Point(text, ARR2026[76]))
    else:
        text = "被申请人对合法性、适当性都负举证责任，两者都在审查之内"
        points.append(Point(text, ARL[44].par(1)))
    says = "依照法律、法规、规章全面审查合法性和适当性。"
    if autonomous:
        says = "依照法律、法规、规章以及该地方的自治条例、单行条例全面审查。"
    return Ruling(norm=Norm.MUST, says=says, points=tuple(points))


class Ground(StrEnum):
    """Whether an act must tell its remedies 告知的情形 (ARR2026 25; ARL 23)."""

    ADVERSE = "adverse"  # 可能产生不利影响
    COMPULSORY = "compulsory"  # 应当先申请行政复议
    FAVOURABLE = "favourable"  # 没有不利影响


def telling(ground: Ground | None, on: date) -> Ruling:
    """告知义务 of the organ that acts (ARR2026 25; ARR2007 17; ARL 23)."""
    article = ARR2026[25] if ARR2026.in_force(on) else ARR2007[17]
    text = "可能产生不利影响的，应当告知申请复议的权利、行政复议机关和申请期限"
    met = None if ground is None else ground is not Ground.FAVOURABLE
    points = [Point(text, article, met)]
    if ground in {None, Ground.COMPULSORY}:
        text = "应当先申请行政复议的，作出行政行为时还应当告知先申请复议"
        points.append(Point(text, ARL[23].par(2), met))
    text = "没有告知的，申请期限自知道权利、机关和期限之日起算，最长一年"
    points.append(Point(text, ARL[20].par(3)))
    norm = by(met, Norm.MUST)
    says = {
        Norm.MUST: "应当告知申请复议的权利、机关和期限。",
        Norm.BARRED: "没有不利影响，条例不要求告知。",
        Norm.UNCLEAR: "须说明行政行为是否可能产生不利影响、是否属于复议前置。",
    }[norm]
    return Ruling(norm=norm, says=says, points=tuple(points))
