"""What follows a reconsideration 后续, as a table: a shelf of its own (ARL 76 to 79; RULES 90).

A case that was decided and served, mediated, terminated or declined is closed, and nothing moves
it. What is done afterwards stands in the file beside it: the service of a refusal (ARL 34), slips
of the pen put right, service made again, the copy to the department above, publication, letters to
other organs and their answers, and the decision being set aside from above. Letters and materials
wait for no end (ARL 76, 85, 86; RULES 116); performance is supervision's affair (ARL 77).
"""

from dataclasses import replace
from enum import StrEnum
from typing import Final

from services.reconsideration.domain.enforcing_table import ENFORCING
from services.reconsideration.domain.letters_table import LETTERS, WITHOUT_DELAY
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ReconsiderationActOverdue
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    AftermathOpened,
    ClericalErrorsCorrected,
    CorrectionServed,
    DecidedAnew,
    DecisionAnnulled,
    DecisionCopied,
    DecisionPublished,
    DecisionTookEffect,
    DecisionWithheld,
    ServedAgain,
)
from shared.contracts.reconsideration.at_court import (
    CourtAboveAsked,
    CourtAbovePeriodOver,
    EnforcementRefused,
    ImmediateEnforcementAsked,
    ImmediateEnforcementOverdue,
    ImmediateEnforcementRuled,
)
from shared.contracts.reconsideration.enforcing import (
    EnforcementApplied,
    EnforcementAwaited,
    EnforcementDue,
    EnforcementLapsed,
    EnforcementSpared,
    PartyEnforced,
    PartyPerformed,
    PartyUrged,
    SuitOnRecord,
    UrgingUnheeded,
)
from shared.contracts.reconsideration.heirless import AddresseeFound, AddresseeGone
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    CorrectionUnreported,
    LetterUnheeded,
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
    RecommendationUnanswered,
)
from shared.contracts.reconsideration.refusal import (
    RefusalCorrected,
    RefusalServed,
    RefusalSuitPeriodOver,
)
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain
from shared.law.article import ARL, ARR2007, ARR2026, COERCION, RULES, Article
from shared.law.period import WorkingDays
from shared.law.procedure import PARTY, AsReckoned, AsStated, Deadline, Move, Procedure


class State(StrEnum):
    """Where what follows stands."""

    MEANWHILE = "meanwhile"  # 随案办理中
    EFFECTIVE = "effective"  # 决定已生效尚未送达每一方
    FOLLOWING = "following"  # 后续办理中
    ANNULLED = "annulled"  # 复议决定已被撤销


class Role(StrEnum):
    """Who makes a move."""

    AUTHORITY = "authority"  # 行政复议机关
    BODY = "body"  # 行政复议机构
    ORGAN = "addressed_organ"  # 有关机关
    ENFORCER = "enforcer"  # 负责强制执行的机关
    SUPERIOR_OR_COURT = "superior_or_court"  # 上级行政机关或者人民法院
    CLOCK = "clock"  # 期限届满，或者按规则自动记录


S, R = State, Role

ANY: Final = (S.MEANWHILE, S.EFFECTIVE, S.FOLLOWING, S.ANNULLED)
"""Letters and what is handed over begin with the case, and go on whatever becomes of it."""

IN_FORCE: Final = (S.EFFECTIVE, S.FOLLOWING)
"""What follows from a decision that has effect waits for no service on anybody else (ARL 75)."""

_BEFORE_THE_END: Final = (None, S.MEANWHILE, S.EFFECTIVE)

