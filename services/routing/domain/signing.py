"""签批: above a set risk a leader signs first, and never whoever asked for it (RULES 18).

Who signs is the city's to say: the leader of the centre that blows, or of the one above. The page
of the proposal keeps it, so that a changed rule book moves nothing that waits for a signature.
"""

from services.routing.domain.ladder import centre_above
from services.routing.domain.times import Signer
from services.routing.domain.whistle_case import Whistle
from shared.directory import Directory
from shared.law.article import RULES
from shared.law.procedure import Refused


def signer_of(centre: str, signed_by: Signer, directory: Directory) -> str:
    """由谁签批: organ code of the centre whose leader signs what `centre` blows."""
    return centre_above(centre, directory) if signed_by is Signer.ABOVE else centre


def must_lead(whistle: Whistle, place: str, directory: Directory) -> None:
    """Only the leader of the centre named, or of a place above it, signs or declines.

    Args:
        whistle: What waits for a signature.
        place: Code of the place 区划 in which whoever signs is a leader.
        directory: The city's.

    Raises:
        Refused: It is another place, or one below.
    """
    if not whistle.signer:
        return
    named = directory.organ(whistle.signer)
    own = whistle.signer.split("-", 1)[0]
    if place not in {own, directory.county_of(own).code, directory.city.code}:
        raise Refused(f"该哨由{named.name}或者上级的负责人签批", RULES[18])


def must_be_another(whistle: Whistle, by: str) -> None:
    """提请人不得签批: a second person signs.

    Raises:
        Refused: It is the one who asked.
    """
    if by == whistle.proposed_by:
        raise Refused("提请吹哨的人不得签批自己提请的哨", RULES[18])
