"""消费者权益争议: mediation by market regulation, edition by edition (CONSUMER 46)."""

from datetime import date, timedelta
from typing import Final

from services.mediation.domain.fields import Bar, Field, Kind, Limit, Note, Step
from shared.law.article import COMPLAINTS, CONSUMER, CONSUMER_RULES, Article
from shared.law.period import CalendarDays, WorkingDays, Years
from shared.law.unread import COMPLAINTS2026

_DAY: Final = timedelta(days=1)
ORDER_121: Final = COMPLAINTS2026.since
"""市场监督管理投诉举报处理办法, Order 121, which replaces the measures of Order 20."""

_SEVEN: Final = WorkingDays(7)
_CONSUMER_FORM: Final = Note("可以制作调解书，也可以记录在案由双方确认")
_CONSUMER_FAILS: Final = Note("终止调解，告知仲裁、诉讼等途径", CONSUMER[39])


def _consumer(
    since: date,
    until: date | None,
    limits: tuple[Limit, ...],
    *,
    complaint: Article,
    consent: Article,
    configured: str,
    notes: tuple[Note, ...] = (),
) -> Field:
    return Field(
        code="xiaofei",
        term="消费者权益争议",
        kind=Kind.ADMINISTRATIVE,
        organ="经营者所在地或者实际经营地的县级市场监督管理部门",
        basis=CONSUMER[46],
        since=since,
        until=until,
        limits=(Limit("投诉", Years(3), complaint, Step.KNEW, closes=True), *limits),
        bars=(
            (Bar.IN_COURT, Note("法院、仲裁机构已经受理、处理的，不予受理", complaint)),
            (Bar.ELSEWHERE, Note("其他部门、消费者协会、调解组织已经受理、处理的", complaint)),
            (Bar.STALE, Note("知道或者应知权益受损超过三年的，不予受理", complaint)),
        ),
        notes=(
            Note("须经消费者和经营者双方同意", consent),
            Note("不影响直接起诉", CONSUMER[39]),
            *notes,
        ),
        form=_CONSUMER_FORM,
        failure=_CONSUMER_FAILS,
        configured=configured,
    )


_TELL: Final = Limit("处理并告知", _SEVEN, CONSUMER[46], Step.RECEIVED)
_TELL_NEW: Final = Limit("处理并告知", _SEVEN, CONSUMER_RULES[46].par(2), Step.RECEIVED)
_ACCEPT: Final = Limit("决定是否受理", _SEVEN, COMPLAINTS[14], Step.RECEIVED)
_TELL_END: Final = Limit("告知终止调解", _SEVEN, COMPLAINTS[21].par(2), Step.ENDED)
_REFUSED: Final = Note("不予处理的说明理由，告知其他途径", CONSUMER_RULES[46].par(2))
_SIXTY: Final = Limit(
    "调解完毕",
    CalendarDays(60),
    CONSUMER_RULES[46].par(3),
    Step.ACCEPTED,
    excludes=CONSUMER_RULES[46].par(3),
)
_FORTY_FIVE: Final = Limit(
    "终止调解", WorkingDays(45), COMPLAINTS[21], Step.ACCEPTED, excludes=COMPLAINTS[21]
)

CONSUMERS: Final = (
    _consumer(
        date.min,
        CONSUMER_RULES.since - _DAY,
        (_ACCEPT, _TELL, _FORTY_FIVE, _TELL_END),
        complaint=COMPLAINTS[15],
        consent=COMPLAINTS[16],
        configured="不予受理的情形出自令第20号，凭记忆列入",
    ),
    _consumer(
        CONSUMER_RULES.since,
        ORDER_121 - _DAY,
        (_ACCEPT, _TELL_NEW, _SIXTY, _TELL_END),
        complaint=COMPLAINTS[15],
        consent=CONSUMER_RULES[46].par(3),
        configured="令第20号的四十五个工作日让位于条例的六十日；不予受理的情形出自令第20号，凭记忆列入",
        notes=(_REFUSED,),
    ),
    _consumer(
        ORDER_121,
        None,
        (_TELL_NEW, _SIXTY),
        complaint=COMPLAINTS2026[16],
        consent=CONSUMER_RULES[46].par(3),
        configured="令第121号（2026年4月15日起）第16、23条，只读过引用它的文书，适用前核对原文",
        notes=(
            _REFUSED,
            Note("六十日内未达成协议的终止调解", COMPLAINTS2026[23].par(1, 5)),
        ),
    ),
)
"""消费者权益争议 in every edition."""
