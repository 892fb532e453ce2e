"""What doors ask of who came and who took over, read from the pages of a rehearsal."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

from services.intake.domain.applicants import is_nameless
from shared.auth import PARTICIPANTS
from shared.contracts.reconsideration.respondent import RespondentSucceeded

if TYPE_CHECKING:
    from deploy.rehearse.world import World


def applicants(world: "World", disputes: Collection[UUID], *_: object) -> list[dict[str, Any]]:
    """The applicants of these disputes, as `services.intake.store.APPLICANTS` reads them."""
    ids, mark = ("dispute_id", "person_id"), world.hasher
    hashes = (("name_hash", "name"), ("id_hash", "id_number"), ("phone_hash", "phone"))
    return [
        {name: getattr(p, name) for name in ids}
        | {name: mark(getattr(p.person, of)) for name, of in hashes}
        | {"nameless": is_nameless(p.person.name), "known": [p.person.address]}
        for p in world.memory.parties
        if p.dispute_id in disputes and p.side == "applicant" and p.of_file is None
    ]


def alike(
    world: "World", persons: Collection[UUID], dispute_id: UUID, of_file: UUID | None
) -> list[dict[str, Any]]:
    """Which of these bear a name of the dispute, as `shared.people.marks.ALIKE` reads them."""
    files = [world.memory.files[of_file]] if of_file in world.memory.files else []
    labels = [one.labels.get(key, "") for one in files for key in ("applicants", PARTICIPANTS)]
    named = set(map(UUID, " ".join(labels).split()))
    names = {
        world.hasher(p.person.name)
        for p in world.memory.parties
        if p.dispute_id == dispute_id and (p.of_file in {None, of_file} or p.person_id in named)
    }
    return [
        {"person_id": p.person_id}
        for p in world.memory.parties
        if p.person_id in persons and world.hasher(p.person.name) in names
    ]


def succeeded(world: "World", case_id: UUID) -> list[dict[str, Any]]:
    """Which organs took over in this file, as `queries.succeeding.SUCCEEDED` reads them."""
    facts = [page.fact for page in world.pages if page.fact.head.case_id == case_id]
    found = [one for one in facts if isinstance(one, RespondentSucceeded)]
    return [{"before": one.before, "respondent": one.respondent} for one in found]


def by_phone(world: "World", dispute_id: UUID, mark: str) -> list[dict[str, Any]]:
    """Who of a dispute has this telephone, as `queries.co_applying.BY_PHONE` reads them."""
    return [
        {"name_hash": world.hasher(p.person.name)}
        | {name: getattr(p, name) for name in ("person_id", "side", "of_file")}
        for p in world.memory.parties
        if p.dispute_id == dispute_id and world.hasher(p.person.phone) == mark
    ]
