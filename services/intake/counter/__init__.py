"""断网登记: a counter that goes on without a line, and hands in what it took when it is back.

What is taken in meanwhile waits in the browser, sealed for the officer who took it. The browser
holds no key that opens it: it is opened here, when that officer is signed in again, and handed to
the door of every registration under the key that it was given when it was taken. So nothing is
registered twice, and nobody reads what a colleague left behind.
"""

from pathlib import Path
from typing import Final

from services.intake.counter.pages import router
from shared.auth import Role
from shared.frame import Entry, Pages

PAGES: Final = Pages(
    "counter",
    router,
    Path(__file__).parent,
    (
        Entry(
            "断网登记",
            "/desk/window/offline",
            frozenset({Role.WINDOW}),
            order=15,
            says="网络中断时继续收件，发给本机回执；恢复后自动报送，不重复",
        ),
    ),
)
"""断网登记, as the application composes it."""