AFTERMATH: Final = Procedure(
    name="aftermath",
    term="复议后续事项",
    since=ARR2026.since,
    moves=(
        Move((None, S.MEANWHILE), AftermathBegun, S.MEANWHILE, R.AUTHORITY, RULES[116]),
        Move((None, S.MEANWHILE), DecisionTookEffect, S.EFFECTIVE, R.CLOCK, ARL[75].par(2)),
        Move(_BEFORE_THE_END, AftermathOpened, S.FOLLOWING, R.CLOCK, RULES[90]),
        # 补正、重新送达
        Move(IN_FORCE, ClericalErrorsCorrected, None, R.AUTHORITY, RULES[91]),
        Move(IN_FORCE, CorrectionServed, None, R.BODY, RULES[91]),
        Move(S.FOLLOWING, ServedAgain, None, R.AUTHORITY, ARL[75].par(2)),
        # 不予受理决定书的送达
        Move(S.FOLLOWING, RefusalServed, None, R.AUTHORITY, ARL[34]),
        Move(IN_FORCE, RefusalCorrected, None, R.CLOCK, RULES[132]),
        # 送达不能、无承受人
        Move(S.FOLLOWING, AddresseeGone, None, R.BODY, RULES[145]),
        Move(S.FOLLOWING, AddresseeFound, None, R.BODY, RULES[145]),
        # 被申请人的职权由其他机关继续行使
        Move(ANY, RespondentSucceeded, None, R.BODY, ARL[19].par(4)),
        Move(ANY, RefusalSuitPeriodOver, None, R.CLOCK, ARL[34]),
        # 抄告、公开
        Move(IN_FORCE, DecisionCopied, None, R.AUTHORITY, ARL[79].par(2)),
        Move(S.FOLLOWING, DecisionPublished, None, R.AUTHORITY, ARL[79].par(1)),
        Move(S.FOLLOWING, DecisionWithheld, None, R.AUTHORITY, ARL[79].par(1)),
        # 被上级、人民法院撤销
        Move(IN_FORCE, DecisionAnnulled, S.ANNULLED, R.SUPERIOR_OR_COURT, RULES[92]),
        Move(S.ANNULLED, AftermathOpened, None, R.CLOCK, RULES[90]),  # 撤销时尚未送达每一方的
        Move(S.ANNULLED, DecidedAnew, None, R.BODY, RULES[92]),
        # 对申请人、第三人的强制执行
        Move(IN_FORCE, EnforcementAwaited, None, R.ENFORCER, ARL[78]),
        Move(IN_FORCE, EnforcementDue, None, R.CLOCK, ARL[78]),
        Move(IN_FORCE, SuitOnRecord, None, R.CLOCK, ARL[78]),
        Move(IN_FORCE, PartyUrged, None, R.ENFORCER, COERCION[54]),
        Move(IN_FORCE, UrgingUnheeded, None, R.CLOCK, COERCION[54]),
        Move(IN_FORCE, EnforcementApplied, None, R.ENFORCER, ARL[78]),
        Move(IN_FORCE, EnforcementLapsed, None, R.CLOCK, COERCION[53]),
        Move(IN_FORCE, EnforcementRefused, None, R.ENFORCER, COERCION[58].par(3)),
        Move(IN_FORCE, CourtAboveAsked, None, R.ENFORCER, COERCION[58].par(3)),
        Move(IN_FORCE, CourtAbovePeriodOver, None, R.CLOCK, COERCION[58].par(3)),
        Move(IN_FORCE, ImmediateEnforcementAsked, None, R.ENFORCER, COERCION[59]),
        Move(IN_FORCE, ImmediateEnforcementRuled, None, R.ENFORCER, COERCION[59]),
        Move(IN_FORCE, ImmediateEnforcementOverdue, None, R.CLOCK, COERCION[59]),
        Move(IN_FORCE, PartyEnforced, None, R.ENFORCER, ARL[78]),
        Move(IN_FORCE, PartyPerformed, None, R.ENFORCER, ARL[78]),
        Move(IN_FORCE, EnforcementSpared, None, R.ENFORCER, ARL[78]),
        # 意见书
        Move(ANY, OpinionLetterIssued, None, R.AUTHORITY, ARL[76]),
        Move(ANY, OpinionLetterReceived, None, R.ORGAN, ARL[76]),
        Move(ANY, OpinionLetterServedAgain, None, R.AUTHORITY, ARL[76]),
        Move(ANY, OpinionLetterCopied, None, R.AUTHORITY, ARL[79].par(2)),
        Move(ANY, CorrectionReported, None, R.ORGAN, ARL[76]),
        Move(ANY, CorrectionUnreported, None, R.CLOCK, ARL[76]),
        Move(ANY, LetterUnheeded, None, R.AUTHORITY, ARL[77].par(2)),
        # 建议书
        Move(ANY, RecommendationIssued, None, R.BODY, ARR2026[69]),
        Move(ANY, RecommendationAnswered, None, R.ORGAN, RULES[48]),
        Move(ANY, RecommendationUnanswered, None, R.CLOCK, RULES[48]),
        # 移送
        Move(ANY, LiabilityHandedOver, None, R.AUTHORITY, ARL[85]),
        Move(ANY, ReconsiderationActOverdue, None, R.CLOCK, RULES[13]),
    ),
    deadlines=(
        Deadline(
            name="serve_correction",
            term="送达补正通知书",
            starts=(ClericalErrorsCorrected,),
            ends=(CorrectionServed, DecisionAnnulled),
            within=WITHOUT_DELAY,
            article=RULES[91],
            lapse=ReconsiderationActOverdue,
            unless="others_unserved",  # 还有收到原文书的人尚未送达的
        ),
        Deadline(
            name="serve_refusal",
            term="送达不予受理决定书",
            starts=(AftermathOpened, AddresseeFound),
            ends=(RefusalServed, RefusalCorrected, AddresseeGone),
            within=WITHOUT_DELAY,
            article=RULES[121],
            lapse=ReconsiderationActOverdue,
            where="refusal_for",  # 决定不予受理的
            unless="unserved",  # 还有申请人尚未送达的
        ),
        Deadline(
            name="sue_refusal",
            term="对不予受理决定的起诉期限",
            starts=(RefusalServed, ServedAgain),
            # a suit is brought at the court, and told in the routing file
            ends=(RefusalCorrected, ServedAgain),
            where="sue_period",  # 重新送达的是不予受理决定书的
            within=AsReckoned(
                *("served_on", "sue_period", "sue_article", "sue_until"),
                because="收到不予受理决定书",
            ),
            article=ARL[34],
            lapse=RefusalSuitPeriodOver,
            owed_by=PARTY,
            subject="person_id",
            warn=(),  # the party is warned by the file of its own dates
        ),
        Deadline(
            name="copy_decision",
            term="抄告决定书",
            starts=(DecisionTookEffect, AftermathOpened),
            ends=(DecisionCopied, DecisionAnnulled, RefusalCorrected),
            within=WITHOUT_DELAY,
            article=RULES[93],
            lapse=ReconsiderationActOverdue,
            where="copies",  # 被申请人是本级政府工作部门的
            unless="owed",  # 共同被申请人的上一级主管部门尚待抄告的
        ),
        Deadline(
            name="publish",
            term="公开决定书",
            starts=(AftermathOpened,),
            ends=(DecisionPublished, DecisionWithheld, DecisionAnnulled, RefusalCorrected),
            within=WorkingDays(20),
            article=RULES[94],
            lapse=ReconsiderationActOverdue,
            where="publishes",
        ),
        Deadline(
            name="decide_anew",
            term="重新作出复议决定",
            starts=(DecisionAnnulled,),
            ends=(DecidedAnew,),
            within=AsStated("decide_anew_by"),  # 责令、判决重新作出决定的
            article=RULES[92],
            lapse=ReconsiderationActOverdue,
        ),
        *ENFORCING,
        *LETTERS,
    ),
    patient={
        S.MEANWHILE: "意见书各有期限；移送随时可能发生，本案结案的，转为后续办理",
        S.EFFECTIVE: "抄告、执行、意见书各有期限；送达每一方的，转为后续办理",
        S.FOLLOWING: "送达、抄告、公开、执行、意见书各有期限；补正、移送等随时可能，没有终点",
        S.ANNULLED: "决定已被撤销，不再抄告、公开；意见书、建议书的期限照旧",
    },
)
"""复议后续事项 since July 2026 (ARL 75 to 79, 85, 86; ARR2026 69)."""

_OTHERS: Final[dict[type[Fact], Article]] = {RecommendationIssued: ARR2007[57].par(2)}

AFTERMATH_2007: Final[Procedure] = replace(
    AFTERMATH,
    since=ARL.since,
    moves=tuple(
        replace(move, article=_OTHERS.get(move.on, move.article)) for move in AFTERMATH.moves
    ),
)
"""The same from January 2024 to June 2026, when the regulation of 2007 spoke of 建议书."""
