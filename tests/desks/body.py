"""A reconsideration body with cases on their way, for its desks."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from services.reconsideration.commands import assigning, drafting, filing, handling
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.domain.assigning import Team
from services.reconsideration.domain.drafted import Draft
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner, Outcome, Standing, ViewsManner
from shared.contracts.reconsideration.enforcing import PartyDuties
from shared.contracts.reconsideration.judged import Disposition
from shared.law.period import legal_day
from shared.work import Act, Hub, Work
from tests.reconsideration.deciding import FOUND
from tests.reconsideration.makers import ANNA, AUTHORITY, RESPONDENT

HANDLER, OTHER = "o-1", "fuyi-08"
"""The first is whoever a test signs in."""

WRONG: dict[str, object] = {"facts_clear": False, "procedure": "violated"}


async def at_work(hub: Hub, organ: str, **titles: str) -> None:
    """These officers of a body have signed in from the issuer, as posts that are called so."""
    known = "INSERT INTO hub.post (code, title, roles, organ) VALUES ($1, $2, $3, $4)"
    for code, title in titles.items():
        await hub.pool.execute(known, code, title, str(Role.RECONSIDERATION), organ)


async def applied(
    hub: Hub,
    dispute: UUID,
    *,
    respondent: str = RESPONDENT,
    joint: tuple[str, ...] = (),
    applicants: tuple[UUID, ...] = (ANNA,),
) -> UUID:
    """An application that has just come to the authority; its file."""
    today = legal_day(hub.clock.now())
    said = Application(
        authority=AUTHORITY,
        applicants=applicants,
        respondent=respondent,
        joint=joint,
        act=ActKind.PENALTY,
        manner=FilingManner.IN_PERSON,
        received_on=today,
        learnt_on=today,
    )
    case_id = file_of(dispute, said)

    def begin(work: Work) -> None:
        filing.receive(work, case_id, dispute, said, text="请求撤销处罚", by="w-1")

    await hub.act(Act(do=begin, files=[case_id]))
    return case_id


async def heard(hub: Hub, case_id: UUID, reviewers: Sequence[str] = (HANDLER, OTHER)) -> None:
    """Accepted, replied to, the applicant heard, and assigned to these."""
    today = legal_day(hub.clock.now())

    def go_on(work: Work) -> None:
        filing.accept(work, case_id, by="w-1")
        handling.send_copy(work, case_id, by="w-1", received_on=today)
        handling.file_reply(work, case_id, text="处罚依据充分。", by="w-1")
        views = (Standing.APPLICANT, ViewsManner.TELEPHONE)
        handling.hear_views(work, case_id, *views, record="处罚过重。", by="w-1")
        if reviewers:
            assigning.assign(work, case_id, Team(reviewers=tuple(reviewers)), by="w-1")

    await hub.act(Act(do=go_on, files=[case_id]))


async def submitted(
    hub: Hub,
    case_id: UUID,
    outcome: Outcome = Outcome.REVOKED,
    duties: PartyDuties = None,
    *,
    final_law: str | None = None,
) -> None:
    """Found against the act, or as another decision needs it, drafted and sent up."""
    draft = Draft(dispositions=(Disposition(outcome=outcome),), duties=duties)
    said = WRONG if outcome is Outcome.REVOKED else dict(FOUND[outcome])

    def go_on(work: Work) -> None:
        found = [("作出前未告知陈述、申辩的权利。", said)]
        drafting.record_findings(work, case_id, found, by=HANDLER)
        words: dict[str, Any] = {"text": "撤销行政处罚决定。", "final_law": final_law}
        drafting.draft(work, case_id, draft, by=HANDLER, **words)
        drafting.submit(work, case_id, by=HANDLER)

    await hub.act(Act(do=go_on, files=[case_id]))
