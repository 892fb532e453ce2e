"""The relay 转发: outbox to the office's topic, in order, and again whatever a topic has lost.

One numberer gives positions, gapless, to what was committed; senders carry on from their
checkpoint. Kafka may acknowledge before its disk has it, so after each batch the relay keeps what
it knows of every partition's end. An end below that is a cut: it is recorded, consumers go back,
and everything from there is sent again with a new producer. Readers drop what they know.
"""

from shared.relay.relay import Address, Relay
from shared.relay.sending import headers_of

__all__ = ["Address", "Relay", "headers_of"]
