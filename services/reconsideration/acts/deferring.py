"""Doors of a period that was missed for a good reason 顺延期限 (ARL 88; CPL 86)."""

from collections.abc import Mapping
from typing import Final

from services.reconsideration.acts.silences import days_to_ask
from services.reconsideration.domain.deferral import word_of
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationAbandoned, ReplyForfeited
from shared.contracts.reconsideration.correcting import Wrong
from shared.contracts.reconsideration.deferring import (
    DeferralAsked,
    DeferralGranted,
    DeferralRefused,
    JointReplyDeferred,
    Missed,
    ReplyDeferred,
)
from shared.contracts.reconsideration.joint import JointReplyForfeited
from shared.law.article import CPL
from shared.office import After, Into

_SUPPLEMENT: Final = "/reconsiderations/{case_id}/supplement-deferral"
_REPLY: Final = "/reconsiderations/{case_id}/reply-deferral"
_GRANT: Final = "/deferrals/{case_id}/grant"

ACTS: Final[Mapping[str, tuple[type[Fact], ...]]] = {
    _SUPPLEMENT: (DeferralAsked,),
    _REPLY: (DeferralAsked,),
    _GRANT: (DeferralGranted,),
    "/deferrals/{case_id}/refusal": (DeferralRefused,),
}
"""By the path of the door."""

BESIDE: Final[Mapping[str, tuple[After, ...]]] = {
    _SUPPLEMENT: (
        After(
            kind=ApplicationAbandoned,
            article=CPL[86],
            opens=("again", f"report:{Wrong.ABANDONED}/again", word_of(Missed.SUPPLEMENT)),
        ),
    ),
    _REPLY: tuple(
        After(kind=kind, article=CPL[86], asks=days_to_ask)
        for kind in (ReplyForfeited, JointReplyForfeited)
    ),
}
"""After which pages of a reconsideration days that were missed are asked for."""

INTO: Final[Mapping[str, Into]] = {
    _GRANT: Into(
        facts=(ReplyDeferred, JointReplyDeferred),
        about="of_case_id",
        says={"missed": Missed.REPLY},
    )
}
"""Days to reply are given anew in the case, as long as it is on hand and does not stand still; days
to supplement in a new file (ARL 31, 39, 48)."""
