"""审理程序: which procedure, how long it takes, and who takes part (ARL 48 to 55, 62)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from services.reconsideration.domain.ordinary import EXTENSION_DAYS, ORDINARY
from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import ConsultationGround
from shared.contracts.reconsideration.assigning import Track
from shared.law.article import ARL, ARR2026, Article, arr
from shared.law.calendar import Calendar
from shared.law.course import Exclusion, Extension
from shared.law.period import CalendarDays, Period, WorkingDays
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.readings import READINGS, Readings

SMALL_YUAN: Final = 3000
"""案件涉及款额, up to which the simplified procedure may be used (ARL 53)."""
NOTICE: Final = Prescribed(
    name="hearing_notice",
    term="听证通知期限",
    period=WorkingDays(5),
    article=ARL[51].par(1),
    because="最迟通知当事人",
)
"""听证通知, so long before the hearing (ARL 51)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Simple:
    """What ARL 53 asks; None where it is not known."""

    clear: bool | None = None
    on_the_spot: bool = False
    warning: bool = False
    amount_yuan: float | None = None
    disclosure: bool = False
    all_agree: bool = False


def simplified(asked: Simple) -> Point:
    """可以适用简易程序 (ARL 53): four kinds of cases that are clear, or all parties agree."""
    small = asked.amount_yuan is not None and asked.amount_yuan <= SMALL_YUAN
    kinds = (asked.on_the_spot, asked.warning, small, asked.disclosure)
    if any(kinds) and asked.clear is not False:
        article = ARL[53].par(1, kinds.index(True) + 1)
        because = f"属于{_KINDS[kinds.index(True)]}的案件"
        if asked.clear:
            return Point(f"{because}，事实清楚、权利义务关系明确、争议不大", article, met=True)
        if not asked.all_agree:
            return Point(f"{because}，尚须认定是否清楚、明确、争议不大", article)
    if asked.all_agree:
        return Point("当事人各方同意适用简易程序", ARL[53].par(2), met=True)
    because = "不清楚、不明确或者争议较大" if any(kinds) else "不属于列举的四类案件"
    return Point(f"{because}，当事人也没有各方同意", ARL[53], met=False)


_KINDS: Final = ("当场作出行政行为", "警告或者通报批评", "涉及款额三千元以下", "政府信息公开")


def least_reviewers(track: Track, on: date) -> int:
    """审理人数: two at least; one may do in simplified cases since July 2026 (ARR2026 39)."""
    return 1 if track is Track.SIMPLIFIED and ARR2026.in_force(on) else 2


def reviewers(track: Track, on: date) -> Point:
    """审理人数, as a sentence (ARR2026 39; ARR2007 32)."""
    edition = arr(on)
    one = least_reviewers(track, on) == 1
    text = "可以由一名行政复议人员审理" if one else "应当由两名以上行政复议人员参加"
    return Point(text, edition[39 if edition is ARR2026 else 32])


@dataclass(frozen=True, slots=True)
class Bench:
    """代表人: above how many they must be elected, and how many."""

    above: int
    least: int
    most: int
    article: Article


def bench(on: date) -> Bench:
    """推选代表人, by the edition of the day (ARR2026 17; ARR2007 8)."""
    edition = arr(on)
    return Bench(10, 2, 5, edition[17]) if edition is ARR2026 else Bench(5, 1, 5, edition[8])


def representatives(count: int, elected: int | None, on: date) -> Point:
    """代表人 of so many applicants; None where nobody has been elected yet."""
    rule = bench(on)
    if count <= rule.above:
        return Point(f"申请人{count}人，不必推选代表人", rule.article)
    need = f"申请人{count}人，应当推选{rule.least}至{rule.most}名代表人"
    met = None if elected is None else rule.least <= elected <= rule.most
    return Point(need, rule.article, met)


def agents(count: int) -> Point:
    """申请人、第三人的代理人: one or two (ARL 17)."""
    most = 2
    return Point("申请人、第三人可以委托一至二名代理人", ARL[17].par(1), count <= most)


def respondent_agents(staff: int, lawyers: int, on: date) -> Point:
    """被申请人的代理人: one or two of its own staff, never a lawyer alone (ARR2026 18)."""
    if not ARR2026.in_force(on):
        return Point("2026年6月30日以前的条例没有规定被申请人代理人的人数", None)
    text = "被申请人应当指定一至二名工作人员，不得仅委托律师"
    if lawyers:
        text += f"（另有律师{lawyers}名）"
    return Point(text, ARR2026[18].par(2), staff in {1, 2})


def consult_grounds(
    found: Collection[ConsultationGround], *, own_act: bool
) -> tuple[ConsultationGround, ...]:
    """应当提请咨询的情形: those found, and that the authority reviews itself (ARL 52)."""
    own = {ConsultationGround.PROVINCE} if own_act else set()
    return tuple(each for each in ConsultationGround if each in {*found, *own})


def must_hear(found: Collection[ConsultationGround]) -> bool:
    """应当组织听证: a case that is grave, difficult or complex (ARL 50)."""
    return ConsultationGround.GRAVE in found


def latest_notice(hearing_on: date, calendar: Calendar) -> date:
    """通知听证的最后一日: the fifth working day before the hearing, not counted itself [D]."""
    day = hearing_on - timedelta(days=1)
    while NOTICE.period.last_day(day, calendar) > hearing_on:
        day -= timedelta(days=1)
    return day


def of_table(row: str, term: str, because: str) -> Prescribed:
    """A period of the procedure, as the law desk reckons it: the table's own length and article."""
    rule = ORDINARY.by_name[row]
    within = rule.within
    assert isinstance(within, Period)  # noqa: S101 - these rows state no day of their own
    name = row.removesuffix("_simplified")
    return Prescribed(name=name, term=term, period=within, article=rule.article, because=because)


