"""The shelves of reconsideration, and what is asked of other files than the one in hand."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, Protocol
from uuid import UUID

from services.reconsideration import tables
from services.reconsideration.domain import filing
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.aftermath_table import AFTERMATH, AFTERMATH_2007
from services.reconsideration.domain.attached_case import Review
from services.reconsideration.domain.attached_table import ATTACHED
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.correction import CORRECTION, Correction
from services.reconsideration.domain.deferral import DEFERRAL, Deferral
from services.reconsideration.domain.numbering import NUMBERING, PAPER, NumberedPaper, Numbers
from services.reconsideration.domain.ordinary import ON_HAND, ORDINARY
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.domain.overseeing import REPORTS, WORK_CHECK, WorkCheck, WorkReports
from services.reconsideration.domain.papers_served import PAPERS_SERVED, PapersServed
from services.reconsideration.tables import attached, deferring, overseeing
from shared.contracts.reconsideration.correcting import Wrong
from shared.db import Pool
from shared.errors import Unknown
from shared.law.casefile import derived
from shared.number import as_kept
from shared.work import Shelf

CASES: Final = Shelf(
    office="reconsideration",
    name=ORDINARY.name,
    value=Case,
    editions=(ORDINARY_2007, ORDINARY),
    table=tables.ORDINARY,
    proofs=filing.found_on,
)
"""行政复议案卷 in the ordinary procedure."""

CORRECTIONS: Final = Shelf(
    office="reconsideration",
    name=CORRECTION.name,
    value=Correction,
    editions=(CORRECTION,),
    table=tables.CORRECTION,
)
"""What was reported to the authority above 向上级反映, a file for each wrong of a case."""

DEFERRALS: Final = Shelf(
    office="reconsideration",
    name=DEFERRAL.name,
    value=Deferral,
    editions=(DEFERRAL,),
    table=deferring.DEFERRAL,
)
"""申请顺延期限, a file for each period that was missed."""

NUMBERS: Final = Shelf(
    office="reconsideration",
    name=NUMBERING.name,
    value=Numbers,
    editions=(NUMBERING,),
    table=tables.NUMBERS,
)
"""文号登记, a file for each authority."""

PAPERS: Final = Shelf(
    office="reconsideration",
    name=PAPER.name,
    value=NumberedPaper,
    editions=(PAPER,),
    table=tables.PAPERS,
)
"""文书编号, a file for each paper that has its number."""

SERVICES: Final = Shelf(
    office="reconsideration",
    name=PAPERS_SERVED.name,
    value=PapersServed,
    editions=(PAPERS_SERVED,),
    table=tables.PAPERS_SERVED,
)
"""文书送达, a file beside each file that has papers."""

REVIEWS: Final = Shelf(
    office="reconsideration",
    name=ATTACHED.name,
    value=Review,
    editions=(ATTACHED,),
    table=attached.ATTACHED,
)
"""附带审查案卷, a file for each document."""
AFTERMATHS: Final = Shelf(
    office="reconsideration",
    name=AFTERMATH.name,
    value=Aftermath,
    editions=(AFTERMATH_2007, AFTERMATH),
    table=tables.AFTERMATH,
)
"""后续案卷, a file beside each case that is at its end."""

WORK_REPORTS: Final = Shelf(
    office="reconsideration",
    name=REPORTS.name,
    value=WorkReports,
    editions=(REPORTS,),
    table=overseeing.WORK_REPORTS,
)
"""工作报告登记, a file for each government."""

WORK_CHECKS: Final = Shelf(
    office="reconsideration",
    name=WORK_CHECK.name,
    value=WorkCheck,
    editions=(WORK_CHECK,),
    table=overseeing.WORK_CHECK,
)
"""复议工作检查, a file for each check of a government below."""


def aftermath_of(case_id: UUID) -> UUID:
    """What follows a case."""
    return derived(case_id, "aftermath")


OWN: Final = UUID("0d6f3a52-6f7b-4a53-9a45-2f1f4f2f8f69")


def numbers_of(authority: str) -> UUID:
    """The register of an authority."""
    return derived(OWN, authority)


def numbered_of(case_id: UUID, sort: str, page: int) -> UUID:
    """The file of a paper's number: of this sort, about this page of its case file."""
    return derived(OWN, f"{case_id}/{sort}/{page}")


def work_reports_of(organ: str) -> UUID:
    """The register of work reports of a government."""
    return derived(OWN, f"work-reports/{organ}")


def check_of(organ: str, key: str) -> UUID:
    """The file of a check by a government, as the key of its form tells it from others."""
    return derived(OWN, f"work-check/{organ}/{key}")


def services_of(case_id: UUID) -> UUID:
    """The file in which the services 送达 of the papers of a file are recorded."""
    return derived(case_id, "papers-served")


def severed_of(case_id: UUID, applicants: Collection[UUID]) -> UUID:
    """The file in which what some of its applicants applied for goes on 分案办理."""
    return derived(case_id, f"severed:{'+'.join(sorted({str(one) for one in applicants}))}")


def review_of(case_id: UUID, nth: int) -> UUID:
    """The file in which a document of a case is reviewed 附带审查."""
    return derived(case_id, f"attached:{nth}")


def report_of(case: Case, wrong: Wrong) -> UUID:
    """The file of what is reported of a case 向上级反映: one a wrong and authority.

    Where a case came above and the same wrong is done there again, the report has another file.
    """
    who = f":{case.authority}" if case.elevated.before else ""
    return derived(case.case_id, f"report:{wrong}{who}")


