"""不说的: what stands in the file and is told no party."""

from typing import Final

UNTOLD: Final = frozenset(
    {
        *("clock.confirmed.v1", "clock.moved.v1", "clock.refused.v1", "clock.warned.v1"),
        *("parked.discarded.v1", "parked.mended.v1", "parked.replayed.v1"),
        *("consultation.cancelled.v1", "consultation.opinion_given.v1", "consultation.overdue.v1"),
        *("consultation.opinion_overdue.v1", "consultation.panel_convened.v1"),
        *("consultation.received.v1", "consultation.meeting_held.v1"),
        *("consultation.member_opinion_given.v1", "consultation.member_replaced.v1"),
        *("consultation.recusal_asked.v1", "consultation.recusal_decided.v1"),
        *("consultation.respondents_changed.v1", "consultation.plenary_held.v1"),
        *("consultation.expert_registered.v1", "consultation.expert_changed.v1"),
        *("consultation.expert_ended.v1", "consultation.times_set.v1"),
        *("adjudication.overdue.v1", "mediation.overdue.v1"),
        *("routing.overdue.v1", "routing.department_overdue.v1", "supervision.overdue.v1"),
        *("supervision.urged.v1", "supervision.noted.v1", "supervision.explained.v1"),
        *("supervision.explanation_required.v1", "supervision.explanation_lapsed.v1"),
        *("supervision.alert_raised.v1", "mediation.escalation_reported.v1"),
        *("routing.answer_lapsed.v1", "routing.check_in_lapsed.v1", "routing.informed.v1"),
        *("routing.silence_inspection.v1", "routing.silence_leader.v1", "routing.lead_named.v1"),
        *("routing.competence_disputed.v1", "routing.competence_upheld.v1"),
        *("routing.refused.v1", "routing.ruled_out.v1", "routing.ruling_lapsed.v1"),
        *("routing.precedent_set.v1", "routing.finish_released.v1"),
        *("routing.department_finished.v1", "routing.others_awaited.v1", "routing.others_came.v1"),
        *("routing.extension_asked.v1", "routing.extension_denied.v1"),
        *("routing.extension_dropped.v1", "routing.extension_undecided.v1"),
        *("routing.hotspot_cooled.v1", "routing.hotspot_excluded.v1", "routing.hotspot_found.v1"),
        "routing.hotspot_grew.v1",
        *("routing.ladder_ended.v1", "routing.level_held.v1", "routing.level_resumed.v1"),
        *("routing.level_taken_up.v1", "routing.red_reported.v1", "routing.risk_set.v1"),
        *("routing.rulebook_approved.v1", "routing.rulebook_drafted.v1"),
        *("routing.rulebook_rehearsed.v1", "routing.rulebook_withdrawn.v1"),
        "reconsideration.evidence_examined.v1",
        # 附带审查: the file of a document
        *("reconsideration.attached_opened.v1", "reconsideration.attached_taken.v1"),
        *("reconsideration.issuer_notified.v1", "reconsideration.issuer_notice_received.v1"),
        *("reconsideration.issuer_replied.v1", "reconsideration.issuer_reply_overdue.v1"),
        *("reconsideration.issuer_explained.v1", "reconsideration.attached_concluded.v1"),
        *("reconsideration.document_forwarded.v1", "reconsideration.forwarded_received.v1"),
        *("reconsideration.handling_opinion.v1", "reconsideration.handling_opinion_overdue.v1"),
        "reconsideration.handling_opinion_urged.v1",
        "reconsideration.issuer_correction_ordered.v1",
        "reconsideration.issuer_correction_reported.v1",
        "reconsideration.issuer_correction_overdue.v1",
        *("reconsideration.attached_ended.v1", "reconsideration.attached_moved.v1"),
        # 行政复议: findings 审理认定, draft 拟稿, approval 审批, number 字号
        *("reconsideration.found.v1", "reconsideration.drafted.v1"),
        *("reconsideration.submitted.v1", "reconsideration.approved.v1"),
        *("reconsideration.returned.v1", "reconsideration.number_given.v1"),
        "reconsideration.paper_numbered.v1",
        # 行政复议: authorities that decide together 共同作出决定
        *("reconsideration.countersigned.v1", "reconsideration.countersign_refused.v1"),
        "reconsideration.countersign_overdue.v1",
        # 行政复议: decision 决定, service, withdrawal
        "reconsideration.overdue.v1",
        # 行政复议: what follows 后续
        *("reconsideration.aftermath_begun.v1", "reconsideration.decision_took_effect.v1"),
        *("reconsideration.aftermath_opened.v1", "reconsideration.decision_copied.v1"),
        *("reconsideration.opinion_letter_issued.v1", "reconsideration.opinion_letter_copied.v1"),
        *("reconsideration.opinion_letter_received.v1", "reconsideration.correction_reported.v1"),
        *("reconsideration.correction_unreported.v1", "reconsideration.letter_unheeded.v1"),
        "reconsideration.recommendation_issued.v1",
        "reconsideration.recommendation_answered.v1",
        "reconsideration.recommendation_unanswered.v1",
        "reconsideration.liability_handed_over.v1",
        # 行政复议: guidance and supervision 指导和监督
        *("reconsideration.work_report_times_set.v1", "reconsideration.work_report_submitted.v1"),
        *("reconsideration.work_report_overdue.v1", "reconsideration.major_matter_reported.v1"),
        *("reconsideration.work_checked.v1", "reconsideration.check_fed_back.v1"),
        *("reconsideration.mending_required.v1", "reconsideration.mending_reported.v1"),
        *("reconsideration.mending_overdue.v1", "reconsideration.mending_confirmed.v1"),
    }
)
"""How offices work with each other, or what belongs to no dispute."""
