"""前端包: the packages of others that pages load; fetched at set-up, never in the repository.

What is fetched, which version and under which checksum stands in `deploy/front/package.json` and
its lock; which files of it a browser may have stands here.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from shared.settings import settings

FETCHED: Final = Path(__file__).parents[2] / "deploy" / "front" / "node_modules"
"""Where `make install` puts them."""

SERVED: Final[Mapping[str, str]] = {
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "hx-sse.min.js": "htmx.org/dist/ext/hx-sse.min.js",
    "hx-preload.min.js": "htmx.org/dist/ext/hx-preload.min.js",
    "echarts.min.js": "echarts/dist/echarts.min.js",
}
"""What is served under `/static/vendor/`, and where its package keeps it."""


class NotFetched(LookupError):
    """前端包不齐: packages that pages load are not there, told in Chinese and English."""


def vendor_files(folder: Path | None = None) -> Mapping[str, Path]:
    """The files that a browser may have, by the name under which they are served.

    Args:
        folder: Where the packages are; left out: what HUB_FRONT says, else where they were
            fetched to.

    Raises:
        NotFetched: One of them is not there.
    """
    place = folder or settings().front or FETCHED
    files = {name: place / inner for name, inner in SERVED.items()}
    missing = sorted(name for name, path in files.items() if not path.is_file())
    if missing:
        raise NotFetched(
            f"缺少前端文件 {'、'.join(missing)}（{place}）：请运行 make install，"
            "或者以 HUB_FRONT 指明所在目录 / front-end files are missing: "
            "run `make install`, or name their folder in HUB_FRONT"
        )
    return files
