"""强制执行的期限: what runs for an organ that enforces, and for a court that it asked (ARL 78).

To enforce or to ask the court within three months is what the law puts upon that organ, so that a
lapse is its own; to ask the court above is its right, and what a court owes it does not owe here.
"""

from typing import Final

from shared.contracts.reconsideration.aftermath import DecisionAnnulled
from shared.contracts.reconsideration.at_court import (
    CourtAboveAsked,
    CourtAbovePeriodOver,
    EnforcementRefused,
    ImmediateEnforcementOverdue,
    ImmediateEnforcementRuled,
)
from shared.contracts.reconsideration.enforcing import (
    CountsFrom,
    EnforcementApplied,
    EnforcementAwaited,
    EnforcementDue,
    EnforcementLapsed,
    EnforcementSpared,
    PartyEnforced,
    PartyPerformed,
    PartyUrged,
    UrgingUnheeded,
)
from shared.law.article import ARL
from shared.law.length import Named
from shared.law.procedure import NOBODY, PARTY, AsReckoned, AsStated, Deadline, Since
from shared.law.suing import AT_ONCE, COURT_ABOVE, ENFORCE, URGE

_OVER: Final = (EnforcementAwaited, PartyPerformed, EnforcementSpared, DecisionAnnulled)
"""What ends every period of a party: told anew, the days begin anew."""

_COUNTED: Final = Named(
    "counts_because",
    {
        CountsFrom.SUIT: "起诉期限届满",
        CountsFrom.TIME: "履行期限届满",
        CountsFrom.EFFECT: "文书生效",
    },
)
"""Over a mediation document or 最终裁决 nobody sues: nothing of that is over (ARL 10, 78)."""

_OVER_ON: Final = "期限届满"
"""自期限届满之日起, where a page of old does not say which (COERCION 53)."""

AGAIN: Final = "重新申请人民法院强制执行的期限"
"""What is left of the three months, once the court has not accepted it (COERCION 53, 56)."""

ENFORCING: Final = (
    Deadline(
        name="enforceable",
        term="强制执行前的期限",
        starts=(EnforcementAwaited,),
        ends=_OVER,
        within=AsStated("enforceable_after"),
        article=ARL[78],
        lapse=EnforcementDue,
        owed_by=PARTY,
        subject="person_id",
        where="timed",  # 调解书给当事人的履行期限载明以后
    ),
    Deadline(
        name="enforce_party",
        term=ENFORCE.term,
        starts=(EnforcementDue,),
        ends=(*_OVER, EnforcementApplied, PartyEnforced),
        within=ENFORCE.period,
        since=Since("counts_from", _OVER_ON, _COUNTED),
        article=ENFORCE.article,
        lapse=EnforcementLapsed,
        owed_by="enforcer_of",
        subject="person_id",
    ),
    Deadline(
        name="heed_urging",
        term=URGE.term,
        starts=(PartyUrged,),
        ends=(*_OVER, PartyEnforced),
        within=URGE.period,
        article=URGE.article,
        lapse=UrgingUnheeded,
        owed_by=PARTY,
        subject="person_id",
    ),
    Deadline(
        name="court_above",
        term=COURT_ABOVE.term,
        starts=(EnforcementRefused,),
        ends=(*_OVER, CourtAboveAsked, EnforcementApplied),
        within=AsReckoned(
            *("received_on", "ask_period", "ask_article", "ask_until"),
            because=COURT_ABOVE.because,
        ),
        article=COURT_ABOVE.article,
        lapse=CourtAbovePeriodOver,
        owed_by=NOBODY,  # 可以申请，不是必须
        subject="person_id",
        where="askable",  # 上一级人民法院的裁定没有
    ),
    Deadline(
        name="apply_again",
        term=AGAIN,
        starts=(EnforcementRefused,),
        ends=(*_OVER, CourtAboveAsked, EnforcementApplied, PartyEnforced),
        within=AsReckoned(
            *("counts_from", "again_period", "again_article", "again_until"),
            because=_OVER_ON,
            named=_COUNTED,
        ),
        article=ENFORCE.article,
        lapse=EnforcementLapsed,
        owed_by="enforcer_of",
        subject="person_id",
        where="again_until",  # 裁定不予执行的没有
    ),
    Deadline(
        name="enforce_at_once",
        term=AT_ONCE.term,
        starts=(ImmediateEnforcementRuled,),
        ends=(*_OVER, PartyEnforced),
        within=AT_ONCE.period,
        since=Since("ruled_on", AT_ONCE.because),
        article=AT_ONCE.article,
        lapse=ImmediateEnforcementOverdue,
        owed_by=NOBODY,  # 是法院的期限
        subject="person_id",
    ),
)
"""对申请人、第三人的强制执行, for each party by itself (ARL 78; COERCION 53 to 59)."""
