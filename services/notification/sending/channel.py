"""渠道: what a way out is: it takes a letter and says how that ended."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class Outcome(StrEnum):
    """How an attempt ended."""

    SENT = "sent"
    """已发出: the other side has taken it."""
    RETRY = "retry"
    """未发出: it may be tried again: it is known unsent, or the other side knows it by its key."""
    REFUSED = "refused"
    """被拒收: the other side does not take it, now or later."""
    UNKNOWN = "unknown"
    """不明: it may have gone out, and may not be tried again."""


@dataclass(frozen=True, slots=True)
class Result:
    """How an attempt ended, with what the other side said; never what was sent."""

    outcome: Outcome
    answer: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A notice on its way out."""

    sending_id: UUID
    """Known to the other side: as the key of a post, as the id of a mail."""
    address: str
    attempt: int
    """Which attempt it is, of all."""
    tries: int
    """Which it is since it was queued, or queued again by hand."""
    weight: str
    number: str
    matter: str
    says: str
    until: str
    """Until when, as officials write it; empty for none."""
    article: str
    link: str
    """Where it is read at the hub; empty where no address is set."""

    @property
    def subject(self) -> str:
        """标题."""
        head = {"urgent": "【紧急】", "owed": "【须办】"}.get(self.weight, "【通知】")
        return f"{head}{self.matter or '纠纷'} {self.number}".strip()

    @property
    def text(self) -> str:
        """正文: number, matter, what is owed, until when, by which provision."""
        lines = (
            f"纠纷编号：{self.number}" if self.number else "",
            f"事项：{self.matter}" if self.matter else "",
            self.says,
            f"至：{self.until}" if self.until else "",
            f"依据：{self.article}" if self.article else "",
            f"查看：{self.link}" if self.link else "",
            "本通知只作提示，不是送达。",
        )
        return "\n".join(line for line in lines if line)


class Channel(Protocol):
    """A way out."""

    name: str
    repeatable: bool
    """Whether what may have gone out may be sent again: the other side knows it by its key."""

    async def send(self, one: Outgoing) -> Result:
        """Send it; how that ended, never an exception of the network's."""
        ...
