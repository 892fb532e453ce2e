"""外发: what goes out of the house, by mail and by the city's message gateway.

A notice is planned for a channel once, claimed before it is sent, and recorded after. Whoever is
killed between sending and recording leaves a claim behind, and nobody knows whether it went out:
what goes to the gateway is sent again under the same key, for as long as the gateway knows it; a
mail is not, and its state says so. Each channel has a loop of its own, so that one that is dead
holds up neither the other nor what is told in the page.
"""
