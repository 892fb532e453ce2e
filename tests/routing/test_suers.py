"""Who has sued stays known when a road is told again (ALL 45; RULES 58)."""

from datetime import date
from uuid import UUID

import pytest

from services.routing.domain.road_file import Routing
from services.routing.roads import suits
from services.routing.store import ROUTINGS, roads_of
from shared.contracts.catalogue import read
from shared.contracts.reconsideration import DecisionOverdue
from shared.contracts.routing import Occasion, Road, RoadNotified, SuitFiled
from shared.db import Pool
from shared.work import Act
from tests.routing.own_suits import COURT, LAST, Joint, joint, sound
from tests.routing.test_fallen import step
from tests.routing.test_roads import PENALTY, filed, next_head, registered

__all__ = ["joint"]

ANNA, BERT = UUID(int=91), UUID(int=92)
FIRST, SECOND = UUID(int=93), UUID(int=94)


def told(file: Routing, decision_id: UUID | None, road: Road = Road.COURT) -> Routing:
    return says(file, road=road, decision_id=decision_id)


def says(file: Routing, **said: object) -> Routing:
    page = {"head": next_head(file), "road": Road.COURT, "article": "ALL 45", **said}
    return file.after(RoadNotified.model_validate(page))


def refuses(file: Routing, case_id: UUID) -> Routing:
    """A refusal of this case, which one of them received."""
    whose = {"person_id": BERT, "sue_starts_on": date(2026, 11, 23), "of_case_id": case_id}
    return says(file, occasion=Occasion.DECLINED, **whose)


def sued(file: Routing, applicant: UUID, *, others_left: bool = True) -> Routing:
    said = {"applicant": applicant, "others_left": others_left}
    return file.after(SuitFiled.model_validate({"head": next_head(file), **said}))


@pytest.mark.parametrize(
    ("decision_id", "road", "suers"),
    [
        pytest.param(FIRST, Road.COURT, (ANNA,), id="the same decision"),
        pytest.param(None, Road.RECONSIDERATION, (ANNA,), id="another road"),
        pytest.param(None, Road.COURT, (ANNA,), id="the direct suit"),
        pytest.param(SECOND, Road.COURT, (), id="another decision"),
    ],
)
def test_only_another_decision_is_one_over_which_nobody_has_sued(
    decision_id: UUID | None, road: Road, suers: tuple[UUID, ...]
) -> None:
    """途径再次告知的，已经起诉的人仍记为已起诉；告知另一决定的，对它还没有人起诉 (ALL 45)."""
    file, _ = filed(registered("chufa", **PENALTY))
    file = sued(told(file, FIRST), ANNA)
    assert told(file, decision_id, road).suers == suers


def test_a_refusal_or_a_silence_after_a_suit_gives_everybody_days_anew() -> None:
    """不予受理、逾期不作决定另给十五日，此前的起诉不算；同一文书再次告知的仍记着 (ARL 34)."""
    file, _ = filed(registered("chufa", **PENALTY))
    over_first = sued(told(file, FIRST), ANNA)
    assert says(over_first, occasion=Occasion.OVERDUE).suers == ()
    refused = refuses(over_first, SECOND)
    assert refused.suers == ()
    over_refusal = sued(refused, ANNA)
    assert refuses(over_refusal, SECOND).suers == (ANNA,), "the same refusal, told again"
    assert refuses(over_refusal, FIRST).suers == ()
    assert told(over_refusal, SECOND).suers == (), "what was refused is decided after all"


async def test_who_sued_over_the_decision_has_days_over_the_silence_that_followed_it(
    joint: Joint,
    db: Pool,
    database: str,
) -> None:
    """重作而逾期不作决定的，人人另有十五日；一人起诉，先前对原决定起诉的人的期限照算 (ARL 34)."""
    await joint.seal()
    await joint.serve("赵某", "2026-11-23")
    await joint.sue("赵某")
    await joint.place.at("2026-11-30")
    row = await db.fetchrow(LAST, joint.road)
    head = read(row["kind"], row["body"]).head.model_copy(update={"on": date(2026, 11, 30)})
    silent = DecisionOverdue(head=head)
    act = Act(do=lambda work: suits.overdue(work, silent), files=roads_of(silent))
    await joint.place.hub.act(act)
    runs = await joint.runs()
    assert runs == {COURT: date(2026, 12, 15)}
    await joint.sue("孙某")
    assert (await joint.place.pages(joint.road))[-1]["others_left"]
    assert await joint.runs() == runs, "the days of 赵某 over the silence run on"
    file, _ = await joint.place.hub.read(ROUTINGS, joint.road)
    assert file.suers == (UUID(joint.who["孙某"]),)
    await step(database)
    assert await sound(joint, db), "what an upgrade fills in is what the pages say"


async def test_who_sued_before_the_road_was_told_again_is_not_counted_as_left(
    joint: Joint,
    db: Pool,
) -> None:
    """另一申请人更早收到而再次告知的，先起诉的人不再算作尚未起诉，也不再告知 (ALL 45; RULES 58)."""
    place_ = joint.place
    await place_.at("2026-11-26")
    await joint.seal()
    await place_.at("2026-12-01")
    await joint.serve("赵某", "2026-12-01")
    await joint.sue("赵某")
    await joint.serve("孙某", "2026-11-27")
    assert await joint.runs() == {COURT: date(2026, 12, 14)}
    file, _ = await place_.hub.read(ROUTINGS, joint.road)
    assert file.suers == (UUID(joint.who["赵某"]),)
    pages = await place_.pages(joint.road)
    await joint.serve_again("赵某", "2026-12-01")
    assert await place_.pages(joint.road) == pages, "who has sued is told nothing more"
    await joint.sue("孙某")
    assert not (await place_.pages(joint.road))[-1]["others_left"]
    assert await joint.runs() == {}
    file, _ = await place_.hub.read(ROUTINGS, joint.road)
    assert file.sued
    assert await sound(joint, db)
