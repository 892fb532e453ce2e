"""口头申请 and its record (ARL 22; ARR2007 20)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

import pytest

from services.reconsideration.commands import filing
from services.reconsideration.domain.application import Application, file_of
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.oral import Oral, must_be_recorded
from shared.clock import StillClock
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import FilingManner
from shared.contracts.reconsideration.oral import Checking
from shared.law.article import ARL, ARR2007, Article
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.work import Act, Hub, Work
from tests.reconsideration.makers import ANNA, AUTHORITY, DISPUTE, RESPONDENT, Walk, day, head

ORAL = Oral(writing_hard=True, difficulty="不识字", checking=Checking.READ_OUT)
SAID = Application(
    authority=AUTHORITY,
    applicants=(ANNA,),
    respondent=RESPONDENT,
    act=ActKind.PENALTY,
    manner=FilingManner.ORAL,
    received_on=day("2026-09-23"),
)


def refused(act: Callable[[], object]) -> Article:
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.article


def checked(manner: FilingManner, oral: Oral | None, on: str = "2026-09-23") -> None:
    must_be_recorded(manner, oral, head(Walk().case, on))


def test_an_oral_application_is_recorded_on_the_spot() -> None:
    """口头申请的，应当当场记录 (ARL 22)."""
    assert refused(lambda: checked(FilingManner.ORAL, None)) == ARL[22].par(3)
    assert refused(lambda: checked(FilingManner.IN_PERSON, ORAL)) == ARL[22].par(3)


def test_who_can_write_applies_in_writing() -> None:
    """书面申请没有困难的，应当书面申请 (ARL 22)."""
    easy = replace(ORAL, writing_hard=False)
    assert refused(lambda: checked(FilingManner.ORAL, easy)) == ARL[22].par(1)


@pytest.mark.parametrize(
    ("on", "article"), [("2026-09-23", ARL[22].par(3)), ("2026-03-02", ARR2007[20])]
)
def test_a_record_is_signed_or_says_why_not(on: str, article: Article) -> None:
    """笔录由申请人签字确认，没有签字的写明原因 (ARL 22; ARR2007 20)."""
    unsigned = replace(ORAL, signed=False)
    assert refused(lambda: checked(FilingManner.ORAL, unsigned, on)) == article
    checked(FilingManner.ORAL, replace(unsigned, unsigned="手部受伤，已录音"), on)


async def test_the_record_is_the_text_of_the_application_and_stands_on_the_next_page(
    hub: Hub,
) -> None:
    """笔录即申请书，记录的情况另成一页 (ARL 22)."""
    hub.clock = StillClock(datetime.combine(day("2026-09-23"), time(10), CITY))
    file = file_of(DISPUTE, SAID)

    def receive(work: Work) -> Case:
        text = "李某口述：请求撤销处罚"
        return filing.receive(work, file, DISPUTE, SAID, text=text, by="officer-7", oral=ORAL)

    case: Case = await hub.act(Act(do=receive, files=[file]))
    kinds = "SELECT kind FROM hub.outbox WHERE case_id = $1 ORDER BY version"
    assert [row["kind"] for row in await hub.pool.fetch(kinds, file)] == [
        "reconsideration.received.v1",
        "reconsideration.oral_recorded.v1",
    ]
    kept = "SELECT kind FROM hub.documents WHERE document_id = $1"
    assert await hub.pool.fetchval(kept, case.text_id) == "oral_record"
