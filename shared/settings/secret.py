"""密钥 of the embedded default: made once in the data folder, for its owner alone."""

import os
import secrets
from pathlib import Path


def kept_secret(path: Path) -> bytes:
    """What this file holds; made first where nobody has made it yet."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"secret.{os.getpid()}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # Fails where another process was first; then its secret holds.
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes()
