"""What the city has set, as it is in force on the day of an act."""

from services.routing import rulebook
from services.routing.domain.duty_list import DutyList
from services.routing.domain.times import Times
from shared.work import Work


def times_in_force(work: Work) -> Times:
    """哨的时限和四级七天的时限."""
    return rulebook.in_force(work).times


def duties_in_force(work: Work) -> DutyList:
    """职责清单: the rule book's rows before the directory's."""
    return DutyList(work.directory, rulebook.in_force(work))


def edition_in_force(work: Work) -> str:
    """The edition of the rule book, as pages name it."""
    return rulebook.edition_on(work.editions, work.today)
