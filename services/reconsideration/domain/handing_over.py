"""移送: facts and clues about persons, to whoever deals with them (ARL 84 to 86)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from services.reconsideration.domain.conduct.liability import BY_ORGANS, liability
from services.reconsideration.domain.letter_acts import permit
from shared.contracts.fact import Head
from shared.contracts.reconsideration.letters import Deed, LiabilityHandedOver, Recipient
from shared.law.article import ARL, Article
from shared.law.procedure import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """移送, as it is ordered (ARL 85, 86)."""

    deed: Deed
    recipient: Recipient
    done_on: date
    """The day of the deed, whose edition says who is liable."""
    official: bool | None = None
    """Whether whoever did it is an official 公职人员; of deeds of organs this is so."""
    duty_crime: bool = False
    """Whether there is a clue of an official's 职务违法 or 职务犯罪."""

    @property
    def clue(self) -> bool:
        """Whether it must be handed over to the supervisory organ; of that deed always (ARL 86)."""
        return self.duty_crime or self.deed is Deed.DUTY_CRIME


def hand_over(head: Head, said: Handing, materials_id: UUID) -> LiabilityHandedOver:
    """移送违法事实材料、问题线索 (ARL 84 to 86).

    Raises:
        Refused: Nobody is liable for it by the edition of its day, the deed lies in time to come,
            or the material goes to somebody else.
    """
    if said.done_on > head.on:
        raise Refused("行为之日不得晚于移送之日", ARL[85])
    ruling = liability(
        said.deed,
        said.done_on,
        aggravated=None,
        criminal=None,
        official=said.official,
        duty_crime=said.clue or None,
    )
    permit(ruling, ARL[85])
    if said.deed is Deed.DUTY_CRIME and said.official is False:
        raise Refused("行为人不是公职人员的，不是职务违法、职务犯罪的问题线索", ARL[86])
    if said.clue and said.recipient is not Recipient.SUPERVISORY:
        raise Refused("涉嫌职务违法、职务犯罪的问题线索，应当移送监察机关", ARL[86])
    to = ruling.values["hand_to"]
    if said.recipient not in (to if isinstance(to, list) else ()):
        raise Refused("这一行为的材料不由该机关接受", whither(said.deed))
    return LiabilityHandedOver(
        head=head,
        deed=said.deed,
        recipient=said.recipient,
        done_on=said.done_on,
        official=said.official,
        duty_crime=said.clue,
        materials_id=materials_id,
    )


def whither(deed: Deed) -> Article:
    """Where the law says who deals with it: deeds of organs and officials (85), of anybody (84)."""
    if deed is Deed.DUTY_CRIME:
        return ARL[86]
    return ARL[85] if deed in BY_ORGANS else ARL[84]
