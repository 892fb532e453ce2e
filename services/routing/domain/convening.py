"""会商的主持: the centre convenes; a leader chairs what crosses departments or comes again.

The city's plan encourages heads of organs to lead the plan and to take part (PLAN 23), so a meeting
keeps which of them came.
"""

from services.routing.domain.times import Times
from services.routing.domain.whistle_case import Whistle
from shared.contracts.routing import Chair
from shared.errors import Malformed
from shared.law.article import RULES
from shared.law.procedure import Refused


def must_be_chaired(whistle: Whistle, chair: Chair, times: Times) -> None:
    """Whether whoever chaired may.

    Raises:
        Refused: The centre chaired what is for the leader of its level.
    """
    if chair is Chair.LEADER:
        return
    if 1 + len(whistle.assisting) >= times.leader_chairs_from:
        many = times.leader_chairs_from
        raise Refused(f"召集{many}个以上部门的，会商由本级负责人或者政法委主持", RULES[25])
    if whistle.reopened:
        raise Refused("重新办理的，会商由本级负责人或者政法委主持", RULES[25])


def must_have_come(heads: tuple[str, ...], departments: tuple[str, ...]) -> None:
    """A head comes for a department that took part.

    Raises:
        Malformed: One of them did not.
    """
    if strange := set(heads) - set(departments):
        raise Malformed(f"负责人到场的部门应当参加会商：{'、'.join(sorted(strange))}", "heads")
