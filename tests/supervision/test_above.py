"""上级主管部门 orders what a department below it has to perform (ARL 77)."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from services.supervision import commands
from services.supervision.store import WATCHES, watch_of
from shared.auth import Role
from shared.auth.labels import SUPERIORS
from shared.clock import StillClock
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.letters import CorrectionUnreported
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.law.period import CITY
from shared.sweep import Sweep
from shared.work import Act, Hub
from tests.supervision.test_routes import (
    CALL,
    DELIVERED,
    HEAD,
    LABELS,
    RESPONDENT,
    Desk,
    desk,
)
from tests.supervision.watching import hear, sealed

__all__ = ["desk"]

ABOVE: dict[str, Any] = {"role": Role.DEPARTMENT, "organ": "620700-zhujian"}
OTHER: dict[str, Any] = {"role": Role.DEPARTMENT, "organ": "620700-chengguan"}
OWN: dict[str, Any] = {"role": Role.DEPARTMENT, "organ": RESPONDENT}
ORDER = {"perform_by": "2026-12-31", "text": "责令你单位限期履行"}
LETTER = UUID(int=3)
TAX = "620700-shuishou"
"""The authority over the tax bureaus below it, which is the department above them (ARL 27)."""


def mediated() -> MediationDocumentSealed:
    return sealed(date(2026, 12, 8), obliges=True).model_copy(update={"head": HEAD})


def unreported() -> CorrectionUnreported:
    return CorrectionUnreported(head=HEAD, opinion_letter_id=LETTER, organ=RESPONDENT)


@pytest.mark.parametrize(
    ("told", "over"),
    [
        (lambda: DELIVERED, HEAD.case_id),
        (mediated, HEAD.case_id),
        (unreported, LETTER),
    ],
    ids=["decision", "mediation document", "opinion letter"],
)
async def test_the_department_above_orders_what_is_not_performed_in_time(
    hub: Hub, desk: Desk, clock: StillClock, told: Callable[[], Fact], over: UUID
) -> None:
    """不履行决定书、调解书、意见书的，上级主管部门责令限期履行，可以约谈、通报批评 (ARL 77)."""
    await hear(hub, told(), LABELS)
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    await Sweep(hub).once()
    path = f"/watches/{watch_of(over)}"
    assert (await desk.ask(path, **ABOVE)).json()["state"] == "overdue"
    done = await desk.ask(f"{path}/order", ORDER, **ABOVE)
    assert (done.status_code, done.json()["state"]) == (201, "ordered")
    for act, body in (
        ("interview-notice", CALL),
        ("interview", {"minutes": "分管负责人承诺履行"}),
        ("criticism", {"text": "通报批评"}),
    ):
        assert (await desk.ask(f"{path}/{act}", body, **ABOVE)).status_code == 201, act
    told_by = "SELECT DISTINCT body::jsonb ->> 'organ' FROM hub.outbox WHERE kind = ANY($1)"
    kinds = [f"supervision.{one}.v1" for one in ("performance_ordered", "criticism_circulated")]
    assert await hub.pool.fetchval(told_by, kinds) == "620700-zhujian"


async def test_who_is_not_above_orders_nothing(hub: Hub, desk: Desk, clock: StillClock) -> None:
    """别的部门看不到；被申请人看得到，不得自己责令；上级主管部门不认定是否履行 (ARL 77)."""
    await hear(hub, DELIVERED, LABELS)
    path = f"/watches/{watch_of(HEAD.case_id)}"
    early = await desk.ask(f"{path}/order", ORDER, **ABOVE)
    assert (early.status_code, "履行期限尚未届满" in early.text) == (409, True)
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    assert (await desk.ask(path, **OTHER)).status_code == 404
    assert (await desk.ask(f"{path}/order", ORDER, **OTHER)).status_code == 404
    no = await desk.ask(f"{path}/order", ORDER, **OWN)
    assert (no.status_code, "有关上级行政机关责令履行" in no.text) == (409, True)
    performed = {"performed_on": "2026-12-09", "evidence": "送达回证"}
    assert (await desk.ask(f"{path}/performance", performed, **ABOVE)).status_code == 403


async def test_a_joint_respondent_is_not_above_another(
    hub: Hub, desk: Desk, clock: StillClock
) -> None:
    """上级主管部门自己也是共同被申请人的，不由它责令 (ARL 19, 77)."""
    do = partial(
        commands.watch_decision,
        decided=DELIVERED,
        respondent=RESPONDENT,
        perform_by=DELIVERED.perform_by,
        joint=(ABOVE["organ"],),
    )
    await hub.act(Act(do=do, files=(watch_of(HEAD.case_id),), labels=LABELS))
    _, labels = await hub.read(WATCHES, watch_of(HEAD.case_id))
    assert ABOVE["organ"] not in labels[SUPERIORS].split()
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    no = await desk.ask(f"/watches/{watch_of(HEAD.case_id)}/order", ORDER, **ABOVE)
    assert no.status_code == 409


async def test_in_the_authority_itself_the_head_of_the_body_orders(
    hub: Hub, desk: Desk, clock: StillClock
) -> None:
    """复议机关就是上一级主管部门的，由其复议机构负责人责令，再上级的部门照样责令 (ARL 27, 77)."""
    told = DELIVERED.model_copy(update={"authority": TAX, "respondent": "620702-shuishou"})
    await hear(hub, told, {**LABELS, "authority": TAX})
    _, labels = await hub.read(WATCHES, watch_of(HEAD.case_id))
    assert labels[SUPERIORS] == "620000-shuishou"
    clock.move_to(datetime(2026, 12, 9, 9, tzinfo=CITY))
    await Sweep(hub).once()
    path = f"/watches/{watch_of(HEAD.case_id)}"
    own: dict[str, Any] = {"role": Role.DEPARTMENT, "organ": TAX}
    higher: dict[str, Any] = {"role": Role.DEPARTMENT, "organ": "620000-shuishou"}
    head: dict[str, Any] = {"organ": TAX}
    no = await desk.ask(f"{path}/order", ORDER, **own)
    assert (no.status_code, "有关上级行政机关责令履行" in no.text) == (409, True)
    for who in (head, higher):
        done = await desk.ask(f"{path}/criticism", {"text": "通报批评"}, **who)
        assert done.status_code == 201, who
