"""Facts of more time 延期 for a department: asked for, granted or not."""

from typing import Literal
from uuid import UUID

from shared.contracts.fact import Fact


class ExtensionAsked(Fact):
    """申请延期: the department asks for more time, with its reason (RULES 29)."""

    kind: Literal["routing.extension_asked.v1"] = "routing.extension_asked.v1"
    department: str
    more: str
    """Period that it asks for, as `3wd`."""
    reason_id: UUID
    decision: str | None = None
    """Period within which the centre decides; None on pages of before it had one."""


class ExtensionGranted(Fact):
    """批准延期: the centre gives the department more time to answer and to finish (RULES 29)."""

    kind: Literal["routing.extension_granted.v1"] = "routing.extension_granted.v1"
    department: str
    more: str
    """Period that is added, as `3wd`."""


class ExtensionDenied(Fact):
    """不予延期: the centre gives no more time (RULES 29)."""

    kind: Literal["routing.extension_denied.v1"] = "routing.extension_denied.v1"
    department: str
    reason_id: UUID


class ExtensionUndecided(Fact):
    """逾期未决定延期: the centre was silent, and nothing is added by that (RULES 29)."""

    kind: Literal["routing.extension_undecided.v1"] = "routing.extension_undecided.v1"
    department: str


class ExtensionDropped(Fact):
    """延期申请失效: it has answered before it was decided and owes nothing more (RULES 29)."""

    kind: Literal["routing.extension_dropped.v1"] = "routing.extension_dropped.v1"
    department: str
