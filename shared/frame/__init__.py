"""页面框架: the desks' common frame: one look, one menu, one way to ask the hub's own doors.

A page reads through queries and acts through the same JSON doors as everybody else
(`Page.call`), so no rule and no refusal is written twice. Pages are rendered here on the server;
scripts only make them quicker to use.
"""

from shared.frame.frame import Frame, install_frame
from shared.frame.page import Answer, Form, Page, PageDep, page_router
from shared.pages import Entry, Pages

__all__ = [
    "Answer",
    "Entry",
    "Form",
    "Frame",
    "Page",
    "PageDep",
    "Pages",
    "install_frame",
    "page_router",
]
