"""What supervision leaves in the books when it hears the other offices (ARL 77, RULES 14)."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.supervision import commands
from services.supervision.agents import LISTENS
from services.supervision.domain.compliance import State
from services.supervision.domain.watch import Watch
from services.supervision.store import ALERTS, WATCHES, alert_of, obliged_of, watch_of
from shared.clock import StillClock
from shared.contracts.adjudication import RulingOverturned, RulingServed
from shared.contracts.fact import Fact, Head
from shared.contracts.mediation import (
    AgreementMade,
    AgreementNotPerformed,
    AgreementPerformed,
    Form,
)
from shared.contracts.reconsideration import (
    Compensation,
    DecisionDelivered,
    Outcome,
    Standing,
)
from shared.contracts.reconsideration.aftermath import (
    AftermathOpened,
    Conclusion,
    DecisionAnnulled,
    ServedAgain,
)
from shared.contracts.reconsideration.letters import CorrectionUnreported, LetterUnheeded
from shared.contracts.reconsideration.served import DecisionServed, OrganServed
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.contracts.routing import AnswerLapsed, CheckInLapsed
from shared.contracts.service import Manner
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from shared.sweep import Sweep
from shared.verify.walk import Walk
from shared.work import Act, Hub, Work

CASE, DISPUTE = uuid4(), uuid4()
WATCH = watch_of(CASE)
AUTHORITY, HEAD_1 = "620702-government", "head-1"
LABELS = {"county": "620702", "authority": AUTHORITY}


def head(version: int = 1) -> Head:
    now = datetime(2026, 11, 23, 9, tzinfo=CITY)
    return Head(
        dispute_id=DISPUTE, case_id=CASE, version=version, on=now.date(), at=now, by="officer-1"
    )


def delivered(perform_by: date | None, outcome: Outcome = Outcome.REVOKED) -> DecisionDelivered:
    return DecisionDelivered(
        head=head(),
        outcome=outcome,
        authority="620702-government",
        respondent="620702-zhujian",
        served_on=date(2026, 11, 23),
        remedies=(),
        perform_by=perform_by,
    )


def sealed(perform_by: date | None, *, obliges: bool) -> MediationDocumentSealed:
    return MediationDocumentSealed(
        head=head(),
        mediation_document_id=CASE,
        authority="620702-government",
        respondent="620702-zhujian",
        obliges=obliges,
        perform_by=perform_by,
    )


def made(perform_by: date | None = None) -> AgreementMade:
    return AgreementMade(
        head=head(),
        form=Form.ORAL,
        effective_on=date(2026, 11, 23),
        perform_by=perform_by,
        content_id=CASE,
    )


async def hear(hub: Hub, fact: Fact, labels: Mapping[str, str] = LABELS) -> None:
    """Let supervision hear a fact, as the mailroom does."""
    heard = LISTENS[type(fact)]

    def do(work: Work) -> None:
        heard.handler(work, fact)

    await hub.act(Act(do=do, files=heard.files(fact), labels=labels))


async def watch(hub: Hub) -> Watch:
    return (await hub.read(WATCHES, WATCH))[0]


async def pages(hub: Hub, case_id: UUID) -> int:
    found: int = await hub.pool.fetchval(
        "SELECT count(*) FROM hub.outbox WHERE case_id = $1", case_id
    )
    return found


async def order(hub: Hub, by: date) -> Watch:
    do = partial(
        commands.order, case_id=WATCH, perform_by=by, text="责令履行", organ=AUTHORITY, by=HEAD_1
    )
    found: Watch = await hub.act(Act(do=do, files=(WATCH,)))
    return found


async def confirm(hub: Hub, on: date) -> Watch:
    do = partial(
        commands.confirm,
        case_id=WATCH,
        performed_on=on,
        evidence="回证",
        organ=AUTHORITY,
        by=HEAD_1,
    )
    found: Watch = await hub.act(Act(do=do, files=(WATCH,)))
    return found


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


async def test_a_ruling_served_on_several_is_watched_once_and_ends_when_it_falls(hub: Hub) -> None:
    """裁决分别送达，监督一次；被撤销的终止 (PLAN 25, ALL 70)."""
    for version, by in ((1, None), (2, date(2026, 12, 8)), (3, date(2026, 12, 10))):
        served = RulingServed(
            head=head(version),
            party=uuid4(),
            perform_by=by,
            reconsider_by=date(2027, 1, 22),
            remedy_until=date(2027, 1, 22),
        )
        await hear(hub, served)
    assert await pages(hub, WATCH) == 1
    assert (await watch(hub)).perform_by == date(2026, 12, 8)
    await hear(hub, RulingOverturned(head=head(4)))
    assert (await watch(hub)).state is State.ENDED


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


async def test_a_letter_not_reported_on_is_alerted_and_watched_as_late(hub: Hub) -> None:
    """意见书六十日未报送的，预警并监督履行，可以即时责令 (ARL 76, 77)."""
    letters = uuid4(), uuid4()
    for version, letter in enumerate(letters, 1):
        last = head(version).model_copy(update={"on": date(2026, 11, 20)})
        unreported = CorrectionUnreported(
            head=last, opinion_letter_id=letter, organ="620702-zhujian"
        )
        await hear(hub, unreported)
    await Sweep(hub).once()
    for letter in letters:
        file, labels = await hub.read(WATCHES, watch_of(letter))
        assert (file.watched, file.obliged) == (CASE, "620702-zhujian")
        assert labels["departments"] == "620702-zhujian"
        assert (file.perform_by, file.state) == (date(2026, 11, 20), State.OVERDUE)
        do = partial(
            commands.order,
            case_id=file.case_id,
            perform_by=date(2026, 12, 31),
            text="责令报送",
            organ=AUTHORITY,
            by=HEAD_1,
        )
        ordered: Watch = await hub.act(Act(do=do, files=(file.case_id,)))
        assert ordered.state is State.ORDERED
    alerts, _ = await hub.read(ALERTS, alert_of(CASE))
    assert (alerts.silences, alerts.level) == (2, "head")


async def test_a_letter_that_was_not_performed_is_ordered_on_the_day_of_the_finding(
    hub: Hub,
) -> None:
    """按期报送而不履行意见书的，认定当日即可责令限期履行，不预警 (ARL 76, 77)."""
    letter = uuid4()
    unheeded = LetterUnheeded(
        head=head(), opinion_letter_id=letter, organ="620702-zhujian", reason_id=CASE
    )
    await hear(hub, unheeded)
    file, labels = await hub.read(WATCHES, watch_of(letter))
    assert (file.watched, file.obliged) == (CASE, "620702-zhujian")
    assert labels["departments"] == "620702-zhujian"
    do = partial(
        commands.order,
        case_id=file.case_id,
        perform_by=date(2026, 12, 31),
        text="责令纠正",
        organ=AUTHORITY,
        by=HEAD_1,
    )
    ordered: Watch = await hub.act(Act(do=do, files=(file.case_id,)))
    assert ordered.state is State.ORDERED
    found = await hub.pool.fetchval(
        "SELECT count(*) FROM hub.file WHERE case_id = $1", alert_of(CASE)
    )
    assert found == 0


def withdrawn(*joint: str) -> DecisionAnnulled:
    return DecisionAnnulled(
        head=head(5).model_copy(update={"case_id": uuid4()}),
        about=CASE,
        organ="620700-government",
        letter_id=CASE,
        joint=joint,
    )


async def test_a_decision_that_was_withdrawn_from_above_is_watched_no_more(hub: Hub) -> None:
    """复议决定被上级撤销的，履行监督终止 (RULES 92)."""
    await hear(hub, delivered(date(2026, 12, 1)))
    for _ in range(2):
        await hear(hub, withdrawn())
    assert ((await watch(hub)).state, await pages(hub, WATCH)) == (State.ENDED, 2)


async def test_what_was_withdrawn_before_its_service_was_heard_is_never_watched(
    hub: Hub,
) -> None:
    """撤销先于送达得知的，其后得知的送达不再立案监督 (RULES 92)."""
    for _ in range(2):
        await hear(hub, withdrawn(OTHER))
    await hear(hub, served(perform_by=date(2026, 12, 23)))
    await hear(hub, served(OTHER, date(2026, 12, 10)))
    await hear(hub, delivered(date(2026, 12, 23)))
    for one in (WATCH, obliged_of(CASE, OTHER)):
        file, _ = await hub.read(WATCHES, one)
        assert (file.state, file.watched, await pages(hub, one)) == (State.ENDED, CASE, 1)
    assert await hub.pool.fetchval("SELECT count(*) FROM hub.deadline") == 0
    walk = Walk(hub.shelves, CALENDAR)
    async with hub.pool.acquire() as conn:
        assert [(await one(conn)).count for one in (walk.states, walk.deadlines)] == [0, 0]


async def test_who_was_served_after_it_was_withdrawn_is_watched_no_more_at_the_end(
    hub: Hub,
) -> None:
    """撤销以后才送达被申请人的，结案时履行监督随之终止；未被撤销的照常监督 (ARL 75; RULES 92)."""
    await hear(hub, delivered(date(2026, 12, 1)))
    end = AftermathOpened(
        head=head(5).model_copy(update={"case_id": uuid4()}),
        about=CASE,
        conclusion=Conclusion.DELIVERED,
        authority=AUTHORITY,
        respondent="620702-zhujian",
    )
    await hear(hub, end)
    assert (await watch(hub)).state is not State.ENDED
    other = end.head.model_copy(update={"case_id": uuid4()})
    await hear(hub, end.model_copy(update={"head": other, "annulled": True}))
    assert (await watch(hub)).state is State.ENDED


async def test_joint_respondents_are_watched_together_until_the_last_of_their_days(
    hub: Hub,
) -> None:
    """共同被申请人都应当履行，都看到监督，最后一个的期限届满才逾期 (ARL 19, 77)."""
    other = OrganServed(
        organ="620702-shijian", served_on=date(2026, 11, 25), perform_by=date(2026, 12, 25)
    )
    fact = delivered(date(2026, 12, 23)).model_copy(update={"joint_served": (other,)})
    await hear(hub, fact)
    watched = await watch(hub)
    assert (watched.obliged, watched.perform_by) == ("620702-zhujian", date(2026, 12, 25))
    shown = await hub.pool.fetchval(
        "SELECT labels->>'departments' FROM hub.file WHERE case_id = $1", WATCH
    )
    assert shown == "620702-zhujian 620702-shijian"
    await hear(hub, withdrawn(other.organ))
    assert (await watch(hub)).state is State.ENDED
    assert await pages(hub, obliged_of(CASE, other.organ)) == 0, "who is watched with the first"


OTHER, THIRD = "620702-shijian", "620702-gongan"


def served(organ: str = "", perform_by: date | None = None, **said: Any) -> DecisionServed:  # noqa: ANN401 - fields
    """送达 on the respondent named first, or on another."""
    fields = {
        "head": head(),
        "standing": Standing.RESPONDENT,
        "organ": organ,
        "manner": Manner.DIRECT,
        "shown_on": date(2026, 11, 23),
        "served_on": date(2026, 11, 23),
        "receipt_id": CASE,
        "outcome": Outcome.REVOKED,
        "respondent": organ or "620702-zhujian",
        "perform_by": perform_by,
    }
    return DecisionServed.model_validate({**fields, **said})


async def departments(hub: Hub, case_id: UUID) -> str:
    shown: str = await hub.pool.fetchval(
        "SELECT labels->>'departments' FROM hub.file WHERE case_id = $1", case_id
    )
    return shown


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


async def test_each_joint_respondent_is_watched_by_itself_from_its_own_service(hub: Hub) -> None:
    """共同被申请人先后送达的，各自的履行期限自各自送达起算 (ARL 19, 75, 77)."""
    await hear(hub, served(OTHER, date(2026, 12, 10)))
    own = obliged_of(CASE, OTHER)
    assert (await hub.read(WATCHES, own))[0].perform_by == date(2026, 12, 10)
    assert await departments(hub, own) == OTHER
    await hear(hub, served(perform_by=date(2026, 12, 23)))
    assert (await watch(hub)).perform_by == date(2026, 12, 23)
    joint = tuple(
        OrganServed(organ=one, served_on=date(2026, 11, 23), perform_by=on)
        for one, on in ((OTHER, date(2026, 12, 10)), (THIRD, date(2026, 12, 30)))
    )
    last = delivered(date(2026, 12, 23)).model_copy(update={"joint_served": joint})
    for _ in range(2):
        await hear(hub, last)
    assert (await hub.read(WATCHES, obliged_of(CASE, THIRD)))[0].perform_by == date(2026, 12, 30)
    found = [await pages(hub, one) for one in (WATCH, own, obliged_of(CASE, THIRD))]
    assert found == [1, 1, 1], "each once, whoever was served by a page of its own"
    annulled = DecisionAnnulled(
        head=head(5),
        about=CASE,
        organ="620700-government",
        letter_id=CASE,
        joint=(OTHER, THIRD),
    )
    await hear(hub, annulled)
    ends = [
        (await hub.read(WATCHES, one))[0].state for one in (WATCH, own, obliged_of(CASE, THIRD))
    ]
    assert ends == [State.ENDED] * 3


async def test_whoever_has_no_watch_of_its_own_is_watched_with_the_first(hub: Hub) -> None:
    """一并记载送达的共同被申请人一并监督，先行送达的各自监督 (ARL 19, 77)."""
    await hear(hub, served(OTHER, date(2026, 12, 10)))
    joint = tuple(
        OrganServed(organ=one, served_on=date(2026, 11, 23), perform_by=on)
        for one, on in ((OTHER, date(2027, 1, 29)), (THIRD, date(2026, 12, 30)))
    )
    await hear(hub, delivered(date(2026, 12, 23)).model_copy(update={"joint_served": joint}))
    assert (await watch(hub)).perform_by == date(2026, 12, 30)
    assert await departments(hub, WATCH) == f"620702-zhujian {THIRD}"


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


def again(on: date, perform_by: date | None, organ: str = "", **said: object) -> ServedAgain:
    """Served again on a respondent, as its file of what follows says."""
    return ServedAgain.model_validate(
        {
            "head": head(5).model_copy(update={"case_id": uuid4()}),
            "standing": Standing.RESPONDENT,
            "organ": organ,
            "manner": Manner.DIRECT,
            "shown_on": on,
            "served_on": on,
            "receipt_id": CASE,
            "reason_id": CASE,
            "of_case_id": CASE,
            "respondent": organ or "620702-zhujian",
            "perform_by": perform_by,
            **said,
        }
    )


async def test_served_again_on_a_respondent_it_is_late_from_that_service_only(
    hub: Hub, clock: StillClock
) -> None:
    """误送的不起算履行期限，重新送达以后另算，到期才算逾期 (ARL 75, 77)."""
    await hear(hub, delivered(date(2026, 12, 1)))
    clock.move_to(datetime(2026, 12, 30, 9, tzinfo=CITY))
    await Sweep(hub).once()
    assert (await watch(hub)).state is State.OVERDUE
    old = again(date(2026, 12, 30), None, respondent="", of_case_id=None)
    await hear(hub, old)
    assert (await watch(hub)).state is State.OVERDUE, "a page of old tells no day"
    await hear(hub, again(date(2026, 12, 30), date(2027, 3, 1)))
    assert ((await watch(hub)).state, (await watch(hub)).perform_by) == (
        *(State.DUE, date(2027, 3, 1)),
    )
    runs = "SELECT name FROM hub.deadline WHERE case_id = $1 AND ended IS NULL"
    assert [row["name"] for row in await hub.pool.fetch(runs, WATCH)] == ["perform"]


async def test_served_again_on_one_of_several_its_own_watch_runs_anew(hub: Hub) -> None:
    """共同被申请人各按自己的重新送达另算；一并送达、一并监督的，取最后届满的 (ARL 19, 75, 77)."""
    first, other = date(2026, 12, 1), "620702-chengguan"
    both = OrganServed(organ=other, served_on=date(2026, 11, 23), perform_by=first)
    await hear(hub, delivered(first).model_copy(update={"joint_served": (both,)}))
    await hear(hub, again(date(2026, 11, 23), date(2026, 12, 15), other))
    assert (await watch(hub)).perform_by == date(2026, 12, 15)
    await hear(hub, again(date(2026, 11, 23), date(2026, 12, 10)))
    assert (await watch(hub)).perform_by == date(2026, 12, 15)
    assert await pages(hub, obliged_of(CASE, other)) == 0
    assert await pages(hub, WATCH) == 2
