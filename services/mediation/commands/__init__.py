"""Legal acts of people's mediation 人民调解, each one function (PML 17 to 33)."""

from services.mediation.commands.agreeing import (
    agree_in_writing,
    agree_orally,
    apply_for_confirmation,
    not_perform,
    perform,
    rule_on_confirmation,
)
from services.mediation.commands.beginning import apply, consent, refuse, take_over
from services.mediation.commands.conducting import (
    appoint,
    end_corrected,
    end_withdrawn,
    extend,
    fail,
    hold_session,
    report_escalation,
)

__all__ = [
    "agree_in_writing",
    "agree_orally",
    "apply",
    "apply_for_confirmation",
    "appoint",
    "consent",
    "end_corrected",
    "end_withdrawn",
    "extend",
    "fail",
    "hold_session",
    "not_perform",
    "perform",
    "refuse",
    "report_escalation",
    "rule_on_confirmation",
    "take_over",
]
