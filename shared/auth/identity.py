"""身份: an officer or a party, by code and role; a name is neither needed nor kept."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from shared.contracts.fact import CLOCK
from shared.errors import HubError

_CODE: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._:-]{0,62}[A-Za-z0-9])?")
_OF_A_CITIZEN: Final = re.compile(r"\d{17}[\dXx]|(?:86)?1[3-9]\d{9}")
_COUNTY_DIGITS: Final = 6

LONGEST_TITLE: Final = 60
"""Signs of what a post is called."""

PARTY_CODE: Final = "party-"
"""What the code of a party begins with, under which it acts."""


class Unauthenticated(HubError):
    """No token, or none that holds (401)."""


class Role(StrEnum):
    """What somebody may do here 角色."""

    WINDOW = "window"
    """窗口人员."""
    GRID = "grid"
    """网格和村（社区）工作人员, of the centre in whose place they work."""
    DEPARTMENT = "department"
    """部门承办人员."""
    MEDIATOR = "mediator"
    """人民调解员 (PML 13)."""
    ADJUDICATOR = "adjudicator"
    """行政裁决人员."""
    RECONSIDERATION = "reconsideration"
    """行政复议人员 (ARL 6)."""
    RECONSIDERATION_HEAD = "reconsideration_head"
    """行政复议机构负责人, who approves what the law reserves to the head."""
    COMMITTEE = "committee"
    """行政复议委员会委员 (ARL 52)."""
    SECRETARY = "secretary"
    """行政复议委员会办事人员, who convenes, records and sends, and has no voice (RULES 73)."""
    SUPERVISOR = "supervisor"
    """监督人员."""
    ADMINISTRATOR = "administrator"
    """系统管理员."""
    PARTY = "party"
    """当事人, who sees disputes of their own."""

    @property
    def term(self) -> str:
        """What the role is called in Chinese."""
        return _TERMS[self]


_TERMS: Final = {
    Role.WINDOW: "窗口人员",
    Role.GRID: "网格和村（社区）工作人员",
    Role.DEPARTMENT: "部门承办人员",
    Role.MEDIATOR: "人民调解员",
    Role.ADJUDICATOR: "行政裁决人员",
    Role.RECONSIDERATION: "行政复议人员",
    Role.RECONSIDERATION_HEAD: "行政复议机构负责人",
    Role.COMMITTEE: "行政复议委员会委员",
    Role.SECRETARY: "行政复议委员会办事人员",
    Role.SUPERVISOR: "监督人员",
    Role.ADMINISTRATOR: "系统管理员",
    Role.PARTY: "当事人",
}


class Forbidden(HubError):
    """Known, but without the role that this asks for (403); says which would do."""

    def __init__(self, needed: Collection[Role]) -> None:
        self.needed = tuple(sorted(needed))
        super().__init__(f"此操作需要以下角色之一：{'、'.join(role.term for role in self.needed)}")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is asking, as the token says."""

    code: str
    """Code of the officer or party; it stands in facts and in the log, so it is no number or name
    of a citizen, and never `clock`."""

    roles: frozenset[Role]
    organ: str = ""
    """Code of the organ: a department, a window; for reconsideration and adjudication the authority
    机关, not the body within it."""

    county: str = ""
    """Six digits; those of the organ unless the token says otherwise."""

    dispute_ids: frozenset[UUID] = frozenset()
    """A party's own disputes."""

    person_ids: frozenset[UUID] = frozenset()
    """Who a party is in those disputes: the ids under which `people` keeps them."""

    @classmethod
    def of(
        cls,
        code: str,
        roles: Iterable[Role],
        *,
        organ: str = "",
        county: str = "",
        disputes: Iterable[UUID] = (),
        persons: Iterable[UUID] = (),
    ) -> "Identity":
        """An identity whose code is one that may stand in a fact.

        Raises:
            Unauthenticated: It may not.
        """
        if not _CODE.fullmatch(code) or code == CLOCK or _OF_A_CITIZEN.fullmatch(code):
            raise Unauthenticated(
                "人员代码不合要求：须为字母、数字组成的代码，不得使用证件号码或者手机号"
            )
        county = county or organ[:_COUNTY_DIGITS]
        return cls(code, frozenset(roles), organ, county, frozenset(disputes), frozenset(persons))

    @property
    def acts_for(self) -> frozenset[UUID] | None:
        """The persons for whom alone they may act: a party for itself; None for officers.

        What the law leaves to a party, an officer takes down for whoever comes to the desk.
        """
        return self.person_ids if self.roles == {Role.PARTY} else None

    @property
    def is_city(self) -> bool:
        """Whether they stand at the city itself, above its counties."""
        return len(self.county) == _COUNTY_DIGITS and self.county.endswith("00")

    @property
    def is_over_all(self) -> bool:
        """Whether the whole city is theirs: administrators, and supervisors of the city itself."""
        return Role.ADMINISTRATOR in self.roles or (Role.SUPERVISOR in self.roles and self.is_city)

    def require(self, needed: Collection[Role]) -> None:
        """Let pass whoever has one of these roles.

        Raises:
            Forbidden: They have none of them.
        """
        if self.roles.isdisjoint(needed):
            raise Forbidden(needed)
