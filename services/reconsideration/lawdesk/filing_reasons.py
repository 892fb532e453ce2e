"""申请期限的说理: why the period starts, stands still and ends as it does (ARL 20, 32)."""

from datetime import date, timedelta
from typing import Final

from services.reconsideration.lawdesk.filing_facts import FilingFacts
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import LeftOut
from shared.law.article import ARL, ARR2007, ARR2026, arr
from shared.law.course import Exclusion
from shared.law.readings import READINGS
from shared.law.reconsidering.compulsory import REQUESTED
from shared.law.reconsidering.editions import STRADDLES, straddles
from shared.law.reconsidering.filing import SIXTY, by_organ, left_out
from shared.law.reconsidering.knowing import Start
from shared.law.reconsidering.omission import article_on
from shared.law.service import Received
from shared.lawdesk import Reason

_DAY: Final = timedelta(days=1)


def exclusions(facts: FilingFacts, on: date) -> list[Exclusion]:
    """不计入的期间; the days on which each begins and ends are not counted either."""
    corrected = facts.handed_in_on if facts.corrected_told_on else None
    spans = [
        (LeftOut.OBSTACLE, facts.obstacle_from, facts.obstacle_until),
        (LeftOut.SUIT, facts.sued_on, facts.ruling_served_on),
        (LeftOut.CORRECTION, corrected, facts.corrected_told_on),
    ]
    return [left_out(why, first, last, on) for why, first, last in spans if first]


def of_start(facts: FilingFacts, start: Start | None, on: date) -> list[Reason]:
    """Why the period starts on that day, and what was not told (ARL 20; ARR2026 23 to 25)."""
    if start is None:
        return [Reason("没有可以起算申请期限的日期", ARL[20].par(1)), *_not_served(on)]
    reasons = [Reason(f"起算：{start.on}，{start.because}，当日不计入", start.article)]
    if facts.served is None and facts.proved_on is None and not facts.omits:
        reasons += _not_served(on)
    if start.condition:
        reasons.append(Reason(f"该送达方式须：{start.condition}", start.article))
    if facts.at_once:
        text = "紧急情况下请求保护人身权、财产权，可以立即申请，不必等待履行期限届满"
        reasons.append(Reason(text, article_on(on).par(2)))
    if facts.omits:
        reasons += _other_head(facts.act, on)
    if facts.untold and not facts.omits:
        text = "没有告知（或者没有全部告知）申请复议的权利、机关和期限"
        reasons.append(Reason(text, ARL[20].par(3)))
        duty = arr(on)[25 if ARR2026.in_force(on) else 17]
        reasons.append(Reason("可能产生不利影响的行政行为，应当告知这三项", duty, met=False))
    if facts.learnt_on and facts.learnt_on != start.on and not facts.omits and not facts.untold:
        text = f"知道之日（{facts.learnt_on}）不改变由送达、证据确定的起算之日"
        reasons.append(Reason(text, start.article))
    return reasons


def _other_head(act: ActKind | None, on: date) -> list[Reason]:
    """Heads of which the article does not speak; of disclosure it is read alike [D]."""
    if act is ActKind.DISCLOSURE:
        text = "第十四项政府信息公开的不作为没有列入该条，参照计算"
    elif act is None or act in REQUESTED:
        return []
    else:
        text = "该条只规定第三项、第十一项、第十二项的履职申请；其他各项参照计算，须个案审查"
    return [Reason(f"注意：{text}", article_on(on))]


def _not_served(on: date) -> list[Reason]:
    """应当送达而未送达 (ARR2007 15(2)); the regulation of 2026 does not say so again."""
    if ARR2026.in_force(on):
        return []
    return [Reason("法律文书应当送达而未送达的，视为不知道该行政行为", ARR2007[15].par(2))]


def of_course(facts: FilingFacts, on: date) -> list[Reason]:
    """What is not counted, and a longer period that a law gives (ARL 20; ARR2026 26, 38)."""
    reasons = [
        Reason(f"{each.reason}：{each.after + _DAY}至{each.until or '今'}，不计入", each.article)
        for each in exclusions(facts, on)
    ]
    if facts.corrected_told_on and ARR2026.in_force(on):
        text = "自行纠正后仍坚持对原处罚申请的，该机关应当告知向有管辖权的机关申请"
        reasons.append(Reason(text, ARR2026[38].par(2)))
    if facts.days > SIXTY:
        reasons.append(Reason(f"法律规定的申请期限为{facts.days}日", ARL[20].par(1)))
    return reasons


_THROUGH: Final = "限当场作出或者依据电子技术监控记录的处罚"


def of_filing(facts: FilingFacts, brought: Received | None) -> list[Reason]:
    """Why that day counts as the day of filing."""
    if brought is None:
        return []
    if facts.handed_in_on and not facts.corrected_told_on:
        read = READINGS.taken("through_organ")
        text = f"{read.text}（条文没有写明，读法；{_THROUGH}）"
        return [Reason(text, brought.article if by_organ() else read.article)]
    if facts.posted_on:
        return [Reason("以交邮之日为准，在途时间不计入", brought.article)]
    if facts.arrived_at:
        text = "以到达指定系统之日为准，不论时刻和是否休息日"
        return [Reason(text, brought.article)]
    return []


def of_edition(facts: FilingFacts, start: Start | None, on: date) -> list[Reason]:
    """Two texts: one came in between, or the law itself was still the former one."""
    if on < ARL.since:
        text = "2024年1月1日前提出的申请适用修订前的行政复议法，以上仅供参考"
        return [Reason(text, ARL[90])]
    began = (facts.done_on, start.on if start else None)
    return [Reason(*STRADDLES)] if straddles(began, on) else []
