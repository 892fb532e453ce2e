"""身份: who is asking, what they may see, and the tokens by which they show it."""

from shared.auth.codeflow import CodeFlow
from shared.auth.identity import Forbidden, Identity, Role, Unauthenticated
from shared.auth.labels import (
    ABOVE,
    APPLICATION,
    AUTHORITIES,
    CO_APPLICANTS,
    PARTICIPANTS,
    SEVERED,
    WINDOWS,
)
from shared.auth.sight import (
    centre_at,
    centre_beside,
    may_act,
    may_answer_along,
    may_see,
    only_reads,
    speaks_for,
    visible_files,
)
from shared.auth.tokens import IssuerTokens, LocalTokens, Tokens, token_book

__all__ = [
    "ABOVE",
    "APPLICATION",
    "AUTHORITIES",
    "CO_APPLICANTS",
    "PARTICIPANTS",
    "SEVERED",
    "WINDOWS",
    "CodeFlow",
    "Forbidden",
    "Identity",
    "IssuerTokens",
    "LocalTokens",
    "Role",
    "Tokens",
    "Unauthenticated",
    "centre_at",
    "centre_beside",
    "may_act",
    "may_answer_along",
    "may_see",
    "only_reads",
    "speaks_for",
    "token_book",
    "visible_files",
]
