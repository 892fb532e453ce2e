"""图片表: which pictures show each page of the hub in `docs/desks.md`, and how wide.

A new page gets its row here, `look(page, NAME)` in a browser test that opens it already, and its
place in the manual; `tests/desks/test_pictures.py` says what of the three is missing. What is
looked at is read by axe-core, too, and at 360 pixels: no page comes into the hub without.
"""

from collections.abc import Mapping
from typing import Final

SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "/sign-in": ("sign-in-desk",),
    "/sign-in/out": ("signed-out-desk",),
    "/desk": ("desk-desk",),
    "/desk/passphrase": ("passphrase-desk",),
    "/desk/accounts": ("accounts-desk",),
    "/desk/accounts/new": ("new-account-desk",),
    "/desk/accounts/{code}": ("account-desk",),
    "/desk/sessions": ("sessions-desk",),
    "/desk/sign-ins": ("sign-ins-desk",),
    "/desk/notices": ("notices-desk",),
    "/desk/notices/sendings": ("sendings-desk",),
    "/desk/notices/sendings/{sending_id}": ("sending-desk",),
    "/desk/disputes": ("cases-desk",),
    "/desk/disputes/{number}": ("case-desk",),
    "/desk/disputes/{number}/parties": ("parties-desk",),
    "/desk/disputes/{number}/papers/{document_id}": ("paper-desk",),
    "/desk/disputes/{number}/papers/made/{case_id}/{sort}.{form}": ("papers-desk",),
    "/desk/disputes/{number}/readers": ("readers-desk",),
    "/desk/disputes/{number}/files/{case_id}/{act}": (
        *("act-desk", "reconsideration-reply-phone", "reconsideration-service-desk"),
        *("reconsideration-electing-desk", "reconsideration-declining-desk"),
        *("reconsideration-urging-desk", "reconsideration-joining-desk"),
        "consultation-opinion-phone",
    ),
    "/desk/disputes/{number}/open/{act}": ("opening-desk",),
    "/desk/disputes/{number}/rehearsal": ("rehearsal-desk",),
    "/desk/routings/{case_id}/explanation": ("explanation-desk",),
    "/desk/window": ("window-queue-desk",),
    "/desk/window/register": ("window-register-desk",),
    "/desk/window/receipt/{number}": ("window-receipt-desk",),
    "/desk/window/import": ("window-imports-desk",),
    "/desk/window/import/{import_id}": ("window-import-desk",),
    "/desk/window/offline": ("window-offline-desk",),
    "/desk/department": ("department-phone",),
    "/desk/department/owed": ("department-owed-desk",),
    "/desk/department/whistles/{case_id}": ("whistle-phone",),
    "/desk/explanations": ("explanations-phone",),
    "/desk/reconsideration/responding": ("reconsideration-responding-desk",),
    "/desk/centre": ("centre-desk",),
    "/desk/reconsideration/mine": ("reconsideration-mine-desk",),
    "/desk/reconsideration/files/{case_id}": (
        *("reconsideration-file-desk", "reconsideration-waiting-desk"),
        "reconsideration-declined-desk",
    ),
    "/desk/reconsideration/following": ("reconsideration-following-desk",),
    "/desk/reconsideration/approvals": ("reconsideration-approvals-desk",),
    "/desk/reconsideration/reviewers": ("reconsideration-reviewers-desk",),
    "/desk/reconsideration/taking-in": ("reconsideration-taking-in-desk",),
    "/desk/reconsideration/overseeing": ("reconsideration-overseeing-desk",),
    "/desk/reconsideration/overseeing/check": ("reconsideration-checking-desk",),
    "/desk/consultation": ("consultation-desk-desk",),
    "/desk/consultation/files/{case_id}": (
        *("consultation-panel-desk", "consultation-seated-desk", "consultation-question-phone"),
    ),
    "/desk/consultation/mine": ("consultation-mine-phone",),
    "/desk/consultation/roster": ("consultation-roster-desk",),
    "/desk/consultation/roster/new": ("consultation-expert-desk",),
    "/desk/consultation/roster/{case_id}/{expert}": ("consultation-change-desk",),
    "/desk/consultation/load": ("consultation-load-desk",),
    "/desk/consultation/plenaries/{case_id}": ("consultation-plenaries-desk",),
    "/desk/live": ("live-desk", "live-back-desk"),
    "/desk/live/cases": ("live-cases-desk",),
    "/desk/law": ("law-desk",),
    "/desk/law/article": ("law-article-desk",),
    "/desk/law/{name}": ("law-answer-desk",),
    "/desk/boards": ("boards-desk",),
    "/desk/boards/cases": ("board-cases-desk",),
    "/desk/boards/{name}": (
        *("board-load-desk", "board-due-desk", "board-calendar-desk", "board-rates-desk"),
        *("board-band-desk", "board-ladder-desk", "board-hotspots-desk"),
        "board-reconsideration-desk",
    ),
    "/desk/hotspots/{case_id}": ("hotspot-desk",),
    "/desk/press/{number}": ("press-desk",),
    "/desk/health": ("health-desk",),
    "/desk/parked": ("parked-list-desk",),
    "/desk/parked/{parked_id}": ("parked-desk",),
    "/desk/rules": ("rules-desk",),
    "/desk/rules/{case_id}": ("rulebook-desk",),
    "/desk/rules/{case_id}/rehearsals/{rehearsal_id}": ("rehearsing-desk",),
    "/desk/calendar": ("calendar-desk",),
    "/desk/directory": ("directory-desk",),
    "/desk/directory/duties": ("directory-duties-desk",),
    "/party": ("party-ask-phone",),
    "/party/case": ("party-case-phone",),
    "/party/receipt/{case_id}/{version}": ("party-receipt-phone",),
    "/party/paper/{case_id}/{version}": ("party-paper-phone",),
    "/party/file/{case_id}": ("party-file-phone",),
    "/party/file/{case_id}/papers/{document_id}": ("party-file-paper-phone",),
    "/party/act/{case_id}/{slug}": (
        *("party-taking-phone", "party-agent-phone", "party-withdrawal-phone"),
    ),
    "/party/mediation": ("party-mediation-phone",),
    "/party/adjudication": ("party-adjudication-phone",),
    "/party/reconsideration": (
        *("party-reconsideration-phone", "party-silence-1-phone", "party-silence-2-phone"),
    ),
    "/party/blanks": ("blanks-desk",),
    "/party/decisions": ("decisions-desk",),
    "/party/decisions/{case_id}": ("decision-desk",),
}
"""路径 → the pictures of that page, each a name of `look` and where it stands."""

