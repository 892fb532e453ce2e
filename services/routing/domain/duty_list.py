"""职责清单: which departments a whistle calls, in which part, and whom it informs."""

from dataclasses import dataclass

from services.routing.domain.rulebook import RuleBook
from services.routing.domain.tiers import CONCENTRATED_FROM
from shared.contracts.intake import DisputeRegistered, Risk
from shared.contracts.routing import Road, Tier, WhistleKind
from shared.directory import Directory

POLICE = "gongan"


@dataclass(frozen=True, slots=True)
class Summons:
    """召集名单: one lead 主办, those who assist 协办, and those who are informed 知会."""

    lead: str
    assist: tuple[str, ...] = ()
    inform: tuple[str, ...] = ()

    @property
    def called(self) -> tuple[str, ...]:
        """Everybody who must check in and answer, the lead first."""
        return (self.lead, *self.assist)


def summon(
    fact: DisputeRegistered, road: Road, directory: Directory, book: RuleBook | None = None
) -> Summons:
    """召集部门 by the duty list; in danger the police lead, at red risk they are told (PML 25).

    The book's row for the matter comes before the directory's.
    """
    police = directory.department(POLICE, fact.place).code
    listed = tuple(dict.fromkeys(_listed(fact, directory, book)))
    if road is Road.POLICE:
        return Summons(police, tuple(code for code in listed if code != police))
    inform = (police,) if fact.risk is Risk.RED and police not in listed else ()
    return Summons(listed[0], listed[1:], inform)


def _listed(
    fact: DisputeRegistered, directory: Directory, book: RuleBook | None
) -> tuple[str, ...]:
    """主办和协办, the lead first."""
    if book and (row := book.duties.get(fact.matter)):
        named = (row.lead, *row.assist)
        return tuple(directory.department(each, fact.place).code for each in named)
    duty = directory.duty(fact.matter, fact.place)
    return (duty.lead.code, *(each.code for each in duty.assist))


def kind_of(tier: Tier, summons: Summons) -> WhistleKind:
    """哨的种类, by danger first and then by how many are called."""
    if tier is Tier.EMERGENCY:
        return WhistleKind.EMERGENCY
    concentrated = len(summons.called) >= CONCENTRATED_FROM
    return WhistleKind.CONCENTRATED if concentrated else WhistleKind.DAILY
