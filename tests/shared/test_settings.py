from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.settings import BadSettings, Settings, explained, settings

PRODUCTION = {
    "HUB_PRODUCTION": "true",
    "HUB_DATABASE_URL": "postgresql://hub:pw-of-the-base@db:5432/hub",
    "HUB_KAFKA": "k1:9092,k2:9092",
    "HUB_SECRET": "s" * 32,
    "HUB_OIDC_ISSUER": "https://id.example",
    "HUB_OIDC_AUDIENCE": "hub",
}


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name, *_ in explained():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HUB_DATA", str(tmp_path / "kept"))
    settings.cache_clear()
    yield
    settings.cache_clear()


def _set(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    for name, value in values.items():
        monkeypatch.setenv(name, value)


def test_left_alone_the_hub_runs_on_servers_of_its_own() -> None:
    told = settings()
    assert (told.port, told.host, told.database_url, told.kafka) == (8000, "127.0.0.1", None, None)


def test_settings_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = settings()
    monkeypatch.setenv("HUB_PORT", "9000")
    assert settings() is first


def test_production_takes_a_complete_set(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, **PRODUCTION)
    assert settings().production


@pytest.mark.parametrize(
    "missing", ["HUB_DATABASE_URL", "HUB_KAFKA", "HUB_SECRET", "HUB_OIDC_ISSUER"]
)
def test_production_asks_for_what_is_missing(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    _set(monkeypatch, **PRODUCTION)
    monkeypatch.delenv(missing)
    with pytest.raises(BadSettings, match=f"必须设置 {missing}"):
        settings()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("HUB_OIDC_ISSUER", "https://id.example", "须同时设置"),
        ("HUB_SECRET", "short", "至少 32 个字符"),
        ("HUB_DATABASE_URL", "mysql://db/hub", "postgresql://"),
        ("HUB_KAFKA", "broker-without-port", "主机:端口"),
        ("HUB_PROXIES", "*", "IP 地址或者网段"),
        ("HUB_OTLP", "collector:4318", "http"),
        ("HUB_DIRECTORY", "no-such-file.toml", "文件不存在"),
        ("HUB_PORT", "eighty", "HUB_PORT 的值不合要求"),
        ("HUB_PRODUCTON", "1", "是否为 HUB_PRODUCTION"),
    ],
)
def test_a_wrong_setting_is_named_in_chinese(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=said):
        settings()


def test_a_fault_does_not_repeat_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    _set(monkeypatch, **{**PRODUCTION, "HUB_KAFKA": "", "HUB_PORT": "0"})
    with pytest.raises(BadSettings) as told:
        settings()
    assert "pw-of-the-base" not in str(told.value)
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


def test_the_embedded_secret_is_made_once_for_its_owner(tmp_path: Path) -> None:
    first = settings().key()
    assert len(first) >= 32
    assert Settings().key() == first
    assert (tmp_path / "kept" / "secret").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in (tmp_path / "kept").iterdir()] == ["secret"]


def test_every_setting_is_explained() -> None:
    assert all(meaning for _, _, meaning in explained())
