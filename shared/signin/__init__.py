"""登录、账号与会话的页面: signing in and out, and the administrator's pages of both."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter

from shared.auth import Role
from shared.frame import Entry, Pages
from shared.signin import accounts, altering, issuer, signing, watching
from shared.signin.service import SignIn, install_sign_in

__all__ = ["PAGES", "SignIn", "install_sign_in"]

router: Final = APIRouter()
for one in (signing, issuer, accounts, altering, watching):
    router.routes.extend(one.router.routes)

PAGES: Final = Pages(
    "signin",
    router,
    Path(__file__).parent,
    (
        Entry(
            "账号与会话",
            "/desk/accounts",
            frozenset({Role.ADMINISTRATOR}),
            order=90,
            says="新增、变更、停用账号，重置口令，结束会话，查看登录记录",
        ),
    ),
)
"""登录、账号与会话, as the application composes them."""
