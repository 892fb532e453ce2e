"""口令: how they are kept."""

import re

import pytest

from shared.sessions import account
from shared.sessions.passphrase import hash_of, is_hash_of, new_passphrase


def test_a_passphrase_is_kept_as_a_hash_with_a_salt_of_its_own() -> None:
    """口令只存加盐的散列，同样的口令散列不同."""
    one, other = hash_of("half a dozen words"), hash_of("half a dozen words")
    assert one != other
    assert "half" not in one
    assert is_hash_of(one, "half a dozen words")
    assert not is_hash_of(one, "half a dozen word")


def test_a_hash_costs_sixteen_megabytes_and_who_guesses_at_nobody_pays_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """试口令的代价，不论账号有无都一样."""
    monkeypatch.undo()
    assert hash_of("x").split("$")[:4] == ["scrypt", "16384", "8", "5"]
    assert account._NOBODY.split("$")[:4] == ["scrypt", "16384", "8", "5"]  # noqa: SLF001
    assert not is_hash_of(account._NOBODY, "x")  # noqa: SLF001


def test_a_made_passphrase_can_be_read_aloud() -> None:
    """系统给出的口令没有容易认错的字母."""
    assert re.fullmatch(r"[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}", new_passphrase())
    assert new_passphrase() != new_passphrase()
