"""Legal acts of adjudication 行政裁决, each one function."""

from services.adjudication.commands.beginning import (
    accept,
    apply,
    decline,
    notify_right,
    withdraw,
)
from services.adjudication.commands.hearing import (
    answer,
    draw_opinion,
    extend_opinion,
    fail_to_settle,
    send_copy,
    serve_respondent,
    settle,
    submit_opinion,
)
from services.adjudication.commands.ruling import (
    close,
    conclude_remedy,
    follow_reconsideration,
    perform,
    request_enforcement,
    rule,
    serve,
    take_remedy,
    urge,
)

__all__ = [
    "accept",
    "answer",
    "apply",
    "close",
    "conclude_remedy",
    "decline",
    "draw_opinion",
    "extend_opinion",
    "fail_to_settle",
    "follow_reconsideration",
    "notify_right",
    "perform",
    "request_enforcement",
    "rule",
    "send_copy",
    "serve",
    "serve_respondent",
    "settle",
    "submit_opinion",
    "take_remedy",
    "urge",
    "withdraw",
]
