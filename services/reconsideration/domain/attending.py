"""到场和签名 at a hearing: each comes, signs and gives the hearing up for itself (ARL 51)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from services.reconsideration.domain.case import Case
from services.reconsideration.domain.views import NAMES, each_of
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.hearing_held import JointAttended, PersonAttended
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused

_MINUTES = RULES[76]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """到场和签名: who came beside an applicant, and who signed the minutes (ARL 51; RULES 76)."""

    head_came: bool
    explained: bool = False
    staff_came: bool = False
    third_came: bool = False
    signed: frozenset[Standing]
    unsigned: frozenset[Standing] = frozenset()
    joint: tuple[JointAttended, ...] = ()
    """Each of the other joint respondents (ARL 19)."""
    persons: tuple[PersonAttended, ...] = ()
    """Each of a side of several applicants or third persons."""

    @property
    def present(self) -> frozenset[Standing]:
        """The parties that were there."""
        came = {
            Standing.APPLICANT: True,
            Standing.RESPONDENT: self.head_came or self.staff_came,
            Standing.THIRD: self.third_came,
        }
        return frozenset(who for who, there in came.items() if there)

    def check_signatures(self, *, explained: bool) -> None:
        """Each party that was there signed, or would not, and why is on record (RULES 76).

        Raises:
            Refused: One is left out, or would not sign and nobody says why.
        """
        if self.signed & self.unsigned or self.signed | self.unsigned != self.present:
            raise Refused("到场的当事人各方，应当逐一记明签名或者拒绝签名", _MINUTES)
        if self.unsigned and not explained:
            raise Refused("有当事人拒绝签名的，应当记明情况和理由", _MINUTES)


def by_person(case: Case, came: Attendance) -> Attendance:
    """The same, where a side is several: what is said of it follows from each of its persons.

    Where representatives were elected, they stand for the others, of whom nothing need be said.

    Raises:
        Refused: Somebody of such a side is left out, is no party or is said twice, signed and did
            not come, gave the hearing up and did come, or the side is said otherwise than its
            persons are; or none of the applicants came.
    """
    sides = {
        Standing.APPLICANT: frozenset(case.applicants),
        Standing.THIRD: frozenset(case.third_persons),
    }
    told = [one.person for one in came.persons]
    if len(set(told)) < len(told) or not frozenset().union(*sides.values()).issuperset(told):
        raise Refused("逐名记载的，应当是申请人或者参加的第三人，每名一次", _MINUTES)
    _check_each(came.persons, sides[Standing.APPLICANT])
    for side, group in sides.items():
        rows = [one for one in came.persons if one.person in group]
        _check_all(case, side, rows)
        if rows:
            came = _of_side(came, side, rows)
    return came


def _check_each(rows: Sequence[PersonAttended], applicants: frozenset[UUID]) -> None:
    if any(one.signed and not one.came for one in rows):
        raise Refused("没有到场的，不在听证笔录上签名", _MINUTES)
    if any(one.waived and (one.came or one.person not in applicants) for one in rows):
        text = "视为放弃听证权利的，是无正当理由没有参加的申请人"
        raise Refused(text, ARL[51].par(2))


def _check_all(case: Case, side: Standing, rows: Sequence[PersonAttended]) -> None:
    speaking = each_of(case, side)
    if (rows or len(speaking) > 1) and not {one.person for one in rows}.issuperset(speaking):
        text = f"{NAMES[side]}有{len(speaking)}名，每一名参加、签名的情况都应当记载"
        raise Refused(text, _MINUTES)
    if rows and side is Standing.APPLICANT and not any(one.came for one in rows):
        raise Refused("申请人都没有参加的，记载视为放弃听证权利或者延期听证", ARL[51].par(2))


def _of_side(came: Attendance, side: Standing, rows: Sequence[PersonAttended]) -> Attendance:
    there = [one for one in rows if one.came]
    own = frozenset({side} if there else ())
    willing = all(one.signed for one in there)
    signed, unsigned = (own, frozenset[Standing]()) if willing else (frozenset[Standing](), own)
    third = bool(there) if side is Standing.THIRD else came.third_came
    ticked = (came.signed & {side}) - signed or (came.unsigned & {side}) - unsigned
    if ticked or (came.third_came and not third):
        raise Refused(f"{NAMES[side]}到场、签名的情况，与逐名记载的不一致", _MINUTES)
    return replace(
        came, third_came=third, signed=came.signed | signed, unsigned=came.unsigned | unsigned
    )
