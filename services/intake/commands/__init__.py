"""The acts of intake: take in, register, count a repeat, correct a telephone, take back."""

from services.intake.commands.contact import correct_contact
from services.intake.commands.entry import Applicant, Entry, Party, Taken, keys_of
from services.intake.commands.register import Overtaken, register, repeat
from services.intake.commands.take_in import Changed, first_of, gathered, take_in, was_taken
from services.intake.commands.withdraw import withdraw

__all__ = [
    "Applicant",
    "Changed",
    "Entry",
    "Overtaken",
    "Party",
    "Taken",
    "correct_contact",
    "first_of",
    "gathered",
    "keys_of",
    "register",
    "repeat",
    "take_in",
    "was_taken",
    "withdraw",
]
