"""静态文件: scripts and styles, served under an address that changes with their content."""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

from shared.errors import Unknown
from shared.frame.vendor import vendor_files

VENDOR: Final = "vendor"
"""Under this name stand the packages of others, fetched at set-up."""

LONG: Final = "public, max-age=31536000, immutable"
"""An address with its hash never shows anything else."""

SHORT: Final = "public, max-age=300"

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent."""

    content: bytes
    media_type: str
    tag: str


class Assets:
    """The files of these folders, read once."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self._folders = folders

    @cached_property
    def _known(self) -> Mapping[str, Asset]:
        own = {
            f"{name}/{path.name}": path
            for name, folder in self._folders.items()
            if folder.is_dir()
            for path in sorted(folder.iterdir())
            if path.is_file()
        }
        others = {f"{VENDOR}/{name}": path for name, path in vendor_files().items()}
        return {name: _read(path) for name, path in (own | others).items()}

    def address(self, name: str) -> str:
        """The address of a file, as `frame/hub.css`.

        Raises:
            LookupError: There is no such file.
        """
        return f"/static/{name}?v={self._known[name].tag}"

    def find(self, name: str) -> Asset:
        """A file by its name.

        Raises:
            Unknown: There is none.
        """
        try:
            return self._known[name]
        except KeyError:
            raise Unknown("没有这个文件") from None


def _read(path: Path) -> Asset:
    content = path.read_bytes()
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Asset(content, kind, sha256(content).hexdigest()[:12])
