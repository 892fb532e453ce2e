"""Legal acts of reconsideration 行政复议, each one function (ARL chapters 2 to 5)."""

from services.reconsideration.commands.deciding import (
    decide,
    deliver,
    extend,
    permit_withdrawal,
    withdraw,
)
from services.reconsideration.commands.filing import (
    accept,
    decline,
    extend_supplement,
    notify_supplement,
    receive,
    receive_supplement_notice,
    supplement,
)
from services.reconsideration.commands.hearing import (
    file_reply,
    hear_views,
    receive_copy,
    record_opinion,
    request_opinion,
    review_in_writing,
    send_copy,
)

__all__ = [
    "accept",
    "decide",
    "decline",
    "deliver",
    "extend",
    "extend_supplement",
    "file_reply",
    "hear_views",
    "notify_supplement",
    "permit_withdrawal",
    "receive",
    "receive_copy",
    "receive_supplement_notice",
    "record_opinion",
    "request_opinion",
    "review_in_writing",
    "send_copy",
    "supplement",
    "withdraw",
]