_STEPS: Final = {
    "send_copy": ("发送申请书副本期限", "受理"),
    "reply": ("书面答复期限", "被申请人收到申请书副本"),
    "decide": ("审理期限", "受理"),
}
_PERIODS: Final[dict[Track, dict[str, Prescribed]]] = {
    track: {name: of_table(f"{name}{suffix}", *said) for name, said in _STEPS.items()}
    for track, suffix in ((Track.ORDINARY, ""), (Track.SIMPLIFIED, "_simplified"))
}
"""Periods of the two procedures, as the table has them (ARL 48, 54, 62)."""


def deciding(
    accepted_on: date,
    calendar: Calendar,
    track: Track = Track.ORDINARY,
    *,
    law_days: int | None = None,
    exclusions: Sequence[Exclusion] = (),
    extended_days: int = 0,
    elevated_on: date | None = None,
    converted_on: date | None = None,
    readings: Readings = READINGS,
) -> Proof:
    """审理期限: with time left out and what it was extended by (ARL 62).

    Args:
        accepted_on: 受理之日.
        calendar: The city's calendar.
        track: Which procedure.
        law_days: A period shorter than sixty days that a law sets; whether it holds in the
            simplified procedure too is a reading.
        exclusions: Suspension, appraisal, inspection.
        extended_days: By how many days in all, ordinary procedure only.
        elevated_on: 提级的，上级机关收到案件材料之日: it starts again there (ARR2026 40).
        converted_on: 转为普通程序之日; from which day the sixty then run is a reading (ARL 55).
        readings: How what the text leaves open is read.
    """
    rule = _PERIODS[track]["decide"]
    days = days_by_law(law_days, track, readings)
    if days:
        rule = replace(rule, period=CalendarDays(days))
    more = CalendarDays(extended_days) if extended_days else None
    extensions = (
        (Extension(more, "情况复杂", ARL[62].par(1), "行政复议机构负责人"),) if more else ()
    )
    start, because = accepted_on, ""
    if converted_on and readings.way("conversion") == "conversion":
        start, because = converted_on, "转为普通程序"
    if elevated_on:
        start, because = elevated_on, "上级机关收到提级案件的材料"
    return rule.proof(
        start,
        calendar,
        because=because,
        exclusions=exclusions,
        extensions=extensions,
        readings=(
            *((readings.taken("conversion"),) if converted_on and not elevated_on else ()),
            *((readings.taken("law_days"),) if days and track is Track.SIMPLIFIED else ()),
        ),
    )


def days_by_law(law_days: int | None, track: Track, readings: Readings = READINGS) -> int | None:
    """法律规定的复议期限 in days, where it goes before that of the procedure (ARL 62).

    The exception stands in the paragraph of the ordinary procedure; that who decides in the
    simplified one has no longer than the other law gives, is a reading.
    """
    period = _PERIODS[track]["decide"].period
    holds = track is Track.ORDINARY or readings.way("law_days") == "sooner"
    return law_days if law_days and holds and law_days < period.n else None


def replying(
    accepted_on: date | None,
    copied_on: date | None,
    track: Track,
    calendar: Calendar,
    exclusions: Sequence[Exclusion] = (),
) -> Iterator[Proof]:
    """发送副本、书面答复的期限, as far as they have begun (ARL 48, 54)."""
    for name, start in (("send_copy", accepted_on), ("reply", copied_on)):
        if start:
            yield _PERIODS[track][name].proof(start, calendar, exclusions=exclusions)


def extension(
    track: Track, extended_days: int, due: date | None, on: date, *, decided: bool = False
) -> Point:
    """可否延长: at most thirty days in all, before the end, never in simplified cases (ARL 62)."""
    if decided:
        return Point("已经作出复议决定，不再延长审理期限", ARL[62].par(1), met=False)
    if track is Track.SIMPLIFIED:
        return Point("简易程序不得延长审理期限，可以转为普通程序", ARL[62].par(2), met=False)
    article = ARL[62].par(1)
    left = EXTENSION_DAYS - extended_days
    if left <= 0:
        return Point(f"延长已满{EXTENSION_DAYS}日，不得再延长", article, met=False)
    if due and on > due:
        return Point(f"审理期限已于{due}届满，不得再延长", article, met=False)
    text = f"情况复杂的，经行政复议机构负责人批准，尚可延长{left}日，并书面告知当事人"
    return Point(text, article, met=True)


def converted(readings: Readings = READINGS) -> Point:
    """已经转换: from which day the sixty then count is a reading (ARL 55)."""
    read = readings.taken("conversion")
    return Point(f"已经转为普通程序，{read.text}（条文没有写明，读法）", read.article)


def conversion(
    due: date | None,
    on: date,
    readings: Readings = READINGS,
    *,
    must: bool = False,
) -> Point:
    """简易转普通, with the head's leave (ARL 55).

    Until when it may come, and from which day the sixty then count, are readings. Where the case
    `must` be converted, since it cannot be decided otherwise, it is let through also late.
    """
    late = due is not None and on > due and not must
    open_now = not late or readings.way("conversion_window") == "any_time"
    start = "转换" if readings.way("conversion") == "conversion" else "受理"
    text = (
        "不宜适用简易程序的，经行政复议机构负责人批准转为普通程序，"
        f"六十日自{start}之日起计算（起算之日条文没有写明，读法）"
    )
    if not open_now:
        text = f"简易程序的审理期限已于{due}届满，不能再以转换程序避免逾期（条文没有写明，读法）"
    return Point(text, ARL[55], open_now)
