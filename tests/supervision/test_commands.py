"""What supervision leaves in the books when it hears the other offices (ARL 77, RULES 14)."""

from datetime import date, datetime
from functools import partial

import pytest

from services.supervision import commands
from services.supervision.domain.compliance import State
from services.supervision.store import ALERTS, alert_of
from shared.clock import StillClock
from shared.contracts.mediation import (
    AgreementMade,
    AgreementNotPerformed,
    AgreementPerformed,
    Form,
)
from shared.contracts.reconsideration import (
    Compensation,
    Outcome,
    Standing,
)
from shared.contracts.routing import AnswerLapsed, CheckInLapsed
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.sweep import Sweep
from shared.work import Act, Hub
from tests.supervision.watching import (
    AUTHORITY,
    CASE,
    HEAD_1,
    WATCH,
    confirm,
    delivered,
    departments,
    head,
    hear,
    order,
    pages,
    sealed,
    served,
    watch,
)


def made(perform_by: date | None = None) -> AgreementMade:
    return AgreementMade(
        head=head(),
        form=Form.ORAL,
        effective_on=date(2026, 11, 23),
        perform_by=perform_by,
        content_id=CASE,
    )


async def test_a_decision_that_asks_nothing_of_the_respondent_is_not_watched(hub: Hub) -> None:
    """维持的，被申请人无须履行 (ARL 68)."""
    await hear(hub, delivered(None, Outcome.UPHELD))
    rejected = delivered(None, Outcome.UPHELD).model_copy(
        update={"compensation": Compensation.REJECTED}
    )
    await hear(hub, rejected)
    assert await pages(hub, WATCH) == 0


@pytest.mark.parametrize(
    "outcome", [Outcome.PERFORMANCE_ORDERED, Outcome.CHANGED, Outcome.AGREEMENT_ENDED]
)
async def test_what_is_owed_without_a_day_is_watched_and_may_be_ordered_at_once(
    hub: Hub, outcome: Outcome
) -> None:
    """决定书未载明期限的，包括变更、解除协议的，不计期，随时可以责令限期履行 (ARL 77)."""
    await hear(hub, delivered(None, outcome))
    assert (await watch(hub)).state is State.DUE
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.deadline") == 0
    assert (await order(hub, date(2026, 12, 31))).state is State.ORDERED


async def test_a_respondent_that_does_not_perform_is_ordered_and_interviewed(
    hub: Hub, clock: StillClock
) -> None:
    """逾期不履行，责令、约谈、再履行 (ARL 77, 83)."""
    await hear(hub, delivered(date(2026, 12, 8)))
    with pytest.raises(Refused) as no:
        await order(hub, date(2026, 12, 31))
    assert no.value.article.code == "ARL 77(2)"
    clock.move_to(datetime(2026, 12, 9, 0, 0, tzinfo=CITY))
    await Sweep(hub).once()
    assert (await watch(hub)).state is State.OVERDUE
    assert (await order(hub, date(2026, 12, 31))).state is State.ORDERED
    clock.move_to(datetime(2027, 1, 1, 8, tzinfo=CITY))
    do = partial(commands.interview, case_id=WATCH, minutes="约谈记录", organ=AUTHORITY, by=HEAD_1)
    assert (await hub.act(Act(do=do, files=(WATCH,)))).interviews == 1
    assert (await watch(hub)).state is State.DEFIED
    assert (await confirm(hub, date(2026, 12, 30))).performed_on == date(2026, 12, 30)
    left = await hub.pool.fetchval("SELECT count(*) FROM hub.deadline WHERE ended IS NULL")
    assert left == 0


async def test_an_order_that_is_late_is_supervisions_own_silence(
    hub: Hub, clock: StillClock
) -> None:
    """逾期未责令，记监督机构逾期 (RULES 13, 15)."""
    await hear(hub, delivered(date(2026, 11, 24)))
    clock.move_to(datetime(2026, 12, 2, 0, 0, tzinfo=CITY))
    await Sweep(hub).once()
    kinds = await hub.pool.fetch(
        "SELECT kind, legal_on FROM hub.outbox WHERE case_id = $1 ORDER BY version", WATCH
    )
    assert [tuple(row) for row in kinds][1:] == [
        ("supervision.performance_lapsed.v1", date(2026, 11, 24)),
        ("supervision.overdue.v1", date(2026, 12, 1)),
    ]


