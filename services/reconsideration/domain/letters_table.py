"""意见书、建议书的期限: what runs for the organs that they name, and for their senders (ARL 76)."""

from typing import Final

from services.reconsideration.domain.remedying import REPORT
from shared.contracts.reconsideration import ReconsiderationActOverdue
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    CorrectionUnreported,
    OpinionLetterCopied,
    OpinionLetterIssued,
    OpinionLetterReceived,
    RecommendationAnswered,
    RecommendationIssued,
    RecommendationUnanswered,
)
from shared.contracts.reconsideration.respondent import RespondentSucceeded
from shared.contracts.reconsideration.served_again import OpinionLetterServedAgain
from shared.law.article import RULES
from shared.law.period import WorkingDays
from shared.law.procedure import OFFICE, AsStated, Deadline

WITHOUT_DELAY: Final = WorkingDays(5)
"""The law says 同时, or sets no days; the city's rule does."""

LETTERS: Final = (
    Deadline(
        name="serve_letter",
        term="送达意见书",
        starts=(OpinionLetterIssued,),
        ends=(OpinionLetterReceived,),
        within=WITHOUT_DELAY,
        article=RULES[95],
        lapse=ReconsiderationActOverdue,
        owed_by=OFFICE,
        page="issued_page",  # 同一机关的几份也各自送达
        subject="organ",  # 几个机关的意见书各自送达
        passes=(RespondentSucceeded,),
    ),
    Deadline(
        name="copy_letter",
        term="抄告意见书",
        starts=(OpinionLetterReceived,),
        ends=(OpinionLetterCopied,),
        within=WITHOUT_DELAY,
        article=RULES[93],
        lapse=ReconsiderationActOverdue,
        owed_by=OFFICE,
        where="copies",
        page="received_page",
        subject="of_organ",
        passes=(RespondentSucceeded,),
    ),
    Deadline(
        name="report_correction",
        term=REPORT.term,
        starts=(OpinionLetterReceived, OpinionLetterServedAgain),
        ends=(CorrectionReported, OpinionLetterServedAgain),
        unless="next_runs_on",
        page="received_page",
        within=REPORT.period,
        article=REPORT.article,
        lapse=CorrectionUnreported,
        subject="organ",
        passes=(RespondentSucceeded,),
    ),
    Deadline(
        name="answer_recommendation",
        term="答复建议书",
        starts=(RecommendationIssued,),
        ends=(RecommendationAnswered,),
        within=AsStated("answer_by"),
        article=RULES[48],
        lapse=RecommendationUnanswered,
        page="issued_page",
        subject="organ",
        passes=(RespondentSucceeded,),
    ),
)
"""The rows of letters, in the table of what follows a case."""
