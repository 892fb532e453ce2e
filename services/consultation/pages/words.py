"""What callings, fields and opinions are called on these desks, read off the contracts."""

from typing import Any, Final

from services.consultation.domain.opinion import CONSULTATION
from shared.contracts.consultation import Calling, PlenarySubject, Post, Speciality
from shared.contracts.reconsideration import ConsultationGround, Stance
from shared.frame.meanings import meanings

WORDS: Final[dict[str, Any]] = {
    "terms": {name: deadline.term for name, deadline in CONSULTATION.by_name.items()},
    "callings": meanings(Calling),
    "posts": meanings(Post),
    "fields": meanings(Speciality),
    "plenary_subjects": meanings(PlenarySubject),
    "grounds": meanings(ConsultationGround),
    "stances": meanings(Stance),
}
"""For every template of these desks."""
