"""The rules of consultation for the books: who sat, and when the panel spoke (ARL 52)."""

from typing import Final, TypeVar
from uuid import UUID

from services.consultation.domain import panel, sitting
from services.consultation.domain.case import Consultation
from services.consultation.domain.panel import is_odd
from services.consultation.domain.roster import Roster
from services.consultation.store import CONSULTATIONS, ROSTERS, roster_of
from shared.contracts.consultation import MemberReplaced, OpinionGiven, PanelConvened
from shared.contracts.fact import Fact
from shared.db import Conn
from shared.law.article import RULES as OWN
from shared.law.casefile import CaseFile
from shared.law.procedure import Refused
from shared.office import Broken, Rule
from shared.verify.files import Lawful, Lived, rules_for
from shared.verify.find import Finds
from shared.verify.pages import BATCH, facts_of
from shared.work import HISTORY, Shelf


def panel_is_odd(lived: Lived[Consultation]) -> bool:
    """咨询小组由三名以上单数的委员组成 (RULES 21)."""
    seated = [fact.members for _, fact in lived.of(PanelConvened)]
    return all(is_odd(len(one)) and len(set(one)) == len(one) for one in seated)


def heard_first(lived: Lived[Consultation]) -> bool:
    """咨询意见出自会议或者委员的书面意见: what `sitting.give` would let pass (RULES 73).

    A panel of the time before members spoke for themselves has no period on its page: of its
    opinion that is not asked.
    """
    if any("speak_within" not in one.model_fields_set for _, one in lived.of(PanelConvened)):
        return True
    try:
        for case, fact in lived.of(OpinionGiven):
            sitting.give(case, fact.head, fact.stance, fact.opinion_id)
    except Refused:
        return False
    return True


PAGES: Final = """
SELECT seq, case_id, kind, body, labels ? $3 AS history FROM hub.outbox
WHERE seq > $1 AND kind = ANY($2::text[]) ORDER BY seq LIMIT $4
"""
"""Of rosters and of consultations in the order in which they were written."""

_OF_ROSTERS: Final = frozenset(ROSTERS.editions[-1].kinds)


class Seating:
    """名册和咨询案卷 side by side, page after page: whether who was seated could sit."""

    def __init__(self) -> None:
        self.rosters: dict[UUID, Roster] = {}
        self.cases: dict[UUID, Consultation] = {}

    def read(self, fact: Fact) -> bool:
        """Take one more page; whether `panel` lets it pass (RULES 71, 72).

        A panel of the time before there were rosters has no period on its page: of whom it seated
        that is not asked.
        """
        if type(fact) in _OF_ROSTERS:
            self.rosters[fact.head.case_id] = _blank(ROSTERS, self.rosters, fact).after(fact)
            return True
        case = _blank(CONSULTATIONS, self.cases, fact)
        seats = self.seats(case, fact)
        self.cases[fact.head.case_id] = case.after(fact)
        return seats

    def seats(self, case: Consultation, fact: Fact) -> bool:
        """Whether these could be seated, this one in another's place, or they give an opinion."""
        organ = roster_of(case.authority)
        roster = self.rosters.get(organ) or _new(ROSTERS, fact, organ)
        try:
            match fact:
                case PanelConvened() if "speak_within" in fact.model_fields_set:
                    panel.convene(
                        *(case, fact.head, roster, fact.members),
                        field=fact.speciality,
                        unmatched_id=fact.unmatched_id,
                    )
                case MemberReplaced(member=one, successor=after) if _is_old(fact):
                    panel.check_successor(case, fact.head, roster, one, after)
                case MemberReplaced(member=one, successor=after):
                    panel.replace(case, fact.head, roster, one, after, reason_id=fact.reason_id)
                case OpinionGiven() if "members" in fact.model_fields_set:
                    panel.check_mixture(case, roster, fact.members)
                case _:
                    pass
        except Refused:
            return False
        return True


def _is_old(fact: MemberReplaced) -> bool:
    """Whether it was made when nobody asked whether who leaves is contested, or has spoken."""
    return "bound" not in fact.model_fields_set


V = TypeVar("V", bound=CaseFile)


def _blank(shelf: Shelf[V], known: dict[UUID, V], fact: Fact) -> V:
    found = known.get(fact.head.case_id)
    return found if found is not None else _new(shelf, fact, fact.head.case_id)


def _new(shelf: Shelf[V], fact: Fact, case_id: UUID) -> V:
    return shelf.blank(shelf.editions[-1], fact.head.dispute_id, case_id)


_SHELVES: Final = {
    kind.kind_name(): shelf
    for shelf in (ROSTERS, CONSULTATIONS)
    for kind in shelf.editions[-1].kinds
}


async def seated_from_roster(conn: Conn) -> Broken:
    """Consultations with a member who was not on the roster, out of term, or bound (RULES 71)."""
    seating, finds, last = Seating(), Finds(), 0
    lost: set[UUID] = set()  # from the page on that cannot be read: told by `states`
    while rows := await conn.fetch(PAGES, last, sorted(_SHELVES), HISTORY, BATCH):
        last = rows[-1]["seq"]
        for row in rows:
            if row["case_id"] in lost:
                continue
            try:
                [(fact, history)] = facts_of(_SHELVES[row["kind"]], [row])
                if not seating.read(fact) and not history:
                    finds.add(fact.head.case_id)
            except (LookupError, TypeError, ValueError, Refused):
                lost.add(row["case_id"])
    return finds.broken()


RULES: Final = (
    *rules_for(
        CONSULTATIONS,
        (
            Lawful("panel", "咨询小组由三名以上单数的委员组成，没有重复", OWN[21], panel_is_odd),
            Lawful(
                "voices", "咨询意见出自会议或者书面意见，过半数委员已表示", OWN[73], heard_first
            ),
        ),
    ),
    Rule(
        name="seated",
        says=f"咨询小组的委员在名册上、在任期内，与被申请人没有利害关系，组成合规（{OWN[71]}）",
        check=seated_from_roster,
    ),
)
"""What `OFFICE.rules` of consultation holds."""
