"""Feeding a mailroom from Kafka: a Faust agent in daily work, a plain group consumer in bulk.

Both read the same topics as the same group, hand over batches in order, and acknowledge by hand
what the mailroom has taken in; one set of tests serves both. Either looks for recorded cuts when
it is given partitions and every second after, and goes back to where a topic lost its records.
"""
