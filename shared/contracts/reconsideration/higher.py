"""Facts of elevation 提级审理: a case goes on with the authority above (ARL 38; ARR2026 40)."""

from datetime import date
from enum import StrEnum
from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact
from shared.contracts.reconsideration.assigning import Track


class Elevation(StrEnum):
    """Grounds to take a case up 提级审理的情形, in the order of the regulation (ARR2026 40)."""

    PUBLIC = "public"  # 涉及重大社会公共利益或者有重大影响
    NOVEL = "novel"  # 新类型案件，且案情重大、疑难、复杂
    GUIDING = "guiding"  # 具有法律适用指导意义
    OTHER = "other"  # 确有必要的其他情形


class Initiative(StrEnum):
    """From whom it comes 由谁提出 (ARL 38)."""

    HIGHER = "higher"  # 上级行政复议机关决定
    LOWER = "lower"  # 下级行政复议机关报请


class EndAbove(StrEnum):
    """How the authority above brought an elevated case to its end 上级办结的方式 (ARR2026 40)."""

    DECIDED = "decided"  # 上级作出行政复议决定
    MEDIATED = "mediated"  # 上级制作的调解书生效
    TERMINATED = "terminated"  # 上级终止行政复议


class ElevationAsked(Fact):
    """报请提级审理: until it is answered, the days to decide stand still (ARL 38; ARR2026 40)."""

    kind: Literal["reconsideration.elevation_asked.v1"] = "reconsideration.elevation_asked.v1"
    ground: Elevation
    asked_of: str
    """Organ code of the authority above."""
    text_id: UUID
    """Document 提级审理请示."""


class ElevationDenied(Fact):
    """不予提级审理: the authority below goes on, and the days to decide run on (ARR2026 40)."""

    kind: Literal["reconsideration.elevation_denied.v1"] = "reconsideration.elevation_denied.v1"
    organ: str
    """Organ code of the authority above."""
    reason_id: UUID


class ElevationOrdered(Fact):
    """决定提级审理: the file is handed over, and the parties are told (ARL 38; ARR2026 40)."""

    kind: Literal["reconsideration.elevation_ordered.v1"] = "reconsideration.elevation_ordered.v1"
    ground: Elevation
    initiative: Initiative
    organ: str
    """Organ code of the authority above."""
    below: str
    """Organ code of the authority that hands the file over."""
    letter_id: UUID
    """Document 提级审理通知书, to the authority below and to the parties."""


class FileHandedOver(Fact):
    """移送案件材料: to the authority that takes the case up (ARR2026 40)."""

    kind: Literal["reconsideration.file_handed_over.v1"] = "reconsideration.file_handed_over.v1"
    organ: str
    """Organ code of the authority above."""
    letter_id: UUID
    """Document 案件材料移送清单."""


class ElevatedCaseEnded(Fact):
    """上级办结提级案件: an authority without a desk here tells the one below (ARR2026 40)."""

    kind: Literal["reconsideration.elevated_case_ended.v1"] = (
        "reconsideration.elevated_case_ended.v1"
    )
    organ: str
    """Organ code of the authority above."""
    end: EndAbove
    ended_on: date
    """The day of its paper."""
    document_number: str
    """发文字号 of its paper."""
    letter_id: UUID
    """Document 上级告知的办理结果."""
    reviews: tuple[int, ...] = ()
    """Numbers of the documents whose attached review 附带审查 still ran below."""


class CameAbove(Fact):
    """The form of a page with which a case is the authority's above (ARL 35, 38)."""

    authority: str
    """Organ code of the authority that handles the case from here on."""
    below: str
    """Organ code of the one that handled it before."""
    track: Track = Track.ORDINARY
    """适用程序 on that day: it says how long there is to decide."""
    copy_due: bool = False
    """Whether the respondent has not been sent the copy of the application yet."""
    reviews: tuple[int, ...] = ()
    """Numbers of the documents whose attached review 附带审查 runs: it goes along (ARL 56, 57)."""
    law_days: int | None = None
    """法律规定的行政复议期限 in days, where it is shorter than that of the procedure (ARL 62)."""
    consults_anew: bool = False
    """Whether the committee below was asked: that of the authority above is asked anew, and what it
    was asked for stays found (ARL 50, 52; RULES 151). Pages of old do not say."""
    grave: bool = False
    """Whether it was taken up as 重大、疑难、复杂 (ARR2026 40). Pages of old do not say."""

    @property
    def is_ordinary(self) -> bool:
        """Whether there are the sixty days of the ordinary procedure (ARL 62)."""
        return self.track is Track.ORDINARY

    @property
    def is_simplified(self) -> bool:
        """Whether there are the thirty days of the simplified procedure (ARL 62)."""
        return self.track is Track.SIMPLIFIED

    @property
    def copy_due_ordinary(self) -> bool:
        """Whether the copy is to be sent within the seven days of the ordinary one (ARL 48)."""
        return self.copy_due and self.is_ordinary

    @property
    def copy_due_simplified(self) -> bool:
        """Whether the copy is to be sent within the three days of the simplified one (ARL 54)."""
        return self.copy_due and self.is_simplified


class ElevatedFileReceived(CameAbove):
    """收到提级案件的材料: the case is its own now, and the days to decide run anew (ARR2026 40)."""

    kind: Literal["reconsideration.elevated_file_received.v1"] = (
        "reconsideration.elevated_file_received.v1"
    )


class AcceptedAbove(CameAbove):
    """上级直接受理逾期案件: it was not decided in time below, and its days run anew (ARL 35)."""

    kind: Literal["reconsideration.accepted_above.v1"] = "reconsideration.accepted_above.v1"
