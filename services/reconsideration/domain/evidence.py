"""证据目录 and what was asked and begun about it, as the case keeps them (ARL 43 to 47)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.excluded import APPRAISAL, INSPECTION, left_out
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.access import Withheld
from shared.contracts.reconsideration.proving import EvidenceKind, Examined, Proving
from shared.law.course import Exclusion


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """一件证据 (ARL 43)."""

    number: int
    standing: Standing | None
    """Who put it in; None for what the body took itself."""
    submitted_on: date
    evidence_kind: EvidenceKind
    proving: Proving
    shows_id: UUID
    attachments: tuple[str, ...] = ()
    collected_on: date | None = None
    supplements: bool = False
    organ: str = ""
    """Which other joint respondent 共同被申请人 put it in."""
    examined: Examined | None = None
    """None while nobody has examined it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """An appraisal 鉴定 or an inspection 现场勘验, from its first day to its last."""

    number: int
    since: date
    until: date | None = None
    """None while it lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request 申请查阅复制 that nobody has answered."""

    reader: UUID
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """What one may read of the file, as it stood when the body consented (ARL 47)."""

    reader: UUID
    on: date
    reply_id: UUID | None
    evidences: tuple[int, ...]
    withheld: tuple[Withheld, ...] = ()
    attachments: tuple[str, ...] = ()
    """Redacted copies."""
    joint_replies: tuple[UUID, ...] = ()
    """书面答复 of the other joint respondents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """证据, and who may read what of it."""

    copied_on: date | None = None
    """被申请人收到副本之日, from which its days to hand in evidence run (ARL 48)."""
    reply_id: UUID | None = None
    """书面答复."""
    in_time_on: date | None = None
    """收到期满前交邮、递交的答复之日: what came with it is evidence in time (CPL 85)."""
    deferred_by: str = ""
    """The file by which the days to reply were given anew 顺延, if they were (CPL 86)."""
    deferred_on: date | None = None
    """准许顺延之日, from which those days run."""
    deferred_days: str = ""
    """How many they are, as the code of a period."""
    lapsed_as: str = ""
    """逾期的原机关: whose silence it is, where another organ has its powers since (ARL 19)."""
    pieces: tuple[Piece, ...] = ()
    further_asked_on: date | None = None
    """申请补充证据之日, while nobody has answered."""
    further_since: date | None = None
    """同意补充证据之日, until the evidence has come (ARL 46)."""
    appraisal_asked: tuple[Standing, ...] = ()
    """Who asked for an appraisal that was neither begun nor refused."""
    appraisals: tuple[Spell, ...] = ()
    inspections: tuple[Spell, ...] = ()
    access_asked: tuple[Asked, ...] = ()
    granted: tuple[Granted, ...] = ()
    inquirers: tuple[str, ...] = ()
    """Who took evidence or inspected 调查、勘验的人员, by codes; none who was recused since."""

    def piece(self, number: int) -> Piece | None:
        """The piece of this number."""
        return next((one for one in self.pieces if one.number == number), None)

    @property
    def of_respondent(self) -> tuple[int, ...]:
        """Numbers of the pieces that the respondent handed in."""
        return tuple(one.number for one in self.pieces if one.standing is Standing.RESPONDENT)

    def put_in_by(self, *organs: str) -> tuple[int, ...]:
        """Numbers of the pieces of these respondents; the one named first may be the empty one."""
        return tuple(
            one.number
            for one in self.pieces
            if one.standing is Standing.RESPONDENT and one.organ in organs
        )

    @property
    def unexamined(self) -> tuple[Piece, ...]:
        """Those that nobody has examined yet."""
        return tuple(one for one in self.pieces if one.examined is None)

    @property
    def left_out(self) -> tuple[Exclusion, ...]:
        """The time that the period to decide does not count (ARR2026 45, 46)."""
        appraised = (left_out(APPRAISAL, a.since, a.until, a.since) for a in self.appraisals)
        inspected = (left_out(INSPECTION, i.since, i.until, i.since) for i in self.inspections)
        return (*appraised, *inspected)
