"""A rehearsal as doors and the command line ask for it: from a text to figures (RULES 51)."""

from services.routing.rulebooks.care import sound
from services.routing.rulebooks.looking import today_of
from services.routing.rulebooks.replay import replay
from services.routing.rulebooks.schemas import FiguresOut
from shared.work import Hub


async def play(hub: Hub, text: str, months: int, name: str = "规则簿") -> FiguresOut:
    """What a rule book would have done with the disputes of the past months.

    Raises:
        Malformed: It does not read.
        Refused: It would do what the law forbids.
    """
    draft = sound(text, hub.directory, await today_of(hub), name)
    figures = await replay(hub, draft, months)
    return FiguresOut.of(figures, months, hub.directory)
