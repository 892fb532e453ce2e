"""职责清单: which departments answer for a matter in a place, and whom a whistle informs."""

from dataclasses import dataclass

from services.routing.domain.rulebook import RuleBook
from shared.contracts.intake import Risk
from shared.contracts.routing import Road, Why
from shared.directory import Directory

POLICE = "gongan"


@dataclass(frozen=True, slots=True)
class Summons:
    """召集名单: one lead 主办, those who assist 协办, and those who are informed 知会."""

    lead: str
    assist: tuple[str, ...] = ()
    inform: tuple[str, ...] = ()
    why: Why = Why.DUTY_LIST

    @property
    def called(self) -> tuple[str, ...]:
        """Everybody who must check in and answer, the lead first."""
        return (self.lead, *self.assist)


@dataclass(frozen=True, slots=True)
class DutyList:
    """职责清单 in force: the book's rows before the directory's."""

    directory: Directory
    book: RuleBook | None = None

    def listed(self, matter: str, place: str) -> tuple[str, ...]:
        """主办和协办 for a matter in a place, the lead first, each once."""
        if self.book and (row := self.book.duties.get(matter)):
            named = (row.lead, *row.assist)
            found = [self.directory.department(each, place).code for each in named]
        else:
            duty = self.directory.duty(matter, place)
            found = [duty.lead.code, *(each.code for each in duty.assist)]
        return tuple(dict.fromkeys(found))


def summon(
    matter: str, place: str, risk: Risk, road: Road, duties: DutyList, *, danger: bool = False
) -> Summons:
    """召集部门 by the duty list; in danger the police lead, at red risk they are told (PML 25)."""
    police = duties.directory.department(POLICE, place).code
    listed = duties.listed(matter, place)
    if danger or road is Road.POLICE:
        others = tuple(code for code in listed if code != police)
        return Summons(police, others, why=Why.DANGER)
    inform = (police,) if risk is Risk.RED and police not in listed else ()
    return Summons(listed[0], listed[1:], inform)
