"""问题说明: every answer that is a no, as problem+json (RFC 9457), in Chinese."""

from shared.problem.handlers import install
from shared.problem.model import MEDIA_TYPE, Cited, FieldFault, Needed, Problem
from shared.problem.openapi import ERRORS, TOO_LARGE
from shared.problem.telling import answer, problem_of

__all__ = [
    "ERRORS",
    "MEDIA_TYPE",
    "TOO_LARGE",
    "Cited",
    "FieldFault",
    "Needed",
    "Problem",
    "answer",
    "install",
    "problem_of",
]
