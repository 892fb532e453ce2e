"""How far a consumer is behind: what lies on its topics beyond what it has acknowledged."""

from collections.abc import Sequence

from aiokafka import AIOKafkaConsumer, TopicPartition


async def backlog(kafka: str, group: str, topics: Sequence[str]) -> int:
    """Messages on these topics that the group has not acknowledged; it is not joined for that."""
    reader = AIOKafkaConsumer(bootstrap_servers=kafka, group_id=group, enable_auto_commit=False)
    await reader.start()
    try:
        parts = [
            TopicPartition(topic, part)
            for topic in topics
            for part in reader.partitions_for_topic(topic) or ()
        ]
        reader.assign(parts)
        ends = await reader.end_offsets(parts)
        done = {tp: await reader.committed(tp) for tp in parts}
    finally:
        await reader.stop()
    return sum(max(ends[tp] - (done[tp] or 0), 0) for tp in parts)
