"""What a reader asks for and may have: readers who agree in both are one class and share bytes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from shared.auth import Identity, Role, may_see
from shared.auth.labels import APPLICATION, BEHIND
from shared.auth.sight import went_apart
from shared.contracts.catalogue import KINDS
from shared.disputes import deliberates, handles
from shared.errors import Malformed
from shared.stream.page import Page

_TOLD_LATE: Final = re.compile(
    r"(lapsed|overdue|over|expired|window_closed|performance_due|abandoned|undecided|forfeited|unreported|unanswered"
    r"|unheeded|not_elected|enforcement_due|warned|alert_raised|sixty_days_suspended|silence_\w+)\.v\d+$"
)

LATE: Final = frozenset(kind for kind in KINDS if _TOLD_LATE.search(kind))
"""预警、逾期和届满: a period is over, somebody is late, or is told that they soon will be."""

NOTHING: Final = frozenset({""})
"""No kind at all."""


class Filters(BaseModel):
    """What a stream is narrowed to; several values are separated by commas."""

    model_config = ConfigDict(extra="ignore")

    office: str = Field("", title="机构", description="机构，逗号分隔", examples=["intake,routing"])
    department: str = Field(
        "", title="部门", description="部门或者办理机关代码", examples=["620702-gongan"]
    )
    window: str = Field("", title="窗口", description="窗口代码", examples=["620702-window-1"])
    kind: str = Field(
        "",
        title="事实种类",
        description="事实名称，可以不带版本",
        examples=["intake.registered,routing.checked_in.v1"],
    )
    county: str = Field("", title="县区", description="县区六位代码", examples=["620702"])
    matter: str = Field("", title="纠纷类型", examples=["wuye"])
    road: str = Field("", title="途径", description="分流途径", examples=["reconsideration"])
    only: Literal["", "late"] = Field(
        "", title="只看", description="late 只看预警、逾期和届满", examples=["late"]
    )
    board: bool = Field(
        default=False,
        title="态势表",
        description="true 另报态势表的数字（事件 board），限监督人员",
    )
    brief: bool = Field(
        default=False,
        title="只报有新页",
        description="true 只报流位（事件 news），不报内容：看到以后自己去查",
    )
    by: Literal["", "county", "centre", "department"] = Field(
        "", title="分组", description="态势表按县区、综治中心或者部门列数字，不填按县区"
    )


@dataclass(frozen=True, slots=True)
class Wants:
    """A class of readers 一类读者: what they may see, and what they ask for. Empty asks for all."""

    sight: Identity
    """Who they are, without the code of any one of them."""
    offices: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    windows: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    counties: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    roads: frozenset[str] = frozenset()
    dispute_id: UUID | None = None
    """The one dispute that they follow; they see a file of it, so also how it came here."""
    board: bool = False
    """Whether they are told the numbers of the board beside the pages."""
    brief: bool = False
    """Whether they are only told that there is a page, and look for themselves."""
    by: str = ""
    """By what the lines of that board are told apart; empty for the usual."""

    @classmethod
    def of(cls, who: Identity, asked: Filters, dispute_id: UUID | None = None) -> "Wants":
        """The class of a reader.

        Raises:
            Malformed: There is no fact of such a name.
        """
        kinds = frozenset(_kinds(_words(asked.kind)))
        if asked.only:
            kinds = (kinds & LATE) or (LATE if not kinds else NOTHING)
        return cls(
            # Only members see by who they are: all others of a class see the same (ARL 52).
            sight=who if Role.COMMITTEE in who.roles else replace(who, code=""),
            offices=_words(asked.office),
            departments=_words(asked.department),
            windows=_words(asked.window),
            kinds=kinds,
            counties=_words(asked.county),
            matters=_words(asked.matter),
            roads=_words(asked.road),
            dispute_id=dispute_id,
            board=asked.board,
            brief=asked.brief,
            by=asked.by if asked.board else "",
        )

    @property
    def whole(self) -> bool:
        """Whether they get facts with the ids of the people in them."""
        return handles(self.sight)

    @property
    def inside(self) -> bool:
        """Whether they get what an authority deliberates upon."""
        return deliberates(self.sight)

    def take(self, page: Page) -> bool:
        """Whether a page goes to them."""
        return self._asked(page) and self._seen(page)

    def said(self, page: Page) -> bytes:
        """A page as they get it."""
        return page.news() if self.brief else page.event(whole=self.whole, inside=self.inside)

    def _asked(self, page: Page) -> bool:
        labels = page.labels
        return (
            (self.dispute_id is None or page.dispute_id == self.dispute_id)
            and (not self.offices or page.office in self.offices)
            and (not self.kinds or page.kind in self.kinds)
            and (not self.counties or labels.get("county") in self.counties)
            and (not self.matters or labels.get("matter") in self.matters)
            and (not self.roads or labels.get("road") in self.roads)
            and (not self.windows or labels.get("window") in self.windows)
            and (not self.departments or self._concerns(page))
        )

    def _concerns(self, page: Page) -> bool:
        named = page.labels.get("departments", "").split()
        return not self.departments.isdisjoint((*named, page.labels.get("authority", "")))

    def _seen(self, page: Page) -> bool:
        # What goes with any file of the dispute goes with all but the road that went apart of it.
        together = APPLICATION not in page.labels and not went_apart(self.sight, page.labels)
        if self.dispute_id is not None and page.office in BEHIND and together:
            return True
        return may_see(self.sight, page.dispute_id, page.labels)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for part in text.split(",") if (word := part.strip()))


def _kinds(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        found = [kind for kind in KINDS if word in (kind, kind.rpartition(".")[0])]
        if not found:
            raise Malformed(f"没有这种事实：{word}", "kind")
        yield from found
