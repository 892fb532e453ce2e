"""Doors of 意见书、建议书 and 移送 in the file of what follows (ARL 76, 85, 86; ARR2026 69)."""

from typing import Final, TypeVar

from fastapi import APIRouter

from services.reconsideration.commands import letters as commands
from services.reconsideration.routes.aftermath import act
from services.reconsideration.routes.who import BODY as ROLES
from services.reconsideration.routes.who import Head, Officer, Respondent
from services.reconsideration.schemas.aftermath import AftermathOut
from services.reconsideration.schemas.letters import (
    CorrectionReportIn,
    HandOverIn,
    LetterCopyIn,
    LetterReceiptIn,
    LetterUnheededIn,
    OfOrgan,
    OpinionLetterIn,
    RecommendationAnswerIn,
    RecommendationIn,
)
from shared.auth import Identity
from shared.web import ERRORS, CaseId, DeskDep

router: Final = APIRouter(prefix="/aftermaths", tags=["行政复议后续"], responses=ERRORS)

OrganBody = TypeVar("OrganBody", bound=OfOrgan)


def _spoken(body: OrganBody, who: Identity) -> OrganBody:
    """What a department says it says for itself; the body takes down what any organ says."""
    return body if who.roles & set(ROLES) else body.model_copy(update={"organ": who.organ})


@router.post("/{case_id}/opinion-letter", status_code=201)
async def issue_letter(
    case_id: CaseId, body: OpinionLetterIn, who: Head, desk: DeskDep
) -> AftermathOut:
    """制发行政复议意见书 (ARL 76)."""
    return await act(desk, commands.issue_letter, case_id, body, who)


@router.post("/{case_id}/opinion-letter-receipt", status_code=201)
async def receive_letter(
    case_id: CaseId, body: LetterReceiptIn, who: Officer, desk: DeskDep
) -> AftermathOut:
    """有关机关收到意见书，六十日内报送纠正情况 (ARL 76)."""
    return await act(desk, commands.receive_letter, case_id, body, who)


@router.post("/{case_id}/opinion-letter-copy", status_code=201)
async def copy_letter(
    case_id: CaseId, body: LetterCopyIn, who: Officer, desk: DeskDep
) -> AftermathOut:
    """抄告意见书于被申请人的上一级主管部门 (ARL 79)."""
    return await act(desk, commands.copy_letter, case_id, body, who)


@router.post("/{case_id}/correction-report", status_code=201)
async def report_correction(
    case_id: CaseId, body: CorrectionReportIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """报送纠正情况，逾期的仍应报送 (ARL 76)."""
    return await act(desk, commands.report_correction, case_id, _spoken(body, who), who)


@router.post("/{case_id}/letter-unheeded", status_code=201)
async def find_letter_unheeded(
    case_id: CaseId, body: LetterUnheededIn, who: Head, desk: DeskDep
) -> AftermathOut:
    """认定不履行意见书，按期报送而没有纠正的，开立履行监督 (ARL 77)."""
    return await act(desk, commands.find_unheeded, case_id, body, who)


@router.post("/{case_id}/recommendation", status_code=201)
async def recommend(
    case_id: CaseId, body: RecommendationIn, who: Head, desk: DeskDep
) -> AftermathOut:
    """制作行政复议建议书 (ARR2026 69; ARR2007 57; RULES 48)."""
    return await act(desk, commands.recommend, case_id, body, who)


@router.post("/{case_id}/recommendation-answer", status_code=201)
async def answer_recommendation(
    case_id: CaseId, body: RecommendationAnswerIn, who: Respondent, desk: DeskDep
) -> AftermathOut:
    """答复建议书 (RULES 48)."""
    return await act(desk, commands.answer_recommendation, case_id, _spoken(body, who), who)


@router.post("/{case_id}/hand-over", status_code=201)
async def hand_over_liability(
    case_id: CaseId, body: HandOverIn, who: Head, desk: DeskDep
) -> AftermathOut:
    """移送违法事实材料、问题线索 (ARL 84 to 86)."""
    return await act(desk, commands.hand_over, case_id, body, who)
