"""此前的申请: other files in which the applicants of one complained of the same act (ARL 30)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.repeating import Known, Others
from services.reconsideration.store import CASES, same_act
from shared.people import known_as
from shared.work import Hub


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it stands, with its labels."""

    file: Case
    labels: Mapping[str, str]
    number: str
    """纠纷编号, which is told to nobody who may not see the file."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the oldest first."""

    read: Sequence[Read]
    known: Known

    @property
    def others(self) -> Others:
        """What the domain takes of it."""
        return Others(tuple(one.file for one in self.read), self.known)


async def others_of(hub: Hub, case: Case) -> Found:
    """此前的案卷 of its applicants, by whatever id each was registered (ARL 30(1)(7))."""
    known = await known_as(hub.pool, case.applicants)
    persons = {one for ids in known.values() for one in ids}
    read = []
    for case_id, number in (await same_act(hub.pool, case, persons)).items():
        file, labels = await hub.read(CASES, case_id)
        read.append(Read(file, {**labels, "office": CASES.office}, number))
    return Found(tuple(read), known)