def again_of(report_id: UUID) -> UUID:
    """The new file of an application that is accepted after all."""
    return derived(report_id, "again")


SAME_ACT: Final = """
SELECT case_id, (
    SELECT i.labels ->> 'number' FROM hub.file i
    WHERE i.dispute_id = ordinary.dispute_id AND i.office = 'intake'
      AND i.procedure = 'registration' LIMIT 1) AS number
FROM reconsideration.ordinary
WHERE case_id <> $1
  AND (applicants ?| $2::text[]
    OR gone <> '[]' AND jsonb_path_query_array(gone, '$[*].person_id') ?| $2::text[])
  AND (act_id = ANY($3::uuid[])
    OR joint_act_ids <> '[]' AND joint_act_ids ?| $3::uuid[]::text[]
    OR dispute_id = $4 AND (act_id IS NULL OR cardinality($3::uuid[]) = 0)
    AND (respondent = ANY($5::text[])
      OR EXISTS (SELECT FROM jsonb_array_elements(joint) j WHERE j->>'organ' = ANY($5)))
    AND act = $6 AND act_done_on IS NOT DISTINCT FROM $7)
ORDER BY received_on, case_id
"""
"""Files in which one of these persons applied against the same act, or what may be the same.

An act is known by its number in whatever dispute, and by each of its organs, whoever is named now
(ARL 19); without a number, only in the same dispute.
"""


class Asked(Protocol):
    """A pool, or what stands in a rehearsal's place of one."""

    async def fetch(self, query: str, /, *args: Any) -> Sequence[Mapping[str, Any]]:  # noqa: ANN401 - as asyncpg
        """The rows of a query."""
        ...


async def same_act(
    pool: Asked, case: Case, persons: Collection[UUID] | None = None
) -> dict[UUID, str]:
    """Other files about the act of this one, of its applicants or of `persons`, oldest first.

    Each with the number 纠纷编号 of its dispute, empty where it has none.

    Args:
        pool: Where to ask.
        case: The application.
        persons: All ids under which its applicants are known; their own where it is None.
    """
    who = [str(one) for one in (case.applicants if persons is None else persons)]
    rows = await pool.fetch(
        *(SAME_ACT, case.case_id, who, list(case.act_ids), case.dispute_id),
        *(list(case.respondents), case.act, case.act_done_on),
    )
    return {row["case_id"]: row["number"] or "" for row in rows}


BEFORE: Final = """
SELECT r.case_id
FROM reconsideration.ordinary r JOIN hub.outbox o ON o.case_id = r.case_id AND o.version = 1
WHERE r.dispute_id = $1 AND r.applicants @> to_jsonb($2::text[])
ORDER BY o.seq DESC LIMIT 1
"""


async def file_before(pool: Pool, dispute_id: UUID, applicants: Collection[UUID]) -> UUID | None:
    """The newest file of a dispute in which all of these applied, with others or not, if any."""
    found: UUID | None = await pool.fetchval(BEFORE, dispute_id, list(map(str, applicants)))
    return found


DECIDED_AS: Final = """
SELECT o.document_number AS number, o.case_id, EXISTS (
  SELECT FROM reconsideration.aftermath a WHERE a.about = o.case_id AND a.state = 'annulled'
) AS annulled
FROM reconsideration.ordinary o
WHERE o.document_number = ANY($1::text[]) AND o.document_number <> ''
ORDER BY o.case_id
"""
"""Cases whose decisions bear these numbers 字号, and whether they were set aside from above.

Their files stay delivered: that a decision was annulled stands in what follows it (RULES 92).
"""


async def decided_as(pool: Asked, numbers: Collection[str]) -> dict[str, list[UUID]]:
    """The cases that were decided under these numbers, as far as there are any.

    A joint decision bears one number in each of its files (ARR2026 43). Of a number under which all
    was set aside from above there is none; a number that nobody knows is not told at all.
    """
    rows = await pool.fetch(DECIDED_AS, sorted(numbers)) if numbers else ()
    found: dict[str, list[UUID]] = {}
    for row in rows:
        known = found.setdefault(row["number"], [])
        known += [] if row["annulled"] else [row["case_id"]]
    return found


OF_NUMBERS: Final = """
SELECT r.case_id, i.labels->>'number' AS number
FROM hub.file i JOIN hub.file r ON r.dispute_id = i.dispute_id
WHERE i.labels->>'number' = ANY($1::text[]) AND i.office = 'intake' AND i.procedure = 'registration'
  AND r.office = 'reconsideration' AND r.procedure <> 'clock'
  AND r.state = ANY($2::text[]) AND r.case_id <> $3
ORDER BY r.case_id
"""
"""Cases on hand of the disputes with these numbers, but one."""


async def cases_of(pool: Pool, numbers: Collection[str], *, but: UUID) -> list[UUID]:
    """The cases that are handled in the disputes with these numbers.

    Raises:
        Unknown: In one of them there is none, beside `but`.
    """
    wanted = {as_kept(number) for number in numbers}
    rows = await pool.fetch(OF_NUMBERS, sorted(wanted), [str(s) for s in ON_HAND], but)
    if missing := wanted - {row["number"] for row in rows}:
        raise Unknown(f"没有审理中的其他复议案件：{'、'.join(sorted(missing))}")
    return [row["case_id"] for row in rows]
