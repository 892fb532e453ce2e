"""能否调解: consent, and whatever keeps a kind of mediation from a dispute (PML 17)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from services.mediation.domain.fields import Bar, Field, Kind, Note, Step
from shared.law.article import ARL, COMMERCIAL_MEDIATION, PML
from shared.law.calendar import Calendar
from shared.law.procedure import Refused


def unconsented() -> Refused:
    """自愿: mediation rests on the free will of all."""
    return Refused("尚有一方当事人未同意调解", PML[17])


@dataclass(frozen=True, slots=True)
class Verdict:
    """一种调解能否进行."""

    field: Field
    refused: tuple[Note, ...]
    """Why not; empty if it is open."""

    @property
    def is_open(self) -> bool:
        """Whether this kind is open."""
        return not self.refused and self.field.kind is not Kind.NONE


def verdict(field: Field, bars: Collection[Bar]) -> Verdict:
    """能否进行这一种调解.

    Args:
        field: The kind of mediation in the field.
        bars: What stands in its way, of all that could.
    """
    refused: list[Note] = []
    if field.kind is Kind.NONE:
        refused.append(Note(field.organ, field.basis))
    if Bar.REFUSED in bars:
        article = COMMERCIAL_MEDIATION[15].par(1) if field.kind is Kind.COMMERCIAL else PML[17]
        refused.append(Note("一方明确拒绝调解的，不得调解", article))
    refused += [note for bar, note in field.bars if bar in bars]
    if Bar.NOT_CIVIL in bars and field.kind is Kind.PEOPLES:
        refused.append(Note("人民调解只调解民间纠纷", PML[2]))
    return Verdict(field, tuple(refused))


def against_act() -> Note:
    """行政争议: what an organ has done to a person is no matter of these kinds of mediation."""
    return Note("对行政行为不服的，申请复议或者起诉，复议中可以调解", ARL[5])


def stale(field: Field, days: Mapping[Step, date], calendar: Calendar) -> bool:
    """逾期申请: it came after a period that closes the door, and none opened it again."""
    received = days.get(Step.RECEIVED)
    if received is None:
        return False
    known = [limit for limit in field.limits if limit.step in days]
    ends = {limit: limit.period.last_day(days[limit.step], calendar) for limit in known}
    late = any(limit.closes and received > ends[limit] for limit in known)
    anew = any(limit.reopens and days[limit.step] <= received <= ends[limit] for limit in known)
    return late and not anew
