"""The rules for the books about what follows a case: letters, service made again, enforcement."""

from functools import partial
from typing import Final

from services.reconsideration.books.each import each
from services.reconsideration.books.together import broken
from services.reconsideration.domain import lawful_after
from services.reconsideration.domain.aftermath import Aftermath
from shared.auth import PARTICIPANTS
from shared.contracts.reconsideration.aftermath import (
    CorrectionServed,
    DecisionCopied,
    ServedAgain,
)
from shared.contracts.reconsideration.correcting import DirectlyAccepted, WrongCorrected
from shared.contracts.reconsideration.enforcing import EnforcementApplied, EnforcementAwaited
from shared.contracts.reconsideration.letters import (
    CorrectionReported,
    LetterUnheeded,
    LiabilityHandedOver,
    OpinionLetterReceived,
    RecommendationIssued,
)
from shared.contracts.reconsideration.refusal import RefusalCorrected, RefusalServed
from shared.db import Conn
from shared.law.article import ARL, ARR2026, COERCION, CPL, RULES
from shared.office import Broken, Rule
from shared.verify.files import Lawful, Lived


def letters(lived: Lived[Aftermath]) -> bool:
    """Whether what was received, reported and found are letters that were issued."""
    return (
        each(OpinionLetterReceived, lawful_after.letter_received, lived)
        and each(CorrectionReported, lawful_after.correction_reported, lived)
        and each(LetterUnheeded, lawful_after.letter_unheeded, lived)
    )


def seen(lived: Lived[Aftermath]) -> bool:
    """Whether the labels say what the pages do: whose file it is, and who reads it (RULES 116).

    Whoever has a letter reads it, and no party does before the case is at its end. With no
    applicants named at all, every party of the dispute would.
    """
    file, labels = lived.value, lived.labels
    if labels.get("authority") != file.authority:
        return False
    had = {one.organ for one in file.letters if one.received_on} & set(file.respondents)
    if not had <= set(labels.get("departments", "").split()):
        return False
    hidden = labels.get("applicants") == "" and not labels.get(PARTICIPANTS)
    return hidden is (file.conclusion is None)


UNCORRECTED: Final = """
WITH corrected AS (
  SELECT (b ->> 'of_case_id')::uuid AS about, o.case_id, o.version,
    coalesce(b ->> 'accepted_case_id', b ->> 'corrected_case_id')::uuid AS goes_on
  FROM hub.outbox o CROSS JOIN LATERAL (SELECT o.body::jsonb AS b) t
  WHERE o.kind = ANY($2::text[]) AND b ->> 'of_case_id' IS NOT NULL
)
SELECT a.case_id::text AS case_id, count(*) OVER () AS n FROM reconsideration.aftermath a
WHERE a.accepted_case_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM corrected c WHERE (c.about, c.goes_on) = (a.about, a.accepted_case_id))
  OR a.conclusion = 'declined' AND a.accepted_case_id IS NULL AND EXISTS (
    SELECT FROM corrected c JOIN hub.inbox i USING (case_id, version)
    WHERE c.about = a.about AND i.consumer LIKE '%.reconsideration.office')
ORDER BY 1 LIMIT $1
"""


async def uncorrected(conn: Conn) -> Broken:
    """Files that go on after a correction which nobody made, or still wait with what was corrected.

    What the office has not heard yet is none of them: the hub asks by itself what was not heard.
    """
    kinds = [one.kind_name() for one in (WrongCorrected, DirectlyAccepted)]
    return await broken(conn, UNCORRECTED, kinds)


CORRECTED: Final = (
    Rule(
        name="refusals_corrected",
        says="不予受理按责令受理或者由上级直接受理的，后续案卷记载已经纠正，写明受理的案卷",
        check=uncorrected,
    ),
)
"""What `books.RULES` holds of refusals that the authority above had put right (ARL 35)."""

AFTERWARDS: Final[tuple[Lawful[Aftermath], ...]] = (
    Lawful(
        "corrections",
        "补正通知书送达每一名受送达人，各一次",
        CPL[157].par(1, 7),
        partial(each, CorrectionServed, lawful_after.correction_served_on_all),
    ),
    Lawful(
        "again",
        "重新送达的，起诉期限自重新送达起不少于十五日",
        ARL[75].par(2),
        partial(each, ServedAgain, lawful_after.suit_runs_anew),
    ),
    Lawful(
        "refused",
        "不予受理决定书送达每一名申请人，起诉期限自收到起不少于十五日",
        ARL[34],
        partial(each, RefusalServed, lawful_after.refusal_served_in_order),
    ),
    Lawful(
        "accepted_after_all",
        "不予受理、驳回申请决定只纠正一次，写明最先送达之日",
        RULES[132],
        partial(each, RefusalCorrected, lawful_after.refusal_corrected_once),
    ),
    Lawful(
        "copied",
        "只抄告以本级政府工作部门为被申请人的决定书",
        ARL[79].par(2),
        partial(each, DecisionCopied, lawful_after.copied_where_owed),
    ),
    Lawful(
        "letters",
        "意见书收到、报送在制发之后，由收到的机关报送",
        ARL[76],
        letters,
    ),
    Lawful(
        "recommendations",
        "建议书写明希望答复的期限，当日的条例列有这一类规定",
        ARR2026[69],
        partial(each, RecommendationIssued, lawful_after.recommended),
    ),
    Lawful(
        "handed",
        "材料移送依法接受的机关",
        ARL[85],
        partial(each, LiabilityHandedOver, lawful_after.handed_over),
    ),
    Lawful(
        "meanwhile",
        "后续案卷的标签写明办理机关和收到意见书的被申请人，结案以前当事人不查阅",
        RULES[116],
        seen,
    ),
    Lawful(
        "awaited",
        "强制执行自当事人的起诉、履行期限届满以后",
        ARL[78],
        partial(each, EnforcementAwaited, lawful_after.enforced_after_suit),
    ),
    Lawful(
        "urged",
        "申请人民法院强制执行以前已经催告，逾期的写明理由",
        COERCION[54],
        partial(each, EnforcementApplied, lawful_after.applied_as_urged),
    ),
)
"""The same of what follows a case."""
