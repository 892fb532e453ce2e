"""Who has sued stays known when a road is told again (ALL 45; RULES 58)."""

from datetime import date
from uuid import UUID

import pytest

from services.routing.domain.road_file import Routing
from services.routing.store import ROUTINGS
from shared.contracts.routing import Road, RoadNotified, SuitFiled
from shared.db import Pool
from tests.routing.test_own_suits import COURT, Joint, joint, sound
from tests.routing.test_roads import PENALTY, filed, next_head, registered

__all__ = ["joint"]

ANNA, BERT = UUID(int=91), UUID(int=92)
FIRST, SECOND = UUID(int=93), UUID(int=94)


def told(file: Routing, decision_id: UUID | None, road: Road = Road.COURT) -> Routing:
    said = {"road": road, "article": "ALL 45", "decision_id": decision_id}
    return file.after(RoadNotified.model_validate({"head": next_head(file), **said}))


def sued(file: Routing, applicant: UUID, *, others_left: bool = True) -> Routing:
    said = {"applicant": applicant, "others_left": others_left}
    return file.after(SuitFiled.model_validate({"head": next_head(file), **said}))


@pytest.mark.parametrize(
    ("decision_id", "road", "suers"),
    [
        pytest.param(FIRST, Road.COURT, (ANNA,), id="the same decision"),
        pytest.param(None, Road.RECONSIDERATION, (ANNA,), id="another road"),
        pytest.param(None, Road.COURT, (ANNA,), id="no decision"),
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
