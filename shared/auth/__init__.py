"""身份: who is asking, what they may see, and the tokens by which they show it."""

from shared.auth.identity import Forbidden, Identity, Role, Unauthenticated
from shared.auth.sight import centre_at, may_see, visible_files
from shared.auth.tokens import LocalTokens, Tokens, token_book

__all__ = [
    "Forbidden",
    "Identity",
    "LocalTokens",
    "Role",
    "Tokens",
    "Unauthenticated",
    "centre_at",
    "may_see",
    "token_book",
    "visible_files",
]
