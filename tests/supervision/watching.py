"""What supervision hears of one case file, and the watch that it opens, for tests."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from services.supervision import commands
from services.supervision.agents import LISTENS
from services.supervision.domain.watch import Watch
from services.supervision.store import WATCHES, watch_of
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration import (
    DecisionDelivered,
    Outcome,
    Standing,
)
from shared.contracts.reconsideration.aftermath import (
    DecisionAnnulled,
    ServedAgain,
)
from shared.contracts.reconsideration.served import DecisionServed
from shared.contracts.reconsideration.settling import MediationDocumentSealed
from shared.contracts.service import Manner
from shared.law.period import CITY
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


def withdrawn(*joint: str) -> DecisionAnnulled:
    return DecisionAnnulled(
        head=head(5).model_copy(update={"case_id": uuid4()}),
        about=CASE,
        organ="620700-government",
        letter_id=CASE,
        joint=joint,
    )


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
