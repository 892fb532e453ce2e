"""The acts of intake: take in, register, repeat, add who joins, correct a telephone, take back."""

from services.intake.commands.adding import add_applicant, joining
from services.intake.commands.contact import correct_contact
from services.intake.commands.entry import Applicant, Entry, Party, Taken, comers_of
from services.intake.commands.register import Overtaken, register, repeat
from services.intake.commands.seen import Changed, First, NewApplicants
from services.intake.commands.take_in import first_of, gathered, take_in, was_taken
from services.intake.commands.withdraw import withdraw

__all__ = [
    "Applicant",
    "Changed",
    "Entry",
    "First",
    "NewApplicants",
    "Overtaken",
    "Party",
    "Taken",
    "add_applicant",
    "comers_of",
    "correct_contact",
    "first_of",
    "gathered",
    "joining",
    "register",
    "repeat",
    "take_in",
    "was_taken",
    "withdraw",
]
