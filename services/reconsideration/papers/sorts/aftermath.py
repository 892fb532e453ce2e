"""后续案卷的文书: what is put right in a decision, told other organs, enforced (ARL 76 to 86)."""

from typing import Final

from services.reconsideration.papers.sorts.sort import Sort, To
from shared.contracts.reconsideration.aftermath import ClericalErrorsCorrected, DecisionCopied
from shared.contracts.reconsideration.at_court import CourtAboveAsked, ImmediateEnforcementAsked
from shared.contracts.reconsideration.enforcing import EnforcementApplied, PartyUrged
from shared.contracts.reconsideration.letters import (
    LiabilityHandedOver,
    OpinionLetterCopied,
    OpinionLetterIssued,
    RecommendationIssued,
)
from shared.law.article import ARL, ARR2026, COERCION, RULES

SORTS: Final = (
    Sort(
        *("clerical-correction", "笔误补正通知书", ClericalErrorsCorrected, To.SERVED),
        *(RULES[91], "correction_id"),
        apart=True,
    ),
    Sort(
        *("opinion-letter", "行政复议意见书", OpinionLetterIssued, To.ORGAN),
        *(ARL[76], "opinion_letter_id", "organ"),
    ),
    Sort(
        *("decision-copy", "行政复议决定书抄告函", DecisionCopied, To.ORGAN, ARL[79].par(2)),
        names="organ",
    ),
    Sort(
        *("letter-copy", "行政复议意见书抄告函", OpinionLetterCopied, To.ORGAN, ARL[79].par(2)),
        names="organ",
    ),
    Sort(
        *("recommendation", "行政复议建议书", RecommendationIssued, To.ORGAN),
        *(ARR2026[69], "recommendation_id", "organ"),
        by_body=True,
    ),
    Sort(
        *("liability-hand-over", "违法材料和问题线索移送函", LiabilityHandedOver, To.OUTSIDE),
        *(ARL[85], "materials_id"),
    ),
    Sort(
        *("urging", "履行催告书", PartyUrged, To.PERSON),
        *(COERCION[54], "demand_id", "person_id"),
        by_organ="organ",
    ),
    Sort(
        *("enforcement-application", "强制执行申请书", EnforcementApplied, To.OUTSIDE),
        *(COERCION[55].par(1, 1), "enforcement_application_id"),
        person="person_id",
        by_organ="organ",
    ),
    Sort(
        *("court-above-application", "向上一级人民法院的复议申请书", CourtAboveAsked, To.OUTSIDE),
        *(COERCION[58].par(3), "court_above_application_id"),
        person="person_id",
        by_organ="organ",
    ),
    Sort(
        *("immediate-enforcement", "立即执行申请书", ImmediateEnforcementAsked, To.OUTSIDE),
        *(COERCION[59], "urgency_id"),
        person="person_id",
        by_organ="organ",
    ),
)
"""In the order of the statute."""