async def test_an_agreement_is_followed_to_its_end_as_the_committee_finds(hub: Hub) -> None:
    """调解协议的履行由人民调解委员会监督 (PML 31)."""
    await hear(hub, made(date(2026, 12, 1)))
    assert (await watch(hub)).state is State.PROMISED
    with pytest.raises(Refused) as no:
        await confirm(hub, date(2026, 11, 23))
    assert no.value.article.code == "PML 31(2)"
    await hear(hub, AgreementNotPerformed(head=head(2)))
    assert (await watch(hub)).state is State.BROKEN
    await hear(hub, AgreementPerformed(head=head(3)))
    await hear(hub, AgreementPerformed(head=head(4)))
    assert (await watch(hub)).state is State.PERFORMED
    assert await pages(hub, WATCH) == 3


async def test_what_is_found_about_a_file_that_is_not_watched_leaves_nothing(hub: Hub) -> None:
    await hear(hub, AgreementPerformed(head=head()))
    assert await pages(hub, WATCH) == 0


async def test_each_silence_of_a_department_is_one_page_of_one_alert_file(hub: Hub) -> None:
    """逾期预警 (RULES 14)."""
    await hear(hub, CheckInLapsed(head=head(4), department="620702-sifa"))
    await hear(hub, AnswerLapsed(head=head(5), department="620702-sifa"))
    file, labels = await hub.read(ALERTS, alert_of(CASE))
    assert (file.silences, file.level) == (2, "head")
    assert labels["county"] == "620702"


@pytest.mark.parametrize("obliges", [True, False])
async def test_a_mediation_document_is_watched_where_the_respondent_owes_something(
    hub: Hub, *, obliges: bool
) -> None:
    """被申请人应当履行调解书，逾期的责令限期履行 (ARL 77)."""
    by = date(2026, 12, 1) if obliges else None
    await hear(hub, sealed(by, obliges=obliges))
    found = await hub.pool.fetchval("SELECT count(*) FROM hub.file WHERE case_id = $1", WATCH)
    assert bool(found) is obliges
    if obliges:
        assert (await watch(hub)).state is State.DUE


async def test_a_respondent_is_watched_from_its_own_service_whoever_is_still_to_be_served(
    hub: Hub,
) -> None:
    """决定书送达被申请人即对其生效，履行期限届满即逾期，不等其他人送达 (ARL 75, 77)."""
    fact = served(perform_by=date(2026, 12, 23))
    await hear(hub, fact)
    watched = await watch(hub)
    assert (watched.obliged, watched.perform_by) == ("620702-zhujian", date(2026, 12, 23))
    assert await departments(hub, WATCH) == "620702-zhujian"
    for again in (fact, delivered(date(2026, 12, 23))):
        await hear(hub, again)
    assert await pages(hub, WATCH) == 1, "the last service opens nothing anew"
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.deadline WHERE name = 'perform'") == 1


async def test_what_was_served_on_a_person_or_asks_nothing_is_not_watched(hub: Hub) -> None:
    """送达申请人、第三人的，维持的，以及此前的记录，不监督 (ARL 68, 77)."""
    person = {"standing": Standing.APPLICANT, "person_id": CASE, "respondent": ""}
    upheld = {"outcome": Outcome.UPHELD}
    for said in (person, upheld, {"outcome": None, "respondent": ""}):
        await hear(hub, served(**said))
    assert await pages(hub, WATCH) == 0


async def test_the_centre_is_no_authority_and_the_government_above_is_one(hub: Hub) -> None:
    """责令履行由行政复议机关或者有关上级行政机关，综治中心不是 (ARL 77)."""
    await hear(hub, delivered(None, Outcome.PERFORMANCE_ORDERED))
    said = {"case_id": WATCH, "perform_by": date(2026, 12, 31), "text": "责令履行"}
    for organ in ("620702-centre", "620700-centre", "620721-government"):
        do = partial(commands.order, **said, organ=organ, by="someone")
        with pytest.raises(Refused) as no:
            await hub.act(Act(do=do, files=(WATCH,)))
        assert no.value.article.code == "ARL 77(2)"
    do = partial(commands.order, **said, organ="620700-government", by="head-9")
    assert (await hub.act(Act(do=do, files=(WATCH,)))).state is State.ORDERED
    body = await hub.pool.fetchval(
        "SELECT body FROM hub.outbox WHERE case_id = $1 ORDER BY version DESC LIMIT 1", WATCH
    )
    assert '"organ":"620700-government"' in body
