"""送达, from which day a period runs after a paper was served, and what proves it (CPL 87-95).

Reconsideration papers are served as the CPL says (ARL 88). For the filing period, the Regulation
names the day by the manner in which the act was told (ARR2026 23; before it ARR2007 15).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from shared.contracts.service import Manner
from shared.law.article import ARL, ARR2007, ARR2026, CPL, Article
from shared.law.calendar import Calendar
from shared.law.day import legal_day
from shared.law.period import CalendarDays
from shared.law.prescribed import Prescribed
from shared.law.proof import Proof
from shared.law.reckoning import Reckoning

NOTICE: Final = Prescribed(
    name="notice",
    term="公告期",
    period=CalendarDays(30),
    article=CPL[95].par(1),
    because="发出公告",
)
NOTICE_DAYS: Final = NOTICE.period.n
"""公告送达 is complete when so many days have passed (CPL 95)."""


@dataclass(frozen=True, slots=True)
class Served:
    """送达之日, not counted itself: from here a period runs."""

    on: date
    because: str
    """What fixed the day, as a proof says it."""

    article: Article
    evidence: str
    """What proves it."""

    condition: str = ""
    """What must also be so, else this was no service."""

    moment: datetime | None = None
    proof: Proof | None = None
    """How the day came about, where it was reckoned: public notice."""


@dataclass(frozen=True, slots=True)
class _Row:
    because: str
    evidence: str
    cpl: Article
    item: int
    """Of ARR2026 23(1)."""

    before: Article
    """For the filing period before 2026-07-01."""

    condition: str = ""


_RECEIPT: Final = "送达回证上的签收日期"
_SIGNED_2007: Final = ARR2007[15].par(1, 2)

_ROWS: Final[dict[Manner, _Row]] = {
    Manner.ON_THE_SPOT: _Row(
        *(
            "当场作出并交付",
            "当事人签名的笔录或者送达回证",
            CPL[87].par(1),
            1,
            ARR2007[15].par(1, 1),
        ),
    ),
    Manner.DIRECT: _Row("受送达人签收", _RECEIPT, CPL[87].par(2), 2, _SIGNED_2007),
    Manner.FAMILY: _Row(
        *("同住成年家属签收", _RECEIPT, CPL[88].par(2), 2, _SIGNED_2007),
        condition="受送达人是公民，本人不在，签收人是与其同住的成年家属",
    ),
    Manner.RECEIVER: _Row(
        *("单位的负责人或者负责收件的人签收", _RECEIPT, CPL[88].par(2), 2, _SIGNED_2007),
        condition="受送达人是法人或者其他组织",
    ),
    Manner.AGENT: _Row(
        *("代理人签收", _RECEIPT, CPL[88].par(2), 2, _SIGNED_2007),
        condition="代理人的授权委托书已经提交",
    ),
    Manner.NAMED_RECEIVER: _Row(
        *("指定的代收人签收", _RECEIPT, CPL[88].par(2), 2, _SIGNED_2007),
        condition="受送达人事先指定了代收人",
    ),
    # ARR2007 15 does not speak of refusal nor of electronic service: the CPL then decides (ARL 88).
    Manner.REFUSED: _Row(
        *(
            "拒绝签收，留置送达",
            "记明拒收事由和日期的送达回证，或者拍照、录像",
            CPL[89],
            2,
            CPL[89],
        ),
        condition="有见证人签名或者盖章，或者以拍照、录像等方式记录过程，文书留在住所",
    ),
    Manner.POST: _Row(
        *("邮件签收", "邮件签收单，没有的以送达回执为准", CPL[91], 3, ARR2007[15].par(1, 3)),
    ),
    Manner.ELECTRONIC: _Row(
        *("到达受送达人指定的特定系统", "系统记录的到达时间", CPL[90].par(2), 4, CPL[90].par(2)),
        condition="受送达人同意以电子方式送达；要求纸质文书的应当提供",
    ),
    Manner.NOTICE: _Row(
        *("公告期满", "公告及其发布日期", CPL[95].par(1), 5, ARR2007[15].par(1, 4)),
        condition="下落不明或者其他方式无法送达，案卷记明原因和经过",
    ),
    Manner.LATER: _Row(
        *("收到补充告知的通知", "通知的送达回证", CPL[87].par(2), 6, ARR2007[15].par(1, 5)),
    ),
    Manner.ENTRUSTED: _Row(
        *("受委托的机关送达，受送达人签收", _RECEIPT, CPL[91], 2, _SIGNED_2007),
        condition="直接送达有困难",
    ),
    Manner.PASSED_ON: _Row(
        *("所在部队、监所或者机构转交，受送达人签收", _RECEIPT, CPL[94], 2, _SIGNED_2007),
        condition="受送达人是军人、被监禁或者被采取强制性教育措施",
    ),
}


def served(
    manner: Manner, on: date, calendar: Calendar, *, moment: datetime | None = None
) -> Served:
    """送达日期 of a reconsideration paper (CPL 87-95 by ARL 88).

    Args:
        manner: How it was served.
        on: The day that the evidence shows; of a notice, the day of its publication.
        calendar: The city's calendar.
        moment: The moment, where one is known and hours will be counted.
    """
    row = _ROWS[manner]
    proof = _notice(on, NOTICE_DAYS, calendar) if manner is Manner.NOTICE else None
    day = proof.reckoning.last_day if proof else on
    return Served(day, row.because, row.cpl, row.evidence, row.condition, moment, proof)


def filing_start(
    manner: Manner, on: date, step_on: date, calendar: Calendar, *, notice_days: int = NOTICE_DAYS
) -> Served:
    """申请期限起算之日 by the manner in which the act was told (ARR2026 23; ARR2007 15).

    Args:
        manner: How it was told.
        on: The day that the evidence shows; of a notice, the day of its publication.
        step_on: The day of the application, whose edition governs [D].
        calendar: The city's calendar.
        notice_days: How long the notice itself says that it runs.
    """
    row = _ROWS[manner]
    new = ARR2026.in_force(step_on)
    proof = _notice(on, notice_days, calendar) if manner is Manner.NOTICE else None
    evidence, condition = row.evidence, row.condition
    if manner is Manner.POST and new:
        evidence += "，或者邮政机构记载的签收"  # only since 2026-07-01
    if manner is Manner.ELECTRONIC and new:
        condition += "；法律、行政法规对起算另有规定的，从其规定"
    return Served(
        on=proof.reckoning.last_day if proof else on,
        because=row.because,
        article=ARR2026[23].par(1, row.item) if new else row.before,
        evidence=evidence,
        condition=condition,
        proof=proof,
    )


def _notice(published_on: date, days: int, calendar: Calendar) -> Proof:
    """公告期; that it too ends on a day that is worked is a reading for the addressee [D]."""
    return replace(NOTICE, period=CalendarDays(days)).proof(published_on, calendar)


class Sending(StrEnum):
    """提交方式, how a party hands a paper in (ARL 22, 32)."""

    BY_HAND = "by_hand"  # 当面提交
    ORALLY = "orally"  # 口头申请，当场记录
    BY_POST = "by_post"  # 邮寄
    ONLINE = "online"  # 互联网渠道
    THROUGH_ORGAN = "through_organ"  # 通过作出行政处罚决定的行政机关提交


@dataclass(frozen=True, slots=True)
class Received:
    """收到, two days that differ for what was posted."""

    on: date
    """收到之日, from which the periods of whoever received it run."""

    filed_on: date
    """提交之日, by which it is judged whether the party was in time."""

    article: Article
    """Whence the day of filing."""

    moment: datetime

    def in_time(self, reckoning: Reckoning) -> bool:
        """Whether it was handed in before the period ended; a day lasts until midnight."""
        if reckoning.period.by_day:
            return self.filed_on <= reckoning.last_day
        return self.moment < reckoning.until


def received(moment: datetime, manner: Sending, sent_on: date | None = None) -> Received:
    """收到之日与提交之日 of a party's paper.

    What arrives online is received on that day at any hour, also on a rest day (ARR2026 28; before
    it alike [D], by the channel of ARL 22). Time in the post does not count, and what was posted
    before the end is in time (CPL 85(4)). What is filed through the organ that punished is in time
    if that organ had it in time (ARL 32) [D].

    Args:
        moment: When it arrived.
        manner: How it was handed in.
        sent_on: The day of the postmark, or on which the organ had it.

    Raises:
        ValueError: It was sent after it arrived, or the day of sending is not told.
    """
    on = legal_day(moment)
    if manner not in {Sending.BY_POST, Sending.THROUGH_ORGAN}:
        return Received(on, on, _handed_in(manner, on), moment)
    if sent_on is None or sent_on > on:
        raise ValueError(f"寄出或者提交之日应当载明，且不晚于收到之日{on}：{sent_on}")
    article = CPL[85].par(4) if manner is Sending.BY_POST else ARL[32].par(1)
    return Received(on, sent_on, article, moment)


def _handed_in(manner: Sending, on: date) -> Article:
    if manner is Sending.ORALLY:
        return ARL[22].par(3)
    if manner is Sending.ONLINE and ARR2026.in_force(on):
        return ARR2026[28].par(1)
    return ARL[22].par(2)
