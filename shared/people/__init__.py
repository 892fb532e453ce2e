"""当事人信息: who the parties are; facts carry only their ids, and each read is on record."""

from shared.people.finding import Found, find_people
from shared.people.lacking import Held, held_of
from shared.people.marks import known_as, marks_of, named_in
from shared.people.numbers import (
    citizen_number,
    credit_code,
    mobile,
    number_of,
    other_number,
    sex_of,
    telephone,
)
from shared.people.person import Basics, Person, keyed_hash, normalised
from shared.people.proving import (
    Proved,
    corrected_since,
    proved_by_last_four,
    proved_by_phone,
)
from shared.people.reading import read_all_said, read_people
from shared.people.sides import must_be_of, persons_on, sides_of
from shared.people.table import PEOPLE, PEOPLE_READ, PEOPLE_STATED

__all__ = [
    "PEOPLE",
    "PEOPLE_READ",
    "PEOPLE_STATED",
    "Basics",
    "Found",
    "Held",
    "Person",
    "Proved",
    "citizen_number",
    "corrected_since",
    "credit_code",
    "find_people",
    "held_of",
    "keyed_hash",
    "known_as",
    "marks_of",
    "mobile",
    "must_be_of",
    "named_in",
    "normalised",
    "number_of",
    "other_number",
    "persons_on",
    "proved_by_last_four",
    "proved_by_phone",
    "read_all_said",
    "read_people",
    "sex_of",
    "sides_of",
    "telephone",
]
