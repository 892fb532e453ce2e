"""主题: one topic for each office, all with the same number of partitions, kept for ever."""

from typing import Final

from deploy.compose import NAMES
from deploy.local.kafka import create_topics
from shared.settings import Settings

OFFICES: Final = NAMES
"""Each office 机构 has a topic."""


def topic_names(prefix: str) -> list[str]:
    """The topics of a hub whose names begin with this prefix."""
    return [f"{prefix}.{office}" for office in OFFICES]


async def ensure_topics(settings: Settings, kafka: str, *, replication: int = 1) -> None:
    """Create the topics that are missing; they serve on return."""
    names = topic_names(settings.topic_prefix)
    await create_topics(kafka, names, settings.partitions, replication=replication)
