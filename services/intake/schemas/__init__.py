"""Requests and answers of intake 登记."""

from services.intake.schemas.answers import ApplicantIn, ContactIn, DisputeOut, WithdrawalIn
from services.intake.schemas.form import DisputeIn
from services.intake.schemas.party import PartyIn
from services.intake.schemas.told_at_once import faults

__all__ = [
    "ApplicantIn",
    "ContactIn",
    "DisputeIn",
    "DisputeOut",
    "PartyIn",
    "WithdrawalIn",
    "faults",
]