UNSHOWN: Final[Mapping[str, str]] = {
    "/": "只把人引到登录、办公首页",
    "/sign-in/issuer": "引到统一身份认证",
    "/sign-in/return": "从统一身份认证返回",
    "/sign-in/leave": "引到统一身份认证的退出页",
    "/desk/find": "引到案卷；没有这个编号的，是告知出错的页面",
    "/desk/disputes/{number}/attachments/{case_id}/{sha256}": "先写明目的，同文书；然后是文件本身",
    "/desk/disputes/{number}/rehearsal.svg": "推演页里的图",
    "/desk/boards/cases/export": "导出的文件",
    "/desk/boards/{name}/export": "导出的文件",
    "/desk/window/catalogue": "登记页的脚本读的数据",
    "/desk/window/worker.js": "断网登记的脚本",
    "/desk/window/offline/line": "断网登记的脚本读的数据",
    "/desk/department/whistles/{case_id}/files/{sha256}": "附件本身",
    "/desk/reconsideration/approvals/next": "引到下一件",
    "/desk/reconsideration/overseeing/times": "三栏的表单，与检查的表单同样",
    "/desk/notices/count": "页头的脚本读的数据",
    "/party/served/{case_id}/{sort}/{at}.pdf": "文书的文件",
    "/party/forms/{case_id}/{sort}.{form}": "待签的文件",
    "/party/file/{case_id}/attachments/{sha256}": "附件本身",
    "/party/own/{case_id}/{sha256}": "附件本身",
    "/party/blanks/{sort}.{form}": "空白表格的文件",
}
"""路径 → why no picture shows it."""

READ: Final[Mapping[str, str]] = {
    "/desk/find": "nothing-found",
    "/desk/disputes/{number}/attachments/{case_id}/{sha256}": "attachment",
}
"""路径 of UNSHOWN that can answer with a page all the same → the name by which it is looked at."""

SHORT: Final = frozenset(
    {
        *("account", "accounts", "live-back", "live-cases", "new-account", "party-silence-1"),
        *("party-silence-2", "reconsideration-checking", "reconsideration-overseeing"),
        *("sessions", "sign-ins"),
    }
)
"""名称 of pages that are not yet read with the longest names (decision 0082): it only shrinks."""
