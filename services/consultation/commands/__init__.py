"""Legal acts of the committee 行政复议委员会, each one function (ARL 52)."""

from services.consultation.commands.asking import (
    cancel,
    convene,
    follow_respondents,
    receive,
)
from services.consultation.commands.listing import (
    Entry,
    change,
    end,
    hold_plenary,
    register,
    set_times,
)
from services.consultation.commands.sitting import (
    Voice,
    ask_recusal,
    decide_recusal,
    declare_recusal,
    give_opinion,
    hold_meeting,
    replace_member,
    speak,
)
from services.consultation.store import file_of, files_of, roster_of

__all__ = [
    "Entry",
    "Voice",
    "ask_recusal",
    "cancel",
    "change",
    "convene",
    "decide_recusal",
    "declare_recusal",
    "end",
    "file_of",
    "files_of",
    "follow_respondents",
    "give_opinion",
    "hold_meeting",
    "hold_plenary",
    "receive",
    "register",
    "replace_member",
    "roster_of",
    "set_times",
    "speak",
]
