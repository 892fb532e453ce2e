import pytest

from shared.sessions import passphrase


@pytest.fixture(autouse=True)
def _cheap_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash is meant to be slow; how slow, one test asks, and the others do not wait for it."""
    monkeypatch.setattr(passphrase, "_COST", 1 << 4)
