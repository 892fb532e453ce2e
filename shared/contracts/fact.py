"""Facts 事实: what happened to a case, in the past tense, as every office reads it."""

from datetime import date
from functools import cache
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

CLOCK = "clock"
"""Who acts when a period lapses 期限届满 or a rule follows from a fact by itself."""


class Head(BaseModel):
    """Head 文头 of a fact: which case file, which page, when, and by whom.

    A fact is known by its case file and page; a second delivery carries the same two.
    """

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    dispute_id: UUID
    """The dispute 纠纷 that all its case files share; the Kafka key."""

    case_id: UUID
    """The case file 案卷 this fact is a page of."""

    version: int
    """Page number 页码 in the case file, from 1 without gaps."""

    on: date
    """The legal day 法律上的日期 in the city, from which periods run: of receipt, service, expiry.

    It may lie before `at`: a paper is entered late, a lapse is found after a stop.
    """

    moment: AwareDatetime | None = None
    """The legal moment 时刻, where a period is counted in hours."""

    at: AwareDatetime
    """When the hub recorded it."""

    by: str
    """Who did it: the code of an officer or a party, or `clock` when a period lapsed 期限届满."""


class Fact(BaseModel):
    """One thing that happened to one case. Immutable; readers ignore fields they do not know.

    It carries ids, dates and findings. Names, numbers and free text stay with `shared.people` and
    `shared.documents`: a log cannot forget.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)

    inside: ClassVar[bool] = False
    """Whether it is deliberation 内部审批, of which others learn no more than that it was."""

    kind: str
    head: Head

    @classmethod
    @cache
    def kind_name(cls) -> str:
        """The name this fact bears on the wire, such as `intake.registered.v1`."""
        return str(cls.model_fields["kind"].default)

    @classmethod
    def office(cls) -> str:
        """The office 机构 whose case files this fact is a page of; it names the topic."""
        return cls.kind_name().split(".", 1)[0]
