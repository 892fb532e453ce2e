"""登录与会话: sessions of the desks, and accounts where no issuer keeps them."""

from shared.sessions.account import Account, AccountIn, Accounts
from shared.sessions.csrf import check_csrf, csrf_token
from shared.sessions.session import Session, Sessions

__all__ = ["Account", "AccountIn", "Accounts", "Session", "Sessions", "check_csrf", "csrf_token"]
